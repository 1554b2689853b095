"""Neighbouring pieces that are one time: "thứ Năm tuần tới", "hôm nay (2.11)", "từ 28/11 đến 3/12", "14h ngày 5/12".

Knows what may stand between two pieces only as blanks, commas, dashes, brackets and the words of the rules.
"""

import re
from dataclasses import replace

from hoadam.lang.time_pattern import BLANK, DASH
from hoadam.lang.times import TimeRules
from hoadam.parse.time_piece import NEVER, RANK, Piece

_GAP = re.compile(rf"({BLANK}*)({DASH}|[,(]?)({BLANK}*)(.*)", re.S)
MOST_RULES = 6
LONGEST_GAP = 12  # characters between two pieces that may be one


def join(one: Piece, two: Piece, gap: str, rules: TimeRules) -> Piece | None:
    """Both pieces as one, or None where they stand apart. `gap` is the text between them in lower case."""
    between = _between(one, two, gap)
    return None if between is None else _named(one, two, _joined(one, two, *between, rules))


def complete(one: Piece, two: Piece, gap: str, rules: TimeRules) -> Piece | None:
    """Both as one where the second only completes the first: its month, its year, the day of its clock."""
    between = _between(one, two, gap)
    if between is None or two.edge is not None:
        return None
    sign, word = between
    if word:
        return _named(one, two, _of(one, two, "") if word in rules.of and not sign else None)
    return _named(one, two, _of(one, two, sign) or _clocked(one, two, sign))


def _between(one: Piece, two: Piece, gap: str) -> tuple[str, str] | None:
    """The sign and the word between two pieces; None where no words can make them one."""
    found = _GAP.fullmatch(gap)
    apart = one.level in ("open", "length") or two.level in ("open", "length") or one.now
    return None if found is None or apart else (found[2], found[4].rstrip())


def _named(one: Piece, two: Piece, both: Piece | None) -> Piece | None:
    if both is None:
        return None
    many = one.rule.count(" + ") >= MOST_RULES  # names must not grow with a hostile text
    return replace(both, rule=one.rule if many else f"{one.rule} + {two.rule}")


def _joined(one: Piece, two: Piece, sign: str, word: str, rules: TimeRules) -> Piece | None:
    if word:
        return _worded(one, two, word, rules) if not sign else None
    if sign and sign not in ",(":
        return _range(one, two) if two.edge is None else None
    if not sign and two.edge in ("until", "through") and one.edge in (None, "from"):
        return _range(one, two)
    if two.edge is not None:
        return None
    return _of(one, two, sign) or _clocked(one, two, sign) or _same(one, two, sign) or _night(one, two)


def listed(one: Piece, two: Piece, gap: str, rules: TimeRules) -> None:
    """Lets a list of days ("ngày 5 và 12/11") share its month, and its certainty that these are days."""
    found = _GAP.fullmatch(gap)
    between = found and (found[2] + found[4]).strip()
    if one.level != "day" or two.level != "day" or not two.explicit or between not in (",", *rules.joins):
        return
    if one.day is not None and one.explicit and one.month is one.month_shift is None:
        one.month, one.year = two.month, two.year
    if one.explicit and one.weak == 0 and two.weak < NEVER:
        two.weak = 0


def _worded(one: Piece, two: Piece, word: str, rules: TimeRules) -> Piece | None:
    if word in rules.of:
        return _of(one, two, "")
    return _night(one, two) if word in rules.joins else None


def _night(one: Piece, two: Piece) -> Piece | None:
    """One night told as two dates: "đêm 7/11 và rạng sáng 8/11"."""
    night = one.part in ("night", "evening") and two.part == "dawn" and one.clock is two.clock is None
    return _range(one, two) if night and one.level == two.level == "day" and one.explicit and two.explicit else None


def _range(one: Piece, two: Piece) -> Piece | None:
    """From one to two."""
    if one.first is not None or two.first is not None or two.way or one.way:
        return None
    if one.level == "clock" and two.level == "day" and two.clock is not None:
        one = replace(two, clock=one.clock, part=one.part or two.part, start=one.start, edge=one.edge, weak=0)
    coarse = RANK[one.level] > RANK[two.level] and not one.edge
    if coarse or (one.level == "clock") != (two.level == "clock"):
        return None
    if one.doubtful and two.weekday is not None and two.week_shift is None:
        weak = NEVER  # "từ thứ hai đến thứ sáu" is every week
        return replace(two, start=one.start, first=replace(one, edge=None), edge=None, weak=weak)
    sure = one.edge == "from" or min(one.weak, two.weak) == 0
    weak = max(one.weak, two.weak)
    weak = 0 if sure and weak < NEVER else weak
    through = two.edge if two.edge == "through" else None
    return replace(two, start=one.start, first=replace(one, edge=None), edge=through, weak=weak, about=two.about)


def _of(one: Piece, two: Piece, sign: str) -> Piece | None:
    """A day of a month, a month of a year, a weekday of a week: the coarser completes the finer."""
    if sign or two.first is not None or two.portion or (one.portion and one.level == "year"):
        return None
    known = one.year is not None or one.year_shift is not None
    if two.level == "year" and RANK[one.level] < RANK["year"] and one.shift is None and not known:
        return _of_year(one, two)
    if two.level == "month" and one.level == "day" and one.day is not None and one.month is None and not two.weak:
        if two.shift is not None:
            return replace(one, end=two.end, month_shift=two.shift, tense=two.tense)
        return replace(one, end=two.end, month=two.month, year=two.year, tense=two.tense)
    if two.level == "week" and one.weekday is not None and one.week_shift is None and two.shift is not None:
        first = replace(one.first, week_shift=two.shift) if one.first is not None else None
        return replace(one, end=two.end, week_shift=two.shift, weak=0, first=first)
    return None


def _of_year(one: Piece, two: Piece) -> Piece | None:
    takes = one.month is not None or one.level in ("quarter", "season")
    if not takes or two.last or (two.weak and not (one.feast or one.level == "season")):
        return None
    first = one.first
    if first is not None and first.year is None:
        first = replace(first, year=two.year, year_shift=two.shift)
    weak = 0 if one.level == "season" or one.feast else one.weak
    return replace(one, end=two.end, year=two.year, year_shift=two.shift, weak=weak, first=first, now=two.now)


def _clocked(one: Piece, two: Piece, sign: str) -> Piece | None:
    """A clock before its day, or behind it."""
    if one.level == "clock" and two.level == "day" and two.clock is None and not two.first:
        part = one.part or two.part
        if one.first is not None:
            first = replace(two, clock=one.first.clock, part=one.first.part or part, edge=None)
            return replace(two, start=one.start, clock=one.clock, part=part, first=first, weak=0, edge=one.edge)
        return replace(
            two, start=one.start, clock=one.clock, part=part, weak=0, edge=one.edge, about=one.about or two.about
        )
    stamped = one.year is not None and one.explicit  # "28/12/2025 12:58"
    if two.level == "clock" and one.level == "day" and one.clock is None and sign != "(" and (stamped or not two.weak):
        return replace(one, end=two.end, clock=two.clock, part=two.part or one.part)
    return None


def _same(one: Piece, two: Piece, sign: str) -> Piece | None:
    """One day named twice: "hôm nay (2.11)", "thứ Sáu, 19/12", "22/12 (thứ Hai)"."""
    if one.level == "clock" or two.level == "clock" or one.first is not None:
        return None
    if one.last or two.last:
        return _recalled(one, two, sign)
    finer = one.level == two.level or (RANK[two.level] < RANK[one.level] and sign != ",") or two.first is not None
    if one.week_shift is not None and sign == ",":
        return None
    if one.is_relative and two.explicit and finer and (two.day is not None or sign == "("):
        return replace(
            two, start=one.start, clock=one.clock or two.clock, part=one.part or two.part, edge=one.edge,
            about=one.about or two.about, weak=0, implied=one.shift if one.level == "day" else None,
        )  # fmt: skip
    weekday = two.weekday is not None and two.level == "day" and two.week_shift is None
    if one.level == "day" and one.day is not None and weekday and sign != ",":
        return replace(one, end=two.end, weak=0)
    if one.level == two.level == "day" and two.is_relative and (sign == "(" or (one.shift is not None and weekday)):
        return replace(one, end=two.end, weak=0)
    return None


def _recalled(one: Piece, two: Piece, sign: str) -> Piece | None:
    """A date beside the words that refer to it: "cùng ngày (7/2)", "ngày 7/12 hôm sau"."""
    if not one.level == two.level == "day" or two.first is not None:
        return None
    if one.last and two.explicit and sign == "(" and one.clock is two.clock is None:
        return replace(two, start=one.start, part=one.part or two.part, edge=one.edge, weak=0)
    return replace(one, end=two.end) if two.last and one.explicit and not sign else None
