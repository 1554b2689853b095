"""Words that tell again of somebody named before, by trade or by kind: "nhà ngoại giao Mỹ", "khối này"."""

from collections.abc import Callable, Collection, Iterable

from hoadam.model.item import Actor

NEAR = 900  # code points from the person's last mention
HEADS = ("president", "vice president", "prime minister", "supreme leader", "general secretary", "king", "pope")


def figure(actor: Actor, before: Iterable[Actor], state: Callable[[str], str | None]) -> str | None:
    """The person meant: the first of `before`, near enough, who is of the state told; `state` is None of its heads."""
    told = actor.of or next(iter(actor.parties), None)
    for other in before:
        if actor.start - other.end > NEAR:
            continue
        for person in other.people[:1]:
            if state(person) and told in (None, state(person)):
                return person
    return None


def bloc(before: Iterable[Actor], kinds: Collection[str]) -> tuple[str, ...]:
    """The first body of `before`, not a country."""
    named = (party for actor in before for party in reversed(actor.parties))
    return next(((party,) for party in named if party in kinds), ())


def body(before: Iterable[Actor]) -> Actor | None:
    """The first of `before` that is an institution or a group of some state, and no unnamed source."""
    return next((a for a in before if (a.office or "group" in a.sources) and not a.vague and a.parties), None)
