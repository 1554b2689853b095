"""How well merging does against gold: B-cubed precision and recall over groups of observations, and relations found.

Gold is JSON Lines: `{"relation": "same" | "contradicts" | "follows", "of": [reference, …]}`, where a reference is
`[article, kind, start, end]`, with a fifth member, counted from 0, where several facts of a kind share the span.
Observations that no line of `same` names are alone. Of `follows` the first is the later.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoadam.errors import InputFault
from hoadam.merge.whole import Outcome
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report

EXPECTED = '{"relation": "same" | "contradicts" | "follows", "of": [[article, kind, start, end], …]} of facts in GOLD'
RELATIONS = ("same", "contradicts", "follows")

Group = Sequence[str]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """Groups of observation ids that are one fact, and the pairs of each other relation."""

    groups: tuple[Group, ...]
    relations: Mapping[str, tuple[Pair, ...]]

    def within(self, ids: Container[str]) -> "Gold":
        """What the gold says of these observations alone."""
        groups = tuple(group for group in self.groups if group[0] in ids)
        return Gold(groups, {name: tuple(p for p in pairs if p[0] in ids) for name, pairs in self.relations.items()})


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall, and over how many observations."""

    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def references(reports: Iterable[Report]) -> dict[tuple[object, ...], str]:
    """The observation id for each reference; reports in text order within their article."""
    seen: Counter[tuple[object, ...]] = Counter()
    found: dict[tuple[object, ...], str] = {}
    for report in reports:
        span = (report.article, report.fact.kind, report.fact.start, report.fact.end)
        found[(*span, seen[span])] = report.id
        seen[span] += 1
    return found


def read_gold(path: Path, reports: Iterable[Report]) -> Gold:
    """The gold of a file, in ids of these reports. Raises InputFault for a line that is none, or meets no report."""
    ids = references(reports)
    groups: list[Group] = []
    relations: dict[str, tuple[Pair, ...]] = {}
    for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
        if line.strip():
            try:
                relation, group = _row(line, ids)
            except ValueError as fault:
                raise InputFault(str(path), number, str(fault), EXPECTED, "mend or remove the line") from None
            if relation == "same":
                groups.append(group)
            else:
                relations[relation] = (*relations.get(relation, ()), (group[0], group[1]))
    return Gold(tuple(groups), relations)


def _row(line: str, ids: Mapping[tuple[object, ...], str]) -> tuple[str, Group]:
    """The relation of a line and the observations in it; ValueError tells what is wrong."""
    row = json.loads(line)
    if not isinstance(row, dict) or row.get("relation") not in RELATIONS or not isinstance(row.get("of"), list):
        raise ValueError("not a relation of references")
    wanted = [(*ref, 0) if len(ref) == 4 else tuple(ref) for ref in row["of"] if isinstance(ref, list)]
    unmet = [ref for ref in wanted if ref not in ids]
    if len(wanted) < 2 or unmet:
        raise ValueError(f"no fact stands at {unmet[0]}" if unmet else "fewer than two references")
    return row["relation"], tuple(ids[ref] for ref in wanted)


@dataclass(frozen=True, slots=True)
class Found:
    """How a merging compares with gold.

    `kinds` and `all` are B-cubed over every observation, `grouped` over those that either side joins with another.
    `split` are groups of the gold that came out as several facts, `mixed` facts that hold several of its groups, each
    as its parts. Of each relation `pairs` has what both have, what was missed and what is spurious, as observations.
    """

    kinds: Mapping[str, Rates]
    all: Rates
    grouped: Rates
    split: tuple[tuple[Group, ...], ...]
    mixed: tuple[tuple[Group, ...], ...]
    pairs: Mapping[str, "Pairs"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of observations that a relation holds between; two are the same where their facts are."""

    found: tuple[Pair, ...] = ()
    missed: tuple[Pair, ...] = ()
    spurious: tuple[Pair, ...] = ()


def compare(gold: Gold, outcome: Outcome, reports: Sequence[Report]) -> Found:
    """The merging of these reports against gold."""
    ours = [fact.reports for fact in outcome.facts]
    held = {report.id: report.fact.kind for report in reports}
    kinds = {kind: [id for id in held if held[id] == kind] for kind in dict.fromkeys(held.values())}
    judged = [*outcome.judgements, *outcome.relations]
    return Found(
        {kind: b_cubed(gold.groups, ours, ids) for kind, ids in kinds.items()},
        b_cubed(gold.groups, ours, held),
        b_cubed(gold.groups, ours, grouped(gold.groups, ours)),
        tuple(_parted(gold.groups, ours)),
        tuple(_parted(ours, gold.groups)),
        {relation: _pairs(relation, gold, outcome, judged) for relation in RELATIONS[1:]},
    )


def _parted(whole: Iterable[Group], by: Iterable[Group]) -> Iterator[tuple[Group, ...]]:
    """The groups that others divide, as their parts; the largest part first."""
    other = _sets(by)
    for group in whole:
        parts: dict[frozenset[str], list[str]] = {}
        for id in group:
            parts.setdefault(other.get(id, frozenset((id,))), []).append(id)
        if len(parts) > 1:
            yield tuple(sorted(map(tuple, parts.values()), key=lambda part: (-len(part), part)))


def _pairs(relation: str, gold: Gold, outcome: Outcome, judged: Iterable[Judgement]) -> Pairs:
    """Which pairs of facts are in a relation on both sides, or on one alone."""
    holder = {id: fact.id for fact in outcome.facts for id in fact.reports}

    def by_facts(pairs: Iterable[Pair]) -> dict[frozenset[str], Pair]:
        return {frozenset((holder[one], holder[other])): (one, other) for one, other in pairs}

    wanted = by_facts(gold.relations.get(relation, ()))
    given = by_facts((j.one, j.other) for j in judged if j.relation == relation and j.other)
    return Pairs(
        tuple(wanted[key] for key in wanted if key in given),
        tuple(wanted[key] for key in wanted if key not in given),
        tuple(given[key] for key in given if key not in wanted),
    )


def b_cubed(gold: Iterable[Group], ours: Iterable[Group], over: Iterable[str]) -> Rates:
    """B-cubed over these observations; those that a side does not group are alone there."""
    left, right = _sets(gold), _sets(ours)
    precision = recall = 0.0
    counted = 0
    for id in over:
        a, b = left.get(id, frozenset((id,))), right.get(id, frozenset((id,)))
        precision += len(a & b) / len(b)
        recall += len(a & b) / len(a)
        counted += 1
    return Rates(precision / counted, recall / counted, counted) if counted else Rates(1.0, 1.0, 0)


def _sets(groups: Iterable[Group]) -> dict[str, frozenset[str]]:
    return {id: found for group in groups if (found := frozenset(group)) for id in group}


def grouped(*sides: Iterable[Group]) -> set[str]:
    """The observations that stand in a group of two or more on any of the sides: those that were hard."""
    return {id for groups in sides for group in groups if len(group) > 1 for id in group}
