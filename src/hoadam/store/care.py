"""The care of a record: copies in one file, and an examination of whether it is whole."""

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hoadam.errors import StoreFault
from hoadam.merge import COMPONENT
from hoadam.store.accounts import today_of
from hoadam.store.acts import Acts
from hoadam.store.connection import faults
from hoadam.store.migrate import migrate
from hoadam.store.moments import FOREVER
from hoadam.store.rebuild import content, rebuild

SHOWN = 5  # differences that are told


@dataclass(frozen=True, slots=True)
class Finding:
    """What an examination found; `fault` where the record is not whole, else a thing to know."""

    sort: str
    fault: bool
    values: dict[str, Any] = field(default_factory=dict)


def examine(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All that can be wrong with a record."""
    for (said,) in connection.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield Finding("pages", True, {"said": said})
    broken = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if broken:
        yield Finding("references", True, {"count": broken})
    yield from _words(connection)
    yield from _projection(connection)
    yield from _lost(connection)
    yield from _large(connection)


def _words(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Quotes that are not in their text, and words that full text does not know."""
    rows = connection.execute(
        "SELECT o.id, v.article FROM observation o JOIN reading r ON r.seq = o.reading "
        "JOIN revision v ON v.seq = r.revision "
        "WHERE substr(v.text, o.start_at + 1, o.end_at - o.start_at) IS NOT json_extract(o.fact, '$.quote')"
    )
    for id_, article in rows:
        yield Finding("quote", True, {"id": id_, "article": article})
    for table, of in (("revision_words", "revision"), ("quote_words", "observation")):
        indexed, held = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in (table, of))
        if indexed != held:
            yield Finding("index", True, {"table": of, "indexed": indexed, "held": held})


def _projection(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Rows of the projection that a rebuilding would not make, and those that it would make besides."""
    with tempfile.TemporaryDirectory() as folder:
        other = sqlite3.connect(Path(folder) / "again.sqlite", isolation_level=None)
        try:
            connection.backup(other)
            other.execute("PRAGMA synchronous = OFF")
            other.execute("BEGIN")
            rebuild(other)
            other.execute("COMMIT")
            yield from _compared(connection, other)
        finally:
            other.close()


def _compared(connection: sqlite3.Connection, other: sqlite3.Connection) -> Iterator[Finding]:
    """Both are in one order, so that they are walked side by side."""
    mine, theirs = content(connection), content(other)
    count = 0
    for one, again in zip(mine, theirs, strict=False):
        if one != again:
            count += 1
            if count > SHOWN:
                break
            yield Finding("projection", True, {"row": one, "expected": again})
    left = next(mine, None) or next(theirs, None)
    if left is not None and not count:
        yield Finding("projection", True, {"row": left, "expected": None})


def _lost(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Acts that stand and do not find their observation any more."""
    acts = Acts(connection)
    for act in acts.all(FOREVER):
        if act.verb != "undone" and acts.stands(act.seq, FOREVER):
            for one in acts.anchors(act.seq):
                if today_of(connection, one, act.slot) is None:
                    values = {"id": act.id, "article": one.article, "quote": one.quote, "kind": one.kind}
                    yield Finding("anchor", False, values)


def _large(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Facts that hold more reports than merging looks at."""
    rows = connection.execute(
        f"SELECT fact, count(*) FROM member WHERE closed = {FOREVER} GROUP BY fact HAVING count(*) > {COMPONENT}"
    )
    for fact, count in rows:
        yield Finding("large", False, {"fact": fact, "count": count})


class NotWhole(StoreFault):
    """What `file` holds is no whole record: `count` things are wrong with it."""

    def __init__(self, file: Path, count: int) -> None:
        self.file, self.count = str(file), count
        told = f"{count} things are wrong with it, which hoadam doctor --db {file} tells"
        super().__init__(f"{file} is no whole record, and the present one was left as it is: {told}")


def copy_to(connection: sqlite3.Connection, file: Path) -> None:
    """Copy a record into a new file, which appears whole or not at all."""
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        other = sqlite3.connect(part)
        try:
            connection.backup(other)
            other.execute("PRAGMA journal_mode = DELETE")
            _sound(other, file)
        finally:
            other.close()
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def copy_from(connection: sqlite3.Connection, file: Path) -> None:
    """Put the record of a file in the place of an open one, in one transaction.

    It is brought to this schema and examined beforehand; StoreFault where it is no record, NotWhole where anything is
    wrong with it: the open one is then left as it is.
    """
    if not file.exists():
        raise StoreFault(f"{file}: no such file")
    with tempfile.TemporaryDirectory() as folder:
        trial = sqlite3.connect(Path(folder) / "trial.sqlite", isolation_level=None)
        try:
            with faults(file):
                _taken(file, trial)
                wrong = [one for one in examine(trial) if one.fault]
            if wrong:
                raise NotWhole(file, len(wrong))
            trial.backup(connection)
        finally:
            trial.close()


def _taken(file: Path, trial: sqlite3.Connection) -> None:
    """Copy a file's record to where it can be tried."""
    other = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    try:
        tables = {name for (name,) in other.execute("SELECT name FROM sqlite_master")}
        if "schema_version" not in tables:
            raise StoreFault(f"{file} is no record of hoadam")
        _sound(other, file)
        other.backup(trial)
    finally:
        other.close()
    migrate(trial)


def _sound(connection: sqlite3.Connection, file: Path) -> None:
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise StoreFault(f"{file} is damaged")
