"""What is due."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Told):
    """One deadline; `when` is the day itself, the other slots are as in `record.md`."""

    status: str | None
    set_by: str | None
    for_: str | None


def deadlines(store: Store, filters: Filters = EVERYTHING) -> list[Deadline]:
    """Deadlines in order of the day they set; a party is who sets it or for whom it is set."""
    return [Deadline.of(one) for one in seen(store, "deadline", filters, parties=("set_by", "for"))]
