"""What pronouns and the like in a fact go back to, so that its derivation can show the words."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import replace

from hoadam.model.fact import Fact
from hoadam.model.item import Actor
from hoadam.model.story import Story

Spans = tuple[tuple[int, int], ...]


def grounded(facts: list[Fact], story: Story) -> list[Fact]:
    """The facts with the antecedents of the words that supply their slots."""
    meant = _meant(story)
    starts = sorted(meant)
    found: list[Fact] = []
    for fact in facts:
        slots = {slot: _behind(fact, slot, meant, starts) for slot in fact.evidence}
        if fact.speaker and "speaker" not in fact.evidence:
            slots["speaker"] = _voice(fact, story, meant)
        slots = {slot: spans for slot, spans in slots.items() if spans}
        found.append(replace(fact, antecedents=slots) if slots else fact)
    return found


def _meant(story: Story) -> dict[int, tuple[int, Spans]]:
    """Where each actor begins that goes back to others, where it ends, and the words it goes back to."""
    last: dict[str, tuple[int, int]] = {}  # who is named -> where last
    found: dict[int, tuple[int, Spans]] = {}
    for actor in story.parsed.actors():
        spans = tuple(actor.antecedents)
        if actor.anaphor and not spans:
            spans = tuple(last[name] for name in _names(actor) if name in last)
        if spans and actor.rule:
            found[actor.start] = (actor.end, tuple(dict.fromkeys(spans)))
        if not actor.anaphor:
            last.update(dict.fromkeys(_names(actor), (actor.start, actor.end)))
    return found


def _names(actor: Actor) -> tuple[str, ...]:
    return (*actor.people, *actor.parties)


def _behind(fact: Fact, slot: str, meant: Mapping[int, tuple[int, Spans]], starts: list[int]) -> Spans:
    """What the words that supply a slot go back to, as far as they do not name it themselves."""
    spans: list[tuple[int, int]] = []
    for one in fact.evidence[slot]:
        for start in starts[bisect_left(starts, one.start) : bisect_right(starts, one.end - 1)]:
            end, behind = meant[start]
            if end <= one.end:
                spans += (span for span in behind if not (one.start <= span[0] and span[1] <= one.end))
    given = {(one.start, one.end) for one in fact.evidence[slot]}
    return tuple(span for span in dict.fromkeys(spans) if span not in given)


def _voice(fact: Fact, story: Story, meant: Mapping[int, tuple[int, Spans]]) -> Spans:
    """Who speaks, told before the words that go on from it: that mention, or what it goes back to itself."""
    told = story.voice_at(fact.start, fact.end)
    actor = told.actor if told and told.voice.speaker == fact.speaker else None
    if actor is None:
        return ()
    own = (actor.start, actor.end)
    return (own, *meant.get(actor.start, (0, ()))[1])
