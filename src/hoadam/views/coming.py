"""What is coming: meetings, deadlines and signings that lie ahead of a day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hoadam.model.report import LAST
from hoadam.store import Account, Mention, Query, Store
from hoadam.views.filters import EVERYTHING, Filters, day
from hoadam.views.told import Told, json_value, slots_of

AHEAD = {
    "meeting": ("planned", "proposed", "postponed"),
    "deadline": ("set", "extended"),
    "agreement": ("planned", "proposed"),
}
STATUS = {"meeting": "status", "deadline": "status", "agreement": "event"}
FRESH = 30  # days for which a plan without a date is taken to lie ahead
LOOKED = 200  # facts ahead of the day that are looked through


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming(Told):
    """A meeting, deadline or signing to come; `status` is the one told last, `slots` are those that its kind has.

    `dated` says whether it is told when it is due.
    """

    kind: str
    status: str
    dated: bool
    slots: dict[str, Any]


def coming(store: Store, filters: Filters = EVERYTHING, since: str | None = None) -> list[Coming]:
    """What lies ahead of a day, the nearest first; then what has no date and was told shortly before it, latest first.

    `since` is the day, else that of `first_day`.
    """
    since = day(since, 0) or first_day(store, filters)
    if since is None:
        return []
    asked = replace(filters, since=fresh(since), limit=LOOKED, offset=0)
    told = store.facts(replace(asked.query(store, None), kinds=tuple(AHEAD)))
    ahead = [one for one in told if status(one) in AHEAD[one.merged.kind] and due(one, since)]
    dated = sorted((one for one in ahead if has_day(one, since)), key=lambda one: (one.merged.low, one.id))
    undated = sorted((one for one in ahead if not has_day(one, since)), key=lambda one: one.place, reverse=True)
    return [row(one, has_day(one, since)) for one in filters.first([*dated, *undated])]


def due(one: Account, since: str) -> bool:
    """Does a fact lie ahead of a day; where its end is open, was it told shortly before?"""
    if one.merged.derived or one.merged.high == LAST:
        return one.told[-1].published[:10] >= fresh(since)
    return one.merged.high >= since


def has_day(one: Account, since: str) -> bool:
    """Is it told when it is due? What may be on any day since a past one has no date yet."""
    return not one.merged.derived and (one.merged.high != LAST or one.merged.low >= since)


def first_day(store: Store, filters: Filters = EVERYTHING) -> str | None:
    """The day from which things count as coming: `since`, else `as_of`, else the last day of publication.

    What a record that is no longer fed knew to be coming stays so. None in an empty record.
    """
    return day(filters.since, 0) or day(filters.as_of, 1) or last_told(store, filters)


def last_told(store: Store, filters: Filters = EVERYTHING) -> str | None:
    """The last day on which anything was published, as far as statements tell; None in an empty record."""
    query = Query(("statement",), mentions=of_process(store, filters), limit=1, point=filters.point(store))
    latest = store.facts(query) or store.facts(replace(query, kinds=()))
    return latest[0].told[-1].published[:10] if latest else None


def of_process(store: Store, filters: Filters) -> tuple[Mention, ...]:
    """The condition on the process alone."""
    return replace(EVERYTHING, process=filters.process).query(store, None).mentions


def fresh(since: str) -> str:
    """The first day of which a plan without a date still counts on a day."""
    return (date.fromisoformat(since) - timedelta(days=FRESH)).isoformat()


def status(one: Account) -> str:
    """How far a fact has come, as told last."""
    return str(slots_of(one).get(STATUS[one.merged.kind]))


def row(one: Account, dated: bool) -> Coming:
    """The row of a fact."""
    slots = dict(json_value(slots_of(one)))
    return Coming.of(one, kind=one.merged.kind, status=status(one), dated=dated, slots=slots)
