"""How we know: a fact with all its reports, what disputes it, and what became of it."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.listed import as_event
from hoadam.interfaces.web.moved import moved
from hoadam.interfaces.web.render import page
from hoadam.views import ShownFact, Told
from hoadam.views.origins import Origin, origins
from hoadam.views.show import Contradiction, NoSuchId, Source

router = APIRouter()

MOST = 60  # reports written out on a page


@dataclass(frozen=True, slots=True)
class Opposed:
    """A report of this fact beside the fact that it contradicts, as a row of a view."""

    mine: Source
    other: dict[str, Any]
    reason: str


@router.get("/fact/{id_}", response_class=HTMLResponse)
def fact(desk: AtDesk, id_: str) -> Response:
    """A fact; an id that leads to another fact, and the beginning of an id, lead to its own page."""
    shown = desk.record.show(id_, desk.at)
    if not isinstance(shown, ShownFact):
        raise NoSuchId(id_)
    if elsewhere := moved(desk, shown, id_):
        return elsewhere
    leading = Told.of(shown.account)
    headline = {**shown.row(), "speaker": leading.speaker, "named": leading.named}
    return page(
        desk, "fact.html", fact=shown.row(), headline=headline, leading=leading.row(), origins=by_origin(shown),
        wordings=wordings(shown, leading), opposed=opposed(desk, shown), history=desk.record.history(shown.account.id),
        told={one.told.id: one for one in shown.sources},
        acts={act.id: act for act in shown.acts},
        left_out=max(0, len(shown.sources) - MOST),
    )  # fmt: skip


def by_origin(shown: ShownFact) -> list[tuple[Origin, list[Source]]]:
    """The first MOST reports, those of one origin together."""
    known = {one.told.id: one for one in shown.sources[:MOST]}
    groups = [(one, [known[id_] for id_ in one.reports if id_ in known]) for one in origins(shown.account)]
    return [(one, reports) for one, reports in groups if reports]


def wordings(shown: ShownFact, leading: Told) -> list[tuple[str, list[Source]]]:
    """The other words in which reports tell it, each with the reports that use them."""
    found: dict[str, list[Source]] = {}
    for one in shown.sources[:MOST]:
        found.setdefault(one.told.fact.quote, []).append(one)
    return [(quote, reports) for quote, reports in found.items() if quote != leading.quote]


def opposed(desk: Desk, shown: ShownFact) -> list[Opposed]:
    """What is contradicted, each fact once, on its sentence."""
    by_fact: dict[str, Contradiction] = {}
    for one in shown.contradictions:
        by_fact.setdefault(one.fact, one)
    point = desk.at.point(desk.record.store)
    known = {one.told.id: one for one in shown.sources}
    others = desk.record.store.facts_of(list(by_fact), point)
    return [
        Opposed(known[by_fact[one.id].report], as_event(one), by_fact[one.id].reason)
        for one in others
        if by_fact[one.id].report in known
    ]
