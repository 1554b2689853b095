"""Merged facts as rows: which reports each holds, and how it lies in time as of each day of publication."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from hoadam.merge import COMPONENT, assemble, mint
from hoadam.model.report import Report
from hoadam.store.moments import FOREVER, LAST_DAY
from hoadam.store.reports import Standing, chunks
from hoadam.store.tallies import Change, Tallies


class Version(NamedTuple):
    """A fact as its reports tell it that were published from `since` to before `until`."""

    kind: str
    low: str
    high: str
    first: str
    named: int
    since: str
    until: str


def versions(reports: Sequence[Report]) -> Iterator[Version]:
    """The versions of a fact, oldest first; `reports` in their order."""
    days = [day for day, _ in groupby(reports, key=day_of)]
    for place, since in enumerate(days):
        known = [report for report in reports if day_of(report) <= since]
        until = days[place + 1] if place + 1 < len(days) else LAST_DAY
        named = int(any(report.fact.named for report in known))
        yield Version(reports[0].fact.kind, *lies(known), place_of(reports[0]), named, since, until)


def lies(reports: Sequence[Report]) -> tuple[str, str]:
    """The days between which a fact is sorted: the stated ones, else the day on which it was first told."""
    merged = assemble(reports[:COMPONENT], len(reports)) if len(reports) > 1 else reports[0]
    return (day_of(reports[0]), day_of(reports[0])) if merged.derived else (merged.low, merged.high)


def place_of(report: Report) -> str:
    """What sorts facts of one day: when their first report was published, then where in its article it stands."""
    return f"{report.published} {report.article} {report.fact.start:09}"


def day_of(report: Report) -> str:
    """The day of publication."""
    return report.published[:10]


class Facts:
    """The merged facts of a record, inside one open transaction of one moment."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection, self.moment = connection, moment
        self.tallies = Tallies(connection, moment)

    def holding(self, rows: Iterable[int]) -> dict[int, str]:
        """The fact that holds each of these reports, by the report's row."""
        found: dict[int, str] = {}
        for some in chunks(rows):
            places = ", ".join("?" * len(some))
            found.update(
                self.connection.execute(
                    f"SELECT report, fact FROM member WHERE report IN ({places}) AND closed = {FOREVER}", some
                ).fetchall()
            )
        return found

    def members(self, fact: str) -> set[int]:
        """The rows of the reports that a fact holds."""
        rows = self.connection.execute(f"SELECT report FROM member WHERE fact = ? AND closed = {FOREVER}", (fact,))
        return {seq for (seq,) in rows}

    def settle(self, components: Iterable[Sequence[Standing]], old: Iterable[str]) -> None:
        """Make the facts of these components, and end those of the `old` ones that hold nothing any more."""
        wanted = {mint(component[0].report.id): component for component in components}
        changes = []
        for fact in sorted({*old, *wanted}):
            now = wanted.get(fact, ())
            held, reports = self.members(fact), {one.seq: one for one in now}
            if held != reports.keys():
                self._hold(fact, held, reports)
                lies = list(versions([one.report for one in now]))
                self._lie(fact, lies)
                changes.append(Change(fact, held, now, *(lies[-1][1:4] if lies else ("", "", ""))))
        self.tallies.settle(changes)

    def _hold(self, fact: str, held: set[int], wanted: Mapping[int, Standing]) -> None:
        self._end("member", [("fact = ? AND report = ?", (fact, seq)) for seq in sorted(held - wanted.keys())])
        self.connection.executemany(
            "INSERT INTO member VALUES (?, ?, ?, ?, ?)",
            [
                (fact, seq, day_of(one.report), self.moment, FOREVER)
                for seq, one in sorted(wanted.items())
                if seq not in held
            ],
        )

    def _lie(self, fact: str, wanted: Sequence[Version]) -> None:
        rows = self.connection.execute(
            f"SELECT seq, kind, low, high, first, named, since, until FROM fact WHERE id = ? AND closed = {FOREVER}",
            (fact,),
        )
        held = {Version(*row[1:]): row[0] for row in rows}
        self._end("fact", [("seq = ?", (seq,)) for version, seq in held.items() if version not in wanted])
        self.connection.executemany(
            "INSERT INTO fact (id, kind, low, high, first, named, since, until, opened, closed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(fact, *version, self.moment, FOREVER) for version in wanted if version not in held],
        )

    def _end(self, table: str, rows: Iterable[tuple[str, tuple[object, ...]]]) -> None:
        """Close rows; what this very moment opened leaves no trace."""
        for where, values in rows:
            deleted = self.connection.execute(
                f"DELETE FROM {table} WHERE {where} AND closed = {FOREVER} AND opened = ?", (*values, self.moment)
            )
            if not deleted.rowcount:
                self.connection.execute(
                    f"UPDATE {table} SET closed = ? WHERE {where} AND closed = {FOREVER}", (self.moment, *values)
                )
