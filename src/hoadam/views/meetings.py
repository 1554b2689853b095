"""Which rounds, and who sat in each delegation."""

from dataclasses import dataclass

from hoadam.kinds.kind import overlap
from hoadam.store import Observation, Store
from hoadam.views.delegations import Delegation, delegation
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, beside, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Told):
    """A meeting as one article tells it, with the delegations that the same article seats there."""

    form: str | None
    status: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    issues: tuple[str, ...]
    mediators: tuple[str, ...]
    after: str | None
    delegations: tuple[Delegation, ...]


def meetings(store: Store, filters: Filters = EVERYTHING) -> list[Meeting]:
    """Meetings in order of time; a party takes part or mediates."""
    told = seen(store, "meeting", filters, ("parties", "mediators"), ("people",))
    seated, roles = beside(store, "delegation", told), beside(store, "role", told)
    return [
        Meeting.of(
            one,
            delegations=tuple(
                delegation(other, roles.get(one.article, []))
                for other in seated.get(one.article, ())
                if sits(other, one)
            ),
        )
        for one in told
    ]


def sits(delegation: Observation, meeting: Observation) -> bool:
    """Whether a delegation belongs to a meeting of its article: its side takes part, time and place do not differ."""
    sent, held = delegation.fact, meeting.fact
    place, other = sent.slots.get("place"), held.slots.get("place")
    sides = (*(held.slots.get("parties") or ()), *(held.slots.get("mediators") or ()))
    return (
        sent.slots.get("side") in sides and overlap(sent.when, held.when) and (not place or not other or place == other)
    )
