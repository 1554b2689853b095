"""How well merging does against gold: B-cubed precision and recall over groups of observations, and relations found.

Gold is JSON Lines: `{"relation": "same" | "contradicts" | "follows", "of": [reference, …]}`, where a reference is
`[article, kind, start, end]`, with a fifth member, counted from 0, where several facts of a kind share the span.
Observations that no line of `same` names are alone. Of `follows` the first is the later.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoadam.model.report import Report

Group = Sequence[str]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """Groups of observation ids that are one fact, and the pairs of each other relation."""

    groups: tuple[Group, ...]
    relations: Mapping[str, tuple[Pair, ...]]


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
    """The gold of a file, in ids of these reports. Raises KeyError for a reference that meets none."""
    ids = references(reports)
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]
    named = [(row["relation"], [ids[(*ref, 0) if len(ref) == 4 else tuple(ref)] for ref in row["of"]]) for row in rows]
    relations: dict[str, tuple[Pair, ...]] = {}
    for relation, group in named:
        if relation != "same":
            relations[relation] = (*relations.get(relation, ()), (group[0], group[1]))
    return Gold(tuple(tuple(group) for relation, group in named if relation == "same"), relations)


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
