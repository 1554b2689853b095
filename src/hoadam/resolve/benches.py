"""Whose delegation sits in which meeting; what is told of one sitting in several places."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hoadam.kinds.kind import overlap
from hoadam.model.clause import is_
from hoadam.model.fact import Fact
from hoadam.model.item import Item, Sentence
from hoadam.model.story import Story
from hoadam.resolve.pool import MOST

STAGES = {"held": "past", "ongoing": "past", "planned": "ahead", "proposed": "ahead"}


def with_more(
    fact: Fact, *, people: Iterable[str] = (), parties: Iterable[str] = (), source: Fact | None = None
) -> Fact:
    """The fact with people and parties besides, and the words of another that tell them."""
    slots = dict(fact.slots)
    slots["people"] = both(slots["people"], people)
    if parties:
        slots["parties"] = both(slots["parties"], parties)
    evidence = dict(fact.evidence)
    for name, given in (("people", people), ("parties", parties)):
        if source is not None and given:
            evidence[name] = both(evidence.get(name, ()), source.evidence.get(name, ()))
    return replace(fact, slots=slots, evidence=evidence)


def both(told: tuple[Any, ...], more: Iterable[Any]) -> tuple[Any, ...]:
    """Both, each member once; what is told of one meeting over and over is kept so often and no more."""
    return told if len(told) >= MOST else tuple(dict.fromkeys([*told, *more]))[:MOST]


def sentence_of(fact: Fact, story: Story) -> Sentence | None:
    """The sentence that the fact's words begin in."""
    return story.parsed.sentence_at(fact.start)


def around(meetings: list[Fact], fact: Fact) -> list[Fact]:
    """The meetings, which are in text order, that are told next to a fact on either side."""
    at = bisect_left(meetings, fact.start, key=lambda meeting: meeting.start)
    return meetings[max(0, at - MOST) : at + MOST]


def same_place(a: str | None, b: str | None, headline: bool) -> bool:
    """Can both be one place: the same, a place and its country, or two of a country in a headline and its lead?"""
    if a is None or b is None or a == b:
        return True
    one, two = a.rpartition(", ")[2], b.rpartition(", ")[2]
    return one == two and (headline or ", " not in a or ", " not in b)


def delegations(facts: list[Fact]) -> list[Fact]:
    """The delegations, one for each side and meeting place told; the fuller stays."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (-len(f.slots["people"]), f.start)):
        at = next((n for n, other in enumerate(kept[:MOST]) if _one_delegation(fact, other)), None)
        if at is None:
            kept.append(fact)
        else:
            kept[at] = _united(kept[at], fact)
    return sorted(kept, key=lambda f: f.start)


def _united(base: Fact, other: Fact) -> Fact:
    """The delegation with the head, place and further members that another mention gives."""
    both = with_more(base, people=other.slots["people"], source=other)
    slots = {**both.slots, **{n: both.slots[n] or other.slots[n] for n in ("head", "place")}}
    return replace(both, slots=slots, when=base.when or other.when)


def _one_delegation(fact: Fact, other: Fact) -> bool:
    a, b = fact.slots, other.slots
    if a["side"] != b["side"] or not overlap(fact.when, other.when) or not same_place(a["place"], b["place"], True):
        return False
    return not a["people"] or bool(set(a["people"]) & set(b["people"]))


def meeting_of(fact: Fact, meetings: list[Fact], story: Story) -> Fact | None:
    """The meeting that the delegation sits in: of its side and day, the round it names or the nearest before it."""
    side = fact.slots["side"]
    fitting = [
        m
        for m in around(meetings, fact)
        if m.slots["form"] != "call"
        and (side in m.slots["parties"] or not m.slots["parties"])
        and overlap(m.when, fact.when)
        and same_place(m.slots["place"], fact.slots["place"], True)
    ]
    number = _number(sentence_of(fact, story))
    fitting = [m for m in fitting if number and number in m.quote.lower()] or fitting
    ahead = _ahead(fact, story)
    staged = [m for m in fitting if (STAGES.get(m.slots["status"]) == "ahead") == ahead]
    return min(staged or fitting, key=lambda m: _distance(m, fact), default=None)


def _ahead(fact: Fact, story: Story) -> bool:
    """Is the delegation still to sit down?"""
    sentence = sentence_of(fact, story)
    items = sentence.items if sentence else []
    return any(item.says("future") is not None for item in items if fact.start <= item.start < fact.end)


def round_of(fact: Fact, story: Story) -> str | None:
    """Which round the words of a meeting name."""
    sentence = sentence_of(fact, story)
    return _round([item for item in sentence.items if fact.start <= item.start < fact.end]) if sentence else None


def _number(sentence: Sentence | None) -> str | None:
    """Which round a sentence names, in its words: `vòng đàm phán thứ hai`."""
    return _round(sentence.items) if sentence else None


def _round(items: list[Item]) -> str | None:
    for n, item in enumerate(items[1:-1], 1):
        if item.says("ordinal") is not None and any(is_(before, "meet-noun") for before in items[max(0, n - 3) : n]):
            return f"{item.text} {items[n + 1].text}".lower()
    return None


def _distance(meeting: Fact, fact: Fact) -> float:
    """How far apart both stand, wherever the meeting is told of; what comes later is farther."""
    if meeting.start <= fact.start <= meeting.end or fact.start <= meeting.start <= fact.end:
        return 0
    told = [meeting.start, *(span.start for span in meeting.evidence.get("form", ()))]
    return min((at - fact.start) * 1.5 if at > fact.start else fact.start - at for at in told)


def seated(fact: Fact, meeting: Fact) -> Fact:
    """The delegation with place and day of its meeting."""
    slots = dict(fact.slots)
    own, held = slots["place"], meeting.slots["place"]
    slots["place"] = held if own is None or (held or "").endswith(f", {own}") else own
    evidence = dict(fact.evidence)
    for name in ("place", "when"):
        evidence.setdefault(name, meeting.evidence.get(name, ()))
    return replace(fact, slots=slots, when=fact.when or meeting.when, evidence={n: e for n, e in evidence.items() if e})
