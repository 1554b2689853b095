"""The record in one SQLite file."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hoadam.errors import StoreFault
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.folding import folded, matching
from hoadam.store.identity import content_hash, observation_ids
from hoadam.store.migrate import migrate
from hoadam.store.observation import Hit, Observation, Query, Revision
from hoadam.store.protocol import Outcome
from hoadam.store.rows import OBSERVATION, REVISION, mentions, observation_row, to_observation, to_revision
from hoadam.store.select import JOINED, among, counting, selection
from hoadam.store.verify import verify

BUSY_SECONDS = 60.0  # how long a second writer waits for the first
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

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

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
            return [writer.keep(article, facts) for article, facts in batch]

    def observations(self, query: Query) -> list[Observation]:
        """The current observations that a query asks for, in order of time."""
        return [to_observation(row) for row in reversed(self._rows(*selection(query)))]

    def count(self, query: Query) -> int:
        """How many there are, the query's limit left aside."""
        return int(self._rows(*counting(query))[0][0])

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
            f"SELECT {OBSERVATION} {JOINED} WHERE o.reading = ? "
            "AND o.seq IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?) ORDER BY o.start_at, o.id",
            (reading, expression),
        )
        return map(to_observation, rows)

    def values(self, slots: Sequence[str]) -> list[str]:
        """All that these slots hold anywhere in the record, each once."""
        where, names = among("slot", slots)
        return [value for (value,) in self._rows(f"SELECT DISTINCT value FROM mention WHERE {where} ORDER BY 1", names)]

    def outlets(self) -> list[str]:
        """All outlets in the record."""
        rows = self._rows("SELECT DISTINCT outlet FROM revision WHERE outlet IS NOT NULL ORDER BY outlet")
        return [outlet for (outlet,) in rows]

    def dump(self) -> Iterator[tuple[str, ...]]:
        """Every row but its times of learning, in an order that does not depend on when it came."""
        with faults(self.path):
            yield from self._connection.execute(DUMPED)


class Writer:
    """Writes articles inside one open transaction, with one reader version and one time of learning."""

    def __init__(self, connection: sqlite3.Connection, reader: str, learned: str) -> None:
        self.connection, self.reader, self.learned = connection, reader, learned
        self.next = self._value("SELECT coalesce(max(seq), 0) + 1 FROM observation")

    def _value(self, statement: str, *values: Any) -> Any:
        row = self.connection.execute(statement, values).fetchone()
        return row and row[0]

    def keep(self, article: Article, facts: Sequence[Fact]) -> Outcome:
        """Write one article with its facts, unless this reader has read these words before."""
        hash_ = content_hash(article)
        last = self._value("SELECT max(number) FROM revision WHERE article = ?", article.id) or 0
        revision = self._value("SELECT seq FROM revision WHERE article = ? AND hash = ?", article.id, hash_)
        if revision and self._value("SELECT 1 FROM reading WHERE revision = ? AND reader = ?", revision, self.reader):
            return "known"
        outcome: Outcome = "reread" if revision else "revised" if last else "added"
        revision = revision or self._revise(article, hash_, last + 1)
        reading = self._read(article.id, revision)
        self._observe(article, facts, reading)
        return outcome

    def _revise(self, article: Article, hash_: str, number: int) -> int:
        cursor = self.connection.execute(
            "INSERT INTO revision (article, number, hash, outlet, published, lang, url, title, text, learned) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, number, hash_, article.outlet, article.published, article.lang, article.url, article.title,
             article.text, self.learned),
        )  # fmt: skip
        words = (cursor.lastrowid, folded(article.title or ""), folded(article.text))
        self.connection.execute("INSERT INTO revision_words (rowid, title, text) VALUES (?, ?, ?)", words)
        return int(cursor.lastrowid or 0)

    def _read(self, article: str, revision: int) -> int:
        cursor = self.connection.execute(
            "INSERT INTO reading (revision, reader, learned) VALUES (?, ?, ?)", (revision, self.reader, self.learned)
        )
        latest = self._value("SELECT seq FROM revision WHERE article = ? ORDER BY number DESC LIMIT 1", article)
        if latest == revision:
            self.connection.execute(
                "INSERT INTO current_reading (article, reading) VALUES (?, ?) "
                "ON CONFLICT (article) DO UPDATE SET reading = excluded.reading",
                (article, cursor.lastrowid),
            )
        return int(cursor.lastrowid or 0)

    def _observe(self, article: Article, facts: Sequence[Fact], reading: int) -> None:
        rows, names, quotes = [], [], []
        for id_, fact in zip(observation_ids(article.id, facts), facts, strict=True):
            rows.append((self.next, reading, id_, *observation_row(article, fact)))
            names += [(value, slot, self.next) for value, slot in mentions(fact)]
            quotes.append((self.next, folded(fact.quote)))
            self.next += 1
        self.connection.executemany(f"INSERT INTO observation VALUES ({', '.join('?' * 12)})", rows)
        self.connection.executemany("INSERT INTO mention (value, slot, observation) VALUES (?, ?, ?)", names)
        self.connection.executemany("INSERT INTO quote_words (rowid, quote) VALUES (?, ?)", quotes)
