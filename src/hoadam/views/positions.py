"""Where each party stands on each issue."""

from dataclasses import dataclass, replace
from typing import Any

from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, json_value, seen


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


@dataclass(frozen=True, slots=True)
class Turn:
    """A stance from the day on which it was first told; `id` opens its sentences."""

    stance: str | None
    since: str
    last: str
    id: str
    reports: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one party stands on one issue, over time."""

    issue: str | None
    party: str | None
    turns: tuple[Turn, ...]

    def row(self) -> dict[str, Any]:
        """The cell as a JSON object."""
        return dict(json_value(self))


def matrix(store: Store, filters: Filters = EVERYTHING) -> list[Cell]:
    """Issue × party: the cells in the order of issues and parties, each with its stances in order of time."""
    found: dict[tuple[str, str], list[Account]] = {}
    for one in seen(store, "position", filters, parties=("party",)):
        key = (str(one.merged.best("issue")), str(one.merged.best("party")))
        found.setdefault(key, []).append(one)
    return [Cell(*key, turns=tuple(turns(found[key]))) for key in sorted(found)]


def turns(told: list[Account]) -> list[Turn]:
    """The stances of one party on one issue; what repeats the stance before it is one with it."""
    ordered = sorted(told, key=lambda one: (one.told[0].published, one.id))
    made: list[Turn] = []
    for one in ordered:
        stance, last = one.merged.best("stance"), one.told[-1].published[:10]
        if made and made[-1].stance == stance:
            before = made.pop()
            made.append(replace(before, last=max(before.last, last), reports=before.reports + len(one.told)))
        else:
            made.append(Turn(stance, one.told[0].published[:10], last, one.id, len(one.told)))
    return made
