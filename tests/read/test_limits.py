"""Hostile sizes: what is too long, too deep or packed too tightly is one row, within bounded memory."""

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam.read import ReadOptions, read
from tests.read.support import DATE_LINE, dumped, read_bytes, row, sorted_out

SMALL = ReadOptions(max_article_bytes=5000, max_line_bytes=10_000)
BEFORE, AFTER = dumped(row(id="before")), dumped(row(id="after"))


@pytest.mark.parametrize("size", [6000, 12_000, 3_000_000])
def test_an_article_that_is_too_long_is_one_row(tmp_path: Path, size: int) -> None:
    articles, (refusal,) = read_bytes(tmp_path, BEFORE + dumped(row(text="a" * size)) + AFTER, SMALL)
    assert [article.id for article in articles] == ["before", "after"]
    assert refusal.line == 2 and "bytes" in refusal.problem and refusal.refused


def test_length_is_counted_in_bytes(tmp_path: Path) -> None:
    assert len(read_bytes(tmp_path, dumped(row(text="đ" * 2500)), SMALL)[0]) == 1
    assert len(read_bytes(tmp_path, dumped(row(text="đ" * 2501)), SMALL)[0]) == 0


@pytest.mark.parametrize("size", [6000, 3_000_000])
def test_a_member_of_an_array_that_is_too_long_is_one_row(tmp_path: Path, size: int) -> None:
    data = json.dumps([row(id="before"), row(text="a" * size), row(id="after")]).encode()
    articles, (refusal,) = read_bytes(tmp_path, data, SMALL)
    assert [article.id for article in articles] == ["before", "after"] and "bytes" in refusal.problem


@pytest.mark.parametrize("line", ["a" * 6000, "abc\n" * 2000], ids=["one line", "many lines"])
def test_a_dispatch_that_is_too_long_is_one_row(tmp_path: Path, line: str) -> None:
    data = f"{DATE_LINE}\n\nMột.\n\n{DATE_LINE}\n\n{line}\n\n{DATE_LINE}\n\nBa."
    articles, (refusal,) = read_bytes(tmp_path, data.encode(), SMALL)
    assert [article.id for article in articles] == ["input", "input#3"] and "bytes" in refusal.problem


def test_a_field_that_is_too_long_is_one_row(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, dumped(row(url="u" * 10_000)) + AFTER)
    assert [article.id for article in articles] == ["after"] and "`url`" in refusal.problem


def test_fifty_megabytes_in_one_article_are_one_row(tmp_path: Path) -> None:
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.write(BEFORE + b'{"published": "2025-12-03", "text": "')
        file.writelines(b"tin " * 262_144 for _ in range(50))
        file.write(b'"}\n' + AFTER)
    articles, (refusal,) = sorted_out(path)
    assert [article.id for article in articles] == ["before", "after"] and refusal.line == 2


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize("depth", [65, 100_000])
def test_deep_nesting_is_one_row(tmp_path: Path, opening: str, depth: int) -> None:
    bad = dumped(row()).strip()[:-1] + b', "extra": ' + opening.encode() * depth
    closing = b"1" + (b"]" if opening == "[" else b"}") * depth + b"}\n"
    articles, (refusal,) = read_bytes(tmp_path, BEFORE + bad + closing + AFTER)
    assert [article.id for article in articles] == ["before", "after"] and "nested" in refusal.problem


def test_brackets_in_the_text_are_no_nesting(tmp_path: Path) -> None:
    assert len(read_bytes(tmp_path, dumped(row(text='[{"' * 500)))[0]) == 1


def test_an_endless_number_is_one_row(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, BEFORE + b'{"a": ' + b"9" * 9000 + b"}\n" + AFTER)
    assert len(articles) == 2 and "not JSON" in refusal.problem


@pytest.mark.parametrize("cut", [1, 9, 200])
def test_a_packed_file_that_breaks_off_keeps_what_came_before(tmp_path: Path, cut: int) -> None:
    rows = [row(id=f"a{n}", url=f"https://songlam.example/{n * n * 7919}") for n in range(50)]
    articles, (refusal,) = read_bytes(tmp_path, gzip.compress(dumped(*rows))[:-cut])
    assert [article.id for article in articles] == [f"a{n}" for n in range(len(articles))]
    assert articles and "breaks off" in refusal.problem and refusal.line == len(articles) + 1


def test_a_damaged_packed_file_keeps_what_came_before(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, gzip.compress(BEFORE) + b"\x1f\x8bgarbage")
    assert [article.id for article in articles] == ["before"] and "gzip" in refusal.problem


def test_a_packed_file_with_a_wrong_checksum_is_one_row(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(BEFORE))
    data[-8] ^= 1
    assert "gzip" in read_bytes(tmp_path, bytes(data))[1][0].problem


def test_a_packed_bomb_is_one_row(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb", "wb") as file:
        file.write(BEFORE)
        for _ in range(30):
            file.write(b"\n" * 1_000_000)
    articles, (refusal,) = sorted_out(tmp_path / "bomb")
    assert [article.id for article in articles] == ["before"] and "times its size" in refusal.problem


@pytest.mark.parametrize("layout", ["lines", "array", "dispatches"])
def test_memory_does_not_grow_with_the_archive(tmp_path: Path, layout: str) -> None:
    path = tmp_path / "archive"
    with path.open("w", encoding="utf8") as file:
        file.writelines(parts(layout, 4000, "tin " * 1000))
    tracemalloc.start()
    count = sum(1 for _ in read(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4000 and path.stat().st_size > 4 * peak


def parts(layout: str, count: int, text: str) -> Iterator[str]:
    """An archive of so many articles, in pieces."""
    for number in range(count):
        if layout == "dispatches":
            yield f"{DATE_LINE}\n\n{text}\n\n"
        elif layout == "lines":
            yield json.dumps(row(id=str(number), text=text)) + "\n"
        else:
            yield ("," if number else "[") + json.dumps(row(id=str(number), text=text))
    yield "]" if layout == "array" else ""
