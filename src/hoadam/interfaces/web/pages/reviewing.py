"""The queue of doubts, and what a person with a token decides on a fact."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from hoadam.errors import UsageFault
from hoadam.interfaces.web.accuracy import precision
from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.guards import Writer, same_origin
from hoadam.interfaces.web.pages.choices import local
from hoadam.interfaces.web.render import page
from hoadam.kinds import KINDS
from hoadam.store import Act, Store
from hoadam.views import ShownFact, Told, decide
from hoadam.views.review import review
from hoadam.views.show import NoSuchId

router = APIRouter()

QUEUE = 20
Words = Annotated[str, Field(max_length=2000)]


class Decision(BaseModel):
    """A form sent in: what to do with which fact."""

    verb: Literal["accept", "reject", "correct", "same", "apart", "undo"]
    id: str = Field(max_length=100)
    other: str = Field("", max_length=100)
    slot: str = Field("", max_length=40)
    value: Words = ""
    reason: Words = ""
    back: str = Field("/review", max_length=2000)


@router.get("/review", response_class=HTMLResponse)
def queue(desk: AtDesk, who: Writer) -> HTMLResponse:
    """The least certain facts first, and what was decided last."""
    filters = desk.within(**{**conditions(desk), "limit": QUEUE, "offset": desk.filters.offset})
    rows = [one.row() for one in review(desk.record.store, filters, precision())]
    others = {one["id"]: other_of(desk, one["other"]) for one in rows if one["other"]}
    acts = [(act, desk.record.store.stands(act.seq)) for act in desk.record.store.acts()[-5:][::-1]]
    return page(desk, "review.html", rows=rows, others=others, acts=acts, who=who)


def conditions(desk: Desk) -> dict[str, str | None]:
    """The filters of the address that hold for the queue."""
    return {name: getattr(desk.filters, name) for name in ("since", "until", "party", "person", "issue", "process")}


def other_of(desk: Desk, id_: str) -> dict[str, object] | None:
    """The fact that may be the same as another, as a row."""
    shown = desk.record.show(id_)
    return as_row(shown) if isinstance(shown, ShownFact) else None


def as_row(shown: ShownFact) -> dict[str, object]:
    """A fact as a row of a list."""
    told = Told.of(shown.account)
    return {**shown.row(), **told.row(), "kind": shown.account.merged.kind}


@router.get("/correct/{id_}", response_class=HTMLResponse)
def correct(desk: AtDesk, id_: str, who: Writer) -> Response:
    """A fact with a form for each thing that can be decided on it."""
    shown = desk.record.show(id_)
    if not isinstance(shown, ShownFact):
        raise NoSuchId(id_)
    if shown.account.id != id_:
        return RedirectResponse(f"/correct/{segment(shown.account.id)}", 302)
    kind = KINDS[shown.account.merged.kind]
    slots = (*kind.empty(), *decide.COMMON)
    row = as_row(shown)
    return page(
        desk, "correct.html", row=row, slots=slots, vocabularies={**kind.words}, sources=shown.sources,
        acts=[(act, desk.record.store.stands(act.seq)) for act in shown.acts], who=who,
    )  # fmt: skip


@router.post("/decide", dependencies=[Depends(same_origin)])
def decided(desk: AtDesk, what: Annotated[Decision, Form()], who: Writer) -> Response:
    """Keep a decision and go back to where it was made."""
    act_on(desk.record.store, what, who)
    return RedirectResponse(local(what.back), 303)


def act_on(store: Store, what: Decision, who: str) -> Act:
    """The decision as it is kept."""
    if what.verb == "correct":
        return decide.correct(store, what.id, f"{what.slot}={what.value}", who, what.reason)
    if what.verb in ("same", "apart"):
        if not what.other:
            raise UsageFault("name the other fact")
        held = decide.same if what.verb == "same" else decide.apart
        return held(store, (what.id, what.other), who, what.reason)
    single = {"accept": decide.accept, "reject": decide.reject, "undo": decide.undo}
    return single[what.verb](store, what.id, who, what.reason)
