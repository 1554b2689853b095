"""Record time: each transaction that adds to the record is a moment, counted from 1."""

import sqlite3
from datetime import UTC, datetime, timedelta

FOREVER = 9007199254740992  # where a row still stands (2**53, as the migrations spell it out)
LAST_DAY = "9999-12-32"  # after every day of publication


def now() -> str:
    """The time that a row is learned at: RFC 3339, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin(connection: sqlite3.Connection) -> int:
    """A new moment inside an open transaction; later than all others even where the clock was set back."""
    at = datetime.now(UTC)
    row = connection.execute("SELECT seq, at FROM moment ORDER BY seq DESC LIMIT 1").fetchone()
    if row:
        at = max(at, datetime.fromisoformat(row[1]) + timedelta(microseconds=1))
    seq = (row[0] if row else 0) + 1
    connection.execute("INSERT INTO moment (seq, at) VALUES (?, ?)", (seq, at.isoformat(timespec="microseconds")))
    return int(seq)


def moment_at(connection: sqlite3.Connection, time: str) -> int:
    """The last moment not after a time (RFC 3339, UTC); 0 where the record knew nothing then."""
    row = connection.execute("SELECT max(seq) FROM moment WHERE at <= ?", (time,)).fetchone()
    return int(row[0] or 0)
