"""Each bad input is one row with file and line, what was expected and what to do; the rest is read."""

import gzip
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from hoadam.model.refusal import Refusal
from tests.read.support import BODY, DATE_LINE, dumped, read_bytes, row, sorted_out

BEFORE, AFTER = dumped(row(id="before")), dumped(row(id="after"))


def only_row(folder: Path, bad: bytes) -> Refusal:
    """The one row for a bad line between two good ones, which are read."""
    articles, others = read_bytes(folder, BEFORE + bad + b"\n" + AFTER)
    assert [article.id for article in articles] == ["before", "after"]
    (refusal,) = others
    assert refusal.file.endswith("input") and refusal.line == 2 and refusal.refused
    assert refusal.expected and refusal.advice
    return refusal


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"[]", gzip.compress(b""), b"\xef\xbb\xbf"])
def test_an_input_without_any_article_is_one_row(tmp_path: Path, data: bytes) -> None:
    articles, (refusal,) = read_bytes(tmp_path, data)
    assert articles == [] and (refusal.line, refusal.problem) == (1, "nothing in it") and refusal.refused


@pytest.mark.parametrize("line", [b"oops", b'{"id": "x"', b"{} {}", b'{"text": NaN}', b"\0\0\0", b"[[[", b'"'])
def test_a_line_that_is_not_json(tmp_path: Path, line: bytes) -> None:
    assert "not JSON" in only_row(tmp_path, line).problem


def test_a_first_line_that_is_not_json(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, b"oops\n" + AFTER)
    assert [article.id for article in articles] == ["after"] and refusal.line == 1


@pytest.mark.parametrize("value", [1, [], "x", None, True, {"article": 1}, {"article": {}}])
def test_json_that_is_no_article(tmp_path: Path, value: Any) -> None:
    only_row(tmp_path, json.dumps(value).encode())


@pytest.mark.parametrize("published", [..., None, "", " "])
def test_a_missing_date(tmp_path: Path, published: Any) -> None:
    refusal = only_row(tmp_path, dumped(row(published=published)).strip())
    assert "`published`" in refusal.problem and "2025-12-01" in refusal.expected


@pytest.mark.parametrize(
    "published",
    [
        "hôm qua", "2025-13-01", "2025-02-30", "0001-01-01", "1899-12-31", "2101-01-01", "9999-99-99", "20251203",
        "03/12/2025", "2025-12-03T25:00:00Z", "2025-12-03T08:30:61Z", "2025-12-03T08:30:00+99:99", "2025-W49-3",
        "٢٠٢٥-١٢-٠٣", "2025-12-03T08:30:00",
    ],
)  # fmt: skip
def test_an_absurd_date(tmp_path: Path, published: str) -> None:
    assert "`published`" in only_row(tmp_path, dumped(row(published=published)).strip()).problem


@pytest.mark.parametrize(
    ("name", "value"),
    [("text", 7), ("published", ["2025-12-03"]), ("id", 12), ("outlet", {}), ("title", False), ("lang", 1.5)],
)
def test_a_field_of_the_wrong_type_is_named(tmp_path: Path, name: str, value: Any) -> None:
    assert f"`{name}`" in only_row(tmp_path, dumped(row(**{name: value})).strip()).problem


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_an_empty_text(tmp_path: Path, text: str) -> None:
    assert "empty text" in only_row(tmp_path, dumped(row(text=text)).strip()).problem


def test_no_text_at_all(tmp_path: Path) -> None:
    assert "no `text`" in only_row(tmp_path, dumped(row(text=...)).strip()).problem


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    bad = dumped(row()).strip().replace(b'{"id"', b'{"lang": "en", "id"')
    assert "'lang'" in only_row(tmp_path, bad).problem


def test_many_keys_of_which_one_stands_twice_are_refused_quickly(tmp_path: Path) -> None:
    bad = b"{" + b",".join(b'"%d":1' % number for number in (*range(100_000), 99_999)) + b"}"
    assert "'99999'" in only_row(tmp_path, bad).problem


def test_white_space_without_end_is_said_to_be_that(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, b"\n" * 70_000 + AFTER)
    assert articles == [] and "white space" in refusal.problem


def test_half_a_character(tmp_path: Path) -> None:
    assert "\\ud83d" in only_row(tmp_path, dumped(row(text="Hết \ud83d"), ascii_only=True).strip()).problem


def test_a_character_in_two_escapes_is_whole(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, dumped(row(text="Hết \U0001f54a"), ascii_only=True))
    assert articles[0].text == "Hết \U0001f54a" and others == []


def test_windows_1258_bytes_in_a_line(tmp_path: Path) -> None:
    bad = dumped(row()).decode().strip().replace("Báo Sông Lam", "B\xe1o").encode("cp1258", "ignore")
    assert "WINDOWS-1258" in only_row(tmp_path, bad).advice


def test_a_dispatch_in_windows_1258_is_one_row_at_its_first_such_line(tmp_path: Path) -> None:
    data = " date 2025-12-03 (Lam) -\n\nVong hop.\nBáo đưa tin.\nÔng nói.".encode("cp1258")
    articles, (refusal,) = read_bytes(tmp_path, data)
    assert articles == [] and refusal.line == 4 and "UTF-8" in refusal.expected and "iconv" in refusal.advice


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("data", [dumped(row()).decode(), f"{DATE_LINE}\n\n{BODY}"], ids=["json", "dispatch"])
def test_utf_16_is_read_with_one_notice(tmp_path: Path, encoding: str, data: str) -> None:
    if encoding == "utf-16-be":
        data = "\ufeff" + data
    articles, (notice,) = read_bytes(tmp_path, data.encode(encoding))
    assert articles == read_bytes(tmp_path, data.encode())[0]
    assert not notice.refused and notice.line == 1 and "UTF-" in notice.problem and notice.expected == "UTF-8"


def test_utf_16_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    data = (BEFORE + AFTER).decode().encode("utf-16")[:-1]
    articles, others = read_bytes(tmp_path, data)
    assert [article.id for article in articles] == ["before"]
    assert [other.refused for other in others] == [False, True]


def test_nul_characters_are_removed_with_one_notice(tmp_path: Path) -> None:
    articles, (notice,) = read_bytes(tmp_path, dumped(row(text="Hội\0 đàm\0 xong")))
    assert articles[0].text == "Hội đàm xong"
    assert not notice.refused and notice.line == 1 and "2 NUL" in notice.problem


def test_raw_nul_bytes_are_read_as_escaped_ones(tmp_path: Path) -> None:
    escaped = dumped(row(text="Hội\0 đàm"))
    assert read_bytes(tmp_path, escaped.replace(b"\\u0000", b"\0")) == read_bytes(tmp_path, escaped)


def test_nul_characters_in_a_dispatch_are_one_notice(tmp_path: Path) -> None:
    articles, (notice,) = read_bytes(tmp_path, f"{DATE_LINE}\n\nHội\0 đàm".encode())
    assert articles[0].text == "Hội đàm" and not notice.refused


def test_nfd_text_is_read_as_nfc_with_one_notice(tmp_path: Path) -> None:
    articles, (notice,) = read_bytes(tmp_path, unicodedata.normalize("NFD", dumped(row()).decode()).encode())
    assert [article.row() for article in articles] == [row()]
    assert not notice.refused and "NFC" in notice.problem


def test_accents_without_end_are_refused_quickly(tmp_path: Path) -> None:
    bad = dumped(row(text="a" + "\u0301\u0323" * 200_000)).strip()
    assert "accents" in only_row(tmp_path, bad).problem


def test_bytes_of_no_known_format(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    assert articles == [] and refusal.refused and "format" in refusal.problem


def test_text_without_a_date_line(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, BODY.encode())
    assert articles == [] and "date YYYY-MM-DD" in refusal.expected


@pytest.mark.parametrize("date", ["", "2025-13-45", "mai", "0000-00-00"])
def test_a_dispatch_with_a_bad_date_is_one_row_and_the_next_is_read(tmp_path: Path, date: str) -> None:
    bad = DATE_LINE.replace("2025-12-03", date)
    articles, (refusal,) = read_bytes(tmp_path, f"{bad}\n\nMột.\n\n{DATE_LINE}\n\nHai.".encode())
    assert [article.text for article in articles] == ["Hai."] and refusal.line == 1
    assert "`published`" in refusal.problem


def test_text_before_the_first_date_line_is_one_row(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, f"Lời dẫn.\n\n{DATE_LINE}\n\nHai.".encode())
    assert [article.id for article in articles] == ["input"] and "date line" in refusal.problem


def test_a_dispatch_without_a_body_is_one_row(tmp_path: Path) -> None:
    articles, (refusal,) = read_bytes(tmp_path, f"{DATE_LINE}\n\n\n{DATE_LINE}\n\nHai.".encode())
    assert [article.id for article in articles] == ["input#2"] and refusal.problem == "an empty text"


def test_a_bad_member_of_an_array_is_one_row_at_its_line(tmp_path: Path) -> None:
    first, last = BEFORE.decode().strip(), AFTER.decode().strip()
    data = f'[\n{first},\n{{"id": "x",\n "text" "y"}},\n{last}]'
    articles, (refusal,) = read_bytes(tmp_path, data.encode())
    assert [article.id for article in articles] == ["before", "after"] and refusal.line == 4


@pytest.mark.parametrize("cut", [1, 5, 60])
def test_an_array_that_breaks_off_is_one_row(tmp_path: Path, cut: int) -> None:
    data = json.dumps([row(id="before"), row(id="after")]).encode()[:-cut]
    articles, (refusal,) = read_bytes(tmp_path, data)
    assert articles[0].id == "before" and "breaks off" in refusal.problem


def test_a_file_that_breaks_is_no_end_of_the_run(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "b").write_bytes(AFTER)
    articles, others = sorted_out(tmp_path)
    assert [article.id for article in articles] == ["after"] and others[-1].refused
