"""Whatever comes in, in any order and in any pieces, once or twice: the views are the same."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hoadam import views
from hoadam.model.fact import Fact
from hoadam.store import Store, open_store
from tests.store.support import READER, Told, article, fact

VIEWS = (
    views.timeline, views.meetings, views.delegations, views.people, views.drafts, views.positions, views.matrix,
    views.statements, views.claims, views.appointments, views.deadlines, views.agreements,
)  # fmt: skip
OUTLETS = ("Báo Sông Lam", "Tin Bến Nghé", "Đất Lành")
DAYS = st.sampled_from(["2025-12-01", "2025-12-02", "2025-12-03"])
CLOCKS = st.sampled_from(["", "T07:00:00+07:00", "T19:30:00+07:00"])
WHEN = st.sampled_from([None, None, "2025-12-01", "2025-12-02", "2025-12-01/2025-12-02", "2025-12"])
WORDS = (
    "lằn ranh đỏ về lãnh thổ đã bị bước qua và sẽ có đáp trả",
    "lằn ranh đỏ đã bị bước qua",
    "tiếng súng sẽ im hẳn",
)
PEOPLE = st.sampled_from(
    [(), ("Steve Witkoff",), ("Steve Witkoff", "Vladimir Putin"), ("Marco Rubio", "Vladimir Putin")]
)


def slots_of(kind: str, draw: st.DrawFn) -> dict[str, Any]:
    """The slots of one fact, from few values, so that facts meet."""
    pick: dict[str, dict[str, list[Any]]] = {
        "meeting": {
            "form": ["talks", "meeting", "visit"], "status": ["planned", "held", "ongoing"],
            "parties": [("USA", "RUS"), ("RUS", "USA", "UKR"), ("USA", "Europe")],
            "place": [None, "RUS", "Moscow, RUS"], "issues": [()],
        },
        "statement": {"speaker": ["RUS", "Dmitry Peskov", "Sergey Lavrov"], "speech": ["indirect"], "issues": [()]},
        "claim": {
            "claimant": ["RUS", "UKR"], "act": ["shot-down"], "quantity": [91, 18], "object": ["drones"],
            "place": ["Novgorod, RUS"], "period": [None],
        },
        "draft": {"author": ["USA"], "points": [None, 28, 19], "event": ["sent", "revised"], "was_points": [None, 28]},
        "position": {"party": ["RUS"], "issue": ["territory"], "stance": ["demands"]},
        "agreement": {"parties": [("USA", "RUS")], "matter": ["prisoner-exchange"], "event": ["reached", "signed"]},
    }  # fmt: skip
    found = {slot: draw(st.sampled_from(values)) for slot, values in pick[kind].items()}
    return {**found, "people": draw(PEOPLE)} if kind == "meeting" else found


@st.composite
def told(draw: st.DrawFn, number: int) -> Told:
    """An article with one to three facts, all on one of three wordings."""
    text = f"Bản tin\n\nHôm nay {draw(st.sampled_from(WORDS))}, tin số {number}."
    quote = text.partition("Hôm nay ")[2].partition(",")[0]
    kinds = draw(st.lists(st.sampled_from(["meeting", "statement", "claim", "draft", "position", "agreement"]),
                          min_size=1, max_size=3, unique=True))  # fmt: skip
    facts: list[Fact] = [fact(text, quote, kind, draw(WHEN), **slots_of(kind, draw)) for kind in sorted(kinds)]
    published = draw(DAYS) + draw(CLOCKS)
    return article(f"a{number}", text, outlet=draw(st.sampled_from(OUTLETS)), published=published), tuple(facts)


@st.composite
def news(draw: st.DrawFn) -> list[Told]:
    """Two to six articles."""
    return [draw(told(number)) for number in range(draw(st.integers(2, 6)))]


def filled(batches: Sequence[Sequence[Told]]) -> Store:
    store = open_store(":memory:")
    for batch in batches:
        store.add(batch, READER)
    return store


def shown(store: Store) -> list[Any]:
    """All that all views show."""
    return [[row.row() if hasattr(row, "row") else row for row in view(store)] for view in VIEWS]


@settings(max_examples=20, deadline=None)
@given(batch=news(), chance=st.randoms(use_true_random=False), cut=st.integers(0, 7))
def test_any_order_and_any_pieces_give_the_same_views(batch: list[Told], chance: Any, cut: int) -> None:
    mixed = list(batch)
    chance.shuffle(mixed)
    one, other = filled([batch]), filled([mixed[:cut], *([told] for told in mixed[cut:])])
    assert shown(one) == shown(other)
    assert list(one.dump()) == list(other.dump())


@settings(max_examples=8, deadline=None)
@given(batch=news(), again=st.integers(0, 6))
def test_adding_twice_adds_nothing(batch: list[Told], again: int) -> None:
    store = filled([batch])
    before, rows = list(store.dump()), shown(store)
    assert set(store.add(batch[: again + 1], READER)) == {"known"}
    assert (list(store.dump()), shown(store)) == (before, rows)
    assert list(store.changed(1)) == []


@settings(max_examples=8, deadline=None)
@given(batch=news())
def test_another_reading_doubles_nothing_and_rebuilding_changes_nothing(batch: list[Told]) -> None:
    store, fresh = filled([batch]), filled([batch])
    store.add(batch, "tests+2")
    assert shown(store) == shown(fresh)
    store.rebuild()
    assert shown(store) == shown(fresh)
    assert [one for one in store.examine() if one.fault] == []
