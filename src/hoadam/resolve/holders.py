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


def respell(actor: Actor, printed: str, known: Offices, day: str) -> dict[str, str]:
    """A name that is another spelling of a known one becomes that: of who holds the office it comes with, else of
    anybody's. So does a known person's whose office another of that name holds."""
    if len(actor.people) != 1:
        return {}
    name, state = actor.people[0], actor.of if actor.title and not actor.kin else None
    current = actor.title and state and actor.tense != "former"
    if not actor.unknown and not (current and known.denies(name, actor.title or "", state or "")):
        return {}
    holder = known.spelled(printed or name, actor.title or "", state or "", day) if current else None
    if actor.unknown:
        holder = holder or known.variants.of(name, state, actor.gender)
    if holder is None:
        return {}
    spelled = {name: holder} if actor.unknown else {}
    actor.people, actor.unknown = (holder,), False
    return spelled
