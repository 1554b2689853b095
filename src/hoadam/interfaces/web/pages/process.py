"""The negotiations, and all of one on a page: each part begins here and goes on in full elsewhere."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.drawing import drawn, first, links, rows
from hoadam.interfaces.web.pictures.lineage import lineage
from hoadam.interfaces.web.pictures.matrix import grid
from hoadam.interfaces.web.render import page
from hoadam.interfaces.web.sides import faces, ledger, standing
from hoadam.knowledge.process import Process
from hoadam.views import Filters, coming
from hoadam.views.coming import first_day, last_told
from hoadam.views.outside import outside

router = APIRouter()

ROUNDS, DRAFTS, TURNS, SAID, NUMBERS, AHEAD = 8, 40, 4, 8, 16, 10
PARTIES, ISSUES, LINES = 6, 10, 10  # of the matrix and the ledger


@router.get("/processes", response_class=HTMLResponse)
def processes(desk: AtDesk) -> HTMLResponse:
    """The negotiations with how much there is of each, and pairs of parties that deserve one of their own."""
    found = outside(desk.record.store)
    listed: list[dict[str, Any]] = [
        {"process": one, "facts": count, "latest": last_told(desk.record.store, desk.within(process=one.name))}
        for one, count in found.processes
        if desk.process in (None, one.name)
    ]
    listed.sort(key=lambda row: (not row["facts"], row["process"].name))
    return page(desk, "processes.html", listed=listed, unfiled=found.unfiled, pairs=found.pairs)


@router.get("/process/{name}", response_class=HTMLResponse)
def process(desk: AtDesk, name: str) -> HTMLResponse:
    """All of one negotiation."""
    known = next((one for one in desk.record.store.processes() if one.name == name), None)
    if known is None:
        raise HTTPException(404, name)
    return page(desk, "process.html", process=known, **parts(desk, known))


def parts(desk: Desk, process: Process) -> dict[str, Any]:
    """What stands on the page of a process."""
    record, within = desk.record, desk.within(process=process.name)
    sides = [code for side in process.sides for code in side]
    drafts = rows(record.drafts(first(within, DRAFTS)))
    return {
        "timeline": drawn(desk, "timeline", within),
        "meetings": rounds(desk, within),
        "lineage": lineage(drafts, links(desk)) if drafts else None,
        "grid": grid(rows(record.matrix(first(within, TURNS))), PARTIES, ISSUES, sides),
        "statements": rows(record.statements(first(within, SAID)))[::-1],
        "ledger": ledger(rows(record.claims(first(within, NUMBERS))), sides, LINES),
        "network": drawn(desk, "network", within),
        "ahead": rows(coming(record.store, first(within, AHEAD))),
        "since": first_day(record.store, within),
    }


def rounds(desk: Desk, filters: Filters) -> list[dict[str, Any]]:
    """The latest meetings with their sides, the last one first."""
    found = rows(desk.record.meetings(first(filters, ROUNDS)))
    return [{"meeting": one, "faces": faces(one), "standing": standing(one)} for one in reversed(found)]
