"""Draws all actors of an article together, and finds again by surname alone those whom it names in full."""

from hoadam.extract.phrases import ACTOR, Phrases
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Parsed

NAMES = "NXY"


def draw(parsed: Parsed, phrases: Phrases) -> dict[str, str]:
    """Every sentence's items with their actors, in place; gives surname -> the person whom the article means by it."""
    for sentence in parsed.sentences:
        sentence.items = phrases.actors(sentence.items)
    surnames = _surnames(parsed)
    if surnames:
        for sentence in parsed.sentences:
            sentence.items = [_recalled(item, surnames) for item in sentence.items]
    return surnames


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
