"""What is coming, the timeline as it is drawn, and who met whom, over the sample dispatches."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam import views
from hoadam.interfaces.record import Record
from hoadam.store import Store
from hoadam.views import Filters
from hoadam.views.coming import AHEAD, first_day
from tests.interfaces.web.support import record_of_samples

KINDS = ("meeting", "claim", "statement")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Record(record_of_samples(tmp_path_factory.mktemp("ahead") / "r.sqlite")) as record:
        yield record.store


@pytest.mark.parametrize("as_of", ["2025-11-25", "2025-12-24", None])
def test_what_is_coming_lies_ahead_of_the_day(store: Store, as_of: str | None) -> None:
    filters = Filters(as_of=as_of)
    day = first_day(store, filters)
    rows = views.coming(store, filters)
    assert rows and day
    assert all(row.status in AHEAD[row.kind] for row in rows)
    assert all(row.published[:10] <= day for row in rows)
    drawn = {one.id: one for one in views.chart(store, tuple(AHEAD), filters)}
    dated = [drawn[row.id] for row in rows if row.dated]
    assert [one.id for one in dated] == [row.id for row in rows[: len(dated)]], "what has a date comes first"
    assert [one.low for one in dated] == sorted(one.low for one in dated)
    assert all(one.when and one.high >= day for one in dated)
    assert all(drawn[row.id].derived or row.when for row in rows[len(dated) :])


def test_what_came_is_not_coming_any_more(store: Store) -> None:
    days = [f"2025-12-{day:02}" for day in range(1, 31)]
    ahead = {row.id for day in days for row in views.coming(store, Filters(as_of=day))}
    held = {row.id for row in views.meetings(store) if row.status == "held"}
    assert ahead & held, "meetings that were ahead and came"
    assert not held & {row.id for row in views.coming(store)}


def test_coming_from_another_day(store: Store) -> None:
    assert views.coming(store, Filters(since="2025-12")) and not views.coming(store, Filters(since="2031-01-01"))


def test_nothing_is_coming_in_an_empty_record(tmp_path: Path) -> None:
    with Record(tmp_path / "empty.sqlite") as empty:
        assert views.coming(empty.store) == []


def test_the_chart_has_the_latest_of_each_kind_with_their_bounds(store: Store) -> None:
    rows = views.chart(store, KINDS, Filters(limit=5))
    assert {kind: len([row for row in rows if row.kind == kind]) for kind in KINDS} == dict.fromkeys(KINDS, 5)
    assert all(row.low <= row.high for row in rows)
    assert {row.derived for row in rows if row.when is None} == {True}
    assert {row.derived for row in rows if row.when} == {False}


def test_pairs_count_the_meetings_that_took_place(store: Store) -> None:
    told = views.meetings(store)
    rows = views.pairs(store)
    assert rows == sorted(rows, key=lambda row: (-row.meetings, row.one, row.other))
    for row in rows[:10]:
        both = {one.id for one in told if {row.one, row.other} <= set(one.people) and one.status in ("held", "ongoing")}
        assert both == set(row.ids) and row.meetings == len(both) and row.first <= row.last
    assert {"RUS", "UKR", "USA"} & {row.one for row in views.pairs(store, of="parties")}
    assert len(views.pairs(store, Filters(limit=3))) == 3
