"""Merging the gold facts of the samples, against the gold for merging."""

import json
from pathlib import Path

import pytest

from hoadam.errors import InputFault
from hoadam.interfaces.grouping import found_in, reports_of
from hoadam.merge import Outcome, merge
from hoadam.merge.measure import Found, Gold, compare, read_gold
from hoadam.model.merged import Merged
from hoadam.model.report import Report
from hoadam.scoring import gold_rows
from tests.merge.support import report, talks

MERGE = "samples/gold/merge.jsonl"
FLOOR = {"all": 0.985, "grouped": 0.95}


@pytest.fixture(scope="module")
def reports(top: Path) -> list[Report]:
    return reports_of(gold_rows(top / "samples/gold/gold.jsonl"))


@pytest.fixture(scope="module")
def found(top: Path, reports: list[Report]) -> Found:
    return found_in(reports, top / MERGE)


@pytest.fixture(scope="module")
def outcome(reports: list[Report]) -> Outcome:
    return merge(reports)


def test_groups_are_those_of_the_gold(reports: list[Report], found: Found) -> None:
    assert found.all.precision >= 0.995 and found.all.f1 >= FLOOR["all"] and found.all.count == len(reports)
    assert found.grouped.precision >= 0.99 and found.grouped.f1 >= FLOOR["grouped"]
    assert found.mixed == ()


@pytest.mark.parametrize(("relation", "count"), [("contradicts", 2), ("follows", 6)])
def test_relations_are_those_of_the_gold(found: Found, relation: str, count: int) -> None:
    pairs = found.pairs[relation]
    assert (len(pairs.found), pairs.missed, pairs.spurious) == (count, (), ())


def test_one_kind_alone_is_measured_alone(top: Path, reports: list[Report], found: Found) -> None:
    claims = found_in(reports, top / MERGE, ("claim",))
    assert claims.kinds == {"claim": found.kinds["claim"]} and claims.all == found.kinds["claim"]
    assert claims.pairs["contradicts"] == found.pairs["contradicts"]


def test_what_is_split_and_what_is_mixed_is_told() -> None:
    held = [talks(id, when=day) for id, day in (("a", "2025-11-23"), ("b", "2025-11-23"), ("c", "2025-11-25"))]
    found = compare(Gold((("b", "c"),), {"contradicts": (("a", "c"),)}), merge(held), held)
    assert found.split == ((("b",), ("c",)),) and found.mixed == ((("a",), ("b",)),)
    assert found.pairs["contradicts"].missed == (("a", "c"),) and found.pairs["follows"].missed == ()
    assert round(found.all.precision, 3) == round(found.all.recall, 3) == 0.667


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "Expecting"),
        ('{"relation": "like", "of": []}', "not a relation"),
        ('{"relation": "same", "of": [["article-a", "meeting", 0, 0]]}', "fewer than two"),
        (
            '{"relation": "same", "of": [["article-a", "meeting", 0, 0], ["article-a", "claim", 0, 0]]}',
            "no fact stands",
        ),
    ],
)
def test_a_line_that_is_no_gold_is_named(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "merge.jsonl"
    good = {"relation": "contradicts", "of": [["article-a", "meeting", 0, 0], ["article-b", "role", 0, 0]]}
    file.write_text(f"{json.dumps(good)}\n\n{line}\n")
    with pytest.raises(InputFault, match=problem) as fault:
        read_gold(file, [talks("a"), report("b", "role")])
    assert (fault.value.file, fault.value.line) == (str(file), 3)


def holding(outcome: Outcome, known: dict[str, Report], article: str, kind: str, words: str) -> Merged:
    """The fact that an article tells in these words."""
    (id,) = (
        id for id, one in known.items() if (one.article, one.fact.kind) == (article, kind) and words in one.fact.quote
    )
    return next(fact for fact in outcome.facts if id in fact.reports)


def test_windows_join_what_states_no_day_and_invent_none(reports: list[Report], outcome: Outcome) -> None:
    """The examples of docs/record.md."""
    known = {report.id: report for report in reports}
    moscow = holding(outcome, known, "urn:buu-tin:02", "meeting", "Witkoff")
    assert [(known[id].fact.when, known[id].derived) for id in moscow.reports] == [
        (None, True), ("2025-12-01/2025-12-07", False), ("2025-12-02", False), ("2025-12-02", False), (None, True),
        ("2025-12-02", False), ("2025-12-02", False),
    ]  # fmt: skip
    assert (moscow.best("when"), moscow.disputed) == ("2025-12-02", ())
    wish = holding(outcome, known, "bn-05", "meeting", "Trump")
    assert len(wish.reports) == 2 and (wish.best("when"), wish.low, wish.derived) == (None, "2025-12-25", True)
    visit = holding(outcome, known, "urn:buu-tin:08", "meeting", "sang Mỹ")
    florida = holding(outcome, known, "dl-02.txt", "meeting", "Hallandale")
    assert len(visit.reports) == 1 and visit.derived and florida.best("when") == "2025-11-30"


def test_reports_of_one_relayed_source_are_one_origin(outcome: Outcome) -> None:
    relayed = [fact for fact in outcome.facts if fact.kind == "statement" and fact.counts.outlets == 3]
    assert relayed and all(fact.counts.origins == 1 for fact in relayed)
