"""Who met whom: one person's meetings, and all pairs of a record; how often, when first and last, where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal

from hoadam.store import Account, Gathering, Mention, Store
from hoadam.store.naming import took_place
from hoadam.views.claims import day_of
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.names import people_named, process_named
from hoadam.views.told import json_value

LOOKED = 120  # the latest meetings that are looked through for pairs


@dataclass(frozen=True, slots=True)
class Encounter:
    """Somebody whom a person met, in `meetings` meetings; `first` and `last` days, `company` whoever else was there.

    A day is the stated one, else that on which the meeting was first told. `ids` open the meetings.
    """

    person: str
    meetings: int
    first: str
    last: str
    places: tuple[str, ...]
    company: tuple[str, ...]
    ids: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return dict(json_value(self))


def met(store: Store, name: str, filters: Filters = EVERYTHING, latest: int | None = None) -> list[Encounter]:
    """Whom somebody met, those met most often first; `limit` counts people, `latest` the meetings looked through."""
    own = people_named(name, store)
    held: dict[str, list[Gathering]] = {}
    for one in _gatherings(store, own, filters, latest):
        for other in one.people:
            if other not in own:
                held.setdefault(other, []).append(one)
    ranked = sorted(held.items(), key=lambda row: (-len(row[1]), row[0]))
    return [encounter(other, told, own) for other, told in filters.first(ranked)]


def _gatherings(store: Store, own: tuple[str, ...], filters: Filters, latest: int | None) -> Iterator[Gathering]:
    """The meetings that took place with somebody, in order of time; the record has them at hand where all are asked."""
    if latest is None and replace(filters.unlimited(), process=None) == EVERYTHING:
        process = process_named(filters.process, store) if filters.process else ""
        yield from store.gatherings(own, process)
        return
    query = filters.unlimited().query(store, "meeting", ("parties", "mediators"), ("people",))
    mentions = (*query.mentions, Mention(own, ("people",)))
    for one in store.facts(replace(query, mentions=mentions, limit=latest)):
        if took_place(one.merged):
            yield Gathering(one.id, day_of(one), one.merged.all("place"), one.merged.all("people"))


def encounter(person: str, told: list[Gathering], own: tuple[str, ...]) -> Encounter:
    """The row of somebody met."""
    days = sorted(one.day for one in told)
    places = dict.fromkeys(place for one in told for place in one.places)
    company = dict.fromkeys(name for one in told for name in one.people)
    others = tuple(name for name in company if name != person and name not in own)
    return Encounter(
        person, len(told), days[0], days[-1], tuple(places), others, tuple(one.fact for one in told)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that met in `meetings` meetings, `first` and `last` days; `ids` open the meetings."""

    one: str
    other: str
    meetings: int
    first: str
    last: str
    ids: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return dict(json_value(self))


def pairs(store: Store, filters: Filters = EVERYTHING, of: Literal["people", "parties"] = "people") -> list[Pair]:
    """Who met whom at the latest meetings that took place, the commonest pairs first; `limit` counts pairs."""
    query = replace(filters, limit=LOOKED, offset=0).query(store, "meeting", ("parties", "mediators"), ("people",))
    held: dict[tuple[str, str], list[Account]] = {}
    for one in store.facts(query):
        if took_place(one.merged):
            for two in combinations(sorted(one.merged.all(of)), 2):
                held.setdefault(two, []).append(one)
    rows = [pair(*two, told) for two, told in held.items()]
    return filters.first(sorted(rows, key=lambda row: (-row.meetings, row.one, row.other)))


def pair(one: str, other: str, told: list[Account]) -> Pair:
    """The row of two that met."""
    days = sorted(map(day_of, told))
    return Pair(one, other, len(told), days[0], days[-1], tuple(meeting.id for meeting in told))
