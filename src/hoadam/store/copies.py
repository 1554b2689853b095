"""Near-copies: which articles copy one text, and the earliest article of each such group, kept as rows."""

import hashlib
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from hoadam.merge import bands, copies, signature
from hoadam.store.moments import FOREVER

Signature = tuple[int, ...]
HASH_BITS = 43  # which leave 20 for the days


def band_number(band: str) -> int:
    """A band as a number that SQLite holds: its days, then a hash, so that what is printed together lies together."""
    hashed = hashlib.blake2b(band.encode(), digest_size=8).digest()
    return int(band.partition(":")[0]) << HASH_BITS | int.from_bytes(hashed, "big") >> 64 - HASH_BITS


@dataclass(frozen=True)
class Signed:
    """An article's signature and when it was published."""

    signature: Signature
    published: str

    @cached_property
    def bands(self) -> list[int]:
        """The keys of which two near-copies share one."""
        return [band_number(band) for band in bands(self.signature, self.published)] if self.signature else []

    def near(self, other: "Signed") -> bool:
        """Would one of two texts be found as a copy of the other?"""
        return not set(self.bands).isdisjoint(other.bands) and copies(self.signature, other.signature)


class Copies:
    """The groups of near-copies, brought up to date inside one open transaction."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection, self.moment = connection, moment

    def update(self, article: str, text: str | None, published: str, revision: int) -> None:
        """Sign the text of an article's revision; None where it has no facts any more."""
        before = self.connection.execute("SELECT revision FROM signed WHERE article = ?", (article,)).fetchone()
        if text is not None and before and before[0] == revision:
            return
        if before:
            self._forget(article)
        if text is not None:
            self._sign(article, Signed(signature(text), published), revision)

    def root(self, article: str) -> str:
        """The earliest article of the group."""
        row = self.connection.execute(
            "SELECT root FROM copy WHERE article = ? AND closed = ?", (article, FOREVER)
        ).fetchone()
        return str(row[0]) if row else article

    def _sign(self, article: str, signed: Signed, revision: int) -> None:
        group = {article}
        for other in self._candidates(signed):
            if other not in group and copies(signed.signature, self._signed(other).signature):
                group |= self._group(other)
        packed = array("Q", signed.signature).tobytes()
        self.connection.execute("INSERT INTO signed VALUES (?, ?, ?, ?)", (article, signed.published, revision, packed))
        self.connection.executemany(
            "INSERT OR IGNORE INTO band VALUES (?, ?)", [(band, article) for band in signed.bands]
        )
        if len(group) > 1:
            self._root_all(group)

    def _candidates(self, signed: Signed) -> list[str]:
        places = ", ".join("?" * len(signed.bands))
        rows = self.connection.execute(
            f"SELECT DISTINCT article FROM band WHERE band IN ({places}) ORDER BY article", signed.bands
        )
        return [article for (article,) in rows]

    def _signed(self, article: str) -> Signed:
        row = self.connection.execute(
            "SELECT signature, published FROM signed WHERE article = ?", (article,)
        ).fetchone()
        return Signed(tuple(array("Q", row[0])), row[1]) if row else Signed((), "")

    def _group(self, article: str) -> set[str]:
        rows = self.connection.execute(
            "SELECT article FROM copy WHERE root = ? AND closed = ?", (self.root(article), FOREVER)
        )
        return {article, self.root(article), *(other for (other,) in rows)}

    def _root_all(self, group: set[str]) -> None:
        """Give a group its root."""
        places = ", ".join("?" * len(group))
        ordered = self.connection.execute(
            f"SELECT article FROM signed WHERE article IN ({places}) ORDER BY published, article", sorted(group)
        ).fetchall()
        root = ordered[0][0]
        for (article,) in ordered:
            self._set(article, root)

    def _set(self, article: str, root: str) -> None:
        if self.root(article) != root:
            self._close(article)
            if root != article:
                self.connection.execute("INSERT INTO copy VALUES (?, ?, ?, ?)", (article, root, self.moment, FOREVER))

    def _close(self, article: str) -> None:
        """End what is held of an article; what this very moment held leaves no trace."""
        standing = (article, FOREVER)
        self.connection.execute(
            "DELETE FROM copy WHERE article = ? AND closed = ? AND opened = ?", (*standing, self.moment)
        )
        self.connection.execute("UPDATE copy SET closed = ? WHERE article = ? AND closed = ?", (self.moment, *standing))

    def _forget(self, article: str) -> None:
        """Take an article out of its group, which may fall apart."""
        rest = self._group(article) - {article}
        for band in self._signed(article).bands:
            self.connection.execute("DELETE FROM band WHERE band = ? AND article = ?", (band, article))
        self.connection.execute("DELETE FROM signed WHERE article = ?", (article,))
        self._set(article, article)
        for part in self._parts(rest):
            self._root_all(part)

    def _parts(self, articles: Iterable[str]) -> Iterator[set[str]]:
        """The groups that articles make among themselves."""
        left = {article: self._signed(article) for article in sorted(articles)}
        while left:
            part = {next(iter(left))}
            reached = list(part)
            while reached:
                signed = left.pop(reached.pop())
                near = [other for other, words in left.items() if other not in part and signed.near(words)]
                part.update(near)
                reached += near
            yield part
