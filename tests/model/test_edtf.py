"""The value type for times: round trip, bounds, order, refusal, and agreement with the `edtf` package."""

import contextlib
import warnings
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoadam.model.edtf import Edtf

BOUNDS = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-11-30", "2025-11-30", "2025-11-30"),
    ("2025-12-20~", "2025-12-20", "2025-12-20"),
    ("2025-12?", "2025-12-01", "2025-12-31"),
    ("2025-22", "2025-06-01", "2025-08-31"),
    ("2025-24", "2025-12-01", "2026-02-28"),
    ("2025-12-21/2025-12-22", "2025-12-21", "2025-12-22"),
    ("2025-10/2025-11-05", "2025-10-01", "2025-11-05"),
    ("2025-12-20/..", "2025-12-20", "9999-12-31"),
    ("../2025-11-27", "0001-01-01", "2025-11-27"),
    ("2025-01~/2025-03~", "2025-01-01", "2025-03-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("9999-24", "9999-12-01", "9999-12-31"),
    ("2025-12-12T14:30", "2025-12-12", "2025-12-12"),
]
REFUSED = [
    "", "..", "/", "../..", "2025-02-30", "2025-13", "2025-25", "2025-00", "2025-01-00", "0000", "2025-1-1", "hôm nay",
    "2025-12-22/2025-12-21", "2025-11-30T25:00", "2025-11-30T14", "2025-22-01", "2025-11-30 ", "20251130",
    "2025/2026/2027", "٢٠٢٥", "2025-12-20\n", "2025~~", "2025-12-20T10:30Z",
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_bounds_and_round_trip(text: str, low: str, high: str) -> None:
    value = Edtf.parse(text)
    assert str(value) == text
    assert (value.low.date().isoformat(), value.high.date().isoformat()) == (low, high)
    assert value.is_interval == ("/" in text)
    for point in (value.start, value.end):
        assert point is None or str(point) in text


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_absurd_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|date|time|season|ends before"):
        Edtf.parse(text)


def test_a_clock_covers_its_minute_or_second() -> None:
    assert Edtf.parse("2025-12-12T14:30").bounds == (
        datetime(2025, 12, 12, 14, 30), datetime(2025, 12, 12, 14, 30, 59, 999999)
    )  # fmt: skip
    assert Edtf.parse("2025-12-12T14:30:05").high == datetime(2025, 12, 12, 14, 30, 5, 999999)


def test_overlap() -> None:
    week, day, later, since = map(Edtf.parse, ("2025-10-27/2025-11-02", "2025-11-02", "2025-11", "2025-11-03/.."))
    assert week.overlaps(day) and day.overlaps(week) and week.overlaps(later)
    assert not week.overlaps(since) and since.overlaps(later)


def test_order_is_by_first_then_last_instant() -> None:
    texts = ["../2025", "2025-11-02", "2025-11-02T10:30", "2025-11", "2025-11-02/..", "2025-11-03"]
    ordered = [str(value) for value in sorted(map(Edtf.parse, texts))]
    assert ordered == ["../2025", "2025-11", "2025-11-02", "2025-11-02/..", "2025-11-02T10:30", "2025-11-03"]
    assert Edtf.parse("2025") == Edtf.parse("2025") and Edtf.parse("2025") <= Edtf.parse("2025")


dates = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(str)
points = st.one_of(dates, dates.map(lambda text: text[:7]), dates.map(lambda text: text[:4]))
marked = st.tuples(points, st.sampled_from(["", "~", "?", "%"])).map("".join)
intervals = st.tuples(dates, dates).map(lambda pair: "/".join(sorted(pair)))


@given(st.one_of(marked, intervals, dates.map(lambda text: f"{text}/.."), dates.map(lambda text: f"../{text}")))
def test_agrees_with_the_edtf_package(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peer_module = pytest.importorskip("edtf")
        peer = peer_module.parse_edtf(text)
    value = Edtf.parse(text)
    if value.start:
        assert tuple(peer.lower_strict())[:3] == value.low.timetuple()[:3]
    if value.end:
        assert tuple(peer.upper_strict())[:3] == value.high.timetuple()[:3]


@given(st.text(max_size=40))
def test_any_text_is_a_value_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert str(Edtf.parse(text)) == text
