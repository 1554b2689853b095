"""A stated time as a calendar or a timeline can hold it: first and last day, a clock where one is told."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hoadam.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Span:
    """The days (both counted in) that a time covers; `exact` where these are what is stated and no more.

    `moment` is the instant in UTC of a time that is told to the minute, where the outlet's offset is known.
    """

    first: date
    last: date
    exact: bool
    moment: datetime | None


def span(when: str, published: str) -> Span:
    """The days of an EDTF time. Of a time with an open end the known end alone stands; it is not exact."""
    value = Edtf.parse(when)
    ends = (value.start or value.end, value.end or value.start)
    first, last = (ends[0] or ends[1]), (ends[1] or ends[0])
    assert first is not None and last is not None  # Edtf refuses a time that is open on both sides
    exact = bool(value.start and value.end and first.day and last.day and not first.mark and not last.mark)
    return Span(first.low.date(), last.high.date(), exact, None if value.is_interval else moment(value, published))


def moment(value: Edtf, published: str) -> datetime | None:
    """The instant of a point with a clock, which is told in the time of the outlet."""
    if value.start is None or value.start.clock is None or value.start.mark:
        return None
    zone = datetime.fromisoformat(published).tzinfo if len(published) > 10 else None
    return value.low.replace(tzinfo=zone).astimezone(UTC) if zone else None


def after(day: date) -> date:
    """The day after, which ends a calendar's range; of the last day there is, itself."""
    return day if day == date.max else day + timedelta(days=1)
