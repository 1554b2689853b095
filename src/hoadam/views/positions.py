"""Where each party stands on each issue."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Told):
    """One stance of one party on one issue; slots as in `record.md`."""

    party: str | None
    issue: str | None
    stance: str | None
    direction: str | None
    content: str | None
    to: str | None


def positions(store: Store, filters: Filters = EVERYTHING) -> list[Position]:
    """Stances in order of time; a party is the one that takes the stance."""
    return [Position.of(one) for one in seen(store, "position", filters, parties=("party",))]
