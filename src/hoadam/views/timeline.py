"""What happened when, over all kinds but roles, which happen at no time."""

from dataclasses import dataclass, replace
from typing import Any

from hoadam.kinds import KINDS
from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.statements import with_officials
from hoadam.views.told import Told, json_value, slots_of

TIMELESS = frozenset({"role", "delegation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Told):
    """A fact of any kind; `slots` holds those that its kind has."""

    kind: str
    slots: dict[str, Any]


def timeline(store: Store, filters: Filters = EVERYTHING) -> list[Event]:
    """All that happened, was said or is due, in order of time; undated facts stand where they were published.

    A party acts through its officials too.
    """
    kinds = tuple(kind for kind in KINDS if kind not in TIMELESS)
    query = replace(filters.query(store, None), kinds=kinds)
    if filters.party:
        query = with_officials(query)
    return [event(one) for one in store.facts(query)]


def event(account: Account) -> Event:
    """The row of a fact of any kind."""
    return Event.of(account, kind=account.merged.kind, slots=dict(json_value(slots_of(account))))
