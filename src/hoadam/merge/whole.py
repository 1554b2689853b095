"""All of merging at once: what the store does piece by piece must come to the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hoadam.merge.assemble import assemble
from hoadam.merge.block import block_keys, pairs
from hoadam.merge.judge import judge
from hoadam.merge.relate import relations
from hoadam.merge.solve import COMPONENT, solve
from hoadam.merge.window import derived, stated_days
from hoadam.model.judgement import Judgement
from hoadam.model.merged import Merged
from hoadam.model.report import Report

COMMON = ("speaker", "named", "via", "when", "office")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Merged facts in the order of their first reports, the rules' judgements on reports, those between facts, and
    what `solve` reports."""

    facts: tuple[Merged, ...]
    judgements: tuple[Judgement, ...]
    relations: tuple[Judgement, ...]
    cuts: tuple[Judgement, ...]
    oversize: tuple[tuple[str, ...], ...]


def merge(reports: Iterable[Report], people: Sequence[Judgement] = ()) -> Outcome:
    """The merged facts of these reports under these judgements of people."""
    known = {report.id: report for report in (amended(r, people) for r in reports) if report is not None}
    judgements = compared(known.values())
    solution = solve(known.values(), [*judgements, *people])
    facts = tuple(assemble([known[id] for id in ids[:COMPONENT]], len(ids)) for ids in solution.components)
    return Outcome(facts, judgements, tuple(relations(facts)), solution.cuts, solution.oversize)


def compared(reports: Iterable[Report]) -> tuple[Judgement, ...]:
    """The rules' judgements on all pairs that share a block, ordered by ids."""
    blocks: dict[str, list[Report]] = {}
    for report in reports:
        for key in block_keys(report):
            blocks.setdefault(key, []).append(report)
    todo = {
        tuple(sorted((one.id, other.id))): (one, other) for block in blocks.values() for one, other in pairs(block)
    }  # fmt: skip
    found = (judge(*todo[key]) for key in sorted(todo))
    return tuple(judgement for judgement in found if judgement)


def amended(report: Report, people: Iterable[Judgement]) -> Report | None:
    """The report with people's corrections of its slots, the last of each slot; None where it is withdrawn."""
    own = [judgement for judgement in people if judgement.one == report.id]
    if any(judgement.relation == "withdrawn" for judgement in own):
        return None
    changes = {j.slot: j.value for j in own if j.relation == "corrected" and j.slot}
    if not changes:
        return report
    common: dict[str, Any] = {slot: _frozen(held) for slot, held in changes.items() if slot in COMMON}
    slots = {slot: _frozen(held) for slot, held in changes.items() if slot not in COMMON}
    fact = replace(report.fact, slots={**report.fact.slots, **slots}, **common)
    stated = stated_days(fact.when)
    low, high = stated or derived(fact, report.published[:10])
    return replace(report, fact=fact, low=low, high=high, derived=stated is None)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
