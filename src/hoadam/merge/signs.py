"""Signs: what two reports of a kind have in common, and what sets them apart, slot by slot.

A sign is a word (`parties`, `day`, `near`, `place` …). Nothing agrees with an empty slot, and an empty slot excludes
nothing. `Signs.agreed` maps each sign of agreement to the words that a person reads; `excluded` likewise.
"""

from dataclasses import dataclass, field
from typing import Any

from hoadam.merge.window import is_ahead, is_day
from hoadam.merge.words import numbers, overlap
from hoadam.model.day import number
from hoadam.model.report import Report

SLACK = 1  # day: what is night in one zone is morning in another
AHEAD = 10  # days: how far ahead of its announcement an undated plan may lie
WEEK = 7
DRAFTED = 3  # days: how long an undated report may lag behind what it tells
ALIKE, HALF, LIKE, KINDRED, AKIN = 0.6, 0.5, 0.33, 0.26, 0.2  # shares of words in common


@dataclass(slots=True)
class Signs:
    """What was found in comparing two reports."""

    agreed: dict[str, str] = field(default_factory=dict)
    excluded: dict[str, str] = field(default_factory=dict)

    def values(self, slot: str, one: Any, other: Any, sign: str | None = None) -> None:
        """Compares two scalars: equal agree, different exclude, null does neither."""
        if one is None or other is None:
            return
        name = sign or slot
        if (one.casefold() if isinstance(one, str) else one) == (other.casefold() if isinstance(other, str) else other):
            self.agreed[name] = f"{slot} {one}"
        else:
            self.excluded[name] = f"{slot} {one} and {other}"


def slot_signs(signs: Signs, one: Report, other: Report, *slots: str) -> None:
    """Compares scalar slots by their values."""
    for slot in slots:
        signs.values(slot, value(one, slot), value(other, slot))


def value(report: Report, slot: str) -> Any:
    """What a report's fact holds in a slot, common or its kind's own; None where it is empty."""
    fact = report.fact
    held = getattr(fact, slot) if slot in ("speaker", "named", "via", "office", "when") else fact.slots.get(slot)
    return None if held == () else held


def members(report: Report, slot: str) -> frozenset[str]:
    """The members of a list slot."""
    return frozenset(map(str, report.fact.slots.get(slot) or ()))


def time_signs(signs: Signs, one: Report, other: Report, lag: int = DRAFTED, slack: int = SLACK) -> None:
    """`day` where both state the same day, `near` where the news is as close as `lag` days; else what excludes.

    `slack` days may lie between a stated day and the window that follows from the other's publication.
    """
    if is_day(one) and is_day(other):
        if one.low <= other.high and other.low <= one.high:
            signs.agreed["day"] = signs.agreed["near"] = f"day {max(one.low, other.low)}"
        else:
            signs.excluded["day"] = f"days {one.low} and {other.low}"
        return
    if not one.derived and not other.derived and one.low <= other.high and other.low <= one.high:
        _frame(signs, one, other)
    low, high = max(number(one.low), number(other.low)), min(number(one.high), number(other.high))
    if low > high + slack:
        signs.excluded["day"] = f"times {span(one)} and {span(other)}"
    elif distance(one, other, lag) is not None:
        signs.agreed["near"] = f"told within {lag} days"


def _frame(signs: Signs, one: Report, other: Report) -> None:
    """Both state a time, one of them or both a long one: `frame`, and within a week `near`; `time` where it is one.

    `clear` where neither is approximate.
    """
    words = f"times {span(one)} and {span(other)}"
    signs.agreed["frame"] = words
    if max(number(r.high) - number(r.low) for r in (one, other)) <= WEEK:
        signs.agreed["near"] = words
    if "~" not in f"{one.fact.when}{other.fact.when}":
        signs.agreed["clear"] = words
    if one.fact.when == other.fact.when:
        signs.agreed["time"] = f"time {one.fact.when}"


def span(report: Report) -> str:
    """The window of a report for a person to read."""
    return f"{report.low}…{report.high}"


def told(report: Report) -> int:
    """The day of publication as a number."""
    return number(report.published)


def hours(report: Report) -> float:
    """The time of publication in hours; noon where only the day is known."""
    clock = report.published[11:16].partition(":")
    return 24 * told(report) + (int(clock[0]) + int(clock[2]) / 60 if clock[2] else 12)


def distance(one: Report, other: Report, lag: int) -> int | None:
    """The days between two reports of which at most one states a day; None where they are too far to be one news.

    What is told as going on is placed on the day of its publication.
    """
    if placed(one) and placed(other):
        apart = max(number(one.low), number(other.low)) - min(number(one.high), number(other.high))
        return max(apart, 0) if apart <= lag else None
    if placed(one) or placed(other):
        dated, open_ = (one, other) if placed(one) else (other, one)
        ahead = number(dated.low) - told(open_)
        reach = AHEAD if is_ahead(open_.fact) else SLACK
        return abs(ahead) if -lag <= ahead <= reach else None
    apart = abs(told(one) - told(other))
    return apart if apart <= lag else None


def placed(report: Report) -> bool:
    """Does it lie on a day, stated or its own?"""
    return is_day(report) or (report.derived and report.low == report.high)


def place_signs(signs: Signs, one: Report, other: Report) -> None:
    """`place` where both name the same town, `country` where only the country is common; another country excludes.

    `within` where one names the country of the other.
    """
    a, b = value(one, "place"), value(other, "place")
    if a is None or b is None:
        return
    if country(a) != country(b):
        signs.excluded["place"] = f"place {a} and {b}"
    elif a == b and ", " in a:
        signs.agreed["place"] = f"place {a}"
    elif a == b:
        signs.agreed["country"] = f"place {a}"
    if country(a) == country(b) and country(a) in (a, b):
        signs.agreed["within"] = f"place {a} and {b}"


def country(place: str) -> str:
    """The country code behind a place's name; the name itself where there is none."""
    return place.rpartition(", ")[2]


def word_signs(signs: Signs, slot: str, one: str | None, other: str | None) -> None:
    """`akin`, `like`, `half`, `alike`: how much of the wording is common; `numbers` where two numbers or more are."""
    common = numbers(one) & numbers(other)
    if len(common) > 1:
        signs.agreed["numbers"] = "numbers " + ", ".join(sorted(common))
    share = overlap(one, other)
    for sign, floor in (("akin", AKIN), ("kindred", KINDRED), ("like", LIKE), ("half", HALF), ("alike", ALIKE)):
        if share >= floor:
            signs.agreed[sign] = f"{slot} common to {round(share * 100)} %"
