"""Many read while one writes: nobody waits, and everybody sees what was kept last."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hoadam.interfaces.bench_made import made
from hoadam.interfaces.record import Record
from hoadam.store import Query, open_store
from hoadam.views import Filters
from tests.store.support import READER

READERS = 20
ARTICLES = 40


def asked(place: Path) -> tuple[int, int, int]:
    """What one reader sees: how many people, facts, and articles with a word."""
    with Record(place, create=False) as record:
        return len(record.people()), len(record.timeline(Filters(limit=500))), len(record.search("ba", 100))


def test_nobody_waits_for_a_writer(tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    store = open_store(place)
    told = list(made(ARTICLES))
    store.add(told[:30], READER)
    before = asked(place)
    writer = sqlite3.connect(place, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE revision SET title = 'not yet'")
    with ThreadPoolExecutor(READERS) as readers:
        assert set(readers.map(asked, [place] * READERS, timeout=50)) == {before}
    writer.execute("ROLLBACK")
    writer.close()
    store.add(told[30:], READER)
    after = asked(place)
    assert all(now > then for now, then in zip(after, before, strict=True))


def test_readers_and_a_writer_at_once(tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    store = open_store(place)
    told = list(made(ARTICLES))
    store.add(told[:1], READER)
    done = threading.Event()

    def read() -> list[int]:
        seen: list[int] = []
        with Record(place, create=False) as record:
            while not seen or not done.is_set():
                seen.append(sum(len(one.told) for one in record.store.walk(Query())))
        return seen

    with ThreadPoolExecutor(READERS) as readers:
        waiting = [readers.submit(read) for _ in range(READERS // 4)]
        for one in told[1:]:
            store.add([one], READER)
        done.set()
        every = [one.result() for one in waiting]
    assert all(seen == sorted(seen) for seen in every)
    assert [one for one in store.examine() if one.fault] == []
