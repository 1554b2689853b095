"""Where each party stands on each issue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hoadam.store import Stance, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.names import issue_named, parties_named, process_named
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
    """Issue × party: the cells in the order of issues and parties, each with its stances in order of time.

    `limit` counts the latest stances of each cell.
    """
    every = replace(filters.unlimited(), process=None, party=None, issue=None)
    found = _counted(store, filters) if every == EVERYTHING else _gone_through(store, filters)
    turned = ((cell, turns(stances, filters.limit)) for cell, stances in found)
    return [Cell(*cell, turns=made) for cell, made in turned if made]


def _counted(store: Store, filters: Filters) -> Iterator[tuple[tuple[str, str], Iterator[Stance]]]:
    """The cells of today with their stances, the last told first."""
    process = process_named(filters.process, store) if filters.process else ""
    parties = parties_named(filters.party, store) if filters.party else None
    issue = issue_named(filters.issue) if filters.issue else None
    for cell in store.cells():
        if issue in (None, cell[0]) and (parties is None or cell[1] in parties):
            yield cell, store.stances(cell, process)


def _gone_through(store: Store, filters: Filters) -> Iterator[tuple[tuple[str, str], Iterator[Stance]]]:
    """The same of all positions that pass the filters."""
    found: dict[tuple[str, str], list[tuple[str, Stance]]] = {}
    for one in store.walk(filters.unlimited().query(store, "position", ("party",))):
        key = (str(one.merged.best("issue")), str(one.merged.best("party")))
        first, last = one.told[0].published, one.told[-1].published[:10]
        stance = Stance(one.merged.best("stance"), first[:10], last, one.id, len(one.told))
        found.setdefault(key, []).append((first, stance))
    for key in sorted(found):
        ordered = sorted(found[key], key=lambda told: (told[0], told[1].fact), reverse=True)
        yield key, (stance for _, stance in ordered)


def turns(stances: Iterable[Stance], limit: int | None) -> tuple[Turn, ...]:
    """The last turns of one party on one issue, in order of time; what repeats the stance before it is one with it."""
    made: list[Stance] = []
    for one in stances:
        if made and made[-1].stance == one.stance:
            later = made.pop()
            made.append(one._replace(last=max(one.last, later.last), reports=one.reports + later.reports))
        elif limit and len(made) == limit:
            break
        else:
            made.append(one)
    return tuple(Turn(one.stance, one.since, one.last, one.fact, one.reports) for one in reversed(made))
