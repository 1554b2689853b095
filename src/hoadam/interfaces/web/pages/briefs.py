"""The brief: one page on a negotiation, to read, to print, to take away as a document."""

from datetime import date, timedelta

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.errors import UsageFault
from hoadam.interfaces.brief import wording
from hoadam.interfaces.brief.command import WRITERS, rendered
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.render import page
from hoadam.views.brief import Brief
from hoadam.views.coming import last_told
from hoadam.views.names import process_named

router = APIRouter()

WEEK = 7  # days before the last report that a brief is about, unless the address says since when
MEDIA = {
    "text": ("text/plain; charset=utf-8", "txt"), "markdown": ("text/markdown; charset=utf-8", "md"),
    "html": ("text/html; charset=utf-8", "html"), "json": ("application/json", "json"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
}  # fmt: skip


@router.get("/brief/{process}", response_class=HTMLResponse)
def brief(desk: AtDesk, process: str) -> HTMLResponse:
    """The brief as a page."""
    since = since_of(desk, process)
    made = composed(desk, process, since)
    return page(desk, "brief.html", process=made.process, since=since, brief=wording(made, desk.lang), forms=WRITERS)


@router.get("/brief/{process}/file/{form}")
def file(desk: AtDesk, process: str, form: str) -> Response:
    """The same as a file."""
    if form not in MEDIA:
        raise UsageFault(f"no format {form!r}; there are {', '.join(MEDIA)}")
    made = composed(desk, process, since_of(desk, process))
    media, suffix = MEDIA[form]
    name = f"{made.process.name}-{made.day}.{suffix}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(rendered(made, form), media_type=media, headers=headers)


def composed(desk: Desk, process: str, since: str) -> Brief:
    """The rows of the brief."""
    return desk.record.brief(process, since, desk.within(named=desk.filters.named))


def since_of(desk: Desk, process: str) -> str:
    """Since when: as the address says, else a week before the last report."""
    if desk.filters.since:
        return desk.filters.since
    name = process_named(process, desk.record.store)
    last = last_told(desk.record.store, desk.within(process=name)) or date.today().isoformat()
    return (date.fromisoformat(last[:10]) - timedelta(days=WEEK)).isoformat()
