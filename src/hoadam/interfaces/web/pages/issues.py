"""An issue: where each party stands on it over time, on its sentences."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.listed import as_event, latest
from hoadam.interfaces.web.naming import settled
from hoadam.interfaces.web.render import page
from hoadam.views.positions import Cell, Turn

router = APIRouter()

TURNS = 5  # the latest stances of each party
FEW = 6


@router.get("/issue/{name:path}", response_class=HTMLResponse)
def issue(desk: AtDesk, name: str) -> Response:
    """An issue by its word in the vocabulary."""
    found = settled(desk, "issue", name)
    if found.answer is not None:
        return found.answer
    on, record = desk.within(issue=name, limit=FEW), desk.record
    cells = sorted(record.matrix(replace(on, limit=TURNS)), key=lambda cell: -sum(one.reports for one in cell.turns))
    return page(
        desk, "issue.html", name=name, parties=[(cell.party, stances(desk, cell)) for cell in cells],
        meetings=latest(record.meetings(on)), statements=latest(record.statements(on)),
    )  # fmt: skip


def stances(desk: Desk, cell: Cell) -> list[tuple[Turn, dict[str, Any]]]:
    """The stances of a party with the facts that first told them, the latest first."""
    store = desk.record.store
    facts = {one.id: as_event(one) for one in store.facts_of([turn.id for turn in cell.turns], desk.at.point(store))}
    return [(turn, facts[turn.id]) for turn in reversed(cell.turns) if turn.id in facts]
