"""How we know: a fact with all its reports, and an article with its facts marked in it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.render import page
from hoadam.views import ShownArticle, ShownFact, Told
from hoadam.views.show import NoSuchId

router = APIRouter()


@router.get("/fact/{id_}", response_class=HTMLResponse)
def fact(desk: AtDesk, id_: str) -> Response:
    """A fact; an id that leads to another fact, and the beginning of an id, lead to its own page."""
    shown = desk.record.show(id_)
    if not isinstance(shown, ShownFact):
        raise NoSuchId(id_)
    if shown.account.id != id_:
        return RedirectResponse(desk.url(f"/fact/{segment(shown.account.id)}"), 301 if shown.asked else 302)
    leading = Told.of(shown.account)
    headline = {**shown.row(), "speaker": leading.speaker, "named": leading.named}
    return page(desk, "fact.html", fact=shown.row(), headline=headline, sources=shown.sources)


@router.get("/article/{id_:path}", response_class=HTMLResponse)
def article(desk: AtDesk, id_: str) -> Response:
    """An article in its latest words."""
    shown = desk.record.show(id_)
    if not isinstance(shown, ShownArticle):
        raise NoSuchId(id_)
    if shown.article.id != id_:
        return RedirectResponse(desk.url(f"/article/{segment(shown.article.id)}"), 302)
    return page(desk, "article.html", article=shown.article, facts=shown.facts, revisions=shown.revisions)
