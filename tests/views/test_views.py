"""Each question, over three invented articles."""

import json
from pathlib import Path
from typing import Any

import pytest

from hoadam import views
from hoadam.errors import NotFound, UsageFault
from hoadam.store import Store
from hoadam.views import Filters, ShownArticle, ShownFact
from hoadam.views.names import Unknown
from tests.store.support import PLAN, READER, ROUND, article, filled

QUESTIONS = (
    "timeline", "meetings", "delegations", "people", "drafts", "positions", "statements", "claims", "appointments",
    "deadlines", "agreements",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("views") / "r.sqlite")


@pytest.mark.parametrize("question", QUESTIONS)
def test_rows_carry_their_evidence(store: Store, question: str) -> None:
    for row in getattr(views, question)(store):
        plain = json.loads(json.dumps(row.row()))
        assert plain["sentence"] and plain["id"] and plain["article"] in ("a1", "b2") and plain["outlet"]
        assert plain["sentence"] in (ROUND + PLAN)
        if "quote" in plain:
            start = plain["start"] - plain["sentence_start"]
            assert plain["sentence"][start:].startswith(plain["quote"])


def test_a_meeting_seats_its_delegations_with_their_offices(store: Store) -> None:
    (meeting,) = views.meetings(store)
    sides = {one.side: [(member.person, member.titles) for member in one.members] for one in meeting.delegations}
    assert sides == {
        "USA": [("Steve Witkoff", ("special envoy",)), ("Jared Kushner", ())],
        "UKR": [("Rustem Umerov", ())],
    }


def test_undated_facts_stay_undated_and_stand_where_they_were_published(store: Store) -> None:
    events = views.timeline(store)
    assert [(one.kind, one.when) for one in events] == [
        ("meeting", "2025-12-03"), ("statement", None), ("position", None), ("draft", None), ("claim", None),
        ("deadline", "2025-12-20"),
    ]  # fmt: skip


def test_timeline_rows_hold_their_slots(store: Store) -> None:
    (claim,) = (one for one in views.timeline(store) if one.kind == "claim")
    assert claim.slots["quantity"] == 1375 and claim.slots["bound"] == "at-least"


def test_people_know_offices_and_company(store: Store) -> None:
    people = {one.person: one for one in views.people(store)}
    assert set(people) == {"Steve Witkoff", "Jared Kushner", "Rustem Umerov"}
    assert people["Steve Witkoff"].offices == ("special envoy, USA",)
    assert [(met.person, met.meetings) for met in people["Steve Witkoff"].met] == [
        ("Jared Kushner", 1), ("Rustem Umerov", 1),
    ]  # fmt: skip
    assert people["Steve Witkoff"].facts == 3


def kinds(store: Store, **conditions: Any) -> set[str]:
    return {one.kind for one in views.timeline(store, Filters(**conditions))}


@pytest.mark.parametrize("name", ["UKR", "ukr", "Ukraine", "ukraine"])
def test_parties_by_code_and_name(store: Store, name: str) -> None:
    assert {"meeting", "claim", "deadline"} <= kinds(store, party=name)


@pytest.mark.parametrize("name", ["Nga", "nga", "Russia", "RUS"])
def test_parties_in_both_languages(store: Store, name: str) -> None:
    assert [one.party for one in views.positions(store, Filters(party=name))] == ["RUS"]


@pytest.mark.parametrize("name", ["Rustem Umerov", "Umerov", "rustem umerov", "UMEROV"])
def test_people_by_any_form(store: Store, name: str) -> None:
    assert [one.speaker for one in views.statements(store, Filters(person=name))] == ["Rustem Umerov"]


def test_a_party_speaks_through_its_officials(store: Store) -> None:
    assert [one.speaker for one in views.statements(store, Filters(party="Ukraine"))] == ["Rustem Umerov"]


def test_issues_outlets_and_days(store: Store) -> None:
    assert kinds(store, issue="Territory") == {"meeting", "statement"}
    assert kinds(store, outlet="tin ben nghe") == {"draft", "claim", "deadline"}
    assert kinds(store, since="2025-12-20") == {"deadline"}
    assert kinds(store, since="2026") == set()
    assert kinds(store, until="2025-12-03") == {"meeting", "statement", "position"}
    assert "position" not in kinds(store, named=True)
    assert len(views.timeline(store, Filters(limit=2))) == 2


@pytest.mark.parametrize(
    "conditions",
    [
        {"party": "Atlantis"},
        {"person": "Khong Co Ai"},
        {"issue": "weather"},
        {"outlet": "Không Báo"},
        {"since": "2025-13"},
        {"until": "hôm qua"},
        {"since": "2025-02-30"},
    ],
)
def test_what_nobody_knows_is_said(store: Store, conditions: dict[str, str]) -> None:
    with pytest.raises(UsageFault):
        views.timeline(store, Filters(**conditions))  # type: ignore[arg-type]


def test_near_names_are_offered(store: Store) -> None:
    with pytest.raises(Unknown) as fault:
        views.statements(store, Filters(person="Umarov"))
    assert "Rustem Umerov" in fault.value.near


def test_show_opens_a_fact_by_the_beginning_of_its_id(store: Store) -> None:
    (meeting,) = views.meetings(store)
    shown = views.show(store, meeting.id[:8])
    assert isinstance(shown, ShownFact) and shown.current
    row = shown.row()
    (report,) = row["reports"]
    assert report["words"] == {"place": ["Geneva"]} and report["article"]["id"] == "a1"
    assert shown.sources[0].sentences() == ["Hai đoàn ngồi lại ở Geneva"]


def test_show_opens_an_article(store: Store) -> None:
    shown = views.show(store, "b2")
    assert isinstance(shown, ShownArticle)
    assert [fact["kind"] for fact in shown.row()["facts"]] == ["draft", "claim", "deadline"]


@pytest.mark.parametrize("id_", ["nothing", "", "%"])
def test_show_knows_what_it_does_not_know(store: Store, id_: str) -> None:
    with pytest.raises(NotFound):
        views.show(store, id_)


def test_an_ambiguous_beginning_lists_what_it_begins(tmp_path: Path) -> None:
    batch = [(article(f"same-{n}", PLAN), ()) for n in range(3)]
    with pytest.raises(UsageFault, match="same-2"):
        views.show(filled(tmp_path / "r.sqlite", batch), "same")


def test_superseded_facts_can_still_be_shown(tmp_path: Path) -> None:
    store = filled(tmp_path / "r.sqlite")
    (old,) = views.deadlines(store)
    store.add([(article("b2", PLAN, outlet="Tin Bến Nghé", published="2025-12-05T21:00:00+07:00"), ())], "tests+2")
    assert views.deadlines(store) == []
    shown = views.show(store, old.id)
    assert isinstance(shown, ShownFact) and not shown.current
    assert shown.sources[0].told.reader == READER


def test_search_shows_the_sentence(store: Store) -> None:
    (found,) = views.search(store, "dam phan")
    assert found.sentence.startswith("Sáng 3/12") and found.title == "Hai đoàn ngồi lại ở Geneva"
