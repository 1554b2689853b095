"""How the answer to a question looks where it is more than a list: a picture above it, or a table in its place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.web.drawing import TURNS, drawn, first, links, rows
from hoadam.interfaces.web.pictures.claims import claims
from hoadam.interfaces.web.pictures.matrix import grid
from hoadam.interfaces.web.sides import faces, ledger, standing

Row = Mapping[str, Any]
More = Callable[[Desk, Sequence[Row]], dict[str, Any]]

PARTIES, ISSUES = 12, 30  # of the whole matrix


class Look(NamedTuple):
    """A template and what it wants besides the rows of a page, which come the latest first."""

    template: str
    more: More


def pictured(name: str) -> More:
    """A picture above the first page."""
    return lambda desk, held: {"picture": drawn(desk, name, desk.filters) if first_page(desk) and held else None}


def nothing(_: Desk, __: Sequence[Row]) -> dict[str, Any]:
    """Rows alone."""
    return {}


def crossed(desk: Desk, _: Sequence[Row]) -> dict[str, Any]:
    """Issues and parties above the first page of positions."""
    if not first_page(desk):
        return {"grid": None}
    return {"grid": grid(rows(desk.record.matrix(first(desk.filters, TURNS))), PARTIES, ISSUES)}


def faced(_: Desk, held: Sequence[Row]) -> dict[str, Any]:
    """The sides of meetings."""
    return {"rounds": [{"meeting": one, "faces": faces(one), "standing": standing(one)} for one in held]}


def counted(desk: Desk, held: Sequence[Row]) -> dict[str, Any]:
    """The numbers of a page side by side, and by day."""
    ordered = held[::-1]
    return {"ledger": ledger(ordered), "picture": claims(ordered, links(desk)) if held else None}


def first_page(desk: Desk) -> bool:
    """Is the first page asked for?"""
    return not desk.filters.offset


PLAIN = Look("question.html", nothing)
LOOKS = {
    "timeline": Look("pictured.html", pictured("timeline")),
    "drafts": Look("pictured.html", pictured("lineage")),
    "positions": Look("positions.html", crossed),
    "meetings": Look("meetings.html", faced),
    "claims": Look("claims.html", counted),
}
