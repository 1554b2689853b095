"""What a kind of fact is: its slots, its vocabularies, and the key by which two facts of it can be one."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hoadam.model.fact import Fact
from hoadam.model.parsed import Match
from hoadam.model.story import Story

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact. `slots` are written by every fact, in this order; `scored` are those the scoring compares.

    `key` are the slots that keep an observation's id apart from another on the same words: the key of `record.md` and
    whoever acts jointly. Slots that a better reading fills in later (when, place, people) stay out.
    """

    name: str
    order: int
    slots: Mapping[str, Any]  # name -> what an empty slot holds: None, or () for a list
    further: Mapping[str, Any]
    key: tuple[str, ...]
    scored: tuple[str, ...]
    agrees: Callable[[Row, Row], bool]  # do the key slots of gold and output (rows) agree?
    build: Callable[[Match, Story], Iterable[Fact]]  # how the captures of a rule become facts
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # slot -> closed vocabulary

    def empty(self) -> dict[str, Any]:
        """All slots of the kind, unfilled."""
        return {**self.slots, **self.further}


def same(a: Any, b: Any) -> bool:
    """Equal as the scoring sees it: lists as sets, text without case."""
    if isinstance(a, (list, tuple)) or isinstance(b, (list, tuple)):
        return sorted(map(str, a or [])) == sorted(map(str, b or []))
    if isinstance(a, str) and isinstance(b, str):
        return a.casefold() == b.casefold()
    return bool(a == b)


def equal(a: Row, b: Row, *slots: str) -> bool:
    """Do all these slots hold the same?"""
    return all(same(a.get(slot), b.get(slot)) for slot in slots)


def share(a: Row, b: Row, slot: str) -> bool:
    """Do these list slots have a member in common?"""
    return bool(set(map(str, a.get(slot) or ())) & set(map(str, b.get(slot) or ())))


def days(when: str) -> tuple[str, str]:
    """EDTF as a pair of day bounds that compare as text, as the scoring does it."""
    first, slash, last = re.sub(r"[~?%]", "", when).partition("/")
    last = last if slash else first
    low = "0000" if first in ("", "..") else first[:10]
    high = "9999" if last in ("", "..") else last[:10] + "\uffff"
    return low, high


def overlap(a: str | None, b: str | None) -> bool:
    """Can both times be one? A time that is not known excludes nothing."""
    if not a or not b:
        return True
    (low, high), (other_low, other_high) = days(a), days(b)
    return low <= other_high and other_low <= high


def content(quote: str | None) -> set[str]:
    """The words of a quote, for comparing wordings."""
    return set(re.findall(r"\w+", (quote or "").lower()))
