"""What is new since the last visit, by process; and the mark that says how far one has read."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.guards import same_origin
from hoadam.interfaces.web.pages.choices import YEAR
from hoadam.interfaces.web.render import page
from hoadam.views.latest import latest
from hoadam.views.names import Unknown

router = APIRouter()

SEEN = "seen"  # the cookie that holds the time of the last visit
SHOWN = 60


@router.get("/", response_class=HTMLResponse)
def today(desk: AtDesk) -> HTMLResponse:
    """What changed since the last visit; on the first one, what was told last."""
    since = seen(desk)
    names = {one.name: one for one in desk.record.store.processes()}
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in news(desk, since):
        for name in [*(one for one in row["processes"] if one in names), *([""] if not row["processes"] else [])]:
            groups.setdefault(name, []).append(row)
    ordered = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    return page(desk, "today.html", since=since, groups=[(names.get(name), groups[name]) for name in ordered])


def news(desk: Desk, since: str | None) -> list[dict[str, Any]]:
    """The latest changes since a time of the record, else the facts told last; what was told last comes first."""
    filters = desk.within(limit=SHOWN)
    if since:
        try:
            return [one.row() for one in reversed(desk.record.changes(since, filters))]
        except Unknown:  # somebody wrote the cookie by hand
            pass
    # what was told last of everything says little of one negotiation
    found = desk.record.timeline(filters)[::-1] if filters.process else latest(desk.record.store, filters)
    return [{**one.row(), "what": []} for one in found]


def seen(desk: Desk) -> str | None:
    """Until when this browser has seen what is new."""
    return desk.request.cookies.get(SEEN) or None


@router.post("/seen", dependencies=[Depends(same_origin)])
def mark(desk: AtDesk) -> Response:
    """Remember that all so far has been seen."""
    answer = RedirectResponse(desk.url("/"), 303)
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    answer.set_cookie(SEEN, at, max_age=YEAR, httponly=True, samesite="lax")
    return answer
