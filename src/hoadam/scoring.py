"""Facts against gold: rows of both in, counts, slot accuracy and differences out, by the rules of `record.md`."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from hoadam.errors import InputFault
from hoadam.kinds import KINDS
from hoadam.kinds.kind import Row, same

SAMPLES = 500
SEED = 7


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts the gold has, how many came out, and how many of both pair."""

    hit: int = 0
    gold: int = 0
    out: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hit + other.hit, self.gold + other.gold, self.out + other.out)

    @property
    def precision(self) -> float:
        """The share of what came out that is in the gold; 0 where nothing came out."""
        return self.hit / self.out if self.out else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that came out; 0 where there is no gold."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that was missed, is spurious, or is half right. `slots` maps what differs to (gold, ours)."""

    what: str  # missed, spurious or half-right
    kind: str
    fact: Row  # the gold's own, or ours where it is spurious
    slots: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """One article scored. `tallies` by kind; `right` and `asked` count slots inside the pairs."""

    article: Mapping[str, Any]
    tallies: Mapping[str, Tally]
    right: Counter[str]
    asked: Counter[str]
    differences: tuple[Difference, ...]


def pairs(gold: Sequence[Row], out: Sequence[Row]) -> list[tuple[int, int]]:
    """Which fact of the gold (by place) is which of ours: one article, one kind, pairs with most equal slots first."""
    candidates = [
        (_equal_slots(g, o), -i, -j)
        for (i, g), (j, o) in product(enumerate(gold), enumerate(out))
        if KINDS[g["kind"]].agrees(g, o)
    ]
    free_gold, free_out = set(range(len(gold))), set(range(len(out)))
    found = []
    for _, i, j in sorted(candidates, reverse=True):
        if -i in free_gold and -j in free_out:
            free_gold.remove(-i)
            free_out.remove(-j)
            found.append((-i, -j))
    return found


def _equal_slots(gold: Row, out: Row) -> int:
    return sum(same(gold.get(slot), out.get(slot)) for slot in KINDS[gold["kind"]].scored)


def marks(article: Mapping[str, Any], gold: Iterable[Row], out: Iterable[Row], kinds: Sequence[str]) -> Marks:
    """Score the facts of one article, of the given kinds alone."""
    gold, out = list(gold), list(out)
    tallies: dict[str, Tally] = {}
    right, asked = Counter[str](), Counter[str]()
    differences: list[Difference] = []
    for kind in kinds:
        wanted = [row for row in gold if row["kind"] == kind]
        given = [row for row in out if row["kind"] == kind]
        found = pairs(wanted, given)
        tallies[kind] = Tally(len(found), len(wanted), len(given))
        for i, j in found:
            for slot in (slot for slot in KINDS[kind].scored if slot in wanted[i]):
                asked[slot] += 1
                right[slot] += same(wanted[i].get(slot), given[j].get(slot))
        differences += _differences(kind, wanted, given, found)
    return Marks(article, tallies, right, asked, tuple(differences))


def _differences(
    kind: str, gold: Sequence[Row], out: Sequence[Row], found: Sequence[tuple[int, int]]
) -> Iterator[Difference]:
    paired_gold, paired_out = {i for i, _ in found}, {j for _, j in found}
    yield from (Difference("missed", kind, row) for i, row in enumerate(gold) if i not in paired_gold)
    yield from (Difference("spurious", kind, row) for j, row in enumerate(out) if j not in paired_out)
    for i, j in sorted(found):
        slots = {
            slot: (gold[i].get(slot), out[j].get(slot))
            for slot in KINDS[kind].scored
            if slot in gold[i] and not same(gold[i].get(slot), out[j].get(slot))
        }
        if slots:
            yield Difference("half-right", kind, gold[i], slots)


@dataclass(frozen=True, slots=True)
class Score:
    """All articles scored, in the order of the gold."""

    articles: Sequence[Marks]
    kinds: Sequence[str]

    def tally(self, *kinds: str) -> Tally:
        """The counts of these kinds over all articles; of all kinds where none is named."""
        return sum(self._each(kinds), Tally())

    def interval(self, *kinds: str) -> tuple[float, float]:
        """The 95 % interval of F1 for these kinds, from a bootstrap over articles; the same at every call."""
        counts = [(tally.hit, tally.gold, tally.out) for tally in self._each(kinds)]
        rng = random.Random(SEED)
        drawn = [[rng.choice(counts) for _ in counts] for _ in range(SAMPLES)]
        scores = sorted(Tally(*map(sum, zip(*sample, strict=True))).f1 for sample in drawn)
        return scores[SAMPLES // 40], scores[SAMPLES * 39 // 40]

    @property
    def macro(self) -> float:
        """The mean F1 of the kinds that the gold has."""
        present = [tally.f1 for tally in map(self.tally, self.kinds) if tally.gold]
        return sum(present) / len(present) if present else 0.0

    @property
    def slots(self) -> dict[str, tuple[int, int]]:
        """For each slot, by name: how often it is right inside the pairs, and out of how many."""
        right, asked = Counter[str](), Counter[str]()
        for article in self.articles:
            right.update(article.right)
            asked.update(article.asked)
        return {slot: (right[slot], asked[slot]) for slot in sorted(asked)}

    def _each(self, kinds: Sequence[str]) -> list[Tally]:
        return [sum((a.tallies[kind] for kind in kinds or self.kinds), Tally()) for a in self.articles]


def score(gold: Iterable[Row], out: Mapping[str, Sequence[Row]], kinds: Sequence[str] = tuple(KINDS)) -> Score:
    """Score our facts, by identity of the article, against the gold rows `{"article", "facts"}`."""
    return Score([marks(row["article"], row["facts"], out.get(row["article"]["id"], ()), kinds) for row in gold], kinds)


def gold_rows(path: Path) -> list[dict[str, Any]]:
    """The rows `{"article", "facts"}` of a gold file (JSON Lines, plain or .gz). Raises InputFault."""
    return [row for _, row in _rows(path, needs=("article", "facts"))]


def output_rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The facts of an output file by identity of the article, from rows `{"id", "facts"}` or of the gold's shape."""
    return {identity: row["facts"] for identity, row in _rows(path, needs=("facts",))}


def _rows(path: Path, needs: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _row(line, needs)
            except ValueError as fault:
                expected = "an article's identity and its facts in one JSON object"
                raise InputFault(str(path), number, str(fault), expected, "mend or remove the line") from None


def _row(line: str, needs: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    """One line as (identity, row); ValueError tells what is wrong with it."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError(f"a {type(row).__name__}, not an object")
    missing = [name for name in needs if name not in row]
    if missing:
        raise ValueError(f"no {' and no '.join(missing)}")
    article = row.get("article")
    identity = row.get("id") or (article.get("id") if isinstance(article, dict) else None)
    if not isinstance(identity, str):
        raise ValueError("no identity")
    for fact in row["facts"]:
        if not isinstance(fact, dict) or fact.get("kind") not in KINDS:
            raise ValueError(f"not a fact of a known kind: {str(fact)[:60]}")
    return identity, row
