"""Who was named and who left."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Told):
    """One change in one office; slots as in `record.md`."""

    person: str | None
    change: str | None
    title: str | None
    of_: str | None
    replaces: str | None
    reason: str | None
    to: str | None
    tense: str | None


def appointments(store: Store, filters: Filters = EVERYTHING) -> list[Appointment]:
    """Changes of office in order of time; a party is the state or body of the office."""
    return [
        Appointment.of(one)
        for one in seen(store, "appointment", filters, parties=("of",), people=("person", "replaces"))
    ]
