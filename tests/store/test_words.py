"""Full text with and without diacritics, sentences around quotes, and days as bounds."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoadam.store import open_store
from hoadam.store.bounds import bounds
from hoadam.store.folding import plain_letters
from hoadam.store.sentence import sentence_span
from tests.store.support import READER, article, filled


@pytest.mark.parametrize("words", ["dam phan", "đàm phán", "DAM PHÁN", "geneva đoàn", '"vong dam phan"', "phan; dam!"])
def test_words_are_found_with_and_without_diacritics(tmp_path: Path, words: str) -> None:
    hits = filled(tmp_path / "r.sqlite").search(words, 10)
    assert [hit.article.id for hit in hits] == ["a1"]


@pytest.mark.parametrize("words", ["dam bao", '"phan dam"', "", "...", '"'])
def test_other_words_are_not(tmp_path: Path, words: str) -> None:
    assert filled(tmp_path / "r.sqlite").search(words, 10) == []


def test_hits_bring_the_facts_whose_quote_matches(tmp_path: Path) -> None:
    (hit,) = filled(tmp_path / "r.sqlite").search("lanh tho", 10)
    assert [one.fact.kind for one in hit.observations] == ["statement"]


def test_words_together_come_first(tmp_path: Path) -> None:
    apart = article("p1", "Ông phán xử ngoài đầm, rồi phán tiếp bên đầm.\n\nĐầm ấy cũ.")
    together = article("p2", "Tin dài hơn một chút nhưng nói về đàm phán giữa hai nước.")
    store = open_store(tmp_path / "r.sqlite")
    store.add([(apart, ()), (together, ())], READER)
    assert [hit.article.id for hit in store.search("dam phan", 10)] == ["p2", "p1"]


def test_only_the_latest_revision_is_found(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite")
    store.add([(article("a1", "Bản sửa không còn lời nào cũ."), ())], READER)
    assert store.search("dam phan", 10) == []


STORE = open_store(":memory:")


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_nothing_typed_is_syntax(words: str) -> None:
    assert STORE.search(words.replace("\x00", ""), 5) == []


@given(st.text())
def test_plain_letters_keep_their_places(text: str) -> None:
    assert len(plain_letters(text)) == len(text)


@given(st.text(alphabet='aĐ.!?" \n,(T1', max_size=80), st.data())
def test_a_sentence_holds_its_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence_span(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("Câu một. Câu hai dài. Câu ba.", "hai", "Câu hai dài."),
        ("Tít không chấm\n\nCâu đầu. Câu sau.", "đầu", "Câu đầu."),
        ("Ông nói: “Xong rồi.” Rồi ông đi.", "Xong rồi", "Ông nói: “Xong rồi.”"),
        ("Ông J. D. Vance tới TP. HCM hôm nay. Hết.", "tới", "Ông J. D. Vance tới TP. HCM hôm nay."),
        ("Có 1.375 chiếc. Hết", "chiếc", "Có 1.375 chiếc."),
        ("Câu một. Câu hai", "một. Câu", "Câu một. Câu hai"),
    ],
)
def test_sentences(text: str, quote: str, sentence: str) -> None:
    start = text.index(quote)
    low, high = sentence_span(text, start, start + len(quote))
    assert text[low:high] == sentence


def test_a_text_without_full_stops_gives_no_endless_sentence() -> None:
    text = "chữ " * 100_000
    low, high = sentence_span(text, 200_000, 200_003)
    assert high - low < 1100


@pytest.mark.parametrize(
    ("when", "low", "high"),
    [
        ("2025-11-30", "2025-11-30", "2025-11-30"),
        ("2025-11", "2025-11-01", "2025-11-30"),
        ("2025-12~", "2025-12-01", "2025-12-31"),
        ("2025-12-21/2025-12-22", "2025-12-21", "2025-12-22"),
        ("2025-12-20/..", "2025-12-20", "9999-12-31"),
        ("2025-12-20T14:30", "2025-12-20", "2025-12-20"),
        (None, "2025-12-03", "2025-12-03"),
        ("bao giờ", "2025-12-03", "2025-12-03"),
    ],
)
def test_bounds(when: str | None, low: str, high: str) -> None:
    assert bounds(when, "2025-12-03T08:30:00+07:00") == (low, high)
