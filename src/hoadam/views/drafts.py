"""Which drafts: whose, how many points, from which earlier one, and what happened to them."""

from dataclasses import dataclass
from datetime import date

from hoadam.merge import mint, relations
from hoadam.merge.relate import SEASON, since
from hoadam.model.judgement import Judgement
from hoadam.store import Account, Mention, Query, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen

LINEAGE = 2000  # events of plans that are looked through for what was cut from what
BACK = 1  # season before the first of them


@dataclass(frozen=True, slots=True)
class Earlier:
    """The plan that another follows: the id of its first event, its points, and why."""

    id: str
    points: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Told):
    """One event in the life of a plan. `lineage` are the points of the plans it comes from, its own last."""

    author: str | None
    event: str | None
    points: int | None
    was_points: int | None
    by: str | None
    to: str | None
    done: str | None
    place: str | None
    lineage: tuple[int, ...]
    follows: tuple[Earlier, ...]


def drafts(store: Store, filters: Filters = EVERYTHING) -> list[Draft]:
    """Events of drafts in order of time; a party is the author, or who acts, or who gets it."""
    return of_drafts(store, seen(store, "draft", filters, parties=("author", "by", "to")), filters)


def of_drafts(store: Store, told: list[Account], filters: Filters) -> list[Draft]:
    """The rows of these events of drafts at the point in time of the filters."""
    family = plans(store, told, filters)
    lines = Lines(family)
    return [Draft.of(one, lineage=lines.of(one), follows=lines.follows(one)) for one in told]


def plans(store: Store, told: list[Account], filters: Filters) -> list[Account]:
    """The events of plans with points by the authors of these ones, in their days and the season before."""
    numbered = [one.merged for one in told if points_of(one)]
    authors = tuple(sorted({author for one in numbered for author in one.all("author")}))
    if not authors:
        return []
    days = [since(one) for one in numbered]
    first, last = max(1, (min(days) // SEASON - BACK) * SEASON), max(1, *days)
    query = Query(
        ("draft",), since=date.fromordinal(first).isoformat(), until=date.fromordinal(last).isoformat(),
        mentions=(Mention(authors, ("author",)),), limit=LINEAGE, point=filters.point(store),
    )  # fmt: skip
    return [one for one in store.facts(query) if points_of(one)]


def points_of(one: Account) -> int | None:
    """The number of points of a plan."""
    points: int | None = one.merged.best("points")
    return points


class Lines:
    """What was cut from what among the plans of some authors."""

    def __init__(self, family: list[Account]) -> None:
        self.plans = {one.id: one for one in family}
        self.before: dict[tuple[str, int], list[Judgement]] = {}
        for judgement in relations(one.merged for one in family):
            later = self.plans[mint(judgement.one)]
            for author in later.merged.all("author"):
                self.before.setdefault((author, points_of(later) or 0), []).append(judgement)

    def follows(self, one: Account) -> tuple[Earlier, ...]:
        """The plans that the plan of an event follows, cut ones first."""
        key = (str(one.merged.best("author")), points_of(one) or 0)
        found = sorted(self.before.get(key, ()), key=lambda held: held.author)
        earlier = [(self.plans[mint(held.other or "")], held.reason) for held in found]
        return tuple(dict.fromkeys(Earlier(plan.id, points_of(plan), reason) for plan, reason in earlier))

    def of(self, one: Account) -> tuple[int, ...]:
        """The points of the plans up to this one: 28, 19, 20."""
        line: list[int | None] = [points_of(one)]
        at: Account | None = one
        while at is not None and (before := self.follows(at)):
            at = self.plans[before[0].id]
            if points_of(at) in line:
                break
            line.append(points_of(at))
        before_all = at.merged.best("was_points") if at is not None else None
        if before_all not in line:  # told of a plan that no report in the record gives by itself
            line.append(before_all)
        return tuple(points for points in reversed(line) if points is not None)
