"""Who is in the record, and who met whom."""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.drawing import drawn, rows
from hoadam.interfaces.web.render import page

router = APIRouter()

MET = 6  # of those whom somebody met


@router.get("/people", response_class=HTMLResponse)
def people(desk: AtDesk) -> HTMLResponse:
    """People, those with most facts first."""
    filters = desk.filters
    assert filters.limit is not None
    found = rows(desk.record.people(replace(filters, limit=filters.limit + 1)))
    held = found[: filters.limit]
    return page(desk, "people.html", view="people", rows=held, more=len(found) > filters.limit, met=MET)


@router.get("/network", response_class=HTMLResponse)
def network(desk: AtDesk) -> HTMLResponse:
    """Who met whom, or whom one person met."""
    return page(desk, "network.html", picture=drawn(desk, "network", desk.filters))
