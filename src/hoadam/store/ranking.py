"""What `tallies` keeps, read back: the first of a ranking, whom facts name, where parties stand."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hoadam.store.select import Clause, among, both

Sort = Literal["facts", "person", "office", "met", "pair"]


@dataclass(frozen=True, slots=True)
class Tallied:
    """Which tallies are wanted: of what `sort` (see `tallies`), in which process, of whom; `limit` past `offset`.

    `process` is empty where all facts are counted, `-` where those of no process are; `of` is empty for everybody.
    """

    sort: Sort
    process: str = ""
    of: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0


class Tally(NamedTuple):
    """How often something stands in the facts of today."""

    one: str
    other: str
    times: int


class Lead(NamedTuple):
    """The fact that tells a person's office first, else the first that names the person; days of publication."""

    name: str
    fact: str
    first: str
    last: str


class Stance(NamedTuple):
    """A stance by one fact, told from `since` to `last` in so many reports."""

    stance: str | None
    since: str
    last: str
    fact: str
    reports: int


class Gathering(NamedTuple):
    """A meeting that took place: its day (the stated one, else that on which it was first told), who was there."""

    fact: str
    day: str
    places: tuple[str, ...]
    people: tuple[str, ...]


def ranking(wanted: Tallied) -> Clause:
    """The statement for some tallies. The sort is written out: else SQLite would not see that the index serves it."""
    clauses: list[Clause] = [(f"sort = '{wanted.sort}' AND scope = ?", [wanted.process])]
    if wanted.of:
        clauses.append(among("one", wanted.of))
    clause, values = both(*clauses)
    statement = f"SELECT one, other, count FROM tally WHERE {clause} ORDER BY count DESC, one, other LIMIT ? OFFSET ?"
    return statement, [*values, wanted.limit or -1, wanted.offset]


def within(process: str) -> Clause:
    """The condition that a row belongs to a process; none where that is empty."""
    return ("instr(' ' || filed || ' ', ?)", [f" {process} "]) if process else ("1", [])


def lead_of(connection: sqlite3.Connection, name: str, process: str) -> Lead | None:
    """What leads to a person; None where no fact names one."""
    clause, values = both(("name = ?", [name]), within(process))

    def first(column: str, order: str) -> str | None:
        statement = f"SELECT {column} FROM named WHERE {clause} ORDER BY {order} LIMIT 1"
        row = connection.execute(statement, values).fetchone()
        return str(row[0]) if row else None

    fact = first("fact", "office DESC, low, high, first, fact")
    return Lead(name, fact, str(first("since", "since")), str(first("last", "last DESC"))) if fact else None


def cells(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every issue with every party that has a stance on it, by leaps: there are many stances to each."""
    leap = "SELECT issue, party FROM stance WHERE (issue, party) > (?, ?) ORDER BY issue, party LIMIT 1"
    at = ("", "")
    while found := connection.execute(leap, at).fetchone():
        at = found
        yield at


def stances(connection: sqlite3.Connection, cell: tuple[str, str], process: str) -> Iterator[Stance]:
    """The stances of a party on an issue, the last told first."""
    clause, values = both(("issue = ? AND party = ?", list(cell)), within(process))
    rows = connection.execute(
        f"SELECT stance, substr(first, 1, 10), last, fact, reports FROM stance WHERE {clause} "
        "ORDER BY first DESC, fact DESC",
        values,
    )
    return map(Stance._make, rows)


def gatherings(connection: sqlite3.Connection, names: Sequence[str], process: str) -> Iterator[Gathering]:
    """The meetings of any of these people in order of time, each once."""
    clause, values = both(among("name", names), within(process))
    rows = connection.execute(
        f"SELECT DISTINCT low, high, first, fact, day, places, people FROM gathering WHERE {clause} "
        "ORDER BY low, high, first, fact",
        values,
    )
    return (Gathering(*row[3:5], *(tuple(json.loads(held)) for held in row[5:])) for row in rows)
