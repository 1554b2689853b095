"""What is planned as told last: meetings, deadlines and signings whose stated time has not passed."""

from dataclasses import replace

from hoadam.store import Account, Store
from hoadam.store.bounds import days
from hoadam.views.filters import Filters
from hoadam.views.told import slots_of

STATUSES = {"deadline": ("set", "extended"), "meeting": ("planned",), "agreement": ("planned",)}


def planned(store: Store, day: str, filters: Filters) -> list[Account]:
    """What is to come, as told last, and lies on the day or later; without a stated time, where it was told then."""
    query = replace(filters.unlimited().query(store, None), kinds=tuple(STATUSES))
    since = max(filter(None, (day, query.since)))
    return [one for one in store.facts(replace(query, since=since)) if comes(one)]


def comes(one: Account) -> bool:
    """Is it something to come, as told last?"""
    held = slots_of(one)
    return bool({held.get("status"), held.get("event")} & set(STATUSES.get(one.merged.kind, ())))


def first_day(one: Account) -> str:
    """The first day of a fact's stated time; the empty text where it states none."""
    bounds = days(str(one.merged.best("when") or ""))
    return bounds[0] if bounds else ""


def last_day(one: Account) -> str:
    """The last day of a fact's stated time; the empty text where it states none."""
    bounds = days(str(one.merged.best("when") or ""))
    return bounds[1] if bounds else ""
