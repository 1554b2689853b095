"""Articles by their words: those that hold them in the headline first, then those that hold them together.

No weights are counted over the whole record: with words that half of it holds that takes seconds. Where very many
articles match, those that came in last are looked at, and ordered as any others.
"""

import sqlite3
from collections.abc import Sequence

from hoadam.store.observation import TODAY, Point
from hoadam.store.reports import chunks
from hoadam.store.select import learned

LOOKED = 500  # articles that are ordered
FOUND = "SELECT rowid FROM revision_words WHERE revision_words MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?"
THEN = (
    "SELECT w.rowid FROM revision_words w CROSS JOIN revision v ON v.seq = w.rowid "
    "WHERE revision_words MATCH ? AND w.rowid >= 0 AND {known} ORDER BY w.rowid DESC LIMIT ?"
)
CURRENT = (
    "SELECT v.seq, c.reading, v.published, v.article FROM revision v CROSS JOIN reading r ON r.revision = v.seq "
    "CROSS JOIN current_reading c ON c.reading = r.seq WHERE v.seq IN ({places})"
)
Found = tuple[int, int]


def best(
    connection: sqlite3.Connection, tiers: Sequence[str], wanted: tuple[int, int], point: Point = TODAY
) -> list[Found]:
    """(revision, reading) of the articles that match the last of the expressions, those of firmer ones before it first.

    Of like ones the last published comes first. `wanted` is how many (-1: all) and how many to pass over.
    """
    *firmer, loosest = tiers
    limit, offset = wanted
    most = max(LOOKED, limit + offset) if limit >= 0 else -1
    rows = _matching(connection, loosest, most, point)
    oldest = rows[-1] if rows else 0
    held = [{row for (row,) in connection.execute(FOUND, (words, oldest, most))} for words in firmer]
    tier = {row: next((n for n, some in enumerate(held) if row in some), len(held)) for row in rows}
    ordered = sorted(_current(connection, rows), key=lambda row: row[3])
    ordered.sort(key=lambda row: row[2], reverse=True)
    ordered.sort(key=lambda row: tier[row[0]])
    last = offset + limit if limit >= 0 else None
    return [(revision, reading) for revision, reading, _, _ in ordered[offset:last]]


def _matching(connection: sqlite3.Connection, expression: str, most: int, point: Point) -> list[int]:
    """The revisions of a point that match, the last that came in first."""
    known, values = learned(point)
    if not values:
        return [row for (row,) in connection.execute(FOUND, (expression, 0, most))]
    return [row for (row,) in connection.execute(THEN.format(known=known), (expression, *values, most))]


def _current(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    for some in chunks(rows):
        found += connection.execute(CURRENT.format(places=", ".join("?" * len(some))), some)
    return found
