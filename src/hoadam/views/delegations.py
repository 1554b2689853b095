"""Who sat in each delegation, with the office that the same article gives."""

from dataclasses import dataclass

from hoadam.store import Observation, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, beside, seen


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a delegation; `titles` are the offices and kinships that the same article tells of."""

    person: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Told):
    """Who sits for one side at a meeting; `when` is that of the meeting."""

    side: str | None
    head: str | None
    people: tuple[str, ...]
    place: str | None
    members: tuple[Member, ...]


def delegations(store: Store, filters: Filters = EVERYTHING) -> list[Delegation]:
    """Delegations in order of time; a party is the side, a person a member or the head."""
    told = seen(store, "delegation", filters, ("side",), ("people", "head"))
    roles = beside(store, "role", told)
    return [delegation(one, roles.get(one.article, [])) for one in told]


def delegation(told: Observation, roles: list[Observation]) -> Delegation:
    """The row of a delegation, its members with their offices from the roles of the same article."""
    slots = told.fact.slots
    people = dict.fromkeys((*filter(None, (slots.get("head"),)), *(slots.get("people") or ())))
    members = tuple(Member(person, titles(person, roles)) for person in people)
    return Delegation.of(told, members=members)


def titles(person: str, roles: list[Observation]) -> tuple[str, ...]:
    """The titles and kinships of a person, each once, in text order."""
    held = [role.fact.slots for role in roles if role.fact.slots.get("person") == person]
    return tuple(dict.fromkeys(str(slots.get("title") or slots.get("relation") or "") for slots in held))
