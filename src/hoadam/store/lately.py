"""Which facts changed after a moment of the record, the latest first, without looking through all that changed."""

import sqlite3
from collections.abc import Iterator

from hoadam.store.moments import FOREVER
from hoadam.store.reports import chunks
from hoadam.store.select import FEW

LAST_DAY = "9999-12-31"
REACHED = (
    f"SELECT x.fact FROM report p CROSS JOIN member x ON x.report = p.seq AND x.closed = {FOREVER} "
    f"WHERE p.closed = {FOREVER} AND p.id IN (SELECT one FROM link WHERE relation = 'contradicts' AND opened > ?1 "
    "UNION SELECT other FROM link WHERE relation = 'contradicts' AND opened > ?1)"
)
MOVED = (
    f"SELECT fact FROM member WHERE opened > ?1 UNION SELECT fact FROM member WHERE closed > ?1 AND closed < {FOREVER}"
)
TOUCHED = (
    f"SELECT 1 FROM member WHERE fact = ?2 AND (opened > ?1 OR closed > ?1 AND closed < {FOREVER}) UNION ALL "
    + " UNION ALL ".join(
        f"SELECT 1 FROM member x CROSS JOIN report p ON p.seq = x.report CROSS JOIN link l ON l.{side} = p.id "
        f"WHERE x.fact = ?2 AND x.closed = {FOREVER} AND l.relation = 'contradicts' AND l.opened > ?1"
        for side in ("one", "other")
    )
    + " LIMIT 1"
)


def changed(connection: sqlite3.Connection, since: int, until: str = LAST_DAY) -> Iterator[tuple[str, str]]:
    """The facts that a report joined or left, or that a contradiction reached, after a moment, with their last day.

    Reports after the day `until` do not count. Few facts are looked up; many are met soon enough on a walk back from
    the last day.
    """
    opened = f"SELECT count(*) FROM (SELECT 1 FROM member WHERE opened > ? LIMIT {FEW})"
    (count,) = connection.execute(opened, (since,)).fetchone()
    return _looked_up(connection, since, until) if count < FEW else _met(connection, since, until)


def _looked_up(connection: sqlite3.Connection, since: int, until: str = LAST_DAY) -> Iterator[tuple[str, str]]:
    ids = [id_ for (id_,) in connection.execute(f"{MOVED} UNION {REACHED}", (since,))]
    days: list[tuple[str, str]] = []
    for some in chunks(ids):
        days += connection.execute(
            f"SELECT max(day), fact FROM member WHERE fact IN ({', '.join('?' * len(some))}) AND closed > ? "
            "AND day <= ? GROUP BY fact",
            (*some, since, until),
        )
    return ((fact, day) for day, fact in sorted(days, reverse=True))


def _met(connection: sqlite3.Connection, since: int, until: str = LAST_DAY) -> Iterator[tuple[str, str]]:
    met: set[str] = set()
    walk = "SELECT day, fact FROM member WHERE closed > ? AND day <= ? ORDER BY day DESC"
    for day, fact in connection.execute(walk, (since, until)):
        if fact not in met:
            met.add(fact)
            if connection.execute(TOUCHED, (since, fact)).fetchone():
                yield fact, day
