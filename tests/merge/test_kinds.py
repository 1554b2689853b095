"""Each kind: two reports that are one fact, and two that are not."""

from dataclasses import replace
from typing import Any

import pytest

from hoadam.kinds import KINDS
from hoadam.merge import judge
from hoadam.model.report import Report
from tests.merge.support import report, talks

Held = dict[str, Any]

SPEECH = "Ukraine sẵn sàng bỏ ý định vào NATO để đổi lấy bảo đảm an ninh có giá trị pháp lý"
RETOLD = "Ukraine có thể bỏ ý định vào NATO nếu có bảo đảm an ninh với giá trị pháp lý"
OTHER = "bầu cử chỉ diễn ra khi tiếng súng im hẳn trên toàn tuyến"
SAID: Held = {"speaker": "Volodymyr Zelenskyy"}
MEETING: Held = {"form": "talks", "status": "held", "parties": ("USA", "UKR")}
SIDE: Held = {"side": "UKR", "people": ("Rustem Umerov",), "place": "Geneva, CHE", "when": "2025-11-23"}
ROLE: Held = {"person": "Marco Rubio", "title": "foreign minister", "of": "USA"}
DRAFT: Held = {"author": "USA", "points": 28, "event": "leaked"}
STANCE: Held = {"party": "UKR", "issue": "nato-membership", "stance": "offers", "content": SPEECH}
CLAIM: Held = {"claimant": "UKR", "act": "shot-down", "quantity": 585, "object": "drones", "of": "RUS"}
POST: Held = {"person": "Andriy Yermak", "title": "chief of staff", "of": "UKR", "change": "resigned"}
LIMIT: Held = {"set_by": "USA", "for": "UKR", "status": "set", "when": "2025-11-27"}
DEAL: Held = {"parties": ("THA", "KHM"), "matter": "ceasefire", "event": "signed"}

CALL: Held = {**MEETING, "form": "call", "parties": ("USA", "KHM", "THA"), "people": ("Donald Trump",)}
VISIT: Held = {"form": "visit", "parties": ("RUS", "IND"), "people": ("Vladimir Putin",), "place": "IND"}
LONDON: Held = {**MEETING, "people": ("Volodymyr Zelenskyy",), "place": "London, GBR"}
MOSCOW: Held = {**MEETING, "parties": ("USA", "RUS"), "people": ("Steve Witkoff", "Vladimir Putin")}
SENT: Held = {"author": "USA", "event": "sent", "by": "USA", "to": "UKR", "done": "done"}
WARNED = "Nhật Bản đã bước qua lằn ranh đỏ về Đài Loan, Trung Quốc buộc phải đáp trả"
TOLD = "Nhật Bản đang bước qua 'lằn ranh đỏ' về Đài Loan"
LINE = "Nhật Bản phải dừng ở lằn ranh đỏ về Đài Loan trước khi quá muộn"

ONE = [
    ("meeting", {**MEETING, "when": "2025-11-23"}, {**MEETING, "when": "2025-11-23", "place": "Geneva, CHE"}),
    ("meeting", {**MEETING, "place": "Geneva, CHE"}, {**MEETING, "status": "planned", "place": "Geneva, CHE"}),
    (
        "meeting",
        {**MEETING, "people": ("Donald Trump", "Volodymyr Zelenskyy"), "form": "call"},
        {**MEETING, "people": ("Volodymyr Zelenskyy", "Donald Trump"), "form": "call"},
    ),
    ("meeting", {**CALL, "status": "planned"}, {**CALL, "people": ("Donald Trump", "Hun Manet")}),
    ("meeting", {**VISIT, "status": "ongoing"}, {**VISIT, "status": "held", "when": "2025-11-29", "place": None}),
    (
        "meeting",
        {**LONDON, "parties": ("UKR", "GBR", "FRA", "DEU")},
        {**LONDON, "parties": ("UKR", "Europe"), "place": "GBR"},
    ),
    ("meeting", {**MEETING, "place": "Geneva, CHE"}, {**MEETING, "status": "planned", "place": "CHE"}),
    ("meeting", {**MEETING, "place": "Miami, USA"}, MEETING),
    ("meeting", {**MEETING, "status": "ongoing"}, {**MEETING, "status": "planned", "when": "2025-12-01"}),
    ("meeting", {**MEETING, "when": "2025-12-01/2025-12-07"}, {**MEETING, "when": "2025-12-04"}),
    (
        "meeting",
        {**MEETING, "form": "meeting", "people": ("Donald Trump",)},
        {**MEETING, "form": "meeting", "people": ("Donald Trump", "Volodymyr Zelenskyy")},
    ),
    ("meeting", {**MOSCOW, "form": "meeting"}, {**MOSCOW, "form": "meeting"}),
    ("delegation", SIDE, {**SIDE, "people": ("Rustem Umerov", "Andrii Hnatov")}),
    ("role", ROLE, {**ROLE, "of": None}),
    ("draft", DRAFT, {**DRAFT, "when": "2025-11-20"}),
    ("draft", SENT, {**SENT, "points": 28}),
    ("position", STANCE, {**STANCE, "content": RETOLD}),
    ("statement", {**SAID, "quote": SPEECH}, {**SAID, "quote": RETOLD}),
    ("statement", {"speaker": "CHN", "quote": WARNED}, {"speaker": "Wang Yi", "quote": TOLD}),
    ("statement", {"speaker": "CHN", "quote": WARNED, "when": "2025-11-30"}, {"speaker": "CHN", "quote": LINE}),
    (
        "statement",
        {"speaker": "RUS", "office": "Army", "quote": WARNED},
        {"speaker": "RUS", "office": "Ministry of Defence", "quote": TOLD},
    ),
    (
        "statement",
        {"speaker": "GBR", "office": "Government", "quote": WARNED},
        {"speaker": "John Healey", "quote": TOLD},
    ),
    ("claim", CLAIM, {**CLAIM, "place": "UKR"}),
    ("claim", CLAIM, {**CLAIM, "quantity": 580, "bound": "at-least"}),
    ("appointment", POST, {**POST, "change": "dismissed", "when": "2025-11-28"}),
    ("deadline", LIMIT, {**LIMIT, "for": None}),
    ("agreement", DEAL, {**DEAL, "when": "2025-12-01"}),
]  # fmt: skip

TWO = [
    ("meeting", {**MEETING, "parties": ("UKR", "FRA")}, {**MEETING, "parties": ("UKR", "Europe")}),
    ("meeting", {**VISIT, "status": "ongoing"}, {**VISIT, "status": "held", "when": "2025-11-24"}),
    ("meeting", {**MEETING, "status": "ongoing"}, {**MEETING, "status": "planned"}),
    (
        "meeting",
        {**MEETING, "when": "2025-12-01/.."},
        {**MEETING, "status": "planned", "when": "2025-12-01", "form": "meeting"},
    ),
    ("meeting", {**MEETING, "status": "planned", "when": "2026-01-01~"}, {**MEETING, "when": "2025-12-01"}),
    ("meeting", {**MEETING, "when": "2025-11-23"}, {**MEETING, "when": "2025-11-24"}),
    ("meeting", {**MEETING, "place": "Geneva, CHE"}, {**MEETING, "place": "Miami, USA"}),
    ("meeting", {**MEETING, "when": "2025-12-01"}, {**MEETING, "when": "2025-12-01", "form": "call"}),
    ("meeting", MEETING, MEETING),
    (
        "meeting",
        {**MEETING, "when": "2025-12-01", "people": ("Dan Driscoll", "Andriy Yermak")},
        {**MEETING, "when": "2025-12-01", "people": ("Dan Driscoll", "Volodymyr Zelenskyy")},
    ),
    ("delegation", SIDE, {**SIDE, "when": "2025-11-30"}),
    ("role", ROLE, {**ROLE, "tense": "former"}),
    ("role", ROLE, {**ROLE, "of": "CUB"}),
    ("draft", DRAFT, {**DRAFT, "points": 19}),
    ("draft", DRAFT, {**DRAFT, "author": "UKR"}),
    ("draft", SENT, {**SENT, "to": "RUS"}),
    ("draft", {"author": "USA", "event": "proposed"}, {"author": "USA", "event": "proposed"}),
    ("position", STANCE, {**STANCE, "stance": "rejects"}),
    ("position", STANCE, {**STANCE, "content": OTHER}),
    ("statement", {**SAID, "quote": SPEECH}, {**SAID, "quote": OTHER}),
    ("statement", {**SAID, "quote": SPEECH}, {"speaker": "Mark Rutte", "quote": SPEECH}),
    ("statement", {"speaker": "CHN", "quote": WARNED, "when": "2025-11-29"}, {"speaker": "CHN", "quote": LINE}),
    ("statement", {"speaker": "USA", "quote": WARNED}, {"speaker": "Wang Yi", "quote": TOLD}),
    ("statement", {"speaker": "CHN", "quote": WARNED}, {"speaker": "Xi Jinping", "quote": LINE}),
    (
        "statement",
        {"speaker": "RUS", "office": "Army", "quote": WARNED},
        {"speaker": "RUS", "office": "Ministry of Foreign Affairs", "quote": TOLD},
    ),
    (
        "statement",
        {"speaker": "CHN", "office": "Ministry of Defence", "quote": WARNED},
        {"speaker": "Wang Yi", "quote": TOLD},
    ),
    ("claim", CLAIM, {**CLAIM, "quantity": 120}),
    ("claim", CLAIM, {**CLAIM, "claimant": "RUS"}),
    ("appointment", POST, {**POST, "person": "Rustem Umerov"}),
    ("appointment", {**POST, "when": "2025-11-28"}, {**POST, "when": "2024-11-28"}),
    ("deadline", LIMIT, {**LIMIT, "when": "2025-12-25"}),
    ("deadline", LIMIT, {**LIMIT, "status": "dropped"}),
    ("agreement", DEAL, {**DEAL, "event": "violated"}),
    ("agreement", DEAL, {**DEAL, "parties": ("ISR", "Hamas")}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), ONE)
def test_one_fact(kind: str, one: Held, other: Held) -> None:
    a, b = (
        report("a", kind, "2025-12-01T09:00:00+07:00", **one),
        report("b", kind, "2025-12-01T07:00:00+07:00", **other),
    )
    found = judge(a, b)
    assert found is not None and found.relation == "same"
    assert found == judge(b, a)
    assert found.reason and found.author == f"rule:{kind}"


@pytest.mark.parametrize(("kind", "one", "other"), TWO)
def test_two_facts(kind: str, one: Held, other: Held) -> None:
    found = judge(report("a", kind, **one), report("b", kind, **other))
    assert found is None or found.relation != "same"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_one_for_what_it_does_not_say(kind: str) -> None:
    assert judge(report("a", kind), report("b", kind)) is None


def test_every_kind_is_shown_both_ways() -> None:
    assert {row[0] for row in ONE} == {row[0] for row in TWO} == set(KINDS)


def test_one_article_tells_two_statements_as_two() -> None:
    first, second = SPEECH, SPEECH[:40] + OTHER[:30]
    assert (
        judge(report("a", "statement", quote=first, **SAID), report("b", "statement", quote=second, **SAID)) is not None
    )
    said = {**SAID, "article": "x"}
    assert judge(report("a", "statement", quote=first, **said), report("b", "statement", quote=second, **said)) is None


def test_one_outlet_that_writes_again_tells_what_was_said_next() -> None:
    said: Held = {"speaker": "RUS"}
    first = report("a", "statement", "2025-11-04", quote="lực lượng Nga siết chặt vòng vây quanh thành phố", **said)
    later = report("b", "statement", "2025-11-05", quote="lực lượng Nga đã vào thành phố từ phía bắc", **said)
    assert judge(first, later) is not None
    assert judge(replace(first, outlet="x"), replace(later, outlet="x")) is None
    assert judge(replace(first, outlet="x", text="t"), replace(later, outlet="x", text="t")) is not None


def test_two_papers_word_one_utterance_their_own_way_within_hours() -> None:
    one = "Hezbollah đang liều lĩnh khi tái vũ trang"
    other = "lực lượng Hezbollah tại Lebanon tái vũ trang, đe dọa biên giới"
    early = report("a", "statement", "2025-11-02T23:57:00+07:00", speaker="ISR", quote=one)
    soon = report("b", "statement", "2025-11-03T00:16:00+07:00", speaker="ISR", quote=other)
    later = report("c", "statement", "2025-11-03T14:16:00+07:00", speaker="ISR", quote=other)
    assert judge(early, soon) is not None and judge(early, later) is None


def test_different_numbers_of_one_night_contradict() -> None:
    night = {"when": "2025-12-28/2025-12-29", "place": "Novgorod, RUS", "of": "UKR"}
    found = judge(
        report("a", "claim", **{**CLAIM, "claimant": "RUS", "quantity": 91, **night}),
        report("b", "claim", **{**CLAIM, "claimant": "UKR", "quantity": 18, **night}),
    )
    assert found is not None and found.relation == "contradicts" and "quantity 91 and 18" in found.reason


def test_a_later_count_of_the_dead_follows_the_earlier() -> None:
    dead = {"act": "killed", "object": "people", "place": "Kyiv, UKR", "when": "2025-11-25", "claimant": "UKR"}
    early = report("b", "claim", "2025-11-25", quantity=6, **dead)
    late = report("a", "claim", "2025-11-26", quantity=7, **dead)
    found = judge(early, late)
    assert found is not None and (found.relation, found.one, found.other) == ("follows", "a", "b")


def test_a_later_count_in_the_same_words_needs_no_place_but_only_for_the_dead() -> None:
    def told(id: str, day: str, number: int, act: str) -> Report:
        words = f"giao tranh ở biên giới khiến {number} dân thường thiệt mạng"
        return report(id, "claim", day, claimant="KHM", act=act, quantity=number, object="people", quote=words)

    found = judge(told("a", "2025-12-08", 4, "killed"), told("b", "2025-12-09", 6, "killed"))
    assert found is not None and (found.relation, found.one) == ("follows", "b")
    assert judge(told("a", "2025-12-08", 6, "killed"), told("b", "2025-12-09", 4, "killed")) is None
    assert judge(told("a", "2025-12-08", 4, "launched"), told("b", "2025-12-09", 6, "launched")) is None


def test_a_plan_meets_its_day_and_a_past_meeting_none_to_come() -> None:
    planned = talks("a", "2025-11-21", status="planned")
    assert judge(planned, talks("b", "2025-11-24", when="2025-11-23")) is not None
    assert judge(talks("c", "2025-11-21", when="2025-11-14"), talks("d", "2025-11-25", status="planned")) is None
