"""Reading again adds nothing, changed words and changed readers add beside what is there, and lies are refused."""

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoadam.errors import StoreFault, UsageFault
from hoadam.model.fact import Evidence
from hoadam.store import Account, Mention, Observation, Query, Store, open_store
from hoadam.store.open import default_place
from tests.store.support import PLAN, READER, ROUND, article, fact, filled, plan_told, round_told, told


def observed(store: Store) -> list[Observation]:
    """The observations of all merged facts."""
    return [one for account in store.facts(Query()) for one in account.told]


def when_of(one: Account) -> str:
    """The day that a fact is sorted by."""
    return one.told[0].published[:10] if one.merged.derived else one.merged.low


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return filled(tmp_path / "record.sqlite")


def test_what_goes_in_comes_out(store: Store) -> None:
    held = {one.fact.quote: one for one in observed(store)}
    given_ = {fact.quote: fact for _, facts in told() for fact in facts}
    assert {quote: one.fact for quote, one in held.items()} == given_
    assert {one.article for one in held.values()} == {"a1", "b2"}
    assert [revision.article for revision in store.revisions("a1")] == [article()]


def test_reading_again_adds_nothing(store: Store) -> None:
    before = list(store.dump())
    assert store.add(told(), READER) == ["known"] * 3
    assert list(store.dump()) == before


def test_twice_in_one_batch_is_once(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite", [])
    assert store.add([round_told(), round_told()], READER) == ["added", "known"]


def test_unread_tells_what_is_new(store: Store) -> None:
    revised = article("a1", ROUND + " Hết.")
    assert store.unread([article(), revised, article("zz")], READER) == [False, True, True]
    assert store.unread([article()], "tests+2") == [True]


def test_changed_words_are_a_revision_and_both_stay(store: Store) -> None:
    changed = article("a1", PLAN)
    quote = fact(PLAN, "hạn chót cho Ukraine", "deadline", status="set", set_by="USA", **{"for": "UKR"})
    assert store.add([(changed, (quote,))], READER) == ["revised"]
    assert [revision.article.text for revision in store.revisions("a1")] == [ROUND, PLAN]
    assert [one.fact.quote for one in store.told(["a1"])] == ["hạn chót cho Ukraine"]


def test_a_new_reader_is_current_and_the_old_stays(store: Store) -> None:
    article_, facts = plan_told()
    assert store.add([(article_, facts[:1])], "tests+2") == ["reread"]
    current = store.told(["b2"])
    assert [one.reader for one in current] == ["tests+2"]
    assert sum(row[0] == "b2" for row in store.dump()) == 4
    assert [row[3] for row in store.dump() if row[0] == "b2"].count(current[0].id) == 2


def test_an_older_reader_coming_later_does_not_rule_older_words(store: Store) -> None:
    store.add([(article("a1", PLAN), ())], READER)
    store.add([round_told()], "tests+2")
    assert store.told(["a1"]) == []


def test_joint_actors_keep_their_own_ids(tmp_path: Path) -> None:
    text = "Pháp và Đức nói có 12 tàu ở vịnh."
    both = [
        fact(text, "12 tàu", "claim", claimant=code, act="other", quantity=12, object="ships")
        for code in ("FRA", "DEU", "FRA")
    ]
    store = filled(tmp_path / "r.sqlite", [(article("x", text), tuple(both))])
    ids = [one.id for one in observed(store)]
    assert len(set(ids)) == 3
    assert len(store.matching("")) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"start": 0},
        {"quote": "lời khác"},
        {"end": 10_000},
        {"start": -5},
        {"kind": "rumour"},
        {"evidence": {"place": (Evidence(0, 10_000),)}},
        {"evidence": {"place": (Evidence(-1, 3),)}},
        {"evidence": {"place": (Evidence(4, 4),)}},
    ],
)
def test_a_fact_that_is_not_in_its_text_is_refused_with_its_batch(store: Store, change: dict[str, Any]) -> None:
    good = fact(PLAN, "19 điểm", "draft", event="revised", author="USA", points=19, was_points=None)
    before = list(store.dump())
    with pytest.raises(StoreFault):
        store.add([(article("n1", PLAN), ()), (article("n2", PLAN), (dataclasses.replace(good, **change),))], READER)
    assert list(store.dump()) == before


def test_text_that_is_no_unicode_is_refused(store: Store) -> None:
    with pytest.raises(StoreFault):
        store.add([(article("n1", "một \ud800 hai"), ())], READER)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(3)), cut=st.integers(0, 3))
def test_order_and_batches_do_not_matter(order: list[int], cut: int) -> None:
    batch = [told()[n] for n in order]
    store = open_store(":memory:")
    for part in (batch[:cut], batch[cut:]):
        store.add(part, READER)
    reference = open_store(":memory:")
    reference.add(told(), READER)
    assert list(store.dump()) == list(reference.dump())
    assert observed(store) == [
        dataclasses.replace(one, learned=mine.learned)
        for one, mine in zip(observed(reference), observed(store), strict=True)
    ]


def test_queries_narrow(store: Store) -> None:
    def kinds(**conditions: object) -> list[str]:
        return [one.merged.kind for one in store.facts(Query(**conditions))]  # type: ignore[arg-type]

    assert kinds(since="2025-12-06") == ["deadline"]
    assert kinds(until="2025-12-03", kinds=("meeting",)) == ["meeting"]
    assert kinds(mentions=(Mention(("UKR",), ("side",)),)) == ["delegation"]
    assert kinds(
        mentions=(Mention(("Rustem Umerov",), ("people", "speaker")), Mention(("territory",), ("issues",)))
    ) == ["meeting", "statement"]
    assert kinds(mentions=(Mention(("Tin Bến Nghé",), ("outlet",)),)) == ["draft", "claim", "deadline"]
    assert "position" not in kinds(named=True)
    assert kinds(limit=1) == ["deadline"]
    assert store.count(Query(limit=1)) == 9


def test_rows_come_in_order_of_time(store: Store) -> None:
    days = [when_of(one) for one in store.facts(Query())]
    assert days == sorted(days)


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    with pytest.raises(StoreFault, match="no record"):
        open_store(path)


def test_a_file_that_is_no_database_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("không phải cơ sở dữ liệu " * 50, encoding="utf8")
    with pytest.raises(StoreFault):
        open_store(path)


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    filled(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_version VALUES (99)")
    connection.close()
    with pytest.raises(StoreFault, match="newer"):
        open_store(path)


def test_a_missing_record_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="no record"):
        open_store(tmp_path / "none.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOADAM_DB", str(tmp_path / "named.sqlite"))
    assert default_place() == tmp_path / "named.sqlite"
    monkeypatch.delenv("HOADAM_DB")
    assert default_place().name == "record.sqlite"
    open_store(f"sqlite:{tmp_path}/by-url.sqlite").close()
    assert (tmp_path / "by-url.sqlite").exists()
    with pytest.raises(UsageFault):
        open_store("postgresql://nowhere/record")
