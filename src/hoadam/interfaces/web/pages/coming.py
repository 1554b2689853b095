"""What is coming, the nearest first, and what has no date yet."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.drawing import rows
from hoadam.interfaces.web.render import page
from hoadam.views import coming
from hoadam.views.coming import first_day

router = APIRouter()


@router.get("/coming", response_class=HTMLResponse)
def ahead(desk: AtDesk) -> HTMLResponse:
    """Planned meetings, deadlines and signings ahead of the day of the address, else of the last that is known of."""
    store, filters = desk.record.store, desk.filters
    found = rows(coming(store, filters))
    dated, undated = ([row for row in found if row["dated"] is told] for told in (True, False))
    return page(desk, "coming.html", since=first_day(store, filters), dated=dated, undated=undated)
