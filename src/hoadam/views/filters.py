"""Which rows are wanted, in the words of whoever asks."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from hoadam.store import TODAY, Mention, Point, Query, Store
from hoadam.store.bounds import days
from hoadam.views.names import Unknown, issue_named, outlets_named, parties_named, people_named, process_named

Row = TypeVar("Row")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

# Slots that hold countries and bodies, people, issues, over all kinds; a view may look into fewer.
PARTY_SLOTS = (
    "parties", "side", "of", "author", "party", "claimant", "set_by", "for", "mediators", "to", "by", "speaker",
)  # fmt: skip
PERSON_SLOTS = ("people", "person", "head", "replaces", "speaker", "to", "by", "of")
ISSUE_SLOTS = ("issue", "issues")


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions hold together; None excludes nothing.

    `since` and `until` are days, months or years (`2025-12-01`, `2025-12`, `2025`), both counted in. `party` is a code
    or a name in English or Vietnamese, `person` any known form of a name, `issue` a word of the vocabulary, `outlet`
    a name, `process` the name of one that the record defines. `named` leaves out what rests on unnamed sources.
    `as_of` counts only what was published by that day, `known_at` (a day, or a time as RFC 3339) only what the record
    held then. `limit` keeps the latest so many rows, once the latest `offset` are passed over.
    """

    since: str | None = None
    until: str | None = None
    party: str | None = None
    person: str | None = None
    issue: str | None = None
    outlet: str | None = None
    named: bool = False
    limit: int | None = None
    offset: int = 0
    process: str | None = None
    as_of: str | None = None
    known_at: str | None = None

    def query(
        self, store: Store, kind: str | None, parties: tuple[str, ...] = PARTY_SLOTS,
        people: tuple[str, ...] = PERSON_SLOTS,
    ) -> Query:  # fmt: skip
        """The store's query for one kind (all kinds where None), looking for names in these slots."""
        mentions = []
        if self.party is not None:
            mentions.append(Mention(parties_named(self.party, store), parties))
        if self.person is not None:
            mentions.append(Mention(people_named(self.person, store), people))
        if self.issue is not None:
            mentions.append(Mention((issue_named(self.issue),), ISSUE_SLOTS))
        if self.outlet is not None:
            mentions.append(Mention(outlets_named(self.outlet, store), ("outlet",)))
        if self.process is not None:
            mentions.append(Mention((process_named(self.process, store),), ("process",)))
        return Query(
            kinds=(kind,) if kind else (), since=day(self.since, 0), until=day(self.until, 1),
            mentions=tuple(mentions), named=self.named, limit=self.limit,
            offset=self.offset, point=self.point(store),
        )  # fmt: skip

    def point(self, store: Store) -> Point:
        """The point in both times at which the record is asked."""
        if self.as_of is None and self.known_at is None:
            return TODAY
        known = None if self.known_at is None else store.moment(instant(self.known_at))
        return Point(day(self.as_of, 1), known)

    def first(self, rows: list[Row]) -> list[Row]:
        """The rows that are wanted of a list that puts what matters most first."""
        return rows[self.offset :][: self.limit]

    def latest(self, rows: list[Row]) -> list[Row]:
        """The rows that are wanted of a list in order of time."""
        last = max(0, len(rows) - self.offset)
        return rows[max(0, last - self.limit) if self.limit else 0 : last]

    def unlimited(self) -> "Filters":
        """The same conditions over all rows."""
        return replace(self, limit=None, offset=0)


EVERYTHING = Filters()


def instant(time: str) -> str:
    """The last instant of a time that somebody typed, in UTC as the record writes it; Unknown where it is none."""
    last = day(time, 1) if DATE.fullmatch(time) else None
    try:
        at = datetime.fromisoformat(f"{last}T23:59:59.999999" if last else time)
    except ValueError as fault:
        raise Unknown("time", time, ()) from fault
    if "." not in time and not last:
        at = at.replace(microsecond=999999)  # the whole of the second
    try:
        return at.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError as fault:  # the first or the last day there is, in a time zone of another day
        raise Unknown("time", time, ()) from fault


def day(date: str | None, end: int) -> str | None:
    """The first (end 0) or last (end 1) day of a date that somebody typed; Unknown where it is none."""
    if date is None:
        return None
    first_and_last = days(date) if DATE.fullmatch(date) else None
    if first_and_last is None:
        raise Unknown("date", date, ())
    return first_and_last[end]
