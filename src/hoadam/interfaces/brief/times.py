"""EDTF as a phrase of a sentence, in the chosen language: "on 20–21 December", no more precise than it is."""

import re

from hoadam.interfaces.brief.template import filled, rows, word
from hoadam.interfaces.messages import language
from hoadam.interfaces.words import PERIOD, UNITS
from hoadam.interfaces.words import when as shown

POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T(\d\d:\d\d)\S*?)?([~?%]?)", re.ASCII)


def bare(value: str, year: str) -> str | None:
    """A date without its preposition, its year left out where it is `year`; None where it is of a rarer form."""
    match = POINT.fullmatch(value)
    if not match:
        return None
    own, month, day, *_ = match.groups()
    names = rows("months", "en")
    slots = {
        "year": own, "month": str(int(month)) if month else None, "day": str(int(day)) if day else None,
        "name": names[int(month) - 1] if month else None,
    }  # fmt: skip
    which = "this-year" if own == year else "other-year"
    key = which if day else f"month-{which}" if month else "year"
    return filled(word("day", key), slots)


def phrase(value: str | None, year: str) -> str | None:
    """When something happens, as a sentence says it; None where that is not known."""
    if not value:
        return None
    first, slash, last = value.partition("/")
    if not slash:
        return point(value, year) or shown(value)
    if last in ("", "..") or first in ("", ".."):
        key, date = ("from", first) if last in ("", "..") else ("until", last)
        time = bare(date.rstrip("~?%"), year)
        return filled(word("time", key), {"time": time}) or shown(value)
    return span(first.rstrip("~?%"), last.rstrip("~?%"), year) or shown(value)


def point(value: str, year: str) -> str | None:
    """A single date."""
    match, time = POINT.fullmatch(value), bare(value, year)
    if not match or not time:
        return None
    _, month, day, clock, mark = match.groups()
    if mark in ("~", "%"):
        return filled(word("time", "about"), {"time": time})
    stated = filled(word("time", "day" if day else "month" if month else "year"), {"time": time})
    if clock:
        stated = filled(word("time", "clock"), {"clock": clock, "time": stated})
    return filled(word("time", "unsure"), {"time": stated}) if mark == "?" else stated


def span(first: str, last: str, year: str) -> str | None:
    """From one date to another; days of one month share its name."""
    end = bare(last, year)
    one = POINT.fullmatch(first)
    if one and one[3] and not one[4] and len(last) == len(first) and first[:7] == last[:7]:
        key = "two-days" if int(last[8:]) == int(first[8:]) + 1 else "days"
        return filled(word("time", key), {"first": str(int(one[3])), "last": end})
    begin = bare(first, year)
    return filled(word("time", "span"), {"first": begin, "last": end})


def due(value: str | None, year: str) -> str | None:
    """The day of a deadline: without a preposition in English, with its "day" in Vietnamese."""
    if not value:
        return None
    if language() == "en":
        return bare(value.rstrip("~?%"), year) or shown(value)
    stated = phrase(value, year) or ""
    return stated.removeprefix(word("time", "month").partition("{")[0])


def period(value: str | None) -> str | None:
    """An ISO 8601 duration of one unit; None for any other."""
    match = PERIOD.fullmatch(value or "")
    counts = [(int(count), unit) for count, unit in zip(match.groups(), UNITS, strict=True) if count] if match else []
    if len(counts) != 1:
        return None
    ((count, unit),) = counts
    return str(word("period", "one" if count == 1 else "many")[unit]).format(count=count)
