"""A draft: what became of the plan, who accepted and who rejected it, and the plans it comes from and leads to."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.drawing import links, rows
from hoadam.interfaces.web.listed import as_event, one_of, with_it
from hoadam.interfaces.web.pictures.lineage import lineage as picture
from hoadam.interfaces.web.render import page
from hoadam.store import Account, Mention, Query
from hoadam.views.drafts import Draft, of_drafts, points_of

router = APIRouter()

ANSWERS = ("accepted", "rejected")
EVENTS = 200  # of the author's plans that are looked through
SHOWN = 30  # events of one plan
BESIDE = ("statement", "position")
MOST = 16
ARTICLES = 12  # whose facts are looked through


@router.get("/draft/{id_}", response_class=HTMLResponse)
def draft(desk: AtDesk, id_: str) -> Response:
    """An event of a draft by the id of its fact, with all that befell the same plan; ids that lost out lead here."""
    shown, elsewhere = one_of(desk, "draft", id_)
    if elsewhere:
        return elsewhere
    store, account = desk.record.store, shown.account
    (row,) = of_drafts(store, [account], desk.at)
    held = family(desk, account)
    plans = by_points(held)
    mine = plans.pop(points_of(account), [account])
    articles = list(dict.fromkeys(one.article for one in account.told))
    drawn = picture(rows(of_drafts(store, held, desk.at)), links(desk))
    return page(
        desk, "draft.html", row=row.row(), picture=drawn, events=events(mine),
        answers=[one for one in events(mine) if one["slots"]["event"] in ANSWERS], lineage=lineage(row, plans),
        plans=[(points, events(held)) for points, held in plans.items()],
        beside=with_it(desk, articles[:ARTICLES], BESIDE)[:MOST],
    )  # fmt: skip


def family(desk: Desk, account: Account) -> list[Account]:
    """All events of plans by the authors of this one, in order of time."""
    authors = account.merged.all("author")
    if not authors:
        return [account]
    store = desk.record.store
    query = Query(
        ("draft",), mentions=(Mention(authors, ("author",)),), limit=EVENTS, point=desk.at.point(store)
    )  # fmt: skip
    found = store.facts(query)
    return found if any(one.id == account.id for one in found) else [account, *found]


def by_points(found: list[Account]) -> dict[int | None, list[Account]]:
    """Events by the plan that they befall, which its number of points tells from the author's others."""
    plans: dict[int | None, list[Account]] = {}
    for one in found:
        plans.setdefault(points_of(one), []).append(one)
    return plans


def events(held: list[Account]) -> list[dict[str, Any]]:
    """The latest events of a plan, in order of time."""
    return [as_event(one) for one in held[-SHOWN:]]


def lineage(row: Draft, plans: dict[int | None, list[Account]]) -> list[tuple[int, str | None]]:
    """The plans up to this one by their points, each with an event that opens it where the record has one."""
    known = {one.points: one.id for one in row.follows}
    return [(points, known.get(points) or (plans[points][0].id if points in plans else None)) for points in row.lineage]
