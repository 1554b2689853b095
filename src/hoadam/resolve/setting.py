"""What sets a meeting among others: who mediates it or is its host, and which earlier meeting it comes after."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from hoadam.model import occasion
from hoadam.model.clause import skip
from hoadam.model.fact import Evidence, Fact
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.story import Story
from hoadam.resolve.pairs import ties

SEATED = ("talks", "summit", "meeting")
GAP = 4  # items between whoever mediates and the word that says so
LOOSE = ("plural", "determiner", "number", "count", "rank")


def settled(meetings: list[Fact], story: Story) -> list[Fact]:
    """The meetings, which are in text order, with `mediators` and `after` as far as the article tells them."""
    told = list(meetings)
    at = 0
    for sentence in story.parsed.sentences:
        first = at
        while at < len(told) and told[at].start < sentence.end:
            at += 1
        here = range(first, at)
        opens = first > 0 and sentence.items[0].says("meet-noun") is not None
        if not here and first and any(item.says("meet-noun") is not None for item in sentence.items):
            told[first - 1] = _given(told[first - 1], sentence, story)
        _follow(told, here, sentence, first - 1 if opens else None)
        for n in here:
            told[n] = _given(told[n], sentence, story)
    return told


def narrowed(meetings: list[Fact], story: Story) -> list[Fact]:
    """The meetings, in the city where only a country is told and the article says "in" of one city there alone."""
    if all(_exact(fact.slots["place"]) for fact in meetings):
        return meetings
    cities: dict[str, dict[str, Item]] = {}
    for sentence in story.parsed.sentences:
        for before, item in pairwise(sentence.items):
            place = occasion.place_name(item) if before.says("in") is not None and occasion.is_place(item) else None
            if place and _exact(place):
                cities.setdefault(place.rpartition(", ")[2], {}).setdefault(place, item)
    return [_in_city(fact, cities.get(fact.slots["place"] or "", {})) for fact in meetings]


def _exact(place: str | None) -> bool:
    return place is None or ", " in place


def _in_city(fact: Fact, cities: Mapping[str, Item]) -> Fact:
    if len(cities) != 1 or fact.slots["form"] == "visit":
        return fact
    ((city, item),) = cities.items()
    evidence = {**fact.evidence, "place": (*fact.evidence.get("place", ()), Evidence(item.start, item.end))}
    return replace(fact, slots={**fact.slots, "place": city}, evidence=evidence)


def mediators(items: list[Item]) -> Iterable[Actor]:
    """Whoever is said to mediate or to be the host: before the word (`do A làm trung gian`) or behind it (`của A`)."""
    for n, item in enumerate(items):
        if item.says("mediates") is None:
            continue
        at = skip(items, n + 1, "of", "determiner", "plural", "group", "copula")
        if at < len(items) and items[at].actor is not None:
            yield from _row(items, at, 1)
            continue
        before = range(n - 1, max(-1, n - 2 - GAP), -1)
        near = next((m for m in before if items[m].actor is not None or items[m].code in ",.;:"), None)
        if near is not None and items[near].actor is not None:
            yield from _row(items, near, -1)


def _row(items: list[Item], at: int, step: int) -> Iterable[Actor]:
    """The actors of the row that begins here, in either direction."""
    while 0 <= at < len(items):
        actor = items[at].actor
        if actor is not None:
            yield actor
        elif not ties(items[at]):
            return
        at += step


def _given(fact: Fact, sentence: Sentence, story: Story) -> Fact:
    if fact.slots["form"] not in SEATED or fact.slots["mediators"]:
        return fact
    actors = list(mediators(sentence.items))
    found = tuple(party for party in story.parties(actors) if party not in fact.slots["parties"])
    if not found:
        return fact
    spans = tuple(Evidence(actor.start, actor.end) for actor in actors)
    return replace(fact, slots={**fact.slots, "mediators": found}, evidence={**fact.evidence, "mediators": spans})


def _follow(told: list[Fact], here: range, sentence: Sentence, spoken_of: int | None) -> None:
    """Sets the meetings of a sentence, or the one it goes on to speak of, behind the one that it says they follow."""
    earlier = next((n for n in here if _set_behind(told[n], sentence)), None)
    if earlier is None:
        return
    others = [n for n in here if n != earlier and not _set_behind(told[n], sentence)]
    if not others and spoken_of is not None:
        others = [spoken_of]
    span = (Evidence(told[earlier].start, told[earlier].end),)
    for n in others:
        fact = told[n]
        if fact.slots["form"] != "visit" and fact.slots["after"] is None:
            slots = {**fact.slots, "after": told[earlier].quote}
            told[n] = replace(fact, slots=slots, evidence={**fact.evidence, "after": span})


def _set_behind(fact: Fact, sentence: Sentence) -> bool:
    """Does "after" stand right before the meeting's words?"""
    items = sentence.items
    at = next((n for n, item in enumerate(items) if item.start >= fact.start), 0) - 1
    while at > 0 and any(items[at].says(name) is not None for name in LOOSE):
        at -= 1
    return at >= 0 and items[at].says("after") is not None and items[at].says("stage-before") is None
