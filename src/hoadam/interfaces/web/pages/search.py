"""Search: articles by their words, with and without diacritics, each with the facts that its hits state."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from hoadam.interfaces.web.asked import LONGEST
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.listed import as_event
from hoadam.interfaces.web.render import page
from hoadam.views import Found

router = APIRouter()

PAGE = 20
FACTS = 5  # facts of one hit


@router.get("/search", response_class=HTMLResponse)
def search(desk: AtDesk, q: str = "") -> HTMLResponse:
    """What holds the words of `q`; without any, how to search."""
    asked, size = q.strip()[:LONGEST], min(desk.filters.limit or PAGE, PAGE)
    filters = replace(desk.at, offset=desk.filters.offset)
    found = desk.record.search(asked, size + 1, filters) if asked else []
    hits = [(one, facts(desk, one)) for one in found[:size]]
    return page(desk, "search.html", asked=asked, hits=hits, more=len(found) > size, size=size)


def facts(desk: Desk, one: Found) -> list[dict[str, Any]]:
    """The facts of a hit."""
    store = desk.record.store
    return [as_event(fact) for fact in store.facts_of(one.facts[:FACTS], desk.at.point(store))]
