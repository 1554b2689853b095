"""Who sat in each delegation, with the offices that the same articles give."""

from collections.abc import Iterable
from dataclasses import dataclass

from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, beside, seen


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a delegation; `titles` are the offices and kinships that the same articles tell of."""

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
    roles = beside(store, "role", told, filters)
    return [Delegation.of(one, members=members([one], roles)) for one in told]


def members(delegations: Iterable[Account], roles: dict[str, list[Account]]) -> tuple[Member, ...]:
    """Everybody whom any report of these delegations seats, each once, heads first."""
    told = list(delegations)
    heads = [person for one in told for person in one.merged.all("head")]
    people = [person for one in told for person in one.merged.all("people")]
    articles = dict.fromkeys(report.article for one in told for report in one.told)
    near = {role.id: role for article in articles for role in roles.get(article, ())}
    return tuple(Member(person, titles(person, near.values())) for person in dict.fromkeys([*heads, *people]))


def titles(person: str, roles: Iterable[Account]) -> tuple[str, ...]:
    """The titles and kinships of a person, each once."""
    held = [role.merged for role in roles if role.merged.best("person") == person]
    found = dict.fromkeys(str(one.best("title") or one.best("relation") or "") for one in held)
    return tuple(title for title in found if title)
