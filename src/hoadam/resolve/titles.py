"""Offices that a phrase leaves to be settled: told once for two people, or of trade and not of state."""

from collections.abc import Iterable

from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Parsed
from hoadam.resolve.offices import Offices
from hoadam.resolve.pairs import ties


def share_titles(parsed: Parsed, known: Offices, day: str) -> None:
    """Gives whoever stands beside the holder of an office the same one, if it is known that both hold it."""
    for sentence in parsed.sentences:
        items = sentence.items
        for one, mark, other in zip(items, items[1:], items[2:], strict=False):
            if one.actor and other.actor and ties(mark):
                _share(one.actor, other.actor, known, day)


def set_beside(parsed: Parsed) -> None:
    """Gives a person the offices told beside the name, without one of their own: `A, chief of X`."""
    for sentence in parsed.sentences:
        items = sentence.items
        for n in range(1, len(items) - 1):
            one, other = items[n - 1].actor, items[n + 1].actor
            if one is None or other is None:
                continue
            joined = items[n].says("besides") is not None
            if joined and _nobody(one) and other.title and other.people:
                _give(one, other)
            elif (joined or items[n].code in ",-(") and len(one.people) == 1 and _beside(one, other, items[n + 2 :]):
                _give(other, one)


def _nobody(actor: Actor) -> bool:
    """Is it an office alone, which is nobody's yet?"""
    return actor.title is not None and not actor.people and not actor.generic and not actor.vague


def _beside(one: Actor, other: Actor, after: list[Item]) -> bool:
    """Can the office alone be the person's, besides one told before or behind?"""
    further = bool(after) and after[0].says("besides") is not None
    if not _nobody(other) or other.title == one.title or not (one.title or further or other.office):
        return False
    alike = other.of in (None, one.of) or not (one.title and other.of.isupper() and len(other.of) == len("USA"))
    return alike and (further or not after or after[0].code in (",-;.)" if one.title else ",-;.)T("))


def _give(office: Actor, holder: Actor) -> None:
    """The office is the holder's, and of the same state."""
    office.people, office.anaphor, office.of = holder.people, None, office.of or holder.of
    office.parties = office.parties or holder.parties
    office.sources.setdefault("name", holder.sources.get("name", (holder.start, holder.end)))


def _share(one: Actor, other: Actor, known: Offices, day: str) -> None:
    title = one.title
    if not title or not one.people or other.title or other.sources.keys() != {"name"}:
        return
    if len(other.people) == 1 and known.holds(other.people[0], title, day):
        other.title, other.since = title, one.start


def same_post(actor: Actor, before: Iterable[Actor]) -> tuple[str, ...]:
    """Whose the holder of an office is who has no name: as told with the same office last."""
    if actor.people:
        return ()
    told = [other.parties for other in before if other.called == actor.called and other.parties and not other.people]
    return told[-1] if told else ()


def check_title(actor: Actor, known: Offices, day: str) -> None:
    """Drops an office that cannot be meant: another's, or a title of trade without a public body."""
    if not actor.title or actor.title == "counterpart":
        return
    others = bool(actor.of) and any(known.denies(p, actor.title, actor.of or "") for p in actor.people)
    public = any(known.state(person, day) for person in actor.people)
    if others or (actor.loose and not actor.of and not actor.under and not public):
        actor.title = actor.also = None


def counterparts_title(actor: Actor, before: Iterable[Actor], known: Offices, day: str) -> str | None:
    """The office of whoever the counterpart is compared with, unless the person is known to hold another."""
    own = known.title(actor.people[0], day) if actor.people else None
    for other in before:
        title = other.title or (known.title(other.people[0], day) if other.people else None)
        if title and title != "counterpart":
            held = known.people[actor.people[0]].held(day) if own else ()
            return title if not own or any(office.title == title for office in held) else own
    return own
