"""Merged facts: the same in any order and after rebuilding, as of any day, and what people decide outlives readings."""

import dataclasses
import gzip
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoadam.errors import StoreFault, UsageFault
from hoadam.merge import merge, report_of
from hoadam.store import Point, Query, Store, open_store
from hoadam.store.care import NotWhole
from hoadam.store.rebuild import content
from hoadam.views import Filters, ShownFact, changes, decide, drafts, history, meetings, people, show, timeline
from tests.store.support import READER, ROUND, Told, article, evidence, fact, filled, plan_told, round_told

OLD = Path(__file__).parent / "records" / "0001.sqlite.gz"
SECOND = OLD.with_name("0002.sqlite.gz")
TALKS = (
    "Vòng bốn ở Geneva\n\n"
    "Phái đoàn Mỹ và Ukraine gặp nhau ngày 3/12 ở Geneva, có ông Steve Witkoff và ông Rustem Umerov."
)
AHEAD = "Sắp có vòng bốn\n\nMỹ và Ukraine dự kiến gặp nhau tại Geneva ngày 3/12, ông Steve Witkoff sẽ dự."
LATER = "Kế hoạch mới\n\nMỹ đưa ra kế hoạch 20 điểm, theo một quan chức."


def planned() -> Told:
    """The round as another outlet announced it."""
    row = fact(
        AHEAD, "Mỹ và Ukraine dự kiến gặp nhau tại Geneva ngày 3/12", "meeting", "2025-12-03", form="talks",
        status="planned", parties=("USA", "UKR"), people=("Steve Witkoff",), place="Geneva, CHE", issues=(),
    )  # fmt: skip
    return article("p1", AHEAD, outlet="Tin Bến Nghé", published="2025-12-01"), (row,)


def held() -> Told:
    """The round as a third outlet told it afterwards."""
    row = fact(
        TALKS, "Phái đoàn Mỹ và Ukraine gặp nhau ngày 3/12 ở Geneva", "meeting", "2025-12-03", form="talks",
        status="held", parties=("USA", "UKR"), people=("Steve Witkoff", "Rustem Umerov"), place="Geneva, CHE",
        issues=(), evidence={"place": evidence(TALKS, "Geneva")},
    )  # fmt: skip
    return article("h1", TALKS, outlet="Đất Lành", published="2025-12-04"), (row,)


def twenty() -> Told:
    """A later plan."""
    row = fact(LATER, "kế hoạch 20 điểm", "draft", author="USA", points=20, was_points=None, event="proposed")
    return article("d1", LATER, outlet="Đất Lành", published="2025-12-12"), (row,)


def batch() -> list[Told]:
    """Five articles of three outlets."""
    return [round_told(), planned(), held(), plan_told(), twenty()]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return filled(tmp_path / "r.sqlite", batch())


def rows(store: Store) -> list[dict[str, Any]]:
    """All that the views show, record time aside."""
    return [row.row() for row in (*timeline(store), *meetings(store), *drafts(store))]


def test_one_meeting_has_one_history(store: Store) -> None:
    (meeting,) = meetings(store)
    assert [(one.status, one.told, one.outlets) for one in meeting.history] == [
        ("planned", "2025-12-01", ("Tin Bến Nghé",)),
        ("held", "2025-12-03", ("Báo Sông Lam", "Đất Lành")),
    ]
    assert (meeting.reports, meeting.outlets, meeting.origins, meeting.status) == (3, 3, 3, "held")
    assert [seat.side for seat in meeting.delegations] == ["USA", "UKR"]


def test_drafts_know_their_lineage(store: Store) -> None:
    assert [one.lineage for one in drafts(store)] == [(28, 19), (28, 19, 20)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)), cut=st.integers(0, 5))
def test_any_order_gives_the_same_views(order: list[int], cut: int) -> None:
    told = [batch()[n] for n in order]
    store, reference = open_store(":memory:"), open_store(":memory:")
    for part in (told[:cut], told[cut:]):
        store.add(part, READER)
    reference.add(batch(), READER)
    assert rows(store) == rows(reference)


def test_piece_by_piece_is_as_all_at_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "r.sqlite")
    for one in batch():
        store.add([one], READER)
    reports = [
        report_of(told.id, told.fact, store.revisions(told.article)[-1].article)
        for account in store.facts(Query())
        for told in account.told
    ]
    whole = {one.id: one for one in merge(reports).facts}
    assert {one.id: one.merged for one in store.facts(Query())} == whole


def test_rebuilding_gives_the_same_rows(store: Store, tmp_path: Path) -> None:
    decide.correct(store, meetings(store)[0].id, "place=Doha, QAT", "tests", "seen there")
    store.add([(plan_told()[0], plan_told()[1][:2])], "tests+2")
    place = tmp_path / "r.sqlite"
    before = stored(place)
    store.rebuild()
    assert stored(place) == before
    assert [one for one in store.examine() if one.fault] == []


def stored(path: Path) -> list[tuple[object, ...]]:
    """All rows of the projection."""
    connection = sqlite3.connect(path)
    try:
        return list(content(connection))
    finally:
        connection.close()


def test_as_of_counts_what_was_published(store: Store) -> None:
    (early,) = meetings(store, Filters(as_of="2025-12-02"))
    (late,) = meetings(store)
    assert (early.id, early.status, early.reports) == (late.id, "planned", 1)
    assert meetings(store, Filters(as_of="2025-11-30")) == []


def test_known_at_does_not_change_any_more(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite", [planned()])
    then = Point(moment=1)
    before = store.facts(Query(point=then))
    store.add([held()], READER)
    decide.reject(store, meetings(store)[0].id, "tests")
    assert meetings(store) == []
    assert store.facts(Query(point=then)) == before
    assert [one.merged.history[-1].status for one in store.facts(Query(point=Point(moment=2)))] == ["held"]


def test_an_earlier_report_takes_the_id_and_the_old_one_leads_there(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite", [held()])
    (old,) = meetings(store)
    store.add([planned()], READER)
    (new,) = meetings(store)
    shown = show(store, old.id)
    assert isinstance(shown, ShownFact) and old.id != new.id
    assert (shown.account.id, shown.asked, shown.current) == (new.id, old.id, True)


def test_show_says_why_reports_are_one(store: Store) -> None:
    shown = show(store, meetings(store)[0].id)
    assert isinstance(shown, ShownFact)
    assert all(one.reasons and one.origin for one in shown.sources)


def test_corrections_outlive_another_reading(store: Store) -> None:
    id_ = meetings(store)[0].id
    act = decide.correct(store, id_, "place=Doha, QAT", "tests", "the communiqué")
    assert meetings(store)[0].place == "Doha, QAT" and meetings(store)[0].corrected
    article_, (row,) = held()
    moved = dataclasses.replace(row, end=row.end - 7, quote=row.quote[:-7])
    store.add([(article_, (moved,))], "tests+2")
    anew = next(one.id for one in store.told(["h1"]))
    assert [one.what for one in history(store, anew)].count("corrected") == 1
    assert {one.fact.slots["place"] for one in store.facts(Query(("meeting",)))[0].told} == {"Doha, QAT"}
    decide.undo(store, act.id, "tests")
    assert meetings(store)[0].place == "Geneva, CHE"
    assert [one.what for one in history(store, meetings(store)[0].id)].count("corrected") == 1
    with pytest.raises(UsageFault):
        decide.undo(store, act.id, "tests")


def test_a_correction_that_finds_nothing_is_told(store: Store) -> None:
    decide.correct(store, meetings(store)[0].id, "place=Doha, QAT", "tests")
    store.add([(held()[0], ())], "tests+2")
    assert [one.sort for one in store.examine()] == ["anchor"]


def test_rejected_facts_go_and_come_back(store: Store) -> None:
    act = decide.reject(store, meetings(store)[0].id, "tests", "no such round")
    assert meetings(store) == []
    decide.undo(store, act.id, "tests")
    assert meetings(store)[0].reports == 3


def test_apart_and_same(store: Store) -> None:
    whole = meetings(store)[0]
    shown = show(store, whole.id)
    assert isinstance(shown, ShownFact)
    first, *others = [one.told.id for one in shown.sources]
    acts = [decide.apart(store, (first, other), "tests") for other in others]
    assert sorted(one.reports for one in meetings(store)) == [1, 2]
    for act in acts:
        decide.undo(store, act.id, "tests")
    assert meetings(store) == [whole]
    one, other = (row.id for row in drafts(store))
    decide.same(store, (one, other), "tests", "told as one")
    assert [row.reports for row in drafts(store)] == [2]
    assert [found for found in store.examine() if found.fault] == []


@pytest.mark.parametrize("change", ["nowhere=x", "status=maybe", "when=soon", "place"])
def test_what_cannot_stand_is_refused(store: Store, change: str) -> None:
    with pytest.raises(UsageFault):
        decide.correct(store, meetings(store)[0].id, change, "tests")


def test_changes_tell_what_is_new(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite", [planned(), plan_told()])
    assert {one.what for one in changes(store, "last", reader="x")} == {("added",)}
    store.mark("x")
    assert changes(store, "last", reader="x") == []
    store.add([held(), (plan_told()[0], plan_told()[1][1:])], "tests+2")
    found = {one.kind: one for one in changes(store, "last", reader="x")}
    assert found["meeting"].what == ("confirmed", "revised")
    assert ("status", "planned", "held") in [(d.slot, d.before, d.now) for d in found["meeting"].differences]
    assert found["draft"].what == ("withdrawn",) and set(found) == {"meeting", "draft"}


def test_backup_and_restore(store: Store, tmp_path: Path) -> None:
    before = rows(store)
    store.backup(tmp_path / "copy")
    decide.reject(store, meetings(store)[0].id, "tests")
    store.restore(tmp_path / "copy")
    assert rows(store) == before


def test_what_is_not_whole_is_not_restored(store: Store, tmp_path: Path) -> None:
    before, copy = rows(store), tmp_path / "copy"
    store.backup(copy)
    connection = sqlite3.connect(copy)
    connection.execute("DELETE FROM member WHERE fact = (SELECT min(fact) FROM member)")
    connection.commit()
    connection.close()
    with pytest.raises(NotWhole, match="no whole record"):
        store.restore(copy)
    torn = bytearray(copy.read_bytes())
    torn[8192:20480] = bytes(12288)
    copy.write_bytes(torn)
    with pytest.raises(StoreFault, match="copy"):
        store.restore(copy)
    copy.write_text("no database " * 100)
    with pytest.raises(StoreFault, match="copy"):
        store.restore(copy)
    assert rows(store) == before


def test_an_older_copy_is_brought_to_this_schema(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(gzip.decompress(OLD.read_bytes()))
    store.restore(copy)
    assert [one.row()["points"] for one in drafts(store)] == [19]
    assert [one for one in store.examine() if one.fault] == []


def test_a_record_of_the_first_schema_is_brought_to_this_one(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    store = open_store(path)
    assert [one.row()["points"] for one in drafts(store)] == [19]
    assert drafts(store)[0].reports == 2
    assert [len(store.revisions(id_)) for id_ in ("a1", "b2", "b3", "c3")] == [1, 1, 1, 2]
    assert [one for one in store.examine() if one.fault] == []
    assert store.add([round_told()], READER) == ["known"]
    assert ROUND in {one.article.text for one in store.revisions("a1")}


def test_a_record_of_the_second_schema_is_brought_to_this_one(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    path.write_bytes(gzip.decompress(SECOND.read_bytes()))
    store = open_store(path)
    (meeting,) = meetings(store)
    assert (meeting.reports, meeting.place, meeting.corrected, meeting.processes) == (
        3, "Doha, QAT", True, ("russia-ukraine",),
    )  # fmt: skip
    assert people(store) == people(store, Filters(since="0001")) != []
    assert changes(store, "last", reader="tests") == [] and len(store.processes()) == 5
    assert [one for one in store.examine() if one.fault] == []
