"""A party: where it stands, whom it meets, what it claims and what is claimed of it, its people."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.listed import as_event, latest
from hoadam.interfaces.web.naming import settled
from hoadam.interfaces.web.render import page
from hoadam.store import Mention
from hoadam.views.roles import Role, roles

router = APIRouter()

TURNS = 6  # stances of one party on one issue
FEW = 6
OFFICES = 120  # facts on offices that are looked through for its people


@router.get("/party/{name:path}", response_class=HTMLResponse)
def party(desk: AtDesk, name: str) -> Response:
    """A party by its code, or by the name of a body; any other form leads there."""
    found = settled(desk, "party", name)
    if found.answer is not None:
        return found.answer
    of, record = desk.within(party=name, limit=FEW), desk.record
    return page(
        desk, "party.html", name=name, cells=record.matrix(replace(of, limit=TURNS)),
        meetings=latest(record.meetings(of)), drafts=latest(record.drafts(of)),
        agreements=latest(record.agreements(of)), statements=latest(record.statements(of)),
        made=claims(desk, name, "claimant"), against=claims(desk, name, "of"),
        people=people(roles(record.store, replace(of, limit=OFFICES))),
    )  # fmt: skip


def claims(desk: Desk, name: str, slot: str) -> list[dict[str, Any]]:
    """The latest claims that hold a party in a slot, the last first."""
    query = desk.within(limit=FEW).query(desk.record.store, "claim")
    found = desk.record.store.facts(replace(query, mentions=(Mention((name,), (slot,)),)))
    return [as_event(one) for one in reversed(found)]


def people(told: list[Role]) -> list[dict[str, Any]]:
    """Everybody with an office of the party, those told of most often first, with the titles told."""
    groups: dict[str, list[Role]] = {}
    for one in told:
        if one.person and one.title:
            groups.setdefault(one.person, []).append(one)
    return [
        {**rows[-1].row(), "titles": list(dict.fromkeys(one.title for one in reversed(rows))), "times": len(rows)}
        for rows in sorted(groups.values(), key=len, reverse=True)
    ]
