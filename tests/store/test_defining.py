"""Processes in a record too large to file all facts anew at once: piece by piece, and right wherever that stops."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from hoadam.interfaces.bench_made import made
from hoadam.knowledge.process import Process, given
from hoadam.store import Store, filing, open_store
from hoadam.store.defining import redefine, refile
from hoadam.store.filing import unfiled_after
from tests.store.support import READER

PIECE = 16
ARTICLES = 90


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of some hundred facts, which counts as large here."""
    monkeypatch.setattr(filing, "PIECE", PIECE)
    path = tmp_path / "r.sqlite"
    store = open_store(path)
    store.add(list(made(ARTICLES)), READER)
    store.close()
    return path


def filed(path: Path) -> dict[str, str]:
    """The processes of each report."""
    connection = sqlite3.connect(path)
    try:
        return dict(connection.execute("SELECT id, filed FROM report WHERE closed = 9007199254740992"))
    finally:
        connection.close()


def at_once(tmp_path: Path, processes: tuple[Process, ...]) -> dict[str, str]:
    """How reports are filed where the definitions were there before them."""
    store = open_store(tmp_path / "other.sqlite")
    store.define(processes)
    store.add(list(made(ARTICLES)), READER)
    store.close()
    return filed(tmp_path / "other.sqlite")


def done(connection: sqlite3.Connection, *steps: Callable[[sqlite3.Connection], object]) -> None:
    """Take steps, each in a transaction of its own."""
    for step in steps:
        connection.execute("BEGIN IMMEDIATE")
        step(connection)
        connection.execute("COMMIT")


def whole(store: Store) -> bool:
    return [one for one in store.examine() if one.fault] == []


def test_pieces_come_to_the_same_as_all_at_once(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    assert store.define(given()) == [one.name for one in given()]
    assert filed(place) == at_once(tmp_path, given())
    assert any(filed(place).values()) and store.define(given()) == []
    assert whole(store)


@pytest.mark.parametrize("stop", [0, 1, 3])
def test_what_a_killed_run_left_is_done_by_the_next(place: Path, tmp_path: Path, stop: int) -> None:
    connection = sqlite3.connect(place, isolation_level=None)
    done(connection, partial(redefine, processes=given()), *[refile] * stop)
    assert unfiled_after(connection) is not None
    connection.close()
    store = open_store(place)
    assert whole(store)
    assert store.define(given()) == []
    assert filed(place) == at_once(tmp_path, given())
    assert whole(store)


def test_a_definition_changed_meanwhile_is_filed_under_from_the_beginning(place: Path, tmp_path: Path) -> None:
    store, other = open_store(place), sqlite3.connect(place, isolation_level=None)
    store.define(given())
    changed = (*given()[1:], replace(given()[0], sides=(("JPN",), ("KOR",)), words=(), others=()))
    done(other, *(partial(redefine, processes=some) for some in (changed[:1], changed)), refile)
    other.close()
    store.define(())
    assert filed(place) == at_once(tmp_path, changed)
    assert whole(store)
