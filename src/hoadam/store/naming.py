"""Whom a merged fact names, in which office, in whose company; `facts` are those of all its reports."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Any

from hoadam.knowledge.load import load
from hoadam.model.fact import Fact
from hoadam.model.merged import Merged

ONE = ("person", "head", "replaces")
MET = frozenset({"held", "ongoing"})


def persons(merged: Merged, facts: Iterable[Fact]) -> list[str]:
    """The people that a fact names, each once; a speaker only where no country or body is meant."""
    named = [*merged.all("people"), *(name for slot in ONE for name in merged.all(slot))]
    named += [fact.speaker for fact in facts if fact.named and fact.speaker not in load().english]
    return [name for name in dict.fromkeys(named) if name]


def took_place(merged: Merged) -> bool:
    """Is it a meeting that was held or goes on, as told last?"""
    return merged.kind == "meeting" and bool(merged.history) and merged.history[-1].status in MET


def offices(merged: Merged, facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """(person, office) as each report tells it."""
    if merged.kind in ("role", "appointment"):
        yield from ((fact.slots["person"], office(fact.slots)) for fact in facts if fact.slots.get("person"))


def office(slots: Mapping[str, Any]) -> str:
    """The words of an office: "foreign minister, USA"; "son-in-law, Donald Trump"."""
    return ", ".join(part for part in (slots.get("title") or slots.get("relation"), slots.get("of")) if part)


def company(merged: Merged) -> Iterator[tuple[str, str]]:
    """(person, other person) for all who met each other."""
    return permutations(merged.all("people"), 2) if took_place(merged) else iter(())
