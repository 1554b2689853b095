"""What rules and people hold of two reports, as rows that open and close."""

import sqlite3
from collections.abc import Iterable, Iterator

from hoadam.model.judgement import Judgement
from hoadam.store.moments import FOREVER
from hoadam.store.reports import chunks

COLUMNS = "relation, one, other, reason, author, weight"


class Links:
    """The judgements on pairs of reports, inside one open transaction of one moment."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection, self.moment = connection, moment

    def open(self, judgement: Judgement, act: int | None = None, fresh: bool = False) -> None:
        """Write a judgement; one that stands already is left as it is. `fresh` says that none can stand."""
        held = (judgement.relation, judgement.one, judgement.other, judgement.reason, judgement.author)
        found = (
            not fresh
            and self.connection.execute(
                "SELECT 1 FROM link WHERE one = ? AND closed = ? AND other = ? AND relation = ? AND act IS ?",
                (judgement.one, FOREVER, judgement.other, judgement.relation, act),
            ).fetchone()
        )
        if not found:
            self.connection.execute(
                "INSERT INTO link (relation, one, other, reason, author, weight, act, opened, closed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*held, judgement.weight, act, self.moment, FOREVER),
            )

    def close_all(self, id_: str) -> set[str]:
        """End all that is held of a report; the reports that were judged the same."""
        touched = {other for other, relation in self._neighbours(id_) if relation == "same"}
        for column in ("one", "other"):
            self._end(f"{column} = ?", id_)
        return touched

    def close_rules(self, one: str, other: str) -> None:
        """End what rules hold of two reports."""
        self._end("one = ? AND other = ? AND act IS NULL", *sorted((one, other)))

    def close_act(self, act: int) -> set[str]:
        """End what an act made; the reports concerned."""
        rows = self.connection.execute(
            f"SELECT one, other FROM link WHERE act = ? AND closed = {FOREVER}", (act,)
        ).fetchall()
        self._end("act = ?", act)
        return {id_ for row in rows for id_ in row}

    def _end(self, where: str, *values: object) -> None:
        """Close rows; what this very moment opened leaves no trace."""
        self.connection.execute(
            f"DELETE FROM link WHERE {where} AND closed = {FOREVER} AND opened = ?", (*values, self.moment)
        )
        self.connection.execute(
            f"UPDATE link SET closed = ? WHERE {where} AND closed = {FOREVER}", (self.moment, *values)
        )

    def rules_of(self, id_: str) -> list[str]:
        """The reports of which rules hold anything together with this one."""
        return [other for other, _ in self._neighbours(id_, "AND act IS NULL")]

    def connected(self, ids: Iterable[str]) -> set[str]:
        """All reports that same-judgements connect with these, themselves included."""
        found, reached = set(ids), set(ids)
        while reached:
            reached = {
                other
                for id_ in sorted(reached)
                for other, relation in self._neighbours(id_)
                if relation == "same" and other not in found
            }
            found |= reached
        return found

    def among(self, ids: Iterable[str]) -> Iterator[Judgement]:
        """What is held of any two of these reports."""
        wanted = set(ids)
        for some in chunks(wanted):
            places = ", ".join("?" * len(some))
            rows = self.connection.execute(
                f"SELECT {COLUMNS} FROM link WHERE one IN ({places}) AND closed = {FOREVER}", some
            )
            yield from (Judgement(*row) for row in rows.fetchall() if row[2] in wanted)

    def _neighbours(self, id_: str, more: str = "") -> list[tuple[str, str]]:
        rows = self.connection.execute(
            f"SELECT other, relation FROM link WHERE one = ? AND closed = {FOREVER} {more} UNION ALL "
            f"SELECT one, relation FROM link WHERE other = ? AND closed = {FOREVER} {more}",
            (id_, id_),
        )
        return [(other, relation) for other, relation in rows]
