"""A merged fact: what several reports of one fact give together, with who supports what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot (one member, where the slot is a list) and the observations that give it, in their order."""

    value: Any
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a history: a status, the stated time if any, the day it was first told, and by which reports."""

    status: str
    when: str | None
    told: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many outlets, texts that copy no other, independent origins, and texts whose origin is unknown there are."""

    outlets: int
    texts: int
    origins: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A fact put together from its reports (in the order of publication).

    `slots` holds, for each slot that anyone fills, its values, the best supported first; of the slots in `disputed` the
    values exclude each other. `low`, `high`, `derived` are as in a report. `history` has the steps of a fact with a
    status. `reports` beyond the bound are counted in `more` alone.
    """

    id: str
    kind: str
    reports: tuple[str, ...]
    slots: Mapping[str, tuple[Value, ...]]
    disputed: tuple[str, ...]
    history: tuple[Step, ...]
    counts: Counts
    low: str
    high: str
    derived: bool
    more: int = 0

    def best(self, slot: str) -> Any:
        """The best supported value of a scalar slot; None where nobody fills it."""
        values = self.slots.get(slot, ())
        return values[0].value if values else None

    def all(self, slot: str) -> tuple[Any, ...]:
        """All values of a slot, the best supported first."""
        return tuple(value.value for value in self.slots.get(slot, ()))
