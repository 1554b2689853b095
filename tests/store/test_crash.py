"""kill -9 while articles are added, and two writers at once: nothing acknowledged is lost, nothing is doubled."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from hoadam.store import open_store
from tests.store.crashing import FACTS

TOP = Path(__file__).parents[2]
ARTICLES = 1200
KILLS = int(os.environ.get("HOADAM_TEST_KILLS", "8"))


def adding(place: Path, first: int = 0, last: int = ARTICLES) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.crashing", str(place), str(first), str(last)]
    return subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True)


def dump(place: Path) -> list[tuple[str, ...]]:
    store = open_store(place)
    rows = list(store.dump())
    store.close()
    return rows


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, ...]]:
    """The record of a run that nobody disturbed."""
    place = tmp_path_factory.mktemp("whole") / "r.sqlite"
    process = adding(place)
    assert process.communicate()[0].split()[-1] == str(ARTICLES) and process.returncode == 0
    return dump(place)


def check(place: Path, acknowledged: int) -> None:
    """The record is sound, holds what was acknowledged, and every article in it with all its facts, once."""
    held = Counter(row[0] for row in dump(place))
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (indexed,) = connection.execute("SELECT count(*) FROM revision_words").fetchone()
    connection.close()
    assert len(held) >= acknowledged
    assert indexed == len(held)
    assert set(held.values()) <= {FACTS}


def test_kill_at_any_moment(tmp_path: Path, whole: list[tuple[str, ...]]) -> None:
    chance = random.Random(20251203)
    place = tmp_path / "r.sqlite"
    acknowledged = 0
    for number in range(KILLS):
        process = adding(place)
        assert process.stdout is not None
        if number % 2:
            process.stdout.readline()  # it is in the midst of it; else the record may be about to be made
        time.sleep(chance.uniform(0, 0.15 if number % 2 else 0.6))
        process.kill()
        lines = process.communicate()[0].split()
        acknowledged = max(acknowledged, *(int(line) for line in lines), 0) if lines else acknowledged
        check(place, acknowledged)
    process = adding(place)
    process.communicate()
    assert process.returncode == 0
    assert dump(place) == whole


def test_two_writers_at_once(tmp_path: Path, whole: list[tuple[str, ...]]) -> None:
    place = tmp_path / "r.sqlite"
    both = [adding(place, 0, ARTICLES * 2 // 3), adding(place, ARTICLES // 3, ARTICLES)]
    for process in both:
        process.communicate()
        assert process.returncode == 0
    check(place, ARTICLES)
    assert dump(place) == whole
