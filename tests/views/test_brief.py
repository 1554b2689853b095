"""The rows of the brief: what stands against what, what counts as news, what lies ahead, over invented articles."""

from pathlib import Path
from typing import Any

import pytest

from hoadam import Filters
from hoadam.errors import UsageFault
from hoadam.store import TODAY, Store
from hoadam.views.brief import Brief, bookmark, brief
from hoadam.views.dispute import disputes
from tests.store.support import Told, article, fact, filled


def told(id_: str, day: str, text: str, *facts: Any, **changes: Any) -> Told:
    """An article of a day with facts."""
    outlet = {"outlet": f"Báo {id_}", **changes}
    text = f"{text}\n\nNgười Ukraine theo dõi."  # so that it is filed
    return article(id_, text, published=f"{day}T08:00:00+07:00", **outlet), facts


def claim(text: str, quote: str, claimant: str, quantity: int) -> Any:
    return fact(text, quote, "claim", "2025-12-10", speaker=claimant, claimant=claimant, act="shot-down",
                quantity=quantity, object="drones", of="UKR", bound="exact")  # fmt: skip


def position(text: str, party: str, stance: str, issue: str = "territory") -> Any:
    return fact(text, text, "position", party=party, issue=issue, stance=stance, content=text)


def meeting(text: str, status: str, when: str | None = None) -> Any:
    return fact(text, text, "meeting", when, form="talks", status=status, parties=("RUS", "UKR"), place="Geneva, CHE")


def page(store: Store, since: str, reader: str = "", **conditions: Any) -> Brief:
    return brief(store, "russia-ukraine", since, Filters(**conditions), reader)


def names(made: Brief) -> dict[str, list[str]]:
    return {section.name: [line.kind for line in section.lines] for section in made.sections}


@pytest.fixture
def record(tmp_path: Path) -> Any:
    """A record with the given articles, filed under the war of Russia and Ukraine."""

    def made(*batch: Told) -> Store:
        from hoadam.knowledge.process import given

        store = filled(tmp_path / "r.sqlite", [])
        store.define(list(given()))
        store.add(list(batch), "tests+1")
        return store

    return made


def test_numbers_of_two_sides_stand_against_each_other(record: Any) -> None:
    one, other = "Nga nói bắn hạ 40 drone của Ukraine.", "Ukraine nói chỉ mất 9 drone."
    store = record(
        told("a", "2025-12-10", one, claim(one, "bắn hạ 40 drone", "RUS", 40)),
        told("b", "2025-12-10", other, claim(other, "mất 9 drone", "UKR", 9)),
    )
    (dispute,) = page(store, "2025-12-10").sections[2].lines
    assert dispute.kind in ("numbers", "contradiction")
    assert sorted(side.slots["quantity"] for side in dispute.sides) == [9, 40]
    assert [len(side.notes) for side in dispute.sides] == [1, 1]


def test_one_who_wants_and_one_who_rejects_stand_against_each_other(record: Any) -> None:
    texts = ("Nga đòi giữ phần đất đã chiếm", "Ukraine bác việc nhượng phần đất ấy", "Mỹ chấp nhận chờ về đất đai")
    facts = [position(text, party, stance) for text, party, stance in
             zip(texts, ("RUS", "UKR", "USA"), ("demands", "rejects", "undecided"), strict=True)]  # fmt: skip
    store = record(*(told(str(n), "2025-12-10", one.quote, one) for n, one in enumerate(facts)))
    (dispute,) = page(store, "2025-12-10").sections[2].lines
    assert dispute.kind == "stances" and dispute.slots["issue"] == "territory"
    assert {side.slots["party"] for side in dispute.sides} == {"RUS", "UKR"}
    assert list(disputes(store, [], TODAY)) == []


def test_a_report_of_a_plan_does_not_confirm_that_it_was_held(record: Any) -> None:
    plan, held = "Hai đoàn Nga và Ukraine sẽ họp ở Geneva", "Hai đoàn Nga và Ukraine đã họp ở Geneva"
    store = record(
        told("a", "2025-12-08", plan, meeting(plan, "planned", "2025-12-10")),
        told("b", "2025-12-11", held, meeting(held, "held", "2025-12-10")),
    )
    made = page(store, "2025-12-10")
    assert names(made) == {"agreed": [], "new": ["meeting"], "disputed": [], "due": []}
    assert made.sections[1].lines[0].slots["status"] == "held" and made.sections[1].lines[0].origins == 1
    before = page(store, "2025-12-01", as_of="2025-12-09")
    assert names(before)["due"] == ["meeting"] and before.notes[0].outlet == "Báo a"


def test_what_was_published_before_is_no_news(record: Any) -> None:
    old, new = "Nga đòi giữ phần đất đã chiếm", "Nga đòi bỏ trừng phạt"
    store = record(
        told("a", "2025-12-01", old, position(old, "RUS", "demands")),
        told("b", "2025-12-10", new, position(new, "RUS", "demands", "sanctions")),
    )
    assert [note.article for note in page(store, "2025-12-05").notes] == ["b"]
    assert {note.article for note in page(store, "2025").notes} == {"a", "b"}


def test_last_is_what_came_since_the_mark(record: Any) -> None:
    old, new = "Nga đòi giữ phần đất đã chiếm", "Nga đòi bỏ trừng phạt"
    store = record(told("a", "2025-12-10", old, position(old, "RUS", "demands")))
    assert page(store, "last", "thu").notes and page(store, "last", "thu").since is None
    store.mark(bookmark("russia-ukraine", "thu"))
    assert page(store, "last", "thu").notes == () and page(store, "last", "ai").notes
    store.add([told("b", "2025-12-02", new, position(new, "RUS", "demands", "sanctions"))], "tests+1")
    assert [note.article for note in page(store, "last", "thu").notes] == ["b"]


def test_what_is_about_others_stays_off_the_page(record: Any) -> None:
    text = "Ukraine theo dõi khi Thái Lan và Campuchia họp"
    strange = fact(text, "Thái Lan và Campuchia họp", "meeting", "2025-12-10", form="talks", status="held",
                   parties=("THA", "KHM"))  # fmt: skip
    assert page(record(told("a", "2025-12-10", text, strange)), "2025").notes == ()


def test_an_empty_record_and_a_strange_process(record: Any) -> None:
    store = record()
    assert names(page(store, "2025-12-05")) == {"agreed": [], "new": [], "disputed": [], "due": []}
    assert page(store, "2025-12-05").day == "2025-12-05"
    for process, since in (("moon", "2025"), ("gaza", "hôm qua")):
        with pytest.raises(UsageFault):
            brief(store, process, since)
