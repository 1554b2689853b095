"""Which drafts: whose, how many points, from which earlier one, and what happened to them."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Told):
    """One event in the life of a plan; slots as in `record.md`."""

    author: str | None
    event: str | None
    points: int | None
    was_points: int | None
    by: str | None
    to: str | None
    done: str | None
    place: str | None


def drafts(store: Store, filters: Filters = EVERYTHING) -> list[Draft]:
    """Events of drafts in order of time; a party is the author, or who acts, or who gets it."""
    return [Draft.of(one) for one in seen(store, "draft", filters, parties=("author", "by", "to"))]
