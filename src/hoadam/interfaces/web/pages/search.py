"""Search: articles by their words, with and without diacritics, each with the facts that its hits state."""

from collections import Counter
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
PEOPLE = 300  # on the page of a publication
FACTS = 5  # facts of one hit


@router.get("/search", response_class=HTMLResponse)
def search(desk: AtDesk, q: str = "") -> HTMLResponse:
    """What holds the words of `q`; without any, how to search."""
    if desk.published:
        return page(desk, "find.html", names=names(desk))
    asked, size = q.strip()[:LONGEST], min(desk.filters.limit or PAGE, PAGE)
    filters = replace(desk.at, offset=desk.filters.offset)
    found = desk.record.search(asked, size + 1, filters) if asked else []
    hits = [(one, facts(desk, one)) for one in found[:size]]
    return page(desk, "search.html", asked=asked, hits=hits, more=len(found) > size, size=size)


def names(desk: Desk) -> dict[str, list[str]]:
    """Whom and what one can look for, where no server searches: people, parties and issues, the commonest first."""
    cells = desk.record.matrix(desk.within())
    parties, issues = (Counter(getattr(cell, name) for cell in cells) for name in ("party", "issue"))
    people = [one.person for one in desk.record.people(desk.within(limit=PEOPLE))]
    return {
        "person": list(dict.fromkeys(people)),
        "party": [name for name, _ in parties.most_common()],
        "issue": [name for name, _ in issues.most_common()],
    }


def facts(desk: Desk, one: Found) -> list[dict[str, Any]]:
    """The facts of a hit."""
    store = desk.record.store
    return [as_event(fact) for fact in store.facts_of(one.facts[:FACTS], desk.at.point(store))]
