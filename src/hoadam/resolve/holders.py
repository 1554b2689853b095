"""Whose name it is that stands in the phrase of an office, as far as it is known who holds which."""

from hoadam.model.item import Actor
from hoadam.resolve.offices import Offices


def part(actor: Actor, known: Offices, day: str) -> None:
    """In "the envoy of the president of X, N" the name is the envoy's, unless N is known as the president."""
    master = actor.master
    if master and not actor.people and len(master.people) == 1 and master.title and master.of:
        person = master.people[0]
        if known.never(person, master.title, master.of):
            actor.people, actor.of, actor.under = (person,), master.of, None
            actor.sources["name"] = master.sources.get("name", (actor.start, actor.end))
            master.people = ()
    if actor.boss and actor.of and any(known.holds(person, actor.boss, day) for person in actor.people):
        actor.title = actor.called = actor.boss


def respell(actor: Actor, known: Offices, day: str) -> dict[str, str]:
    """An unknown name in an office whose holder is known under another spelling becomes the holder's."""
    if actor.unknown and actor.title and actor.of and len(actor.people) == 1 and actor.tense != "former":
        holder = known.spelled(actor.people[0], actor.title, actor.of, day)
        if holder:
            spelled = {actor.people[0]: holder}
            actor.people, actor.unknown = (holder,), False
            return spelled
    return {}
