"""What hoadam is, how well it reads, and what this record holds."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from hoadam.interfaces.messages import say
from hoadam.interfaces.web.accuracy import accuracy
from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.render import page
from hoadam.interfaces.words import number
from hoadam.store import Query

router = APIRouter()


@router.get("/about", response_class=HTMLResponse)
def about(desk: AtDesk) -> HTMLResponse:
    """The accuracy that the gate measured, and how much the record holds."""
    store = desk.record.store
    counts = [
        (say("heading", "facts"), number(store.count(Query()))),
        (say("heading", "outlets"), number(len(store.outlets()))),
    ]
    return page(desk, "about.html", accuracy=accuracy(), counts=counts, percent=percent)


def percent(share: float | None) -> str:
    """A share in hundredths; a dash where there is nothing to share."""
    return "–" if share is None else number(round(share * 100, 1)) + " %"
