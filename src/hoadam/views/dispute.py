"""What stands against what: values that exclude each other, facts that contradict, numbers and stances opposed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.store import Account, Point, Store
from hoadam.views.claims import day_of, others
from hoadam.views.told import leading

WORDING = frozenset({"speech", "title", "medium"})  # that outlets put these differently is no dispute
WANTS = frozenset({"demands", "offers", "accepts"})
SIDES = 3  # of one dispute, at most


@dataclass(frozen=True, slots=True)
class Dispute:
    """`sort` is slot (of one fact, whose `slot` has `values`), contradiction, numbers or stances (on `slot`)."""

    sort: str
    facts: tuple[Account, ...]
    slot: str | None = None
    values: tuple[tuple[Any, tuple[str, ...]], ...] = ()


def disputes(store: Store, found: Sequence[Account], point: Point) -> Iterator[Dispute]:
    """The disputes among these facts, the plainest first; each fact stands in one at most."""
    seen: set[str] = set()
    for one in (*slots(found), *contradictions(store, found, point), *numbers(found), *stances(found)):
        ids = {fact.id for fact in one.facts}
        if not ids & seen:
            seen |= ids
            yield one


def slots(found: Iterable[Account]) -> Iterator[Dispute]:
    """Facts of which the reports give values that exclude each other."""
    for one in found:
        for slot in one.merged.disputed:
            if slot not in WORDING and one.merged.kind not in ("role", "delegation"):
                values = tuple((value.value, value.reports) for value in one.merged.slots[slot][:SIDES])
                yield Dispute("slot", (one,), slot, values)


def contradictions(store: Store, found: Sequence[Account], point: Point) -> Iterator[Dispute]:
    """Facts that the record holds to contradict each other."""
    holders = {told.id: one for one in found for told in one.told}
    against: dict[str, dict[str, Account]] = {}
    for tie in store.ties(sorted(holders), point):
        held = tie.judgement
        one, other = holders.get(held.one), holders.get(held.other or "")
        if held.relation == "contradicts" and one and other and one.id != other.id:
            against.setdefault(one.id, {one.id: one})[other.id] = other
    for group in against.values():
        yield Dispute("contradiction", tuple(group.values())[:SIDES])


def numbers(found: Iterable[Account]) -> Iterator[Dispute]:
    """Claims of two sides about one thing on one day."""
    days: dict[str, list[Account]] = {}
    for one in found:
        if one.merged.kind == "claim" and one.merged.best("claimant"):
            days.setdefault(day_of(one), []).append(one)
    for near in days.values():
        for one in near:
            claimants = {one.merged.best("claimant"): one}
            for other in others(one, near):
                claimants.setdefault(other.merged.best("claimant"), other)
            if len(claimants) > 1:
                yield Dispute("numbers", tuple(claimants.values())[:SIDES])


def stances(found: Iterable[Account]) -> Iterator[Dispute]:
    """Issues that one party rejects and another one wants, or that they pull in opposite directions."""
    issues: dict[str, list[Account]] = {}
    for one in sorted(found, key=lambda one: (-one.merged.counts.origins, one.id)):
        issue = one.merged.best("issue")
        if one.merged.kind == "position" and issue not in (None, "other"):
            issues.setdefault(issue, []).append(one)
    for issue, held in issues.items():
        pair = next((two for one in held for other in held if opposed(*(two := (one, other)))), None)
        if pair:
            yield Dispute("stances", pair, issue)


def opposed(one: Account, other: Account) -> bool:
    """Does one party want what the other rejects, or the contrary of it?"""
    mine, theirs = one.merged, other.merged
    if mine.best("party") == theirs.best("party") or leading(one).sentence == leading(other).sentence:
        return False
    ways = {mine.best("direction"), theirs.best("direction")}
    return (mine.best("stance") in WANTS and theirs.best("stance") == "rejects" and "against" not in ways) or ways == {
        "for", "against",
    }  # fmt: skip
