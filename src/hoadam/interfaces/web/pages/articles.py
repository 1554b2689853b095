"""An article: its text with every fact marked in it and in the margin, and how its words have changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.marking import paragraphs
from hoadam.interfaces.web.render import page
from hoadam.interfaces.wording import Stretch, differences
from hoadam.views import ShownArticle
from hoadam.views.revised import Revised, revised
from hoadam.views.show import NoSuchId

router = APIRouter()

AROUND = 6  # words that are shown on either side of a change


@dataclass(frozen=True, slots=True)
class Turned:
    """A revision with how its words differ from those before it; `stretches` is empty for the first."""

    state: Revised
    stretches: tuple[Stretch, ...]


@router.get("/article/{id_:path}", response_class=HTMLResponse)
def article(desk: AtDesk, id_: str) -> Response:
    """An article in its latest words."""
    shown = desk.record.show(id_)
    if not isinstance(shown, ShownArticle):
        raise NoSuchId(id_)
    if shown.article.id != id_:
        return RedirectResponse(desk.url(f"/article/{segment(shown.article.id)}"), 302)
    states = turned(revised(desk.record.store, id_)) if shown.revisions > 1 else []
    parts = paragraphs(shown.article.text, shown.facts)
    titled = bool(shown.article.title) and shown.article.text.startswith(shown.article.title or "")
    return page(desk, "article.html", article=shown.article, parts=parts, titled=titled, shown_=shown, states=states)


def turned(states: Sequence[Revised]) -> list[Turned]:
    """The revisions, the latest first."""
    befores: list[Revised | None] = [None, *states]
    found = [
        Turned(state, tuple(map(shortened, differences(before.text, state.text))) if before else ())
        for before, state in zip(befores, states, strict=False)
    ]
    return found[::-1]


def shortened(stretch: Stretch) -> Stretch:
    """Words that were kept, cut to those next to a change."""
    words = stretch.words
    if stretch.sort != "kept" or len(words) <= 2 * AROUND:
        return stretch
    return Stretch("kept", (*words[:AROUND], "…", *words[-AROUND:]))
