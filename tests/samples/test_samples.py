"""The dispatches in samples/ and their gold: whole, in order, in the vocabulary, and broad enough."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hoadam
from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.vocabulary import ISSUES

SAMPLES = Path(__file__).parents[2] / "samples"
DISPATCHES = [*sorted(SAMPLES.glob("*.jsonl")), SAMPLES / "dat-lanh"]
LINES = (SAMPLES / "gold" / "gold.jsonl").read_text(encoding="utf8").rstrip("\n").split("\n")
GOLD: list[dict[str, Any]] = [json.loads(line) for line in LINES]
COMMON = {"kind", "quote", "speaker", "named", "via", "when", "start", "end", "office", "evidence"}
LEAST = {"delegation": 12, "appointment": 8, "deadline": 8, "draft": 25}
EDTF = re.compile(r"(?=.)(\d{4}(-\d\d){0,2}(T\d\d:\d\d)?~?|\.\.)?(/(\d{4}(-\d\d){0,2}~?|\.\.))?")
ISSUE_SLOTS = ("issue", "issues")

rows = pytest.mark.parametrize("row", GOLD, ids=lambda row: row["article"]["id"])


def facts() -> Iterator[dict[str, Any]]:
    for row in GOLD:
        yield from row["facts"]


def words(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def full_length(row: dict[str, Any]) -> bool:
    return len(row["article"]["text"].split()) >= 450


def test_gold_holds_the_dispatches_on_disk() -> None:
    read = [item for path in DISPATCHES for item in hoadam.read(str(path))]
    assert [item for item in read if not isinstance(item, Article)] == []
    on_disk = {item.id: item.row() for item in read if isinstance(item, Article)}
    assert on_disk == {row["article"]["id"]: row["article"] for row in GOLD}
    assert len(GOLD) == len(on_disk)


@rows
def test_quotes_and_evidence_lie_in_the_text(row: dict[str, Any]) -> None:
    text = row["article"]["text"]
    for fact in row["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["quote"]
        for slot, spans in fact["evidence"].items():
            assert slot in fact
            assert all(0 <= start < end <= len(text) for start, end, *_ in spans), (fact["quote"], slot)


@rows
def test_facts_stand_in_text_order_and_once(row: dict[str, Any]) -> None:
    keys = [(fact["start"], fact["end"], KINDS[fact["kind"]].order) for fact in row["facts"]]
    assert keys == sorted(keys)
    seen = [json.dumps({**fact, "evidence": None}, sort_keys=True) for fact in row["facts"]]
    assert len(seen) == len(set(seen))


@rows
def test_slots_and_words_are_those_of_the_kinds(row: dict[str, Any]) -> None:
    for fact in row["facts"]:
        kind = KINDS[fact["kind"]]
        assert set(fact) == COMMON | set(kind.slots) | set(kind.further), fact["quote"]
        for slot, known in (*kind.words.items(), *((slot, ISSUES) for slot in ISSUE_SLOTS if slot in fact)):
            assert set(words(fact[slot])) <= {*known, None}, (fact["quote"], slot)
        assert fact["when"] is None or EDTF.fullmatch(fact["when"]), fact["when"]


def test_every_kind_has_its_examples() -> None:
    found = Counter(fact["kind"] for fact in facts())
    assert {kind: found[kind] for kind in KINDS if found[kind] < LEAST.get(kind, 10)} == {}


def test_short_and_long_some_with_nothing_and_four_outlets() -> None:
    assert sum(not full_length(row) for row in GOLD) >= 24
    assert sum(full_length(row) for row in GOLD) >= 12
    assert sum(not row["facts"] for row in GOLD) >= 6
    assert len({row["article"]["outlet"] for row in GOLD}) == 4


def test_drafts_go_from_28_to_19_to_20_points() -> None:
    steps = {(fact["was_points"], fact["points"]) for fact in facts() if fact["kind"] == "draft"}
    assert {(28, 19), (28, 20)} <= steps


def test_meetings_are_called_off_planned_and_held() -> None:
    statuses = {fact["status"] for fact in facts() if fact["kind"] == "meeting"}
    assert statuses == {"held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied"}


def test_an_agency_text_stands_in_several_outlets() -> None:
    outlets: dict[str, set[str]] = {}
    for row in GOLD:
        for paragraph in row["article"]["text"].split("\n\n"):
            opening = " ".join(paragraph.split()[:12])
            outlets.setdefault(opening, set()).add(row["article"]["outlet"])
    assert max(map(len, outlets.values())) >= 3
