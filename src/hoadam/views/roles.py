"""Which offices and kinships people are said to have."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Told):
    """One office, or kinship, of one person; slots as in `record.md`."""

    person: str | None
    title: str | None
    of_: str | None
    relation: str | None
    to: str | None
    tense: str | None


def roles(store: Store, filters: Filters = EVERYTHING) -> list[Role]:
    """Offices as told, in the order in which they were first published; a party is the state or body of the office."""
    return [Role.of(one) for one in seen(store, "role", filters, parties=("of",), people=("person",))]
