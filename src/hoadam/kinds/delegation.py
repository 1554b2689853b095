"""Who sits for one side at a particular meeting."""

from collections.abc import Iterable
from itertools import pairwise

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model import occasion
from hoadam.model.clause import index_of, is_
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, flat, subject_around

LINKS = ("and", "counterparty", "rank", "of", "determiner", "count", "comprise", "adverb", "time", "say")
FAR = 4  # words between two members


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "side")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Who sits for the side, as far as the text lists them."""
    if match.constants.get("bare") and not _bare(match):
        return
    if match.constants.get("titled"):
        _turn_round(match)
    head = _head(match, story)
    members = _members(match, story) if head or not match.constants.get("bare") else []
    named = match.actors("head") if match.constants.get("with") is None else head
    sides = _sides(match, story, [*named, *(item.actor for item in members if item.actor)])
    if not sides or not _sits(match, head, members) or occasion.game(story):
        return
    for side in sides:
        led = head if len(sides) == 1 else [actor for actor in match.actors("head") if side in story.parties([actor])]
        yield _delegation(match, story, side, (led, members))


def _delegation(match: Match, story: Story, side: str, seats: tuple[list[Actor], list[Item]]) -> Fact:
    """The delegation of one side: who leads it and who else sits there."""
    head, members = seats
    people = story.people([*head, *(item.actor for item in members if item.actor)])
    items = match.sentence.items
    last = max([item.end for item in members] + [match.end])
    verb = match.one("verb")
    place = occasion.place_in(items, index_of(items, verb) if verb else match.last, match.last + 6)
    told = items[match.first : match.last if verb or head else match.last + 9]
    times = [i for n, i in enumerate(told) if i.code == "T" and not (n and is_(told[n - 1], "deal"))]
    dated = next((i for i in times if isinstance(i.value, str)), None)
    when = str(dated.value) if dated and str(dated.value)[:1] != "P" else None
    return story.fact(
        "delegation",
        match,
        (match.start, last),
        KIND.empty()
        | {
            "side": side,
            "people": people,
            "head": people[0] if head and head[0].people and len(story.people(head)) == 1 else None,
            "place": occasion.place_name(place),
        },
        when=when,
        sources={
            "side": match.captures.get("side", []),
            "people": [*match.captures.get("head", []), *members],
            "head": match.captures.get("head", []),
            "place": [place] if place else [],
            "when": [dated] if dated else [],
        },
    )


def _bare(match: Match) -> bool:
    """Is it a delegation in its own name, or its head by title?"""
    side = match.captures["side"][0]
    return (side.actor is not None and side.actor.side is not None) or _opens(side, "head-title")


def _sits(match: Match, head: list[Actor], members: list[Item]) -> bool:
    """Is it a delegation that is told of: by its own noun, by its head, or by whom it is made up of?"""
    side = match.one("side")
    items = match.sentence.items
    if match.constants.get("titled"):
        return side is not None and bool(head and head[0].people) and _is_chief(side, items)
    if match.constants.get("sends"):
        return match.value("verb", "group") == "delegation"
    if match.constants.get("envoys"):
        return side is not None and _sit_there(match, side, members)
    if match.constants.get("leads"):
        return bool(head and head[0].people) and (_talk(items) or any(is_(item, "group") for item in items))
    if match.constants.get("seats"):
        named = [*head, *(item.actor for item in members)]
        return _talk(items) and all(actor and actor.people for actor in named)
    seated = side is None or _party_at_table(side) or _turned_to(items, side)
    if match.constants.get("bare") or match.constants.get("lists") == "after a comma":
        led = bool(head) and (bool(match.constants.get("bare")) or (side is not None and _opens(side, "sided")))
        return led or side is None or _is_delegation(side)
    owned = any(item.says("of") is not None for item in items[match.first : match.last])
    if match.constants.get("lists") == "here" and match.one("verb") is not None and not (seated or owned):
        return False
    return any(item.actor and item.actor.people for item in members)


def _talk(items: list[Item]) -> bool:
    """Is it told of talks?"""
    return any(is_(item, "meet-noun") or item.says("issue") == "talks" for item in items)


def _sit_there(match: Match, side: Item, members: list[Item]) -> bool:
    """Are people said to be envoys, at a table or in a delegation that is told of?"""
    items = match.sentence.items
    called = _opens(side, "envoys") or any(is_(item, "envoys") for item in items[match.first : match.last])
    table = _talk(items) or _opens(side, "group")
    return called and table and bool(members) and all(item.actor and item.actor.people for item in members)


def _head(match: Match, story: Story) -> list[Actor]:
    """Who leads: the one captured, or the side itself where it is a head by title."""
    side = match.one("side")
    if side is not None and side.actor is not None and side.actor.people and _opens(side, "head-title"):
        return [side.actor]
    if match.constants.get("with") == "subject":
        return _leader(match, story)
    opening = match.sentence.items[match.first]
    return match.actors("people")[:1] if opening.says("accompany") == "head" else _leaders(match)


def _leaders(match: Match) -> list[Actor]:
    """The last of a row of actors, with those that "and" joins to it; before a comma stands somebody else."""
    row = match.captures.get("head", [])
    comma = max((n for n, item in enumerate(row) if item.code in ",-"), default=-1)
    return [item.actor for item in row[comma + 1 :] if item.actor]


def _leader(match: Match, story: Story) -> list[Actor]:
    """The subject, or the last before it who is of the side that is led."""
    side = match.one("side")
    sides = set(story.parties([side.actor])) if side and side.actor else set()
    before = [item.actor for item in match.sentence.items[: match.first] if item.actor and item.actor.people]
    subject = [actor for actor in subject_around(match) if actor.people][:1]
    if subject and sides <= set(story.parties(subject)):
        return subject
    fitting = [actor for actor in before if sides & set(story.parties([actor]))]
    return fitting[-1:] or subject


def _is_delegation(item: Item) -> bool:
    opening = item.inner[0] if item.inner else item
    return item.actor is not None and (item.actor.side is not None or opening.says("group") == "delegation")


def _party_at_table(item: Item) -> bool:
    return _is_delegation(item) or _opens(item, "sided")


def _is_chief(item: Item, items: list[Item]) -> bool:
    """Does it say who heads a delegation, or whoever stands for a side in talks?"""
    return _opens(item, "head-title") or (_opens(item, "stands-for") and any(is_(i, "meet-noun") for i in items))


def _turn_round(match: Match) -> None:
    """Takes "A is the head of B" for "the head of B is A"."""
    side, head = match.captures.get("side"), match.captures.get("head")
    if side and head and not _is_chief(side[0], match.sentence.items) and _is_chief(head[0], match.sentence.items):
        match.captures["side"], match.captures["head"] = head, side


def _turned_to(items: list[Item], side: Item) -> bool:
    """Does the sentence turn to the side: "về phía Nga có …"?"""
    return any(before.says("toward") is not None and item is side for before, item in pairwise(items))


def _opens(item: Item, name: str) -> bool:
    return any(is_(inner, name) for inner in flat([item]))


def _sides(match: Match, story: Story, people: list[Actor]) -> tuple[str, ...]:
    """The side told, or both where "both delegations" are led by one each; else the state of the first who is named."""
    side = match.one("side")
    parties = story.parties([side.actor] if side and side.actor else people)
    both = side is not None and match.constants.get("lists") == "after a comma" and len(parties) > 1
    if match.constants.get("bare") and not people and len(parties) > 1:
        return parties
    return parties if both and set(parties) <= set(story.parties(people)) else parties[:1]


def _members(match: Match, story: Story) -> list[Item]:
    """The members captured, or read on from where the list begins."""
    captured = [item for item in match.captures.get("people", []) if item.actor]
    items = match.sentence.items
    lists = match.constants.get("lists")
    if lists == "here":
        return captured + _listed(items, match.last) + _further(match, story)
    if lists == "after a comma":
        return captured + _listed(items, _opening(items, match.last))
    return captured


def _further(match: Match, story: Story) -> list[Item]:
    """The members whom the list goes on to name, one between two semicolons each, with their offices."""
    sentences = story.parsed.sentences
    at = story.parsed.index_at(match.sentence.start)
    found: list[Item] = []
    while at + 1 < len(sentences) and sentences[at].items[-1].code == ";":
        opening = sentences[at + 1].items[0]
        if sentences[at + 1].paragraph != match.sentence.paragraph or not (opening.actor and opening.actor.people):
            break
        found.append(opening)
        at += 1
    return found


def _opening(items: list[Item], at: int) -> int:
    """Where the members who go along begin: after `, cùng`, `gồm`, `cùng đi có`; the end where none do."""
    for n in range(at, min(at + 8, len(items))):
        if items[n].code in ".;":
            break
        if is_(items[n], "comprise") or (is_(items[n], "along") and n + 1 < len(items) and items[n + 1].actor):
            return n + 1
    return len(items)


def _listed(items: list[Item], at: int) -> list[Item]:
    """The people in a row from here on: commas, "và", offices and a few words may stand between."""
    found: list[Item] = []
    words = 0
    for n in range(at, len(items)):
        item = items[n]
        if item.actor is not None:
            if found and _speaks(items, n):
                break
            if not item.actor.anaphor:
                found.append(item)
            words = 0
        elif item.code in "wX" or any(is_(item, name) for name in LINKS):
            words += item.code in "wX"
            if words > FAR or (is_(item, "say") and found):
                break
        elif item.code not in (",-();" if found else ",-():"):
            break
    return found


def _speaks(items: list[Item], at: int) -> bool:
    """Is it the subject of another clause?"""
    after = items[at + 1] if at + 1 < len(items) else None
    return after is not None and items[at - 1].code == "," and (is_(after, "say") or is_(after, "stance"))


KIND = Kind(
    name="delegation",
    order=1,
    slots={"side": None, "people": (), "head": None, "place": None},
    further={},
    key=("side",),
    scored=("side", "people", "head", "place", "when"),
    agrees=agrees,
    build=build,
    words={},
)
