"""What is new since a moment: added, confirmed by another origin, contradicted, revised, withdrawn."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from hoadam.store import Account, Point, Store
from hoadam.views.filters import DATE, EVERYTHING, Filters, day, instant
from hoadam.views.told import Told, json_value, slots_of

LAST = "last"
PORTION = 32  # facts that are looked at together


@dataclass(frozen=True, slots=True)
class Difference:
    """What a slot held before and holds now."""

    slot: str
    before: Any
    now: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Told):
    """A fact that changed; `what` lists added, confirmed, contradicted, revised or withdrawn.

    A withdrawn fact stands as it last was. `differences` are the slots that were revised.
    """

    kind: str
    what: tuple[str, ...]
    differences: tuple[Difference, ...]
    slots: dict[str, Any]


def changes(store: Store, since: str, filters: Filters = EVERYTHING, reader: str = "") -> list[Change]:
    """The facts that changed since a day or a time of the record, or since this reader looked last (`last`)."""
    before = Point(moment=store.bookmark(reader) if since == LAST else store.moment(day_before(since)))
    wanted = filters.limit and filters.limit + filters.offset
    rows: list[Change] = []
    changed = store.changed(before.moment or 0)
    while some := list(islice(changed, PORTION)):
        if wanted and len(rows) >= wanted and rows[-wanted].published[:10] > some[0][1]:
            break  # what is left was told on earlier days
        rows += changed_rows(store, [id_ for id_, _ in some], before, filters)
        rows.sort(key=lambda one: (one.published, one.id))
    return filters.latest(rows)


def changed_rows(store: Store, ids: list[str], before: Point, filters: Filters) -> list[Change]:
    """The rows of those of these facts that pass the filters."""
    query = filters.unlimited().query(store, None)
    passing = {id_ for point in (before, Point()) for id_ in store.passing(replace(query, point=point), ids)}
    found = (change(store, id_, before) for id_ in sorted(passing))
    return [one for one in found if one]


def day_before(since: str) -> str:
    """The last instant before the day, month or year that somebody typed; a time is taken as it is."""
    if not DATE.fullmatch(since):
        return instant(since)
    first = datetime.fromisoformat(f"{day(since, 0)}T00:00:00").astimezone(UTC)
    return (first - timedelta(microseconds=1)).isoformat(timespec="microseconds")


def change(store: Store, id_: str, before: Point) -> Change | None:
    """What became of a fact since a point; None where nothing that matters."""
    now = next(iter(store.facts_of([id_])), None)
    then = next(iter(store.facts_of([id_], before)), None)
    if now is None:
        return None if then is None or store.heir(id_) else row(then, ("withdrawn",))
    if then is None:
        then = forerunner(store, now, before)
    if then is None:
        return row(now, ("added",))
    what = tuple(word for word, holds in judged(store, then, now, before) if holds)
    return row(now, what, differences(then, now)) if what else None


def forerunner(store: Store, now: Account, before: Point) -> Account | None:
    """The fact that held the earliest of these observations that any fact held."""
    for one in now.told:
        fact = store.fact_of(one.id, before)
        if fact:
            return next(iter(store.facts_of([fact], before)), None)
    return None


def judged(store: Store, then: Account, now: Account, before: Point) -> list[tuple[str, bool]]:
    """Which words describe the change."""
    old, new = (contradicting(store, one, point) for one, point in ((then, before), (now, Point())))
    return [
        ("confirmed", now.merged.counts.origins > then.merged.counts.origins),
        ("contradicted", bool(set(now.merged.disputed) - set(then.merged.disputed) or new - old)),
        ("revised", bool(differences(then, now))),
    ]


def contradicting(store: Store, one: Account, point: Point) -> set[tuple[str, str | None]]:
    """The pairs of observations of which one is this fact's and that contradict each other at a point."""
    ties = store.ties([told.id for told in one.told], point)
    return {(tie.judgement.one, tie.judgement.other) for tie in ties if tie.judgement.relation == "contradicts"}


def differences(then: Account, now: Account) -> tuple[Difference, ...]:
    """The slots whose best value is another one now."""
    old, new = ({"when": one.merged.best("when"), **slots_of(one)} for one in (then, now))
    return tuple(
        Difference(slot, json_value(old.get(slot)), json_value(value))
        for slot, value in new.items()
        if old.get(slot) != value
    )


def row(account: Account, what: tuple[str, ...], changed: tuple[Difference, ...] = ()) -> Change:
    """The row of a changed fact."""
    slots = dict(json_value(slots_of(account)))
    return Change.of(account, kind=account.merged.kind, what=what, differences=changed, slots=slots)
