"""The lunar calendar of Viet Nam, from the sun and the moon: a lunar day in, a solar date out. Good for 1900 to 2100.

Mean new moons with their largest periodic terms and the sun's longitude follow J. Meeus, Astronomical Algorithms
(chapters 25 and 49, shortened); days are those of UTC+7.
"""

from datetime import date, timedelta
from functools import lru_cache
from math import floor, pi, radians, sin

_ZONE = 7 / 24
_EPOCH = 2451545.0  # 1 January 2000, noon
_MONTH = 29.530588861
_TO_ORDINAL = 1721424.5  # julian day of the day before ordinal 1
_YEARS = range(1900, 2101)


def lunar_date(year: int, month: int, day: int) -> date | None:
    """The solar date of a lunar day (of the plain month where there is a leap one), None where there is no such day.

    Day 0 is the last day of the month before.
    """
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    first, following = lunar_month(year, month)
    return first + timedelta(days=day - 1) if 0 <= day <= (following - first).days else None


@lru_cache(256)
def lunar_month(year: int, month: int) -> tuple[date, date]:
    """The first day of a lunar month, and of the month that follows it."""
    winter = _eleventh(year - 1 if month < 11 else year)
    months = _months(winter)
    number = (month - 11) % 12
    leap = _leap(months) if len(months) == 14 else None
    at = number + (1 if leap is not None and number >= leap else 0)
    return date.fromordinal(months[at]), date.fromordinal(months[at + 1])


def _leap(months: tuple[int, ...]) -> int:
    """Which month of a long year repeats the number before: the first in which the sun enters no new sign."""
    return next(i for i in range(1, 13) if _sign(months[i]) == _sign(months[i + 1]))


def _months(start: tuple[int, int]) -> tuple[int, ...]:
    """First days (ordinals) of the months from one eleventh month to the next, that one included."""
    moon, year = start
    last = _eleventh(year + 1)[0]
    return tuple(_new_moon(k) for k in range(moon, last + 1))


@lru_cache(256)
def _eleventh(year: int) -> tuple[int, int]:
    """The number of the new moon that opens the month with the winter solstice of a year, and the year."""
    end = date(year, 12, 31).toordinal()
    moon = floor((end + _TO_ORDINAL - _EPOCH) / _MONTH) + 1
    while _new_moon(moon) > end:
        moon -= 1
    return (moon - 1 if _sign(_new_moon(moon)) >= 9 else moon), year


@lru_cache(4096)
def _new_moon(k: int) -> int:
    """The day (ordinal, UTC+7) of the k-th new moon after January 2000."""
    t = k / 1236.85
    mean = 2451550.09766 + _MONTH * k + 0.00015437 * t * t
    sun = radians(2.5534 + 29.1053567 * k - 0.0000014 * t * t)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    e = 1 - 0.002516 * t
    shift = (
        -0.4072 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun) + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node) + 0.00056 * e * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon) + 0.00042 * e * sin(sun + 2 * node) + 0.00038 * e * sin(sun - 2 * node)
        - 0.00024 * e * sin(2 * moon - sun)
    )  # fmt: skip
    return floor(mean + shift - _delta(t) + _ZONE - _TO_ORDINAL)


def _delta(t: float) -> float:
    """Dynamical minus universal time in days; a parabola that is within half a minute from 1900 to 2100."""
    return (62.9 + 33 * t + 45 * t * t) / 86400


def _sign(ordinal: int) -> int:
    """The sign (0 to 11, from the spring equinox) in which the sun stands when a day begins at UTC+7."""
    t = (ordinal + _TO_ORDINAL - _ZONE - _EPOCH) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
    centre += 0.000289 * sin(3 * anomaly)
    longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))
    return floor((radians(longitude) % (2 * pi)) / (pi / 6))
