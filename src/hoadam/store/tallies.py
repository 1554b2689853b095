"""What is counted of the facts of today, kept right as they change: a first page then costs the same in any record.

`sort` says what: `facts`; `person` (one), in how many facts; `office` (one, the person, and other), in how many
reports; `met` (one, other), in how many meetings that took place; `pair` of parties (one, other) whose meetings and
agreements no process takes.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from hoadam.merge import COMPONENT, assemble
from hoadam.model.merged import Merged
from hoadam.store.naming import company, offices, persons, took_place
from hoadam.store.reports import Reports, Standing

EVERYWHERE, NOWHERE = "", "-"
PAIRED = ("meeting", "agreement")
Key = tuple[str, str, str, str]  # sort, scope, one, other


class Change(NamedTuple):
    """A fact whose reports change: the rows of those it held, and those it holds now, in their order.

    `low`, `high`, `first` say where it stands now.
    """

    fact: str
    before: set[int]
    now: Sequence[Standing]
    low: str
    high: str
    first: str


def merged_of(reports: Sequence[Standing]) -> Merged:
    """The merged fact of reports in their order."""
    return assemble([one.report for one in reports[:COMPONENT]], len(reports))


def filed(reports: Iterable[Standing]) -> list[str]:
    """The processes of a fact."""
    return sorted({process for one in reports for process in one.filed.split()})


def counted(reports: Sequence[Standing]) -> Counter[Key]:
    """What a fact with these reports adds to the tallies."""
    merged, facts, processes = merged_of(reports), [one.report.fact for one in reports], filed(reports)
    found: list[tuple[str, str, str]] = [("person", name, "") for name in persons(merged, facts)]
    found += [("office", *pair) for pair in offices(merged, facts)]
    found += [("met", *pair) for pair in company(merged)]
    counts = Counter((sort, scope, one, other) for scope in (EVERYWHERE, *processes) for sort, one, other in found)
    counts.update(("facts", scope, "", "") for scope in (EVERYWHERE, *(processes or (NOWHERE,))))
    if merged.kind in PAIRED and not processes:
        counts.update(("pair", NOWHERE, *pair) for pair in combinations(sorted(merged.all("parties")), 2))
    return counts


class Tallies:
    """The tallies of a record and who and what they are taken of, inside one open transaction of one moment."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection = connection
        self.reports = Reports(connection, moment)

    def settle(self, changes: Sequence[Change]) -> None:
        """Make them right after these facts changed."""
        known = {one.seq: one for change in changes for one in change.now}
        lost = {seq for change in changes for seq in change.before} - known.keys()
        known |= {one.seq: one for one in self.reports.of_rows(lost)}
        delta: Counter[Key] = Counter()
        for change in changes:
            if change.before:
                before = sorted((known[seq] for seq in change.before), key=lambda one: one.report.order)
                delta.subtract(counted(before))
            if change.now:
                delta.update(counted(change.now))
        self._add(delta)
        self._rows(changes)

    def _add(self, delta: Counter[Key]) -> None:
        rows = [(*key, count) for key, count in sorted(delta.items()) if count]
        self.connection.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (sort, scope, one, other) DO UPDATE SET count = count + excluded.count",
            rows,
        )
        self.connection.executemany(
            "DELETE FROM tally WHERE sort = ? AND scope = ? AND one = ? AND other = ? AND count = 0",
            [row[:4] for row in rows if row[4] < 0],
        )

    def _rows(self, changes: Sequence[Change]) -> None:
        gone = [(change.fact,) for change in changes if change.before]
        for table in ("named", "stance", "gathering"):
            self.connection.executemany(f"DELETE FROM {table} WHERE fact = ?", gone)
        standing = [change for change in changes if change.now]
        names = [row for change in standing for row in naming(change)]
        self.connection.executemany(f"INSERT INTO named VALUES ({', '.join('?' * 9)})", names)
        stances = [row for change in standing for row in stances_of(change)]
        self.connection.executemany(f"INSERT INTO stance VALUES ({', '.join('?' * 8)})", stances)
        gatherings = [row for change in standing for row in gatherings_of(change)]
        self.connection.executemany(f"INSERT INTO gathering VALUES ({', '.join('?' * 9)})", gatherings)


def naming(change: Change) -> Iterator[tuple[Any, ...]]:
    """The rows of `named` for a fact."""
    merged, reports = merged_of(change.now), [one.report for one in change.now]
    for name in persons(merged, [report.fact for report in reports]):
        yield (
            name, int(merged.kind == "role"), change.low, change.high, change.first, change.fact,
            reports[0].published[:10], reports[-1].published[:10], " ".join(filed(change.now)),
        )  # fmt: skip


def stances_of(change: Change) -> Iterator[tuple[Any, ...]]:
    """The row of `stance` for a fact, where it is a position."""
    first, last = change.now[0].report, change.now[-1].report
    if first.fact.kind == "position":
        merged = merged_of(change.now)
        issue, party, stance = (merged.best(slot) for slot in ("issue", "party", "stance"))
        yield (
            str(issue), str(party), first.published, change.fact, stance, last.published[:10], len(change.now),
            " ".join(filed(change.now)),
        )  # fmt: skip


def gatherings_of(change: Change) -> Iterator[tuple[Any, ...]]:
    """The rows of `gathering` for a fact, where it is a meeting that took place."""
    merged = merged_of(change.now)
    if took_place(merged):
        people = merged.all("people")
        lists = (json.dumps(held, ensure_ascii=False) for held in (merged.all("place"), people))
        day = change.now[0].report.published[:10] if merged.derived else merged.low
        row = (change.low, change.high, change.first, change.fact, day, *lists, " ".join(filed(change.now)))
        yield from ((name, *row) for name in people)
