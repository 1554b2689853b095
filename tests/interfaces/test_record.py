"""The record from Python, and the flow through several processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import hoadam
from hoadam import Article, Fact, Filters, HoadamError, Listener, Record, Refusal
from hoadam.flow import pieces, read_articles, reader_version
from tests.store.support import PLAN, ROUND, article, fact, told

SPOILT = Refusal("x.jsonl", 3, "no JSON", "JSON", "mend it")


def many(count: int) -> Iterator[Article]:
    return (article(f"n{n:04}", f"{PLAN}\n\nTin {n}.") for n in range(count))


def test_public_names_are_there() -> None:
    assert all(getattr(hoadam, name) is not None for name in hoadam.__all__)
    assert callable(hoadam.read) and callable(hoadam.extract)
    assert set(hoadam.__all__) <= set(dir(hoadam))
    with pytest.raises(AttributeError):
        getattr(hoadam, "".join(("no", "thing")))


def test_read_gives_articles_and_refusals(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f" date 2025-12-03 (Báo Sông Lam) -\n\n{ROUND}", encoding="utf8")
    (tmp_path / "b.txt").write_bytes(b"")
    found = list(hoadam.read(tmp_path))
    assert [type(one) for one in found] == [Article, Refusal]
    assert isinstance(hoadam.extract(article()), tuple)


def test_add_and_ask(tmp_path: Path) -> None:
    with Record(tmp_path / "r.sqlite") as record:
        heard: list[Refusal] = []
        summary = record.add([article(), SPOILT, article("b2", PLAN)], listener=Listener(refusal=heard.append))
        assert (summary.added, summary.refused, summary.articles, heard) == (2, 1, 2, [SPOILT])
        assert record.add([article(), article("b2", PLAN)]).known == 2
        assert record.search("dam phan")
        assert record.timeline(Filters(since="2031")) == []


def test_a_reader_that_fails_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(one: Article) -> tuple[Fact, ...]:
        if one.id == "b2":
            raise ZeroDivisionError("no")
        return told()[0][1] if one.id == "a1" else (fact(PLAN, "19 điểm", "draft"),)

    monkeypatch.setattr("hoadam.flow.facts_of", failing)
    heard: list[Refusal] = []
    with Record(tmp_path / "r.sqlite") as record:
        summary = record.add(
            [article(), article("b2", PLAN), article("c3", ROUND)], listener=Listener(refusal=heard.append)
        )
        assert (summary.added, summary.refused) == (1, 2)  # c3's facts are not in its words
        assert "ZeroDivisionError" in heard[0].problem and "is not the quote" in heard[1].problem
        assert len(record.meetings()) == 1


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_articles_keep_their_order(jobs: int | None) -> None:
    items: list[Article | Refusal] = [*many(200), SPOILT, *many(100)]
    found = list(read_articles(items, jobs))
    assert [one if isinstance(one, Refusal) else one[0] for one in found] == items


def test_a_large_input_goes_to_processes_and_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoadam.flow.LARGE", 50)
    monkeypatch.setattr("hoadam.flow.cores", lambda: 2)
    found = [one[0].id for one in read_articles(many(500)) if not isinstance(one, Refusal)]
    assert found == [one.id for one in many(500)]


def test_long_articles_make_short_pieces() -> None:
    long = [article(f"n{n}", "chữ " * 150_000) for n in range(5)]
    assert [len(piece) for piece in pieces(long, 128)] == [2, 2, 1]


def test_a_killed_process_is_one_clear_error() -> None:
    def items() -> Iterator[Article]:
        yield from many(600)

    flowing = read_articles(items(), 2)
    next(flowing)
    for child in children():
        os.kill(child, signal.SIGKILL)
    with pytest.raises(HoadamError, match="--jobs 1"):
        list(flowing)


def test_reading_processes_end_with_their_parent(tmp_path: Path) -> None:
    program = "from hoadam.flow import read_articles\nfrom tests.interfaces.test_record import many\n"
    program += "import time\nflowing = read_articles(many(600), 2)\nnext(flowing)\nprint(1, flush=True)\ntime.sleep(60)"
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    with parent:
        assert parent.stdout is not None and parent.stdout.readline() == b"1\n"
        workers = children(parent.pid)
        parent.kill()
    assert len(workers) == 2
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.1)
    raise AssertionError("they live on")


def children(parent: int | None = None) -> list[int]:
    """The reading processes that a process (this one) has started."""
    parent = parent or os.getpid()
    task = Path(f"/proc/{parent}/task/{parent}/children")
    if not task.exists():
        pytest.skip("no /proc")
    pids = [int(pid) for pid in task.read_text().split()]
    return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_reader_version_is_steady() -> None:
    assert reader_version() == reader_version() and "+" in reader_version()
