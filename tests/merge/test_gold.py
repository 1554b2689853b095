"""Merging the gold facts of the samples, against the gold for merging."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from hoadam.merge import Outcome, copy_roots, merge, report_of, signature
from hoadam.merge.measure import Gold, b_cubed, grouped, read_gold
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.report import Report
from hoadam.store.identity import observation_ids

FLOOR = {"all": 0.985, "grouped": 0.95}


@pytest.fixture(scope="module")
def reports(top: Path) -> list[Report]:
    rows = [json.loads(line) for line in (top / "samples/gold/gold.jsonl").read_text("utf8").splitlines()]
    articles = [Article.from_row(row["article"]) for row in rows]
    roots = copy_roots({article.id: (article.published, signature(article.text)) for article in articles})
    found: list[Report] = []
    for article, row in zip(articles, rows, strict=True):
        facts = [Fact.from_row(fact) for fact in row["facts"]]
        ids = observation_ids(article.id, facts)
        found += [report_of(id, fact, article, roots[article.id]) for id, fact in zip(ids, facts, strict=True)]
    return found


@pytest.fixture(scope="module")
def gold(top: Path, reports: list[Report]) -> Gold:
    return read_gold(top / "samples/gold/merge.jsonl", reports)


@pytest.fixture(scope="module")
def outcome(reports: list[Report]) -> Outcome:
    return merge(reports)


def test_groups_are_those_of_the_gold(reports: list[Report], gold: Gold, outcome: Outcome) -> None:
    ours = [fact.reports for fact in outcome.facts]
    everything = b_cubed(gold.groups, ours, [report.id for report in reports])
    hard = b_cubed(gold.groups, ours, grouped(gold.groups, ours))
    assert everything.precision >= 0.995 and everything.f1 >= FLOOR["all"]
    assert hard.precision >= 0.99 and hard.f1 >= FLOOR["grouped"]


@pytest.mark.parametrize("relation", ["contradicts", "follows"])
def test_relations_are_those_of_the_gold(gold: Gold, outcome: Outcome, relation: str) -> None:
    holder = {id: fact.id for fact in outcome.facts for id in fact.reports}
    ours = [(j.one, j.other or "") for j in [*outcome.judgements, *outcome.relations] if j.relation == relation]
    assert held(ours, holder) == held(gold.relations[relation], holder)


def held(pairs: Iterable[tuple[str, str]], holder: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset((holder[one], holder[other])) for one, other in pairs}


def test_reports_of_one_relayed_source_are_one_origin(outcome: Outcome) -> None:
    relayed = [fact for fact in outcome.facts if fact.kind == "statement" and fact.counts.outlets == 3]
    assert relayed and all(fact.counts.origins == 1 for fact in relayed)
