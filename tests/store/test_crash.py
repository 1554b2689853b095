"""kill -9 while articles are added, and two writers at once: nothing acknowledged is lost, nothing is doubled."""

import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from hoadam.errors import StoreFault
from hoadam.store import Query, Store, open_store
from tests.store.crashing import FACTS, facts, invented
from tests.store.test_merged import OLD

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


def deciding(place: Path, what: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.deciding", str(place), what]
    return subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True)


def killed(process: subprocess.Popen[str], chance: random.Random, started: bool) -> list[str]:
    """What a process had acknowledged when it was killed at some moment; `started`: once it is in the midst of it."""
    assert process.stdout is not None
    first = process.stdout.readline() if started else ""
    time.sleep(chance.uniform(0, 0.4 if started else 0.9))
    process.kill()
    return (first + process.communicate()[0]).split()


def whole_again(place: Path) -> Store:
    """The record, which is whole."""
    store = open_store(place)
    assert [one for one in store.examine() if one.fault] == []
    return store


def small(place: Path) -> None:
    """A record of some articles."""
    store = open_store(place)
    store.add([(one, facts(one)) for one in map(invented, range(30))], "crash+1")
    store.close()


@pytest.mark.parametrize("what", ["correct", "rebuild", "define", "restore"])
def test_kill_while_people_decide_or_the_record_is_made_anew(tmp_path: Path, what: str) -> None:
    chance = random.Random(7)
    place = tmp_path / "r.sqlite"
    small(place)
    safe: set[str] = set()
    for _ in range(max(2, KILLS // 3)):
        safe |= set(killed(deciding(place, what), chance, started=True)) - {"open"}
        store = whole_again(place)
        kept = {act.id for act in store.acts()}
        assert what != "correct" or safe <= kept
        assert store.count(Query()) == 90
        store.close()


def test_kill_while_a_record_is_brought_to_this_schema(tmp_path: Path) -> None:
    chance = random.Random(11)
    for number in range(max(2, KILLS // 3)):
        place = tmp_path / f"{number}.sqlite"
        place.write_bytes(gzip.decompress(OLD.read_bytes()))
        killed(deciding(place, "open"), chance, started=False)
        store = whole_again(place)
        assert len(store.facts(Query(("draft",)))) == 1
        store.close()


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    place = tmp_path / "r.sqlite"
    small(place)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = open_store(place)
    resource.setrlimit(resource.RLIMIT_FSIZE, (place.stat().st_size, limits[1]))
    try:
        with pytest.raises(StoreFault):
            store.add([(one, facts(one)) for one in map(invented, range(100, 600))], "crash+1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    store.close()
    store = whole_again(place)
    assert store.count(Query()) == 90
    store.add([(one, facts(one)) for one in map(invented, range(100, 110))], "crash+1")
    assert store.count(Query()) == 120
