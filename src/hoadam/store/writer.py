"""Writes articles with their facts inside one open transaction."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.folding import folded
from hoadam.store.identity import content_hash, observation_ids
from hoadam.store.moments import begin
from hoadam.store.protocol import Outcome
from hoadam.store.rows import observation_row


class Writer:
    """One batch, with one reader version and one time of learning; `index` must be its last call.

    Full text is kept back until then: FTS5 writes a segment to disk at every savepoint, and most statements make one.
    """

    def __init__(self, connection: sqlite3.Connection, reader: str, learned: str) -> None:
        self.connection, self.reader, self.learned = connection, reader, learned
        self.next = self._value("SELECT coalesce(max(seq), 0) + 1 FROM observation")
        self.moment = 0  # begun with the first article that is news
        self.changed: set[str] = set()
        self.texts: list[tuple[int, str, str]] = []
        self.quotes: list[tuple[int, str]] = []

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
        self.moment = self.moment or begin(self.connection)
        self.changed.add(article.id)
        outcome: Outcome = "reread" if revision else "revised" if last else "added"
        revision = revision or self._revise(article, hash_, last + 1)
        self._observe(article, facts, self._read(article.id, revision))
        return outcome

    def index(self) -> None:
        """Write the full text of all that was kept."""
        self.connection.executemany("INSERT INTO revision_words (rowid, title, text) VALUES (?, ?, ?)", self.texts)
        self.connection.executemany("INSERT INTO quote_words (rowid, quote) VALUES (?, ?)", self.quotes)

    def _revise(self, article: Article, hash_: str, number: int) -> int:
        cursor = self.connection.execute(
            "INSERT INTO revision (article, number, hash, outlet, published, lang, url, title, text, learned) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, number, hash_, article.outlet, article.published, article.lang, article.url, article.title,
             article.text, self.learned),
        )  # fmt: skip
        revision = int(cursor.lastrowid or 0)
        self.texts.append((revision, folded(article.title or ""), folded(article.text)))
        return revision

    def _read(self, article: str, revision: int) -> int:
        cursor = self.connection.execute(
            "INSERT INTO reading (revision, reader, learned, moment) VALUES (?, ?, ?, ?)",
            (revision, self.reader, self.learned, self.moment),
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
        rows = []
        for id_, fact in zip(observation_ids(article.id, facts), facts, strict=True):
            rows.append((self.next, reading, id_, *observation_row(article, fact)))
            self.quotes.append((self.next, folded(fact.quote)))
            self.next += 1
        self.connection.executemany(f"INSERT INTO observation VALUES ({', '.join('?' * 12)})", rows)
