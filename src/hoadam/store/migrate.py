"""A record of any released schema → the same record in the schema of this program."""

import sqlite3
from collections.abc import Iterator
from importlib import resources

from hoadam.errors import StoreFault
from hoadam.store.rebuild import rebuild


def migrations() -> list[tuple[int, str]]:
    """The numbered SQL files beside this module, in their order."""
    folder = resources.files("hoadam.store") / "migrations"
    files = (file for file in folder.iterdir() if file.name.endswith(".sql"))
    return sorted((int(file.name.removesuffix(".sql")), file.read_text(encoding="utf-8")) for file in files)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL file one by one, since sqlite3.executescript would commit before it begins."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema of an open file: 0 where it is empty; StoreFault where it is no record."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "schema_version" in tables:
        return int(connection.execute("SELECT max(version) FROM schema_version").fetchone()[0])
    if tables:
        raise StoreFault("this database is no record of hoadam; name another file")
    return 0


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open record to the newest schema in one transaction; a record from a newer program is refused."""
    known = migrations()
    newest = known[-1][0]
    if version_of(connection) == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)  # another process may have been quicker
        if version > newest:
            raise StoreFault(f"the record has schema {version}, this program knows {newest}; use a newer hoadam")
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        for number, script in known:
            if number > version:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute("INSERT INTO schema_version VALUES (?)", (number,))
        rebuild(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
