"""What an article's fields become: offsets are settled, identity is given, nothing else is changed."""

from pathlib import Path
from typing import Any

import pytest

from hoadam.model.article import article_id
from tests.read.support import BODY, dumped, read_bytes, row


@pytest.mark.parametrize("own", [..., None, "", " "])
def test_an_article_without_an_id_gets_its_hash(tmp_path: Path, own: Any) -> None:
    (article,), _ = read_bytes(tmp_path, dumped(row(id=own)))
    assert article.id == article_id("Báo Sông Lam", "2025-12-03T08:30:00+07:00", row()["text"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-12-03", "2025-12-03"),
        ("2025-12-03T08:30:00+07:00", "2025-12-03T08:30:00+07:00"),
        ("2025-12-03T01:30:00Z", "2025-12-03T01:30:00Z"),
        ("2025-12-03t01:30:00z", "2025-12-03T01:30:00Z"),
        ("2025-12-03 08:30:00.25+07:00", "2025-12-03T08:30:00.25+07:00"),
        ("2025-12-03T08:30+0700", "2025-12-03T08:30:00+07:00"),
        ("1900-01-01", "1900-01-01"),
        ("2100-12-31", "2100-12-31"),
    ],
)
def test_published_is_evened_out(tmp_path: Path, written: str, read: str) -> None:
    (article,), others = read_bytes(tmp_path, dumped(row(published=written)))
    assert article.published == read and others == []


def test_line_ends_become_one_without_a_notice(tmp_path: Path) -> None:
    (article,), others = read_bytes(tmp_path, dumped(row(text="Một.\r\n\r\nHai.\rBa.")))
    assert article.text == "Một.\n\nHai.\nBa." and others == []


def test_other_control_characters_become_spaces_with_a_notice(tmp_path: Path) -> None:
    (article,), (notice,) = read_bytes(tmp_path, dumped(row(text="Một\x0bhai\x85ba\tbốn")))
    assert article.text == "Một hai ba\tbốn" and "2 control characters" in notice.problem and not notice.refused


def test_no_break_spaces_and_quotation_marks_stay(tmp_path: Path) -> None:
    text = "\u201cRồi\u201d,\u00a0ông nói\u2028"
    assert read_bytes(tmp_path, dumped(row(text=text)))[0][0].text == text


def test_a_text_that_does_not_begin_with_its_title_stays_as_it_is(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, dumped(row(text=BODY)))[0][0].text == BODY


@pytest.mark.parametrize("name", ["body", "description"])
def test_title_and_body_make_the_text_where_there_is_none(tmp_path: Path, name: str) -> None:
    (article,), others = read_bytes(tmp_path, dumped(row(text=..., **{name: f"\n{BODY}\n"})))
    assert article.text == f"Vòng họp mới kết thúc\n\n{BODY}" and others == []


@pytest.mark.parametrize("title", [..., None, "", " "])
def test_a_body_without_a_title_is_the_text(tmp_path: Path, title: Any) -> None:
    (article,), _ = read_bytes(tmp_path, dumped(row(text=..., title=title, body=BODY)))
    assert article.text == BODY and article.title is None


def test_members_that_articles_do_not_have_are_passed_over(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, dumped(row(section="Thế giới", tags=[1]))) == read_bytes(tmp_path, dumped(row()))


def test_one_notice_names_all_repairs_of_an_article(tmp_path: Path) -> None:
    _, (notice,) = read_bytes(tmp_path, dumped(row(text="a\u0301\0", title="a\u0301")))
    assert notice.problem == "`title` is not NFC; `text` holds 1 NUL characters; `text` is not NFC"
