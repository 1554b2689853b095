"""Processes with their facts, and what piles up outside all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hoadam.knowledge.process import Process
from hoadam.store import Store, Tallied

PAIRS = 10
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
    held = [(process, facts(store, process.name)) for process in store.processes()]
    pairs = tuple((*pair,) for pair in store.tallies(Tallied("pair", "-", limit=PAIRS)) if pair.times >= PILE)
    return Outside(tuple(held), facts(store, "-"), pairs)


def facts(store: Store, process: str) -> int:
    """How many facts a process holds."""
    return next((one.times for one in store.tallies(Tallied("facts", process))), 0)
