"""The record in one SQLite file."""

import sqlite3
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hoadam.errors import StoreFault
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.folding import matching
from hoadam.store.identity import content_hash
from hoadam.store.migrate import migrate
from hoadam.store.observation import Hit, Mention, Observation, Query, Revision
from hoadam.store.protocol import Outcome
from hoadam.store.rows import OBSERVATION, REVISION, to_observation, to_revision
from hoadam.store.select import BY_ARTICLE, FEW, among, counted, counting, selection
from hoadam.store.verify import verify
from hoadam.store.writer import Writer

BUSY_SECONDS = 60.0  # how long a second writer waits for the first
CACHE_KIB = 65536  # SQLite's own 2 MB spills in the midst of a batch
# All values by leaps through the index: DISTINCT would read every mention.
VALUES = (
    "WITH RECURSIVE leap(v) AS (SELECT min(value) FROM mention UNION ALL "
    "SELECT (SELECT min(value) FROM mention WHERE value > v) FROM leap WHERE v IS NOT NULL) "
    "SELECT v FROM leap WHERE v IS NOT NULL"
)
DUMPED = (
    "SELECT v.article, v.hash, r.reader, o.id, o.fact FROM revision v LEFT JOIN reading r ON r.revision = v.seq "
    "LEFT JOIN observation o ON o.reading = r.seq ORDER BY v.article, v.hash, r.reader, o.id"
)


def now() -> str:
    """The time that a row is learned at: RFC 3339, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """SQLite's complaints as StoreFault, naming the record."""
    try:
        yield
    except sqlite3.Error as fault:
        raise StoreFault(f"{path}: {fault}") from fault


def connect(path: Path) -> sqlite3.Connection:
    """An open connection that waits for other writers and keeps what it has acknowledged through a power cut."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    for attempt in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as fault:  # SQLite does not wait for this lock by itself
            if "locked" not in str(fault) or attempt == 99:
                raise
            time.sleep(0.05)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return connection


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

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with faults(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

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
            return outcomes

    def observations(self, query: Query) -> list[Observation]:
        """The current observations that a query asks for, in order of time."""
        return [to_observation(row) for row in reversed(self._rows(*selection(query, self._rare(query))))]

    def _rare(self, query: Query) -> list[Mention]:
        return [mention for mention in query.mentions if self._rows(*counted(mention, query.kinds))[0][0] < FEW]

    def count(self, query: Query) -> int:
        """How many there are, the query's limit left aside."""
        return int(self._rows(*counting(query, self._rare(query)))[0][0])

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

    def search(self, words: str, limit: int) -> list[Hit]:
        """Articles whose words match, best first, each with the current observations whose quote matches."""
        expression = matching(words)
        if not expression:
            return []
        rows = self._rows(
            f"SELECT {REVISION}, c.reading FROM revision_words w JOIN revision v ON v.seq = w.rowid "
            "JOIN reading r ON r.revision = v.seq JOIN current_reading c ON c.reading = r.seq "
            "WHERE revision_words MATCH ? ORDER BY bm25(revision_words, 4.0, 1.0), v.published DESC, v.article LIMIT ?",
            (expression, limit),
        )
        return [Hit(Article(*row[:7]), tuple(self._quoted(expression, row[7]))) for row in rows]

    def _quoted(self, expression: str, reading: int) -> Iterator[Observation]:
        rows = self._rows(
            f"SELECT {OBSERVATION} {BY_ARTICLE} WHERE r.seq = ? "
            "AND +o.seq IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?) ORDER BY o.start_at, o.id",
            (reading, expression),
        )
        return map(to_observation, rows)

    def values(self, slots: Sequence[str]) -> list[str]:
        """All that these slots hold anywhere in the record, each once."""
        where, names = among("slot", slots)
        rows = self._rows(f"{VALUES} AND EXISTS (SELECT 1 FROM mention WHERE value = v AND {where}) ORDER BY v", names)
        return [value for (value,) in rows]

    def outlets(self) -> list[str]:
        """All outlets in the record."""
        rows = self._rows("SELECT DISTINCT outlet FROM revision WHERE outlet IS NOT NULL ORDER BY outlet")
        return [outlet for (outlet,) in rows]

    def dump(self) -> Iterator[tuple[str, ...]]:
        """Every row but its times of learning, in an order that does not depend on when it came."""
        with faults(self.path):
            yield from self._connection.execute(DUMPED)
