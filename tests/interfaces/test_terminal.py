"""Text on a terminal: its width, where it breaks, and that it can do no harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoadam.interfaces.terminal import CLOSE, OPEN, cells, drawn, harmless, marked, wrapped


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    line = harmless(text)
    assert line.isprintable()
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs") for letter in line)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("đàm phán", "đàm phán"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\x9b31mb", r"a\x9b31mb"),
        ("a\u202eb", r"a\u202eb"),
        ("một\n\thai\u00a0ba", "một hai ba"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_acts_is_spelt_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("Việt", 4), (unicodedata.normalize("NFD", "Việt"), 4), ("平和", 4), ("", 0)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text(alphabet="aế 平", max_size=60), st.integers(2, 20))
def test_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_can() -> None:
    assert wrapped("hai phái đoàn rời Geneva", 10) == ["hai phái", "đoàn rời", "Geneva"]


@given(st.text(max_size=40), st.data())
def test_marks_stand_around_the_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = marked(text, start, end)
    assert line.count(OPEN) == line.count(CLOSE) == 1
    assert line.replace(OPEN, "").replace(CLOSE, "").split() == harmless(text).split() or not text[start:end].strip()


def test_off_a_terminal_marks_are_brackets_or_nothing() -> None:
    line = marked("Hai bên đã gặp nhau.", 8, 14)
    assert drawn([line], brackets=True) == ["Hai bên [đã gặp] nhau."]
    assert drawn([line]) == ["Hai bên đã gặp nhau."]
