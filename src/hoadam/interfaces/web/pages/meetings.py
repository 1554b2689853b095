"""A meeting: how it came about, who sat on each side, what was said in the same articles, rounds before and after."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.listed import as_event, one_of, with_it
from hoadam.interfaces.web.render import page
from hoadam.interfaces.web.sides import faces, standing
from hoadam.store import Account, Mention, Query
from hoadam.views.meetings import of_meetings

router = APIRouter()

BESIDE = ("statement", "position", "agreement", "draft", "deadline")  # what the same articles tell besides
MOST = 24  # facts of the same articles
ARTICLES = 12  # whose facts are looked through
ROUNDS = 4  # on either side
FOLLOWING = 200  # later meetings that are looked through for the next ones


@router.get("/meeting/{id_}", response_class=HTMLResponse)
def meeting(desk: AtDesk, id_: str) -> Response:
    """A meeting by the id of its fact; ids that lost out lead here."""
    shown, elsewhere = one_of(desk, "meeting", id_)
    if elsewhere:
        return elsewhere
    account = shown.account
    (row,) = of_meetings(desk.record.store, [account], desk.at)
    return page(
        desk, "meeting.html", row=row.row(), faces=faces(row.row()), others=standing(row.row()),
        stages=row.history, beside=beside(desk, account), before=rounds(desk, account, until=account.merged.low),
        after=rounds(desk, account, since=account.merged.high),
    )  # fmt: skip


def beside(desk: Desk, account: Account) -> list[dict[str, Any]]:
    """What the articles that tell of a meeting were the first to tell besides."""
    articles = list(dict.fromkeys(one.article for one in account.told))[:ARTICLES]
    return with_it(desk, articles, BESIDE)[:MOST]


def rounds(desk: Desk, account: Account, since: str | None = None, until: str | None = None) -> list[dict[str, Any]]:
    """The meetings of the same parties next to this one: those before it (`until`), or after it (`since`)."""
    parties = account.merged.all("parties")
    if len(parties) < 2 or account.merged.derived:
        return []
    store = desk.record.store
    mentions = tuple(Mention((party,), ("parties",)) for party in parties[:3])
    query = Query(("meeting",), mentions=mentions, since=since, until=until, point=desk.at.point(store))
    found = store.facts(replace(query, limit=FOLLOWING if since else 2 * ROUNDS))
    return [as_event(one) for one in nearest(found, account, later=since is not None)]


def nearest(found: Sequence[Account], account: Account, *, later: bool) -> list[Account]:
    """Those of other days nearest to a meeting, in order of time."""
    here = account.merged
    dated = [one for one in found if one.id != account.id and not one.merged.derived]
    if later:
        return [one for one in dated if one.merged.low > here.high][:ROUNDS]
    return [one for one in dated if one.merged.high < here.low][-ROUNDS:]
