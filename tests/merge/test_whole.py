"""Merging at once and piece by piece, in any order; chains; what a merged fact holds."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hoadam.merge import amended, block_keys, judge, merge, mint, minted_from, redirects, rivals, solve
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report
from tests.merge.support import report, talks

DAYS = st.sampled_from(["2025-11-22", "2025-11-23", "2025-11-24", "2025-11-25", "2025-11-26"])
PLACES = st.sampled_from([None, "Geneva, CHE", "Miami, USA", "CHE"])
PEOPLE = st.sampled_from([(), ("Marco Rubio",), ("Marco Rubio", "Andriy Yermak"), ("Dan Driscoll", "Andriy Yermak")])
FORMS = st.sampled_from(["talks", "meeting", "call"])
STATUS = st.sampled_from(["held", "planned"])


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    count = draw(st.integers(2, 9))
    return [
        talks(
            f"{n:02}", draw(DAYS), when=draw(st.none() | DAYS), place=draw(PLACES), people=draw(PEOPLE),
            form=draw(FORMS), status=draw(STATUS),
        )
        for n in range(count)
    ]  # fmt: skip


@settings(max_examples=120)
@given(some_reports(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(reports: list[Report], chance: Any) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(reports)


@settings(max_examples=120)
@given(some_reports())
def test_one_by_one_gives_the_same_as_all_at_once(reports: list[Report]) -> None:
    facts = {frozenset(fact.reports) for fact in merge(reports).facts}
    assert {frozenset(ids) for ids in one_by_one(reports)} == facts


def one_by_one(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """As a store does it: blocks looked up, rivals judged, the connected reports solved anew."""
    blocks: dict[str, list[Report]] = {}
    known: dict[str, Report] = {}
    rows: dict[frozenset[str], Judgement] = {}
    held: dict[str, tuple[str, ...]] = {}
    for new in reports:
        known[new.id] = new
        for key in block_keys(new):
            for other in rivals(new, blocks.setdefault(key, [])):
                if (found := judge(new, other)) is not None:
                    rows[frozenset((new.id, other.id))] = found
            blocks[key].append(new)
        near = connected(new.id, rows)
        for ids in solve([known[id] for id in near], rows.values()).components:
            held.update(dict.fromkeys(ids, ids))
    return list(set(held.values()))


def connected(start: str, rows: dict[frozenset[str], Judgement]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for pair, row in rows.items():
            if here in pair and row.relation == "same":
                waiting += pair - found
                found |= pair
    return found


@settings(max_examples=120)
@given(some_reports())
def test_no_fact_has_two_days(reports: list[Report]) -> None:
    known = {one.id: one for one in reports}
    for fact in merge(reports).facts:
        assert len({known[id].fact.when for id in fact.reports} - {None}) <= 1


def test_a_chain_is_cut_between_two_days() -> None:
    first, second = talks("a", "2025-11-24", when="2025-11-23"), talks("b", "2025-11-25", when="2025-11-24")
    between = talks("c", "2025-11-24")
    outcome = merge([first, second, between])
    assert sorted(sorted(fact.reports) for fact in outcome.facts) == [["a", "c"], ["b"]]
    assert [(cut.one, cut.other, cut.author) for cut in outcome.cuts] == [("b", "c", "rule:chain")]
    assert outcome.cuts[0].reason == "days 2025-11-24 and 2025-11-23"


def test_a_person_parts_and_joins_what_rules_hold_otherwise() -> None:
    reports = [talks("a", when="2025-11-23"), talks("b", when="2025-11-23"), talks("c", when="2025-11-23")]
    assert len(merge(reports).facts) == 1
    apart = Judgement("apart", "a", "b", "two rounds on one day", "lan")
    parted = merge(reports, [apart])
    assert all(not {"a", "b"} <= set(fact.reports) for fact in parted.facts) and len(parted.facts) == 2
    assert parted.cuts[0].reason == "lan: two rounds on one day"
    other = talks("d", when="2025-11-25")
    joined = merge([*reports, other], [Judgement("same", "a", "d", "the day was misprinted", "lan")])
    assert len(joined.facts) == 1 and joined.facts[0].disputed == ("when",)


def test_corrections_come_before_comparison_and_withdrawals_leave_nothing() -> None:
    reports = [talks("a", when="2025-11-23"), talks("b", when="2025-11-24")]
    mended = merge(reports, [Judgement("corrected", "b", None, "misread", "lan", slot="when", value="2025-11-23")])
    assert [fact.reports for fact in mended.facts] == [("a", "b")]
    gone = Judgement("withdrawn", "b", None, "not in the text", "lan")
    assert amended(reports[1], [gone]) is None
    assert [fact.reports for fact in merge(reports, [gone]).facts] == [("a",)]


def test_drafts_of_one_article_stay_two_whatever_stands_between() -> None:
    sent: dict[str, Any] = {"author": "UKR", "event": "sent", "by": "UKR", "to": "USA", "done": "done"}
    two = [report(id, "draft", article="x", **sent) for id in ("a", "b")]
    between = report("c", "draft", **sent)
    assert sorted(len(fact.reports) for fact in merge([*two, between]).facts) == [1, 2]


def test_a_state_and_its_minister_are_one_voice_but_two_ministers_are_not() -> None:
    said: dict[str, Any] = {"quote": "Nhật Bản đã bước qua lằn ranh đỏ và sẽ phải trả giá cho hành động của mình"}
    state = report("a", "statement", "2025-11-23", speaker="RUS", **said)
    minister = report("b", "statement", "2025-11-23", speaker="Sergey Lavrov", **said)
    spoken = report("c", "statement", "2025-11-23", speaker="Dmitry Peskov", **said)
    assert len(merge([state, minister]).facts) == len(merge([state, spoken]).facts) == 1
    assert all(not {"b", "c"} <= set(fact.reports) for fact in merge([state, minister, spoken]).facts)
    assert merge([state, minister]).facts[0].disputed == ()


def test_statements_do_not_drift_from_wording_to_wording() -> None:
    words = ["một", "cao", "dài", "rộng", "sâu", "xa", "gần", "nhanh", "chậm", "mạnh", "yếu", "sáng", "tối", "trắng"]
    said = [" ".join(words[n : n + 8]) for n in (0, 3, 6)]
    reports = [report(str(n), "statement", speaker="Mark Rutte", quote=quote) for n, quote in enumerate(said)]
    assert judge(reports[0], reports[1]) and judge(reports[1], reports[2])
    assert all(not {"0", "2"} <= set(fact.reports) for fact in merge(reports).facts)


def test_a_merged_meeting_keeps_its_history_places_and_disputes() -> None:
    reports = [
        talks("a", "2025-11-21", status="planned", when="2025-11-23", place="CHE"),
        talks("b", "2025-11-24", when="2025-11-23", people=("Marco Rubio",), via=("AFP",)),
        talks("c", "2025-11-25", when="2025-11-23", people=("Andriy Yermak",), via=("AFP",)),
    ]
    (fact,) = merge(reports).facts
    assert fact.id == mint("a") and fact.reports == ("a", "b", "c")
    assert [(step.status, step.when, step.told) for step in fact.history] == [
        ("planned", "2025-11-23", "2025-11-21"),
        ("held", "2025-11-23", "2025-11-24"),
    ]
    assert fact.best("place") == "Geneva, CHE" and fact.all("people") == ("Andriy Yermak", "Marco Rubio")
    assert fact.disputed == ()
    assert (fact.low, fact.high, fact.derived) == ("2025-11-23", "2025-11-23", False)
    assert (fact.counts.outlets, fact.counts.texts, fact.counts.origins) == (3, 3, 2)


def test_the_time_shown_is_the_finest_that_the_others_hold() -> None:
    def when(*times: str) -> Any:
        reports = [talks(f"{n}", "2025-12-29", when=time) for n, time in enumerate(times)]
        (fact,) = merge(reports).facts
        return fact.best("when"), fact.disputed

    weekend, sunday = "2025-12-27/2025-12-28", "2025-12-28"
    assert when(weekend, weekend, sunday) == (sunday, ())
    assert when("2025-12-28/2025-12-29", "2025-12-28/2025-12-29", weekend) == ("2025-12-28/2025-12-29", ())


def test_what_was_planned_for_later_dates_nothing_that_was_held_before() -> None:
    ahead = talks("a", "2025-11-22", status="planned", when="2025-11-24/2025-11-30")
    (fact,) = merge([ahead, talks("b", "2025-11-23")]).facts
    assert fact.best("when") is None and fact.derived and fact.high == "2025-11-23"
    assert [(step.status, step.when) for step in fact.history] == [
        ("planned", "2025-11-24/2025-11-30"),
        ("held", None),
    ]


def test_a_derived_window_is_a_bound_and_no_slot() -> None:
    held, planned = talks("a", "2025-11-24"), talks("b", "2025-11-24", status="planned")
    assert (held.low, held.high, held.derived) == ("0001-01-01", "2025-11-24", True)
    assert (planned.low, planned.high) == ("2025-11-24", "9999-12-31")
    (fact,) = merge([held]).facts
    assert fact.derived and "when" not in fact.slots


def test_drafts_make_a_lineage_and_a_put_off_meeting_is_followed() -> None:
    def plan(id: str, points: int, day: str, was: int | None = None) -> Report:
        slots: dict[str, Any] = {"author": "UKR", "points": points, "was_points": was, "event": "revised", "when": day}
        return report(id, "draft", day, **slots)

    plans = [plan("a", 28, "2025-11-20"), plan("b", 19, "2025-11-23", 28), plan("c", 20, "2025-12-10")]
    assert [(j.one, j.other) for j in merge(plans).relations] == [("b", "a"), ("c", "b")]
    off = talks("d", "2025-11-19", status="postponed", when="2025-11-19")
    on = talks("e", "2025-11-26", when="2025-11-25")
    assert [(j.one, j.other, j.author) for j in merge([off, on]).relations] == [("e", "d", "rule:meeting-postponed")]


def test_ids_lead_on_for_ever() -> None:
    assert minted_from(mint("x")) == "x" and minted_from("x") is None
    old = {"a": mint("a"), "b": mint("b"), "c": mint("b"), "d": mint("d")}
    new = {"a": mint("a"), "b": mint("a"), "c": mint("a"), "e": mint("e")}
    assert redirects(old, new) == {mint("b"): mint("a"), mint("d"): None}
    reread = {"c": mint("c")}
    assert redirects({"b": mint("b"), "c": mint("b")}, reread) == {mint("b"): mint("c")}
