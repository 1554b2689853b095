"""JSON Lines lose nothing and act on no terminal; CSV opens without running anything."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoadam.interfaces.output import cell, json_line

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES)
def test_json_comes_back_whole_on_one_safe_line(value: object) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert line.encode() and not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", line)


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@cmd", "\tx", "\rx"])
def test_formulas_are_defused(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell([text, "b"]).startswith("'")


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "true"), (0, "0"), (1375, "1375"), (["USA", "UKR"], "USA; UKR"), ([], ""), (-3, "'-3"),
        ([{"side": "USA"}], '[{"side": "USA"}]'),
    ],
)  # fmt: skip
def test_cells(value: object, text: str) -> None:
    assert cell(value) == text


@given(st.lists(st.text(alphabet='a",\n\r;', max_size=8), min_size=1, max_size=4))
def test_csv_comes_back(texts: list[str]) -> None:
    file = io.StringIO()
    csv.writer(file).writerow([cell(text) for text in texts])
    assert next(csv.reader(io.StringIO(file.getvalue(), newline=""))) == [cell(text) for text in texts]
