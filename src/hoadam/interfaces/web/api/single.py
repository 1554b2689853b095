"""One fact, one article, the negotiations: how we know."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from hoadam.interfaces.web.api.answers import json_answer, one
from hoadam.interfaces.web.api.asked import Id, OnlyForm
from hoadam.interfaces.web.api.asking import record_of
from hoadam.interfaces.web.api.problems import problems
from hoadam.interfaces.web.api.rows import model_of
from hoadam.views import Happening, ShownArticle, ShownFact
from hoadam.views.outside import outside
from hoadam.views.revised import revised
from hoadam.views.show import NoSuchId

router = APIRouter(tags=["evidence"])

OBJECT: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"schema": {"type": "object"}}, "text/csv": {"schema": {"type": "string"}}}},
    304: {"description": "You have it already"},
    **problems(400, 404, 409, 422, 503),
}


def listed(row: type) -> dict[int | str, dict[str, Any]]:
    """The answers of a route of all rows at once."""
    return {**OBJECT, 200: {"model": list[model_of(row)]}}  # type: ignore[misc]


@router.get("/facts/{id}", responses=OBJECT, operation_id="fact")
def fact(request: Request, id: Id, asked: OnlyForm) -> Response:
    """A merged fact with every report of it, its sentences, origins, disputes and what people decided."""
    shown = record_of(request).show(id)
    if not isinstance(shown, ShownFact):
        raise NoSuchId(id)
    return one(request, asked, shown.row())


@router.get("/facts/{id}/history", responses=listed(Happening), operation_id="history")
def history(request: Request, id: Id) -> Response:
    """What became of a fact in the record."""
    return json_answer(request, [one.row() for one in record_of(request).history(id)])


@router.get("/articles/{id}", responses=OBJECT, operation_id="article")
def article(request: Request, id: str, asked: OnlyForm) -> Response:
    """An article in its latest words with its facts."""
    shown = record_of(request).show(id)
    if not isinstance(shown, ShownArticle):
        raise NoSuchId(id)
    return one(request, asked, shown.row())


@router.get("/articles/{id}/revisions", responses=OBJECT, operation_id="revisions")
def revisions(request: Request, id: str) -> Response:
    """All states of an article, and the facts that only an earlier one holds."""
    return json_answer(request, {"rows": [one.row() for one in revised(record_of(request).store, id)]})


@router.get("/processes", responses=OBJECT, operation_id="processes")
def processes(request: Request) -> Response:
    """The negotiations with how many facts each holds, and pairs of parties that meet outside all of them."""
    return json_answer(request, {"rows": list(outside(record_of(request).store).rows())})
