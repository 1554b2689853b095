"""Processes with their facts, and what piles up outside all of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from hoadam.knowledge.process import Process
from hoadam.store import Mention, Query, Store

PAIRS = 10
LOOKED = 20_000  # the latest facts with parties that are looked through for pairs
PILE = 3  # facts of one pair that are worth a hint


@dataclass(frozen=True, slots=True)
class Outside:
    """`processes` with how many facts each holds, how many facts none holds, and the `pairs` of parties met there."""

    processes: tuple[tuple[Process, int], ...]
    unfiled: int
    pairs: tuple[tuple[str, str, int], ...]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Processes as JSON objects, then the pairs."""
        for process, count in self.processes:
            yield {**process.row(), "facts": count}
        for one, other, count in self.pairs:
            yield {"name": None, "sides": [[one], [other]], "facts": count}


def outside(store: Store) -> Outside:
    """How full the processes are, and which pairs of parties deserve one of their own."""
    processes = store.processes()
    names = tuple(process.name for process in processes)
    counts = [(one, store.count(Query(mentions=(Mention((one.name,), ("process",)),)))) for one in processes]
    filed = store.count(Query(mentions=(Mention(names, ("process",)),))) if names else 0
    pairs: Counter[tuple[str, str]] = Counter()
    for account in store.facts(Query(("meeting", "agreement"), limit=LOOKED)):
        if not account.filed:
            pairs.update(combinations(sorted(account.merged.all("parties")), 2))
    many = sorted(((*pair, count) for pair, count in pairs.items() if count >= PILE), key=lambda row: (-row[2], row))
    return Outside(tuple(counts), store.count(Query()) - filed, tuple(many[:PAIRS]))
