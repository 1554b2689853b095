"""The timeline as it is drawn: each event with the days that bound it, and whether anybody states these."""

from dataclasses import dataclass

from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.timeline import TIMELESS, Event
from hoadam.views.told import json_value, slots_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Event):
    """An event between the days `low` and `high`; `derived` where no text states them: bounds, never a date.

    An open bound is the first or the last day that a date can be.
    """

    low: str
    high: str
    derived: bool


def chart(store: Store, kinds: tuple[str, ...], filters: Filters = EVERYTHING) -> list[Drawn]:
    """The latest events of each of these kinds (`limit` counts those of one kind), in order of time."""
    found = []
    for kind in kinds:
        if kind not in TIMELESS:
            found += store.facts(filters.query(store, kind))
    rows = [drawn(one) for one in found]
    return sorted(rows, key=lambda row: (row.published[:10] if row.derived else row.low, row.published, row.id))


def drawn(one: Account) -> Drawn:
    """The row of an event."""
    merged, slots = one.merged, dict(json_value(slots_of(one)))
    return Drawn.of(one, kind=merged.kind, slots=slots, low=merged.low, high=merged.high, derived=merged.derived)
