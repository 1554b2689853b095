"""The projection made anew from readings, acts and definitions, moment by moment; and whether it is as it should be."""

import sqlite3
from collections.abc import Iterator

from hoadam.store.acts import Acts
from hoadam.store.filing import refiled
from hoadam.store.projection import Projection

# Every table of the projection with the columns that say what a row holds; those that number rows are left out.
TABLES = {
    "current_reading": "article, reading",
    "report": "id, observation, article, kind, outlet, published, low, high, derived, filed, fact, opened, closed",
    "mention": "value, kind, slot, (SELECT id || ' ' || opened FROM report WHERE seq = mention.report)",
    "band": "band, article",
    "signed": "article, published, revision, signature",
    "copy": "article, root, opened, closed",
    "block": "key, published, id",
    "link": "one, other, relation, reason, author, weight, act, opened, closed",
    "member": "fact, (SELECT id || ' ' || opened FROM report WHERE seq = member.report), day, opened, closed",
    "fact": "id, kind, low, high, first, named, since, until, opened, closed",
    "named": "name, office, low, high, first, fact, since, last, filed",
    "stance": "issue, party, first, fact, stance, last, reports, filed",
    "gathering": "name, low, high, first, fact, day, places, people, filed",
    "tally": "sort, scope, one, other, count",
}
EMPTIED = (
    "tally", "gathering", "stance", "named", "member", "fact", "link", "block", "copy", "signed", "band", "mention",
    "report", "current_reading",
)  # fmt: skip


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty the projection and make it again, inside an open transaction."""
    for table in EMPTIED:
        connection.execute(f"DELETE FROM {table}")
    moments = [seq for (seq,) in connection.execute("SELECT seq FROM moment ORDER BY seq").fetchall()]
    for moment in moments:
        replay(connection, moment)


def replay(connection: sqlite3.Connection, moment: int) -> None:
    """Do again what was done at one moment."""
    articles = _read(connection, moment) | refiled(connection, moment)
    acts = Acts(connection)
    for (seq,) in connection.execute("SELECT seq FROM act WHERE moment = ? ORDER BY seq", (moment,)).fetchall():
        act = acts.get(seq)
        articles |= acts.articles(act) if act else set()
    Projection(connection, moment).settle(articles)


def _read(connection: sqlite3.Connection, moment: int) -> set[str]:
    """Make the readings of a moment current where they are of the latest revision that was known then."""
    rows = connection.execute(
        "SELECT r.seq, v.article, v.number FROM reading r JOIN revision v ON v.seq = r.revision "
        "WHERE r.moment = ? ORDER BY r.seq",
        (moment,),
    ).fetchall()
    for seq, article, number in rows:
        newer = connection.execute(
            "SELECT 1 FROM revision v JOIN reading r ON r.revision = v.seq "
            "WHERE v.article = ? AND v.number > ? AND r.seq < ?",
            (article, number, seq),
        ).fetchone()
        if not newer:
            connection.execute(
                "INSERT INTO current_reading (article, reading) VALUES (?, ?) "
                "ON CONFLICT (article) DO UPDATE SET reading = excluded.reading",
                (article, seq),
            )
    return {article for _, article, _ in rows}


def content(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Every row of the projection in an order that does not depend on when it was written."""
    for table, columns in TABLES.items():
        order = ", ".join(str(n) for n in range(1, _width(connection, table, columns) + 1))
        yield from ((table, *row) for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"))


def _width(connection: sqlite3.Connection, table: str, columns: str) -> int:
    return len(connection.execute(f"SELECT {columns} FROM {table} LIMIT 0").description)
