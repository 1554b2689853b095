"""Articles by their words: those that hold them in the headline first, then those that hold them together.

No weights are counted over the whole record: with words that half of it holds that takes seconds. Where very many
articles match, those that came in last are looked at, and ordered as any others.
"""

import sqlite3
from collections.abc import Sequence

from hoadam.store.reports import chunks

LOOKED = 1000  # articles that are ordered
FOUND = "SELECT rowid FROM revision_words WHERE revision_words MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?"
CURRENT = (
    "SELECT v.seq, c.reading, v.published, v.article FROM revision v CROSS JOIN reading r ON r.revision = v.seq "
    "CROSS JOIN current_reading c ON c.reading = r.seq WHERE v.seq IN ({places})"
)
Found = tuple[int, int]


def best(connection: sqlite3.Connection, tiers: Sequence[str], limit: int) -> list[Found]:
    """(revision, reading) of the articles that match the last of the expressions, those of firmer ones before it first.

    Of like ones the last published comes first.
    """
    *firmer, loosest = tiers
    most = max(LOOKED, limit)
    rows = [row for (row,) in connection.execute(FOUND, (loosest, 0, most))]
    oldest = rows[-1] if rows else 0
    held = [{row for (row,) in connection.execute(FOUND, (words, oldest, most))} for words in firmer]
    tier = {row: next((n for n, some in enumerate(held) if row in some), len(held)) for row in rows}
    ordered = sorted(_current(connection, rows), key=lambda row: row[3])
    ordered.sort(key=lambda row: row[2], reverse=True)
    ordered.sort(key=lambda row: tier[row[0]])
    return [(revision, reading) for revision, reading, _, _ in ordered[:limit]]


def _current(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    for some in chunks(rows):
        found += connection.execute(CURRENT.format(places=", ".join("?" * len(some))), some)
    return found
