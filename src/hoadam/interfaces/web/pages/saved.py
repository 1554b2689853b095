"""Saved questions, with a mark for what is new in each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.guards import same_origin
from hoadam.interfaces.web.noticing import news
from hoadam.interfaces.web.pages.choices import YEAR, local
from hoadam.interfaces.web.render import page
from hoadam.interfaces.web.saved import ADDRESS, COOKIE, NAME, Question, kept, packed

router = APIRouter(prefix="/saved")

Address = Annotated[str, Form(max_length=ADDRESS)]


@router.get("", response_class=HTMLResponse)
def saved(desk: AtDesk) -> HTMLResponse:
    """The questions with how many facts are new in each."""
    return listed(desk, full=False)


@router.post("", dependencies=[Depends(same_origin)])
def save(desk: AtDesk, address: Address, name: Annotated[str, Form()] = "") -> Response:
    """Keep the question of a page; one that is kept already gets the new name."""
    where = local(address)
    made = Question(name.strip()[:NAME] or where, where, now())
    others = [one for one in kept(desk.request.cookies) if one.address != where]
    answer = keeping([*others, made], where)
    return answer or listed(desk, full=True)


@router.post("/open", dependencies=[Depends(same_origin)])
def look(desk: AtDesk, address: Address) -> Response:
    """Go to a question and remember when."""
    where = local(address)
    found = [replace(one, looked=now()) if one.address == where else one for one in kept(desk.request.cookies)]
    return keeping(found, where) or RedirectResponse(where, 303)


@router.post("/forget", dependencies=[Depends(same_origin)])
def forget(desk: AtDesk, address: Address) -> Response:
    """Keep a question no longer."""
    found = [one for one in kept(desk.request.cookies) if one.address != address]
    return keeping(found, "/saved") or RedirectResponse("/saved", 303)


def listed(desk: Desk, *, full: bool) -> HTMLResponse:
    """The page; `full` says that there is no room for another question."""
    store = desk.record.store
    rows = [(one, news(store, one)) for one in kept(desk.request.cookies)]
    answer = page(desk, "saved.html", rows=rows, full=full)
    answer.status_code = 409 if full else 200
    return answer


def keeping(questions: Sequence[Question], where: str) -> Response | None:
    """Keep these questions and go somewhere; None where they have no room."""
    cookie = packed(questions)
    if cookie is None:
        return None
    answer = RedirectResponse(where, 303)
    answer.set_cookie(COOKIE, cookie, max_age=YEAR, httponly=True, samesite="lax")
    return answer


def now() -> str:
    """The time in UTC, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
