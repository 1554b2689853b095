"""What one rule read, before it is a date: fields in, a Piece out. Knows operations, no words of any language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hoadam.lang.times import TimeRule

LEVELS = ("clock", "day", "week", "month", "quarter", "season", "year", "decade", "century")
RANK = {level: rank for rank, level in enumerate(LEVELS)}
NEVER = 9  # so weak that no word before it makes it a time
UNIT_LEVEL = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@dataclass(slots=True)
class Piece:
    """A time as the words give it. `shift` counts units of `level` from the day of speaking (`last`: the last date).

    A piece with `first` is a range that ends in itself. `clock` is (hour, minute); `weekday` counts from Monday.
    """

    start: int
    end: int
    rule: str
    level: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    weekday: int | None = None
    nth: int | None = None
    number: int | None = None  # of a quarter, season (its code), decade or century (its first year)
    last: bool = False
    lunar: bool = False
    feast: bool = False
    recent: bool = False
    clock: tuple[int, int] | None = None
    part: str | None = None
    portion: str | None = None
    edge: str | None = None
    about: bool = False
    now: bool = False
    tense: int = 0
    weak: int = 0  # how strong a word it needs to be a time at all
    length: str | None = None
    way: int = 0
    first: "Piece | None" = None
    explicit: bool = False
    implied: int | None = None  # the shift that was said beside an explicit date
    counted: bool = False
    doubtful: bool = False  # "thứ hai" in small letters, which may be an ordinal or a habit
    heading: bool = False  # a bare date before a colon, which may be a score
    rival: tuple[int, int] | None = None  # month and day of another feast of the name

    @property
    def is_relative(self) -> bool:
        """Does its value hang on the day of speaking or on the last date alone?"""
        return self.shift is not None or (self.weekday is not None and self.nth is None)


class Bad(Exception):
    """The words look like a time and are none: the 0th month, a number word that does not exist."""


Groups = Mapping[str, Any]


def piece_of(rule: TimeRule, groups: Groups, start: int, end: int) -> Piece:
    """The piece that a rule makes of what it matched. Raises Bad."""
    values = {**rule.constants, **groups}
    made = _OPS[rule.op](values, Piece(start, end, rule.name, "day", weak=1 if rule.weak else 0))
    made.edge = made.edge or _text(values, "edge")
    made.portion = made.portion or _text(values, "portion")
    if "rival" in values:
        made.rival = (values["rival"][0], values["rival"][1])
    made.about, made.heading = made.about or bool(values.get("about")), bool(values.get("heading"))
    made.feast, made.way = bool(values.get("feast")), made.way or int(values.get("way", 0))
    return made


def _int(values: Groups, name: str) -> int | None:
    value = values.get(name)
    return None if value is None else int(value)


def _text(values: Groups, name: str) -> str | None:
    return str(values[name]) if name in values else None


def _date(values: Groups, piece: Piece) -> Piece:
    if "sep2" in values and values["sep2"] != values["sep"]:
        raise Bad
    piece.year, piece.day = _int(values, "y"), _int(values, "d")
    month = values.get("m", values.get("mm"))
    piece.month = None if month is None else int(month)
    piece.nth, piece.weekday = _int(values, "nth"), _int(values, "weekday")
    piece.lunar = bool(values.get("lunar"))
    dated = piece.day is not None or piece.nth is not None
    piece.level = "day" if dated else "month" if piece.month is not None else "year"
    piece.explicit = True
    piece.weak = max(0, _doubt(values, piece) - int(values.get("ease", 0))) if piece.weak else 0
    return piece


def _doubt(values: Groups, piece: Piece) -> int:
    """How much a bare date needs a word before it: 22/12 nothing, 5/12 and 22.12 a little, 1.1 and 4-1 a lot."""
    if piece.level != "day" or "doubt" in values or "feast" in values:
        return int(values.get("doubt", 1))
    likely = (piece.day or 0) > 12 or (piece.month or 0) > 9
    if "sep" not in values or (values["sep"] == "/" and "y" not in values):
        return 0 if (piece.day or 0) > 12 else 1
    if values["sep"] == "-" and not likely and (piece.month or 0) == (piece.day or 0) + 1:
        return 3  # "5-6" counts something
    return 0 if "y" in values else 1 if likely or values["sep"] == "/" else 2


def _days(values: Groups, piece: Piece) -> Piece:
    numbers = [int(values[name]) for name in ("d", "d3", "d4", "d2") if name in values]
    last = _date({**values, "d": numbers[-1]}, piece)
    if piece.weak and "sep" in values and values["sep"] != "/":
        last.weak = 1
    if values.get("apart") and numbers != list(range(numbers[0], numbers[-1] + 1)):
        raise Bad  # "5 và 12/12" are two days and no stretch of time
    last.first = replace(last, day=numbers[0])
    if numbers[0] > numbers[-1]:  # "28 - 3/12": the first is of the month before
        last.first = replace(last, day=numbers[0], month=((last.month or 1) - 2) % 12 + 1, year=None)
    return last


def _months(values: Groups, piece: Piece) -> Piece:
    first, last = int(values["mm"]), int(values["m2"])
    if first >= last:
        raise Bad
    piece.level, piece.month, piece.explicit = "month", last, True
    piece.first = replace(piece, month=first)
    return piece


def _half(values: Groups, piece: Piece) -> Piece:
    """The first or last so many months of a year."""
    number = int(values["n"])
    if not 0 < number < 12:
        raise Bad
    first, last = (1, number) if values["half"] == "half1" else (13 - number, 12)
    piece.level, piece.month, piece.explicit = "month", last, True
    piece.year = _int(values, "y")
    piece.year_shift = (_int(values, "shift") or 0) if piece.year is None else None
    piece.first = replace(piece, month=first)
    return piece


def _years(values: Groups, piece: Piece) -> Piece:
    first, last = int(values["y"]), int(values["y2"])
    if first >= last:
        raise Bad
    piece.level, piece.year, piece.explicit = "year", last, True
    piece.first = replace(piece, year=first)
    return piece


def _day(values: Groups, piece: Piece) -> Piece:
    piece.shift = int(values["shift"])
    piece.part = str(values["part"]) if "part" in values else None
    return piece


def _weekday(values: Groups, piece: Piece) -> Piece:
    piece.weekday, piece.doubtful = int(values["weekday"]), piece.weak > 0
    piece.week_shift = _int(values, "week")
    return piece


def _unit(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.shift = str(values["level"]), int(values["shift"])
    return piece


def _weekend(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.portion, piece.recent = "week", "last", bool(values.get("recent"))
    piece.shift = _int(values, "week") or 0
    return piece


def _turn(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.shift = "year", 0
    return piece


def _quarter(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.number, piece.year, piece.explicit = "quarter", int(values["quarter"]), _int(values, "y"), True
    return piece


def _season(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.number, piece.year_shift = "season", int(values["season"]), _int(values, "shift")
    piece.weak = NEVER if piece.weak else 0
    return piece


def _decade(values: Groups, piece: Piece) -> Piece:
    year = int(values["y"]) if "y" in values else 1900 + int(values["tens"])
    if year % 10:
        raise Bad
    piece.level, piece.number = "decade", year
    return piece


def _century(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.number = "century", int(values["roman"]) * 100 - 99
    return piece


def _same(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.shift, piece.last = UNIT_LEVEL[str(values["unit"])], int(values["shift"]), True
    return piece


def _counted(values: Groups, piece: Piece) -> Piece:
    """So many units from the day of speaking; minutes and hours stay open."""
    unit, piece.counted = str(values["unit"]), True
    if unit[0] == "T":
        piece.level = "open"
        return piece
    scale = int(unit[:-1] or 1)  # a decade is "10Y"
    piece.level, piece.shift = UNIT_LEVEL[unit[-1]], int(values["n"]) * scale * int(values["way"])
    return piece


def _later(values: Groups, piece: Piece) -> Piece:
    made = _counted(values, piece)
    made.last = made.level != "open"
    return made


def _ago(values: Groups, piece: Piece) -> Piece:
    return _counted(values, piece)


def _lasting(values: Groups, piece: Piece) -> Piece:
    unit, number = str(values["unit"]), int(values["n"])
    if number == 0:
        raise Bad
    if unit[0] == "1":  # decades and centuries are counted in years
        number, unit = number * int(unit[:-1]), "Y"
    piece.level, piece.way, piece.counted = "length", int(values["way"]), True
    piece.length = f"PT{number}{unit[1:]}" if unit[0] == "T" else f"P{number}{unit}"
    return piece


def _clock(values: Groups, piece: Piece) -> Piece:
    hour, minute = int(values["hour"]), _int(values, "minute") or 0
    piece.level, piece.clock, piece.weak = "clock", (hour, minute), 3
    piece.part = str(values["part"]) if "part" in values else None
    return piece


def _open(values: Groups, piece: Piece) -> Piece:
    piece.level = "open"
    return piece


def _nothing(values: Groups, piece: Piece) -> Piece:
    piece.level, piece.weak = "open", NEVER
    return piece


_OPS: dict[str, Callable[[Groups, Piece], Piece]] = {
    "date": _date, "days": _days, "months": _months, "half": _half, "years": _years, "day": _day, "weekday": _weekday,
    "unit": _unit, "weekend": _weekend, "turn": _turn, "quarter": _quarter, "season": _season, "decade": _decade,
    "century": _century, "same": _same, "later": _later, "ago": _ago, "lasting": _lasting, "clock": _clock,
    "open": _open, "nothing": _nothing,
}  # fmt: skip


def operations() -> frozenset[str]:
    """The names of the operations that rules may ask for."""
    return frozenset(_OPS)
