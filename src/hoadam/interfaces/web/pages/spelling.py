"""House spelling: names that have several known forms, each chosen once and shown so from then on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.spelling import forms, named, spelled
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.guards import same_origin
from hoadam.interfaces.web.pages.choices import YEAR
from hoadam.interfaces.web.render import page
from hoadam.interfaces.web.spelled import COOKIE, chosen, packed
from hoadam.interfaces.words import knowledge, shown
from hoadam.views.names import plain

router = APIRouter(prefix="/choices")

SHOWN = 90  # names on a page
PEOPLE = 30  # those with most facts
PLACES = ("place", "parties", "party", "side")


@dataclass(frozen=True, slots=True)
class Choice:
    """A name of the record as it is shown now, its form among those it has, empty where nobody chose."""

    value: str
    shown: str
    form: str
    forms: tuple[str, ...]


@router.get("", response_class=HTMLResponse)
def choices(desk: AtDesk, q: str = "") -> HTMLResponse:
    """The names chosen so far, then those of the record, or those that hold the words of `q`."""
    return listed(desk, q, full=False)


@router.post("/spelling", dependencies=[Depends(same_origin)])
def spell(
    desk: AtDesk, value: Annotated[str, Form()], form: Annotated[str, Form()] = "", q: Annotated[str, Form()] = ""
) -> Response:
    """Show a name in one of its forms in the language of the page; as the record has it where the form is empty."""
    held = {code: dict(rows) for code, rows in chosen(desk.request.cookies).items()}
    rows = held.setdefault(desk.lang, {})
    rows.pop(value, None)
    if form in forms(value, desk.lang):
        rows[value] = form
    cookie = packed(held)
    if cookie is None:
        return listed(desk, q, full=True)
    answer = RedirectResponse(desk.url("/choices", q=q), 303)
    answer.set_cookie(COOKIE, cookie, max_age=YEAR, httponly=True, samesite="lax")
    return answer


def listed(desk: Desk, q: str, *, full: bool) -> HTMLResponse:
    """The page; `full` says that there is no room for another choice."""
    own = list(chosen(desk.request.cookies).get(desk.lang, {}))
    asked = q.strip()[:100]
    found = searched(asked) if asked else of_record(desk)
    several = [one for one in dict.fromkeys([*own, *found]) if len(forms(one, desk.lang)) > 1]
    rows = [Choice(one, named_now(one), spelled(one) or "", forms(one, desk.lang)) for one in several[:SHOWN]]
    answer = page(desk, "choices.html", rows=rows, asked=asked, full=full)
    answer.status_code = 409 if full else 200
    return answer


def named_now(value: str) -> str:
    """A name as pages show it."""
    return shown("party" if value in knowledge().english else "place" if ", " in value else "person", value)


def searched(asked: str) -> Iterable[str]:
    """The names of which a form holds these words, with or without accents."""
    wanted = plain(asked)
    return (value for value, known in named().items() if any(wanted in plain(form) for form in (value, *known)))


def of_record(desk: Desk) -> list[str]:
    """The people with most facts, then the places and the parties of the record."""
    people = [one.person for one in desk.record.people(desk.within(limit=PEOPLE))]
    others = [value for value in desk.record.store.values(PLACES) if value in named()]
    return [*people, *sorted(others, key=lambda value: (", " not in value, value))]
