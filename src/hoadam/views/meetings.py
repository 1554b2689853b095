"""Which rounds, each once with its history, and who sat in each delegation."""

from dataclasses import dataclass

from hoadam.kinds.kind import overlap
from hoadam.store import Account, Observation, Store
from hoadam.views.delegations import Member, members
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, beside, seen


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a meeting: its status, the stated time, the day it was first told, by which outlets and reports."""

    status: str
    when: str | None
    told: str
    outlets: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation as all reports of its meeting seat it; `ids` are its facts."""

    side: str
    head: str | None
    members: tuple[Member, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Told):
    """A meeting with its steps so far, put together from all reports of it; `status` is the step told last."""

    form: str | None
    status: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    issues: tuple[str, ...]
    mediators: tuple[str, ...]
    after: str | None
    history: tuple[Stage, ...]
    delegations: tuple[Seat, ...]


def meetings(store: Store, filters: Filters = EVERYTHING) -> list[Meeting]:
    """Meetings in order of time; a party takes part or mediates."""
    return of_meetings(store, seen(store, "meeting", filters, ("parties", "mediators"), ("people",)), filters)


def of_meetings(store: Store, told: list[Account], filters: Filters) -> list[Meeting]:
    """The rows of these meetings at the point in time of the filters."""
    seated, roles = beside(store, "delegation", told, filters), beside(store, "role", told, filters)
    return [Meeting.of(one, history=stages(one), delegations=seats(one, seated, roles)) for one in told]


def stages(meeting: Account) -> tuple[Stage, ...]:
    """The history of a meeting with its sources."""
    told = {one.id: one for one in meeting.told}
    return tuple(
        Stage(
            step.status, step.when, step.told,
            tuple(dict.fromkeys(told[id_].outlet or told[id_].article for id_ in step.reports)), step.reports,
        )
        for step in meeting.merged.history
    )  # fmt: skip


def seats(meeting: Account, seated: dict[str, list[Account]], roles: dict[str, list[Account]]) -> tuple[Seat, ...]:
    """The delegations that any article seats at this meeting, one for each side."""
    found: dict[str, dict[str, Account]] = {}
    for report in meeting.told:
        for delegation in seated.get(report.article, ()):
            if any(sits(one, report) for one in delegation.told if one.article == report.article):
                found.setdefault(str(delegation.merged.best("side")), {})[delegation.id] = delegation
    return tuple(seat(side, list(of.values()), roles) for side, of in found.items())


def seat(side: str, delegations: list[Account], roles: dict[str, list[Account]]) -> Seat:
    """The delegations of one side as one."""
    heads = [head for one in delegations for head in one.merged.all("head")]
    ids = tuple(one.id for one in delegations)
    return Seat(side, heads[0] if heads else None, members(delegations, roles), ids)


def sits(delegation: Observation, meeting: Observation) -> bool:
    """Whether a delegation belongs to a meeting of its article: its side takes part, time and place do not differ."""
    sent, held = delegation.fact, meeting.fact
    place, other = sent.slots.get("place"), held.slots.get("place")
    sides = (*(held.slots.get("parties") or ()), *(held.slots.get("mediators") or ()))
    return (
        sent.slots.get("side") in sides and overlap(sent.when, held.when) and (not place or not other or place == other)
    )
