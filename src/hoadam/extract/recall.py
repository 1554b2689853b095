"""Draws all actors of an article together, and finds again by surname alone those whom it names in full."""

from dataclasses import replace

from hoadam.extract.phrases import ACTOR, Phrases
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Parsed

NAMES = "NXY"
GLOSS = 3  # items: what explains a name in brackets
ACRONYM = 8  # letters


def draw(parsed: Parsed, phrases: Phrases) -> dict[str, str]:
    """Every sentence's items with their actors, in place; gives surname -> the person whom the article means by it."""
    for sentence in parsed.sentences:
        sentence.items = _glossed(phrases.actors(sentence.items))
    surnames = _surnames(parsed)
    if surnames:
        for sentence in parsed.sentences:
            sentence.items = [_recalled(item, surnames) for item in sentence.items]
    return surnames


def _glossed(items: list[Item]) -> list[Item]:
    """The items with the brackets after a state or a body drawn into it where they only tell its other name."""
    if not any(item.code == "(" for item in items):
        return items
    found: list[Item] = []
    at = 0
    while at < len(items):
        item, behind = items[at], items[at + 1 : at + 1 + GLOSS]
        if len(behind) == GLOSS and behind[0].code == "(" and behind[2].code == ")" and _is_gloss(item, behind[1]):
            at += GLOSS
            if at + 1 < len(items) and _is_whole(items[at + 1]):
                behind, at = [*behind, items[at + 1]], at + 1
            inner = [*(item.inner or ()), *behind]
            item = replace(item, end=behind[-1].end, inner=inner)
        found.append(item)
        at += 1
    return found


def _is_whole(item: Item) -> bool:
    """Is it the state or body of which the one before the brackets is a part?"""
    return item.actor is not None and bool(item.actor.parties) and not (item.actor.people or item.actor.title)


def _is_gloss(item: Item, other: Item) -> bool:
    """Is the second an acronym of the first, or the same party once more?"""
    actor = item.actor
    if actor is None or actor.people or not (actor.parties or actor.anaphor or actor.office):
        return False
    if other.actor is not None:
        return not other.actor.people and other.actor.parties == actor.parties
    return other.code in NAMES and other.text.isupper() and len(other.text) <= ACRONYM


def _surnames(parsed: Parsed) -> dict[str, str]:
    """The last words of full names; one that two people share tells nothing."""
    found: dict[str, set[str]] = {}
    for sentence in parsed.sentences:
        for item in sentence.items:
            _gather(item, found)
    return {surname: people.pop() for surname, people in found.items() if len(people) == 1}


def _gather(item: Item, found: dict[str, set[str]]) -> None:
    for inner in item.inner or ():
        if inner.inner:
            _gather(inner, found)
        elif inner.code in NAMES and " " in inner.text and (item.actor is None or item.actor.people):
            person = inner.says("person") or inner.text
            if item.actor is None or person in item.actor.people:
                found.setdefault(inner.text.rpartition(" ")[2], set()).add(person)


def _recalled(item: Item, surnames: dict[str, str]) -> Item:
    if item.code == "Q" and item.inner:
        item.inner = [_recalled(inner, surnames) for inner in item.inner]
    if item.code != "X" or item.text not in surnames:
        return item
    actor = Actor(
        item.start, item.end, people=(surnames[item.text],), sources={"name": (item.start, item.end)}, rule="surname"
    )
    return Item(item.start, item.end, ACTOR, "actor", item.text, actor=actor, inner=[item])
