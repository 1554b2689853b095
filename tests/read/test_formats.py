"""Every format of input gives its articles, whatever the file is called."""

import gzip
import io
import json
from pathlib import Path

import pytest

from hoadam.model.article import Article, article_id
from hoadam.read import read
from hoadam.read.formats import FORMATS
from tests.read.support import BODY, DATE_LINE, dumped, read_bytes, row, sorted_out


def test_an_article_row_comes_back_as_it_is(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, dumped(row()))
    assert [article.row() for article in articles] == [row()] and others == []


def test_rows_keep_their_order(tmp_path: Path) -> None:
    articles, _ = read_bytes(tmp_path, dumped(*(row(id=name) for name in "cab")))
    assert [article.id for article in articles] == ["c", "a", "b"]


def test_blank_lines_between_rows_are_passed_over(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, b"\n \r\n" + dumped(row()) + b"\n\n" + dumped(row(id="a2")))
    assert [article.id for article in articles] == ["a1", "a2"] and others == []


def test_the_last_row_needs_no_line_end(tmp_path: Path) -> None:
    assert len(read_bytes(tmp_path, dumped(row(), row()).rstrip())[0]) == 2


def test_a_packed_file_reads_as_the_plain_one(tmp_path: Path) -> None:
    plain = dumped(row(), row(id="a2"))
    assert read_bytes(tmp_path, gzip.compress(plain)) == read_bytes(tmp_path, plain)


def test_a_packed_file_may_have_several_members_and_padding(tmp_path: Path) -> None:
    data = gzip.compress(dumped(row())) + gzip.compress(dumped(row(id="a2"))) + bytes(512)
    articles, others = read_bytes(tmp_path, data)
    assert [article.id for article in articles] == ["a1", "a2"] and others == []


def test_a_gold_row_is_read_as_its_article(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, dumped({"article": row(), "facts": [{"kind": "meeting"}]}))
    assert [article.row() for article in articles] == [row()] and others == []


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_an_array_of_articles_is_read(tmp_path: Path, indent: int | None) -> None:
    data = json.dumps([row(), row(id="a2", title='Ngoặc ] } " \\')], indent=indent, ensure_ascii=False)
    articles, others = read_bytes(tmp_path, data.encode())
    assert [article.id for article in articles] == ["a1", "a2"] and others == []


@pytest.mark.parametrize("indent", [None, 0, 4])
def test_a_single_object_is_read(tmp_path: Path, indent: int | None) -> None:
    articles, others = read_bytes(tmp_path, json.dumps(row(), indent=indent).encode())
    assert [article.id for article in articles] == ["a1"] and others == []


def test_objects_laid_out_one_after_another_are_read(tmp_path: Path) -> None:
    data = json.dumps(row(), indent=2) + "\n" + json.dumps(row(id="a2"), indent=2)
    assert [article.id for article in read_bytes(tmp_path, data.encode())[0]] == ["a1", "a2"]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, b"\xef\xbb\xbf" + dumped(row()))
    assert len(articles) == 1 and others == []


def test_a_text_file_is_a_dispatch_with_the_file_name_as_id(tmp_path: Path) -> None:
    (tmp_path / "000_ab.txt").write_text(f"{DATE_LINE}\n\n{BODY}", encoding="utf8")
    articles, others = sorted_out(tmp_path / "000_ab.txt")
    assert articles == [Article("000_ab.txt", "Báo Sông Lam", "2025-12-03", None, None, None, BODY)] and others == []


def test_blank_lines_around_the_body_are_no_part_of_it(tmp_path: Path) -> None:
    articles, _ = read_bytes(tmp_path, f"\n{DATE_LINE}\r\n\r\n \r\n{BODY}  \r\n\t\r\n".encode())
    assert articles[0].text == f"{BODY}  "


def test_dispatches_may_follow_each_other_in_one_file(tmp_path: Path) -> None:
    second = DATE_LINE.replace("03", "04").replace("Báo Sông Lam", "Tin Bến Hải (Huế)")
    articles, others = read_bytes(tmp_path, f"{DATE_LINE}\n\n{BODY}\n\n{second}\n\nÔng ấy đã về.\n".encode())
    assert [article.id for article in articles] == ["input", "input#2"] and others == []
    assert [article.published for article in articles] == ["2025-12-03", "2025-12-04"]
    assert articles[0].text == BODY and articles[1].outlet == "Tin Bến Hải (Huế)"


def test_a_date_line_within_a_paragraph_is_part_of_it(tmp_path: Path) -> None:
    articles, _ = read_bytes(tmp_path, f"{DATE_LINE}\n\nÔng ấy viết:\n{DATE_LINE}\nrồi về.".encode())
    assert len(articles) == 1


def test_a_body_may_hold_json(tmp_path: Path) -> None:
    articles, others = read_bytes(tmp_path, f'{DATE_LINE}\n\n{{"id": 1}}\n'.encode())
    assert articles[0].text == '{"id": 1}' and others == []


def test_standard_input_is_read_where_its_mark_stands(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(dumped(row(id="file")))
    found = list(read([tmp_path / "x", "-"], stdin=io.BytesIO(dumped(row(id="piped")))))
    assert [item.id for item in found if isinstance(item, Article)] == ["file", "piped"]


def test_a_dispatch_on_standard_input_has_a_hash_as_id() -> None:
    (article,) = read("-", stdin=io.BytesIO(f"{DATE_LINE}\n\n{BODY}".encode()))
    assert isinstance(article, Article) and article.id == article_id("Báo Sông Lam", "2025-12-03", BODY)


def test_formats_are_found_by_listing_their_folder() -> None:
    assert {kind.name for kind in FORMATS} == {"dispatch", "json-lines", "json-values"}
