"""Add: a text or an address in, its facts to look at and mend, then into the record."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from hoadam.errors import HoadamError, InputFault
from hoadam.flow import facts_of
from hoadam.interfaces.faults import told
from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.bounds import LARGEST
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.fetching import article_at, fetched
from hoadam.interfaces.web.guards import Writer, same_origin
from hoadam.interfaces.web.mending import mended, previews
from hoadam.interfaces.web.render import page
from hoadam.model.article import Article
from hoadam.read.options import ReadOptions
from hoadam.read.settle import settled
from hoadam.read.unreadable import Unreadable

router = APIRouter()

FIELDS = ("address", "outlet", "published", "url", "title", "text")


async def form_of(request: Request) -> FormData:
    """The form that was sent in; 413 where it is larger than anybody types, 411 where it does not say how large."""
    size = request.headers.get("content-length", "")
    if not size.isdigit():
        raise HTTPException(411, "say how large it is")
    if int(size) > LARGEST:
        raise HTTPException(413, f"at most {LARGEST:,} bytes")
    return await request.form(max_part_size=LARGEST)


Sent = Annotated[FormData, Depends(form_of)]


@router.get("/add", response_class=HTMLResponse)
def ask(desk: AtDesk, who: Writer) -> HTMLResponse:
    """The form for a text or an address."""
    return shown(desk, dict.fromkeys(FIELDS, ""), who)


@router.post("/add", dependencies=[Depends(same_origin)])
def preview(desk: AtDesk, sent: Sent, who: Writer) -> HTMLResponse:
    """The facts of what was sent in, not yet kept."""
    values = {name: str(sent.get(name, "")) for name in FIELDS}
    try:
        article = article_of(desk, values)
    except HoadamError as fault:
        return shown(desk, values, who, problem=told(fault))
    held = article.row()
    values = {**values, **{name: held.get(name) or "" for name in ("outlet", "published", "url", "title", "text")}}
    return shown(desk, values, who, facts=previews(article, facts_of(article)))


@router.post("/add/save", dependencies=[Depends(same_origin)])
def save(desk: AtDesk, sent: Sent, who: Writer) -> Response:
    """Keep the article; what was mended or left out of its facts is kept as decisions on them."""
    values = {name: str(sent.get(name, "")) for name in FIELDS}
    try:
        article = article_of(desk, {**values, "address": ""})
    except HoadamError as fault:
        return shown(desk, values, who, problem=told(fault))
    desk.record.add([article])
    mended(desk.record.store, article, {name: str(value) for name, value in sent.items()}, who)
    return RedirectResponse(f"/article/{segment(article.id)}", 303)


def shown(desk: Desk, values: dict[str, str], who: str, **more: Any) -> HTMLResponse:
    """The form with what was typed, and the facts of it where it was read."""
    answer = page(desk, "add.html", values=values, who=who, **{"problem": None, "facts": None, **more})
    answer.status_code = 422 if more.get("problem") else 200
    return answer


def article_of(desk: Desk, values: dict[str, str]) -> Article:
    """The article that is typed, or stands at the address where no text is typed; InputFault where it is none."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    address, text = values["address"].strip(), values["text"].strip()
    if address and not text:
        return article_at(address, fetched(address, desk.request.app.state.private), now)
    title = values["title"].strip()
    whole = text if not title or text.startswith(title) else f"{title}\n\n{text}"
    fields = {name: values[name].strip() or None for name in ("outlet", "published", "url", "title")}
    try:
        return settled({**fields, "published": fields["published"] or now, "text": whole}, ReadOptions())[0]
    except Unreadable as fault:
        raise InputFault("/add", 0, fault.problem, fault.expected, fault.advice) from fault
