"""The record in one SQLite file."""

import json
import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from hoadam.errors import StoreFault
from hoadam.kinds import KINDS
from hoadam.knowledge.process import Process
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.account import Account, Move, Tie
from hoadam.store.accounts import CHUNK, accounts, acts_on, fact_of, heir, last_told, ties
from hoadam.store.acts import Act, Acts, anchor
from hoadam.store.care import Finding, copy_from, copy_to, examine
from hoadam.store.connection import connect, faults, snapshot, transaction
from hoadam.store.defining import redefine, refile
from hoadam.store.filing import definitions, undefined, unfiled_after
from hoadam.store.folding import expressions
from hoadam.store.fulltext import best
from hoadam.store.identity import content_hash
from hoadam.store.lately import LAST_DAY, changed
from hoadam.store.migrate import migrate
from hoadam.store.moments import FOREVER, begin, moment_at, now
from hoadam.store.observation import TODAY, Hit, Mention, Observation, Point, Query, Revision
from hoadam.store.projection import Projection
from hoadam.store.protocol import Outcome
from hoadam.store.ranking import Gathering, Lead, Stance, Tallied, Tally, cells, gatherings, lead_of, ranking, stances
from hoadam.store.rebuild import rebuild
from hoadam.store.reports import chunks
from hoadam.store.rows import OBSERVATION, REVISION, to_observation, to_revision
from hoadam.store.select import FEW, VALUES, among, both, counted, counting, holding, selection
from hoadam.store.verify import verify
from hoadam.store.writer import Writer

BY_ARTICLE = (
    "FROM revision v CROSS JOIN reading r ON r.revision = v.seq CROSS JOIN current_reading c ON c.reading = r.seq "
    "CROSS JOIN observation o ON o.reading = r.seq"
)
BY_READING = "FROM reading r CROSS JOIN revision v ON v.seq = r.revision CROSS JOIN observation o ON o.reading = r.seq"
DUMPED = (
    "SELECT v.article, v.hash, r.reader, o.id, o.fact FROM revision v LEFT JOIN reading r ON r.revision = v.seq "
    "LEFT JOIN observation o ON o.reading = r.seq ORDER BY v.article, v.hash, r.reader, o.id"
)


class SqliteStore:
    """A Store in one SQLite file, made where there is none. Many may read and write it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise StoreFault(f"{path}: {fault.strerror}") from fault
        with faults(path):
            self._connection = connect(path)
            migrate(self._connection)
        self._closing = weakref.finalize(self, self._connection.close)

    def close(self) -> None:
        """Let go of the file."""
        self._closing()

    def _rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with faults(self.path):
            return self._connection.execute(statement, values).fetchall()

    def _transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        return transaction(self._connection, self.path)

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside comes from one state of the record, whatever others write; nothing is written inside."""
        return snapshot(self._connection, self.path)

    def unread(self, articles: Sequence[Article], reader: str) -> list[bool]:
        """For each article, whether this reader version has yet to read these words."""
        found = (
            "SELECT 1 FROM revision v JOIN reading r ON r.revision = v.seq "
            "WHERE v.article = ? AND v.hash = ? AND r.reader = ?"
        )
        return [not self._rows(found, (article.id, content_hash(article), reader)) for article in articles]

    def add(self, batch: Sequence[tuple[Article, Sequence[Fact]]], reader: str) -> list[Outcome]:
        """Keep articles with their facts in one transaction, and say of each what was new."""
        for article, facts in batch:
            verify(article, facts)
        with self._transaction() as connection:
            writer = Writer(connection, reader, now())
            outcomes = [writer.keep(article, facts) for article, facts in batch]
            writer.index()
            if writer.changed:
                Projection(connection, writer.moment).settle(writer.changed)
            return outcomes

    def facts(self, query: Query) -> list[Account]:
        """The merged facts that a query asks for, in order of time."""
        with self.snapshot():
            ids = [id_ for (id_,) in reversed(self._rows(*selection(query, self._rare(query))))]
            return list(accounts(self._connection, ids, query.point))

    def walk(self, query: Query) -> Iterator[Account]:
        """The same one by one, however many there are; the query's limit is left aside."""
        with self.snapshot():
            ids = self._connection.execute(*selection(query, self._rare(query), latest=False))
            while some := [id_ for (id_,) in ids.fetchmany(CHUNK)]:
                yield from accounts(self._connection, some, query.point)

    def tallies(self, wanted: Tallied) -> list[Tally]:
        """What is counted of the facts of today, those with most first."""
        return list(map(Tally._make, self._rows(*ranking(wanted))))

    def leads(self, names: Sequence[str], process: str = "") -> list[Lead]:
        """For each of these people who are named in facts of today: which fact tells of them first, and when."""
        with faults(self.path):
            return [lead for name in names if (lead := lead_of(self._connection, name, process))]

    def cells(self) -> list[tuple[str, str]]:
        """Every issue with every party that has a stance on it today, in their order."""
        with faults(self.path):
            return list(cells(self._connection))

    def stances(self, cell: tuple[str, str], process: str = "") -> Iterator[Stance]:
        """The stances of today in the facts of a cell, the last told first."""
        with faults(self.path):
            yield from stances(self._connection, cell, process)

    def gatherings(self, names: Sequence[str], process: str = "") -> Iterator[Gathering]:
        """The meetings of today that took place with any of these people, in order of time."""
        with faults(self.path):
            yield from gatherings(self._connection, names, process)

    def _rare(self, query: Query) -> list[Mention]:
        return [mention for mention in query.mentions if self._rows(*counted(mention, query.kinds))[0][0] < FEW]

    def count(self, query: Query, most: int | None = None) -> int:
        """How many there are, the query's limit left aside; where `most` is given, nobody counts on beyond that."""
        if most is None:
            return int(self._rows(*counting(query, self._rare(query)))[0][0])
        return len(self._rows(*selection(replace(query, limit=most, offset=0), self._rare(query))))

    def told(self, articles: Sequence[str], kinds: Sequence[str] = ()) -> list[Observation]:
        """The current observations of articles as they were read, in text order."""
        found = []
        for some in chunks(articles):
            clause, values = both(among("v.article", some), among("+o.kind", kinds or tuple(KINDS)))
            found += self._rows(
                f"SELECT {OBSERVATION} {BY_ARTICLE} WHERE {clause} ORDER BY v.article, o.start_at, o.end_at, o.seq",
                values,
            )
        return [to_observation(row) for row in found]

    def beside(self, articles: Sequence[str], kinds: Sequence[str], point: Point = TODAY) -> list[Account]:
        """The facts of these kinds that any of these articles tells at a point."""
        ids: set[str] = set()
        for some in chunks(articles):
            clause, values = both(among("p.article", some), among("+p.kind", kinds), holding(point))
            found = "SELECT DISTINCT x.fact FROM report p CROSS JOIN member x ON x.report = p.seq"
            ids.update(id_ for (id_,) in self._rows(f"{found} WHERE {clause}", values))
        with faults(self.path):
            return sorted(accounts(self._connection, sorted(ids), point), key=lambda one: one.place)

    def moment(self, time: str) -> int:
        """The last moment not after a time (RFC 3339 in UTC, to the microsecond); 0 before the first."""
        with faults(self.path):
            return moment_at(self._connection, time)

    def processes(self) -> list[Process]:
        """The processes that the record files facts under, by name."""
        with faults(self.path):
            return definitions(self._connection, FOREVER)

    def define(self, processes: Sequence[Process]) -> list[str]:
        """Define processes; facts are filed anew where a definition is news. The names of those that are.

        In a large record that is done piece by piece; what a killed run left is done by the next one.
        """
        with faults(self.path):
            news = undefined(self._connection, processes, FOREVER)
        if news:
            with self._transaction() as connection:
                news = redefine(connection, processes)
        while self._unfiled():
            with self._transaction() as connection:
                refile(connection)
        return [process.name for process in news]

    def _unfiled(self) -> bool:
        with faults(self.path):
            return unfiled_after(self._connection) is not None

    def fact_of(self, observation: str, point: Point = TODAY) -> str | None:
        """The id of the fact that holds an observation at a point, where one does."""
        with faults(self.path):
            return fact_of(self._connection, observation, point)

    def fact_ids(self, prefix: str) -> list[str]:
        """The ids of facts, those of earlier days included, that begin with `prefix`; at most twenty."""
        found = "SELECT DISTINCT id FROM fact WHERE id >= ? AND id < ? ORDER BY id LIMIT 20"
        return [id_ for (id_,) in self._rows(found, (prefix, prefix + "\U0010ffff"))]

    def facts_of(self, ids: Sequence[str], point: Point = TODAY) -> list[Account]:
        """The facts of these ids at a point, in this order; those that held nothing then are left out."""
        with faults(self.path):
            return list(accounts(self._connection, ids, point))

    def last_point(self, id_: str) -> Point | None:
        """The last point at which a fact or an observation that the record holds no longer was held."""
        statement = (
            "SELECT max(closed) - 1 FROM (SELECT closed FROM fact WHERE id = ? UNION ALL "
            "SELECT closed FROM report WHERE id = ?)"
        )
        last = self._rows(statement, (id_, id_))[0][0]
        return None if last is None else Point(moment=last)

    def acts_on(self, observations: Sequence[str]) -> list[Act]:
        """What people decided on these observations, and what was undone of it, oldest first."""
        with faults(self.path):
            return acts_on(self._connection, observations)

    def decide(self, act: Act, sides: Sequence[Sequence[str]]) -> Act:
        """Keep what a person decided on observations (`same` and `apart` have two sides) and make the record right."""
        with self._transaction() as connection:
            moment = begin(connection)
            acts = Acts(connection)
            anchors = [
                anchor(last.fact, id_, (last.article, last.revision), side)
                for side, ids in enumerate(sides)
                for id_ in ids
                if (last := last_told(connection, id_))
            ]
            kept = acts.get(acts.write(moment, act, anchors))
            assert kept is not None
            Projection(connection, moment).settle(acts.articles(kept))
            return kept

    def changed(self, since: int, until: str | None = None) -> Iterator[tuple[str, str]]:
        """The facts that changed after a moment, each with the day of its last report by `until`, the latest first."""
        with faults(self.path):
            yield from changed(self._connection, since, until or LAST_DAY)

    def passing(self, query: Query, ids: Sequence[str]) -> list[str]:
        """Those of these facts that a query asks for."""
        found = []
        for some in chunks(ids):
            wanted = replace(query, ids=tuple(some))
            found += [id_ for (id_,) in self._rows(*selection(wanted, self._rare(wanted)))]
        return found

    def bookmark(self, reader: str) -> int:
        """The moment at which a reader of changes stopped; 0 where nobody of that name has read any."""
        rows = self._rows("SELECT moment FROM bookmark WHERE reader = ?", (reader,))
        return int(rows[0][0]) if rows else 0

    def mark(self, reader: str) -> None:
        """Remember that a reader has seen all changes so far."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO bookmark SELECT ?, coalesce(max(seq), 0) FROM moment WHERE true "
                "ON CONFLICT (reader) DO UPDATE SET moment = excluded.moment",
                (reader,),
            )

    def moves(self, fact: str) -> list[Move]:
        """Which reports joined a fact and left it, in record time."""
        moved = (
            "SELECT m.at, ?, p.id, p.outlet, x.day FROM member x JOIN report p ON p.seq = x.report "
            "JOIN moment m ON m.seq = x.{} WHERE x.fact = ?"
        )
        statement = f"{moved.format('opened')} UNION ALL {moved.format('closed')} ORDER BY 1, 2 DESC, 3"
        return [Move(*row) for row in self._rows(statement, ("joined", fact, "left", fact))]

    def acts(self) -> list[Act]:
        """All that people decided, oldest first."""
        with faults(self.path):
            return Acts(self._connection).all(FOREVER)

    def stands(self, act: int) -> bool:
        """Has nobody undone this act?"""
        with faults(self.path):
            return Acts(self._connection).stands(act, FOREVER)

    def heir(self, fact: str, point: Point = TODAY) -> str | None:
        """The fact that an id leads to at a point: itself while it holds anything, else what holds its observation."""
        with faults(self.path):
            return heir(self._connection, fact, point)

    def ties(self, ids: Sequence[str], point: Point = TODAY) -> list[Tie]:
        """What rules and people hold, at a point, of these observations and others."""
        with faults(self.path):
            return ties(self._connection, ids, point)

    def matching(self, prefix: str) -> list[Observation]:
        """The latest observation of every id that begins with `prefix`; at most twenty."""
        latest = (
            "SELECT max(o.seq) FROM observation o WHERE o.id >= ? AND o.id < ? GROUP BY o.id ORDER BY o.id LIMIT 20"
        )
        rows = self._rows(
            f"SELECT {OBSERVATION} FROM observation o JOIN reading r ON r.seq = o.reading "
            f"JOIN revision v ON v.seq = r.revision WHERE o.seq IN ({latest}) ORDER BY o.id",
            (prefix, prefix + "\U0010ffff"),
        )
        return [to_observation(row) for row in rows]

    def revisions(self, article: str) -> list[Revision]:
        """All revisions of an article, oldest first."""
        rows = f"SELECT {REVISION}, v.number, v.learned FROM revision v WHERE v.article = ? ORDER BY v.number"
        return [to_revision(row) for row in self._rows(rows, (article,))]

    def articles(self, prefix: str) -> list[str]:
        """The ids of articles that begin with `prefix`; at most twenty."""
        found = "SELECT article FROM current_reading WHERE article >= ? AND article < ? ORDER BY article LIMIT 20"
        return [id_ for (id_,) in self._rows(found, (prefix, prefix + "\U0010ffff"))]

    def search(self, words: str, limit: int, offset: int = 0, point: Point = TODAY) -> list[Hit]:
        """Articles whose words match, best first, each with the current observations whose quote matches."""
        tiers = expressions(words)
        if not tiers:
            return []
        with faults(self.path):
            found = best(self._connection, tiers, (limit, offset), point)
        return [Hit(self._article(revision), tuple(self._quoted(tiers[-1], reading))) for revision, reading in found]

    def _article(self, revision: int) -> Article:
        (row,) = self._rows(f"SELECT {REVISION} FROM revision v WHERE v.seq = ?", (revision,))
        return Article(*row)

    def _quoted(self, expression: str, reading: int) -> Iterator[Observation]:
        rows = self._rows(
            f"SELECT {OBSERVATION} {BY_READING} WHERE r.seq = ?1 "
            "AND +o.seq IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?2 "
            "AND rowid >= (SELECT min(seq) FROM observation WHERE reading = ?1) "
            "AND rowid <= (SELECT max(seq) FROM observation WHERE reading = ?1)) ORDER BY o.start_at, o.id",
            (reading, expression),
        )
        return map(to_observation, rows)

    def values(self, slots: Sequence[str]) -> list[str]:
        """All that these slots hold anywhere in the record, each once."""
        where, names = both(among("kind", tuple(KINDS)), among("slot", slots))  # both, so that the index serves
        rows = self._rows(f"{VALUES} AND EXISTS (SELECT 1 FROM mention WHERE value = v AND {where}) ORDER BY v", names)
        return [value for (value,) in rows]

    def outlets(self) -> list[str]:
        """All outlets in the record."""
        rows = self._rows("SELECT DISTINCT outlet FROM revision WHERE outlet IS NOT NULL ORDER BY outlet")
        return [outlet for (outlet,) in rows]

    def read_from(self, article: str, revision: int) -> list[Fact]:
        """The facts that the latest reading of a revision found, in text order."""
        rows = self._rows(
            "SELECT o.fact FROM observation o WHERE o.reading = (SELECT max(r.seq) FROM reading r JOIN revision v "
            "ON v.seq = r.revision WHERE v.article = ? AND v.number = ?) ORDER BY o.start_at, o.end_at, o.seq",
            (article, revision),
        )
        return [Fact.from_row(json.loads(fact)) for (fact,) in rows]

    def rebuild(self) -> int:
        """Make the merged facts anew from readings, acts and definitions; how many there are."""
        with self._transaction() as connection:
            rebuild(connection)
        return self.count(Query())

    def examine(self) -> Iterator[Finding]:
        """What is wrong with the record, and what people should know of it."""
        with faults(self.path):
            yield from examine(self._connection)

    def backup(self, file: Path) -> None:
        """Copy the record into one file."""
        try:
            with faults(self.path):
                copy_to(self._connection, file)
        except OSError as fault:
            raise StoreFault(f"{file}: {fault.strerror}") from fault

    def restore(self, file: Path) -> None:
        """Put the record of a file in the place of this one; StoreFault where it is none or not whole."""
        with faults(self.path):
            copy_from(self._connection, file)

    def dump(self) -> Iterator[tuple[str, ...]]:
        """Every row but its times of learning, in an order that does not depend on when it came."""
        with faults(self.path):
            yield from self._connection.execute(DUMPED)
