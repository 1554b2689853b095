"""Draws all actors of an article together, and finds again by surname alone those whom it names in full."""

from dataclasses import replace

from hoadam.extract.phrases import ACTOR, Phrases
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Parsed

NAMES = "NXY"
GLOSS = 3  # items: what explains a name in brackets
ACRONYM = 8  # letters
FEW = 3  # states that make a list
WIDE = 40  # items: how far a bracket with a list may run


def draw(parsed: Parsed, phrases: Phrases) -> dict[str, str]:
    """Every sentence's items with their actors, in place; gives surname -> the person whom the article means by it."""
    for sentence in parsed.sentences:
        sentence.items = _glossed(phrases.actors(sentence.items))
    surnames = _surnames(parsed)
    called = _called(parsed)
    if called:
        for sentence in parsed.sentences:
            sentence.items = [_named(item, called) for item in sentence.items]
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
        members = _members(items, at)
        if members:
            at += len(members)
            item = _with_members(item, members)
        if len(behind) == GLOSS and behind[0].code == "(" and behind[2].code == ")" and _is_gloss(item, behind[1]):
            at += GLOSS
            if at + 1 < len(items) and _is_whole(items[at + 1]):
                behind, at = [*behind, items[at + 1]], at + 1
            inner = [*(item.inner or ()), *behind]
            item = replace(item, end=behind[-1].end, inner=inner)
        pose = _pose(items, at)
        if item.actor is not None and pose:
            item = replace(item, inner=[*(item.inner or ()), *items[at + 1 : pose]])
            at = pose - 1
        found.append(item)
        at += 1
    return found


def _pose(items: list[Item], at: int) -> int:
    """The index behind the bracket that only tells where somebody stands in a picture: `ông A (trái)`; 0 for none."""
    if at + 2 >= len(items) or items[at + 1].code != "(" or items[at + 2].says("pose") is None:
        return 0
    return next((n + 1 for n in range(at + 3, min(at + 3 + GLOSS, len(items))) if items[n].code == ")"), 0)


def _members(items: list[Item], at: int) -> list[Item]:
    """The bracket behind a group of states that names them all: `8 nước châu Âu (gồm Pháp, Đức và Anh)`."""
    actor = items[at].actor
    if actor is None or actor.people or actor.title or at + 1 >= len(items) or items[at + 1].code != "(":
        return []
    close = next((n for n in range(at + 2, min(len(items), at + WIDE)) if items[n].code == ")"), at)
    inside = items[at + 2 : close]
    inside = inside[1:] if inside and inside[0].says("comprise") is not None else inside
    named = [item for item in inside if item.actor and len(item.actor.parties) == 1 and not item.actor.people]
    joined = all(item in named or item.code == "," or item.says("and") is not None for item in inside)
    return items[at + 1 : close + 1] if joined and len(named) >= FEW else []


def _with_members(item: Item, members: list[Item]) -> Item:
    """The group with its members as the states that it is."""
    assert item.actor is not None
    parties = tuple(party for member in members if member.actor for party in member.actor.parties)
    actor = replace(item.actor, end=members[-1].end, parties=parties, anaphor=None)
    return replace(item, end=members[-1].end, actor=actor, inner=[*(item.inner or ()), *members])


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


def _called(parsed: Parsed) -> set[str]:
    """The unknown surnames that the article calls people by: `ông Ayub`."""
    texts = (
        parsed.article.text[slice(*actor.sources["name"])]
        for actor in parsed.actors()
        if actor.unknown and actor.gender and len(actor.people) == 1
    )
    return {text for text in texts if " " not in text}


def _named(item: Item, called: set[str]) -> Item:
    """A full name without a title is a person's whom the article calls by its last word elsewhere."""
    if item.code == "Q" and item.inner:
        item.inner = [_named(inner, called) for inner in item.inner]
    if item.code != "X" or " " not in item.text or item.text.rpartition(" ")[2] not in called:
        return item
    return _person_item(item, item.text, unknown=True)


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
    return _person_item(item, surnames[item.text], unknown=False)


def _person_item(item: Item, person: str, *, unknown: bool) -> Item:
    own = (item.start, item.end)
    actor = Actor(*own, people=(person,), unknown=unknown, sources={"name": own}, rule="surname")
    return Item(*own, ACTOR, "actor", item.text, actor=actor, inner=[item])
