"""An open SQLite file, and its complaints in the words of the record."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoadam.errors import StoreFault

BUSY_SECONDS = 60.0  # how long a second writer waits for the first
READ_KIB = 8192  # of pages that each of many readers keeps
WRITE_KIB = 65536  # less, and a batch spills in its midst


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """SQLite's complaints as StoreFault, naming the record."""
    try:
        yield
    except sqlite3.Error as fault:
        raise StoreFault(f"{path}: {fault}") from fault


def connect(path: Path) -> sqlite3.Connection:
    """An open connection that waits for other writers and keeps what it has acknowledged through a power cut."""
    # Each thread uses its own; what closes them all at the end of the program is another one.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
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
    connection.execute(f"PRAGMA cache_size = -{READ_KIB}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Inside, nobody else writes; all of it is kept at the end, or nothing where anything was raised."""
    with faults(path):
        connection.execute(f"PRAGMA cache_size = -{WRITE_KIB}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def snapshot(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Inside, all is read from one state; a snapshot inside another is the same one."""
    if connection.in_transaction:
        yield
        return
    with faults(path):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("COMMIT")
