"""Reports as rows: those of an article or of given ids, opened and closed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hoadam.model.fact import Fact
from hoadam.model.report import Report
from hoadam.store.moments import FOREVER
from hoadam.store.rows import mentions

CHUNK = 500  # values in one statement
COLUMNS = (
    "p.seq, p.observation, p.id, coalesce(p.fact, o.fact), p.article, p.outlet, p.published, "
    "coalesce(c.root, p.article), p.low, p.high, p.derived, p.filed, p.fact IS NOT NULL"
)
FROM = (
    f"FROM report p CROSS JOIN observation o ON o.seq = p.observation "
    f"LEFT JOIN copy c ON c.article = p.article AND c.closed = {FOREVER}"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A report with its row, the observation it was read from, the processes it is filed under, and whether corrected.

    `told` is the fact as JSON, which says quickly whether two are the same.
    """

    report: Report
    observation: int
    filed: str
    told: str
    corrected: bool
    seq: int = 0

    def same(self, other: "Standing") -> bool:
        """Would both come to the same row?"""
        mine, theirs = self.report, other.report
        held = (self.told, self.filed, mine.outlet, mine.published, self.corrected)
        return held == (other.told, other.filed, theirs.outlet, theirs.published, other.corrected)


def standing(row: tuple[Any, ...]) -> Standing:
    """The standing report of the columns COLUMNS."""
    seq, observation, id_, fact, article, outlet, published, text, low, high, derived, filed, corrected = row
    report = Report(id_, fact_in(fact), article, outlet, published, text, low, high, derived=bool(derived))
    return Standing(report, observation, filed, fact, bool(corrected), seq)


@lru_cache(4096)
def fact_in(told: str) -> Fact:
    """The fact of a JSON object; one report is read several times while its article is settled."""
    return Fact.from_row(json.loads(told))


def written(fact: Fact) -> str:
    """A fact as the record keeps it."""
    return json.dumps(fact.row(), ensure_ascii=False, separators=(",", ":"))


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Values in lists that one statement can take, sorted."""
    ordered = sorted(values)
    for first in range(0, len(ordered), CHUNK):
        yield ordered[first : first + CHUNK]


class Reports:
    """The reports of a record, inside one open transaction of one moment."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection, self.moment = connection, moment

    def of_article(self, article: str) -> dict[str, Standing]:
        """The standing reports of an article by id."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS} {FROM} WHERE p.article = ? AND p.closed = {FOREVER}", (article,)
        )
        return {row[2]: standing(row) for row in rows}

    def of_ids(self, ids: Iterable[str]) -> Iterator[Standing]:
        """The standing reports of these ids."""
        for some in chunks(ids):
            places = ", ".join("?" * len(some))
            rows = self.connection.execute(
                f"SELECT {COLUMNS} {FROM} WHERE p.id IN ({places}) AND p.closed = {FOREVER}", some
            )
            yield from map(standing, rows.fetchall())

    def of_rows(self, rows: Iterable[int]) -> Iterator[Standing]:
        """The reports of these rows, whether they stand or not."""
        for some in chunks(rows):
            found = self.connection.execute(
                f"SELECT {COLUMNS} {FROM} WHERE p.seq IN ({', '.join('?' * len(some))})", some
            )
            yield from map(standing, found.fetchall())

    def open(self, one: Standing) -> int:
        """Write a report; its row."""
        report = one.report
        cursor = self.connection.execute(
            "INSERT INTO report (id, observation, article, kind, outlet, published, low, high, derived, filed, fact, "
            "opened, closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (report.id, one.observation, report.article, report.fact.kind, report.outlet, report.published, report.low,
             report.high, int(report.derived), one.filed, one.told if one.corrected else None, self.moment, FOREVER),
        )  # fmt: skip
        seq = int(cursor.lastrowid or 0)
        self.connection.executemany(
            "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?)",
            [(value, report.fact.kind, slot, seq) for value, slot in self._named(one)],
        )
        return seq

    def _named(self, one: Standing) -> Iterator[tuple[str, str]]:
        yield from mentions(one.report.fact)
        if one.report.outlet:
            yield one.report.outlet, "outlet"
        yield from ((process, "process") for process in one.filed.split())

    def close(self, one: Standing) -> None:
        """End a report at this moment."""
        self.connection.execute("UPDATE report SET closed = ? WHERE seq = ?", (self.moment, one.seq))
