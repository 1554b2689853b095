"""What was agreed, and what became of it."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Told):
    """One event in the life of a deal; slots as in `record.md`."""

    matter: str | None
    event: str | None
    parties: tuple[str, ...]


def agreements(store: Store, filters: Filters = EVERYTHING) -> list[Agreement]:
    """Events of deals in order of time."""
    return [Agreement.of(one) for one in seen(store, "agreement", filters, parties=("parties",))]
