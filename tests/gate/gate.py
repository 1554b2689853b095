"""Floors of F1 that only rise: what is measured on gold in, what fell or may rise out.

Reading is deterministic, so the noise that `floors.json` states is 0; floors are set `margin` below what was measured,
which leaves room for a change that loses a fact or two and wins others. The gold is pinned by its hash: floors mean
nothing on other sentences. A floor is lowered only on purpose, and the file then says why.
"""

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hoadam.flow import facts_of
from hoadam.interfaces.grouping import found_in, reports_of, tallied
from hoadam.model.article import Article
from hoadam.scoring import Score, gold_rows, score

TOP = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
ENOUGH = 10  # gold facts of a kind in shared gold; below that one fact moves F1 by more than a floor can tell

Floors = dict[str, Any]


def load() -> Floors:
    """The floors as they stand in the tree."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf8"))
    return floors


def fingerprint(file: Path) -> str:
    """The hash by which a gold file is pinned."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def scored(file: Path) -> Score:
    """The score of the reader on a gold file."""
    rows = gold_rows(file)
    out = {row["article"]["id"]: [f.row() for f in facts_of(Article.from_row(row["article"]))] for row in rows}
    return score(rows, out)


def measured(file: Path, least: int) -> dict[str, float]:
    """F1 of the reader by kind, where the gold has at least so many facts of it, with `micro` and `macro`."""
    result = scored(file)
    kinds = {kind: result.tally(kind).f1 for kind in result.kinds if result.tally(kind).gold >= least}
    return {**kinds, "micro": result.tally().f1, "macro": result.macro}


def merged(facts: Path, file: Path) -> dict[str, float]:
    """B-cubed F1 of merging gold facts, by kind and over all, with the precision, and F1 of the relations found."""
    found = found_in(reports_of(gold_rows(facts)), file)
    relations = {name: tallied(pairs).f1 for name, pairs in found.pairs.items()}
    over = {"grouped": found.grouped.f1, "precision": found.grouped.precision, "micro": found.all.f1}
    return {**{kind: rates.f1 for kind, rates in found.kinds.items()}, **relations, **over}


def found(gold: str, entry: Mapping[str, Any]) -> dict[str, float]:
    """What is measured on a gold file: of merging where the file groups the facts of another."""
    if "facts" in entry:
        return merged(TOP / entry["facts"], TOP / entry["file"])
    return measured(TOP / entry["file"], 1 if gold == "samples" else ENOUGH)


def below(floors: Mapping[str, float], found: Mapping[str, float], noise: float) -> dict[str, tuple[float, float]]:
    """What is under its floor, as (floor, measured); a floor whose kind is no longer measured counts as 0."""
    return {
        name: (floor, found.get(name, 0.0)) for name, floor in floors.items() if found.get(name, 0.0) < floor - noise
    }


def raised(floors: Mapping[str, float], found: Mapping[str, float], margin: float) -> dict[str, float]:
    """The floors after measuring: each as high as it was or higher."""
    return {
        **floors,
        **{name: max(floors.get(name, 0.0), _under(value, margin)) for name, value in found.items()},
    }


def _under(value: float, margin: float) -> float:
    return max(0.0, math.floor((value - margin) * 1000) / 1000)


def lowered_unsaid(old: Floors, new: Floors) -> Iterator[str]:
    """Floors of `new` that are lower than in `old` with no new line in `lowered` that says why."""
    said = [row for row in new.get("lowered", []) if row not in old.get("lowered", [])]
    for gold, entry in old["gold"].items():
        now = new["gold"].get(gold, {"floors": {}})["floors"]
        for name, floor in entry["floors"].items():
            excused = any((row["gold"], row["name"]) == (gold, name) and row["because"] for row in said)
            if now.get(name, 0.0) < floor and not excused:
                yield f"{gold} {name}: {floor} → {now.get(name, 0.0)}"
