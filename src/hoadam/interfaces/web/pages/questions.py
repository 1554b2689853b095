"""A page for each question whose answer is a list: filters above, rows beneath, each on its sentence."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from hoadam.interfaces.asking import ROWS
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.looks import LOOKS, PLAIN
from hoadam.interfaces.web.render import page
from hoadam.views import Told

router = APIRouter()

QUESTIONS = tuple(view for view in ROWS if view != "people")  # whose page is of another sort


def asking(view: str) -> Callable[[Desk], HTMLResponse]:
    """What answers for the page of a view."""

    def ask(desk: AtDesk) -> HTMLResponse:
        filters = desk.filters
        assert filters.limit is not None
        rows = getattr(desk.record, view)(replace(filters, limit=filters.limit + 1))  # one more tells of more
        more = len(rows) > filters.limit
        held = newest_first(rows, filters.limit)
        look = PLAIN if desk.request.query_params.get("form") == "list" else LOOKS.get(view, PLAIN)
        return page(desk, look.template, view=view, rows=held, more=more, **look.more(desk, held))

    return ask


def newest_first(rows: Sequence[Told], limit: int) -> list[dict[str, Any]]:
    """The latest rows, the last of them first."""
    return [row.row() for row in reversed(rows[-limit:])]


for view in QUESTIONS:
    router.get(f"/{view}", response_class=HTMLResponse)(asking(view))
