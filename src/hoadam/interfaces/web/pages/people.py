"""A person: offices as told, facts by kind, what was said, whom they met, what happened lately."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.drawing import links, rows
from hoadam.interfaces.web.listed import latest
from hoadam.interfaces.web.naming import settled
from hoadam.interfaces.web.pictures.network import network_picture
from hoadam.interfaces.web.render import VIEWS, page
from hoadam.views.filters import PERSON_SLOTS
from hoadam.views.network import met
from hoadam.views.roles import Role, roles

router = APIRouter()

COUNTED = 500  # facts of one kind that are counted
OFFICES = 60  # reports of offices that are looked through
MEETINGS = 120  # the latest meetings that are looked through for whom somebody met
SHOWN = 30  # people met
LATELY = 12
# Where a list looks for a person, by kind; the number beside its link is that of its rows.
SLOTS = {
    "meeting": ("people",), "delegation": ("people", "head"), "statement": ("speaker",),
    "appointment": ("person", "replaces"),
}  # fmt: skip


@router.get("/person/{name:path}", response_class=HTMLResponse)
def person(desk: AtDesk, name: str) -> Response:
    """A person by the name that the record uses; any other form of it leads there."""
    found = settled(desk, "person", name)
    if found.answer is not None:
        return found.answer
    who, record, known = desk.within(person=name), desk.record, MEETINGS
    company = met(record.store, name, desk.within(limit=SHOWN), known)
    return page(
        desk, "person.html", name=name, counts=counts(desk, name), counted=COUNTED,
        offices=offices(roles(record.store, replace(who, limit=OFFICES))),
        statements=latest(record.statements(replace(who, limit=5))),
        met=company, looked=known, network=network_picture(name, rows(company), links(desk)),
        events=latest(record.timeline(replace(who, limit=LATELY))),
    )  # fmt: skip


def counts(desk: Desk, name: str) -> list[tuple[str, str, int]]:
    """Kind, view and number (COUNTED at most) of the facts that name a person, for each kind that has any."""
    store, filters = desk.record.store, desk.within(person=name)
    found = [
        (kind, view, store.count(filters.query(store, kind, people=SLOTS.get(kind, PERSON_SLOTS)), COUNTED))
        for kind, view in VIEWS.items()
    ]
    return [one for one in found if one[2]]


def offices(told: list[Role]) -> list[dict[str, Any]]:
    """Each office once with the row that told it last, how many facts tell it and the days between; fullest first."""
    groups: dict[tuple[Any, ...], list[Role]] = {}
    for one in told:
        groups.setdefault((one.title, one.relation, one.of_, one.to, one.tense), []).append(one)
    return [
        {**rows[-1].row(), "times": sum(one.reports for one in rows), "first": min(one.published for one in rows)}
        for rows in sorted(groups.values(), key=len, reverse=True)
    ]
