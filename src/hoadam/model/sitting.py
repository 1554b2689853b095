"""Who sits at a meeting, as the words of a rule and its sentence tell."""

from itertools import pairwise

from hoadam.model import occasion
from hoadam.model.clause import index_of, is_
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.seat import seats
from hoadam.model.story import Story, flat, row, sentence_subject, subject_around

PAIR = 2
LIST = 24  # items that may list who sits there
BOTH = ("parties", "states", "sides")


def seated(actor: Actor, story: Story) -> Actor:
    """Who sits there: a spokesperson speaks for a state that does."""
    if actor.title != "spokesperson":
        return actor
    return Actor(actor.start, actor.end, parties=story.parties([actor]), sources=actor.sources)


def before_list(match: Match) -> list[Actor]:
    """The first of two whose office stands before them: `quan chức dân sự của A và B đối thoại`."""
    items, first = match.sentence.items, match.first
    if not match.constants.get("joint") or first < PAIR or items[first].actor is None:
        return []
    before = items[first - PAIR].actor if items[first - 1].says("and") is not None else None
    return [before] if before is not None else []


def behind_names(items: list[Item], last: int) -> int:
    """The index behind the two names that follow "both states" at the end of a match: `giữa hai nước A và B`."""
    both = items[last - 1].actor
    named = items[last : last + PAIR + 1]
    if both is None or both.anaphor not in BOTH or len(named) <= PAIR or named[0].actor is None:
        return last
    return last + PAIR + 1 if named[-1].actor is not None else last


def participants(match: Match, story: Story) -> list[Actor]:
    """The participants captured; one of an unnamed office stands for the side whose it is (`đặc phái viên của …`)."""
    items = match.sentence.items
    found = []
    captured = match.captures.get("parties", ())
    places = set(seats(match.sentence)) if any(item.actor and item.actor.place for item in captured) else set()
    verb = match.one("verb")
    topic = index_of(items, verb) + 1 if verb is not None and is_(verb, "meet-about") else len(items)
    for item in captured:
        if item.actor is None or item.start in places or (topic < len(items) and item is items[topic]):
            continue
        if _brokers(items, index_of(items, item)):
            continue
        found.append(item.actor)
        if not story.parties([item.actor]) and not item.actor.people:
            at = next(n for n, other in enumerate(items) if other is item)
            owner = items[at + 2].actor if at + 2 < len(items) and items[at + 1].says("of") is not None else None
            if owner is not None:
                found.append(Actor(owner.start, owner.end, parties=story.parties([owner])))
    both = [actor for actor in found if _means_both(actor)]
    if match.constants.get("joint") and both:
        return both
    bodies = [actor for actor in found[:1] if meets_in_itself(match, [actor]) and found[1:] and found[1].people]
    return bodies if match.one("noun") is not None and bodies else found


def _means_both(actor: Actor) -> bool:
    """Does it mean the two sides, or the two people, told before?"""
    return bool(actor.parties) and (actor.anaphor in BOTH or (actor.anaphor or "").startswith("people"))


def _brokers(items: list[Item], at: int) -> bool:
    """Is it who brokers the meeting, as the words right before say: `thông qua trung gian A`?"""
    before = at - 1
    while before > 0 and any(is_(items[before], name) for name in ("of", "determiner", "plural", "copula")):
        before -= 1
    return before > 0 and is_(items[before], "mediates") and not is_(items[before], "hosting")


def members(items: list[Item], at: int) -> list[Actor]:
    """The people whom the words behind a participant list: `ba quan chức Mỹ gồm A, B và C`."""
    if at >= len(items) or items[at].says("comprise") != "" or items[at - 1].actor is None:
        return []
    found: list[Actor] = []
    for before, item in pairwise(items[at : at + LIST]):
        if item.code in ".;:" or is_(item, "say") or is_(item, "meet-verb"):
            break
        if item.actor is not None and item.actor.people and not is_(before, "of"):
            found.append(item.actor)
    return found


def joined_by(match: Match, story: Story, actors: list[Actor]) -> list[Actor]:
    """The participants, with the subject where the rule wants it."""
    wanted = match.constants.get("with")
    if wanted == "subject" or (wanted == "subject if alone" and _alone(match, story, actors)):
        subject = subject_of(match, story)
        seated = any(actor.side for actor in subject)
        nameless = story.people(actors) and not story.people(subject) and not seated
        if nameless or set(story.parties(subject)) <= set(story.parties(actors)):
            subject = _earlier(match, story, set(story.parties(actors))) or subject
        return [*subject, *actors]
    if wanted == "many" or match.constants.get("alone"):
        subject = subject_of(match, story)
        return subject if len(story.parties(subject)) > 1 or meets_in_itself(match, subject) else []
    return actors


def _earlier(match: Match, story: Story, besides: set[str]) -> list[Actor]:
    """The nearest person before the match who is of another side; one who only owns something comes last."""
    items = match.sentence.items
    owners: list[Actor] = []
    for n in range(match.first - 1, -1, -1):
        actor, before = items[n].actor, items[n - 1] if n else None
        if actor is None or not actor.people or not set(story.parties([actor])) - besides:
            continue
        if before is None or not (before.code == "(" or before.says("in") is not None or before.says("of") is not None):
            return [actor]
        owners.append(actor)
    return owners[:1]


def _alone(match: Match, story: Story, actors: list[Actor]) -> bool:
    return len(story.parties(actors)) < 2 and not meets_in_itself(match, actors)


def meets_in_itself(match: Match, actors: list[Actor]) -> bool:
    """Is one of them a body, which meets in itself?"""
    items = [item for item in match.sentence.items if item.actor in actors]
    return any(item.actor and occasion.collective(item.actor, [item]) for item in items)


def travels(match: Match, items: list[Item], actors: list[Actor]) -> bool:
    """Is it a person, a delegation or an office that goes there, and not to meet somebody just told?"""
    if not any(actor.people or actor.title or actor.side or "group" in actor.sources for actor in actors):
        return False
    if any(is_(inner, "troops") for inner in flat(match.captures.get("parties", ()))):
        return False
    after = items[match.last : match.last + 6]
    for item in after:
        if item.code in ",.;" or item.says("turn") is not None:
            return True
        loose = item.says("meet-loose") is not None
        if not loose and (item.says("meet-verb") is not None or item.says("meet-noun") is not None):
            return False
    return True


def hosts(match: Match) -> list[Actor]:
    """The state visited, where it is a visit: a country, or the state of a city."""
    if not match.constants.get("visit"):
        return []
    found = []
    for item in match.captures.get("host", ()):
        if item.actor is not None:
            found.append(item.actor)
        elif item.code == "L":
            state = (item.says("place") or "").rpartition(", ")[2]
            found.append(Actor(item.start, item.end, parties=(state,) if len(state) == 3 and state.isupper() else ()))
    return found


def subject_of(match: Match, story: Story) -> list[Actor]:
    """The subject of the match: of what somebody says, of its sentence, or whoever says it."""
    found = _told_subject(match) or sentence_subject(match.sentence, match.first)
    told = story.voice_at(match.start, match.end)
    return found or ([told.actor] if told and told.actor else []) or subject_around(match)


def _told_subject(match: Match) -> list[Actor]:
    """The person of whom somebody says it: `bà Takaichi cho biết ông Trump …`."""
    items = match.sentence.items
    for n in range(match.first - 1, 0, -1):
        actor = items[n].actor
        if items[n].code in ";.":
            break
        if actor is not None and actor.people and (items[n - 1].says("say") or items[n - 1].says("that") is not None):
            return row(items, n, match.first)
    return []
