"""The views as routes."""

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from hoadam import views
from hoadam.interfaces.asking import ROWS
from hoadam.interfaces.output import headings
from hoadam.interfaces.record import Record
from hoadam.interfaces.web.api.answers import Page
from hoadam.interfaces.web.api.asked import OfMeeting, OfRows, OfSince, OfWords, Paged
from hoadam.interfaces.web.api.problems import problems
from hoadam.interfaces.web.api.rows import page_of
from hoadam.interfaces.web.records import Records

router = APIRouter()

VIEWS: dict[str, Any] = {**ROWS, "matrix": views.Cell}  # the sort of row of each
FOREMOST = (views.Person, views.Cell, views.Encounter, views.Found)  # rows of which the first count, not the latest


def described(row: type) -> dict[int | str, dict[str, Any]]:
    """The answers of a route of rows, for OpenAPI."""
    plain = {"text/csv": {"schema": {"type": "string"}}}
    page: dict[int | str, dict[str, Any]] = {
        200: {"model": page_of(row), "content": plain},
        304: {"description": "You have it already"},
    }
    return {**page, **problems(400, 404, 422, 503)}


def record_of(request: Request) -> Record:
    """The record, as the thread that asks may read it."""
    records: Records = request.app.state.records
    return records.here()


def answer(request: Request, asked: Paged, row: type, found: Sequence[Any]) -> Response:
    """A page of what was found, which may be one row more than the page holds."""
    more = len(found) > asked.limit
    kept = found[: asked.limit] if row in FOREMOST else found[-asked.limit :]
    return Page(asked, [one.row() for one in kept], headings(row), more).answer(request)


def asking(view: str) -> Callable[..., Response]:
    """What answers for a view."""

    def asked_for(request: Request, asked: OfRows) -> Response:
        found = getattr(record_of(request), view)(asked.filters(more=1))
        return answer(request, asked, VIEWS[view], found)

    asked_for.__doc__ = getattr(Record, view).__doc__
    return asked_for


for view, row in VIEWS.items():
    router.get(f"/{view}", responses=described(row), operation_id=view, tags=["views"])(asking(view))


@router.get("/met", responses=described(views.Encounter), operation_id="met", tags=["views"])
def met(request: Request, asked: OfMeeting) -> Response:
    """Whom somebody met, those met most often first."""
    found = record_of(request).met(asked.name, asked.filters(more=1))
    return answer(request, asked, views.Encounter, found)


@router.get("/changes", responses=described(views.Change), operation_id="changes", tags=["views"])
def changes(request: Request, asked: OfSince) -> Response:
    """What is new since a day or time of the record."""
    found = record_of(request).changes(asked.changed_since, asked.filters(more=1))
    return answer(request, asked, views.Change, found)


@router.get("/search", responses=described(views.Found), operation_id="search", tags=["views"])
def search(request: Request, asked: OfWords) -> Response:
    """Articles by their words, best first; found with and without diacritics."""
    found = record_of(request).search(asked.q, asked.offset + asked.limit + 1)
    return answer(request, asked, views.Found, found[asked.offset :])
