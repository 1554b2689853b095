"""A time as EDTF (ISO 8601-2) writes it, as far as the record needs it: text in, a value with bounds out.

Dates of all precisions (`2025`, `2025-11`, `2025-11-30`), seasons (`2025-22`), times of day (`2025-11-30T14:30`),
`~` `?` `%` behind any of them, intervals (`2025-12-21/2025-12-22`) and open ends (`2025-12-20/..`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property, total_ordering

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>\d\d:\d\d(?::\d\d)?))?)?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
_OPEN = ("..", "")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # spring to winter of the northern half, by the month each begins in
_UNIT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a time: a date as far as it is known. `mark` is `~`, `?`, `%` or nothing; `clock` is HH:MM[:SS]."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    mark: str = ""

    def __str__(self) -> str:
        """The point as EDTF."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + (f"T{self.clock}" if self.clock else "") + self.mark

    @property
    def low(self) -> datetime:
        """The first instant that the point covers, local time without an offset."""
        month = 1 if self.month is None else _SEASONS.get(self.month, self.month)
        start = datetime(self.year, month, 1 if self.day is None else self.day)
        return datetime.combine(start, time.fromisoformat(self.clock or "00:00"))

    @property
    def high(self) -> datetime:
        """The last instant (to the microsecond) that the point covers."""
        if self.clock:
            return self.low + timedelta(seconds=60 if self.clock.count(":") == 1 else 1) - _UNIT
        last = self._last_month()
        if last > 9999 * 12 + 11:  # the winter of 9999
            return datetime.max
        year, month = divmod(last, 12)
        day = self.day or monthrange(year, month + 1)[1]
        return datetime.combine(datetime(year, month + 1, day), time.max)

    def _last_month(self) -> int:
        """The last month covered, counted from the year 0."""
        if not self.month:
            return self.year * 12 + 11
        return self.year * 12 + _SEASONS.get(self.month, self.month) - 1 + (2 if self.month in _SEASONS else 0)


def _point(text: str, whole: str) -> Point | None:
    if text in _OPEN:
        return None
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{whole!r} is no EDTF that the record knows")
    number = {name: int(found[name]) if found[name] else None for name in ("year", "month", "day")}
    point = Point(number["year"] or 0, number["month"], number["day"], found["clock"], found["mark"])
    if point.month in _SEASONS and point.day:
        raise ValueError(f"{whole!r} has a day in a season")
    try:
        point.low, point.high  # noqa: B018  an absurd date cannot be built
    except ValueError as fault:
        raise ValueError(f"{whole!r} is no date: {fault}") from fault
    return point


@total_ordering
@dataclass(frozen=True)
class Edtf:
    """A point or an interval; an end that is None is open. Sorts by its first instant, then its last, then its text."""

    start: Point | None
    end: Point | None
    text: str

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """The value of an EDTF text. Raises ValueError for what is malformed, absurd or runs backwards."""
        first, slash, last = text.partition("/")
        if not slash:
            point = _point(text, text)
            if point is None:
                raise ValueError(f"{text!r} names no time")
            return cls(point, point, text)
        value = cls(_point(first, text), _point(last, text), text)
        if value.start is None and value.end is None:
            raise ValueError(f"{text!r} names no time")
        if value.low > value.high or (value.start and value.end and value.start.low > value.end.low):
            raise ValueError(f"{text!r} ends before it begins")
        return value

    def __str__(self) -> str:
        """The text that it was parsed from."""
        return self.text

    def __lt__(self, other: "Edtf") -> bool:
        """Earlier first; of those that begin together the shorter first."""
        return self._order < other._order

    @property
    def is_interval(self) -> bool:
        """Was it written with a slash?"""
        return "/" in self.text

    @cached_property
    def low(self) -> datetime:
        """The first instant covered; datetime.min where the beginning is open."""
        return self.start.low if self.start else datetime.min

    @cached_property
    def high(self) -> datetime:
        """The last instant covered; datetime.max where the end is open."""
        return self.end.high if self.end else datetime.max

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """First and last instant, local time without an offset."""
        return self.low, self.high

    @property
    def _order(self) -> tuple[datetime, datetime, str]:
        return self.low, self.high, self.text

    def overlaps(self, other: "Edtf") -> bool:
        """Is there an instant that both cover?"""
        return self.low <= other.high and other.low <= self.high
