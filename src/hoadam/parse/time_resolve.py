"""From pieces to dates: a Piece and the Frame it stands in go in, EDTF with its first and last point comes out.

Points are EDTF dates as text (`2025`, `2025-11`, `2025-11-30`), which sort as the dates do.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hoadam.parse.time_lunar import lunar_date, lunar_month
from hoadam.parse.time_piece import Piece

# Days within which the nearest such day or month is meant, whatever the tense of the sentence.
NEAR = {"day": 60, "month": 31}
_AFTERNOON = {"noon": range(1, 4), "afternoon": range(1, 12), "evening": range(1, 12), "night": range(6, 12)}
NEAR_RIVAL = range(-7, 22)  # days to the last night of the solar year on which that is meant


@dataclass(slots=True)
class Frame:
    """What a time may lean on. `day` is the day of speaking: of the paper, or of the speech inside a quotation.

    `leans` tells the tense around a piece (-1 past, 1 future, 0 unknown).
    """

    published: date
    day: date
    evening: bool
    leans: Callable[[Piece], int]
    last_day: date | None = None
    last_point: str | None = None
    last_at: int = 0

    def seen(self, point: str, at: int) -> None:
        """Remembers a date, and where it ends in the text, for "cùng ngày" and its like."""
        self.last_point, self.last_at = point, at
        self.last_day = date.fromisoformat(point) if len(point) == 10 else None


@dataclass(frozen=True, slots=True)
class Resolved:
    """`value` is EDTF, None where the time stays open; `low` and `high` are its ends as points."""

    value: str | None
    low: str | None = None
    high: str | None = None


OPEN = Resolved(None)
Ends = tuple[str, str, str]  # low, high, mark


def resolve(piece: Piece, frame: Frame) -> Resolved | None:
    """What the piece is worth; None where the words name no possible date."""
    if piece.level in ("open", "clock", "length"):
        return OPEN
    try:
        if piece.last and piece.first:  # "từ 18h ngày 6/11 đến 8h sáng hôm sau"
            frame.seen(ends(piece.first, frame)[0], piece.start)
        if piece.last and not (frame.last_day if piece.level in ("day", "week") else frame.last_point):
            return OPEN
        low, high, mark = ends(piece, frame)
        start = _first(piece.first, high, frame) if piece.first else None
    except (ValueError, OverflowError):
        return None
    if start is not None and start[0] > last_day(high):
        return None
    return _valued(piece, (low, high, mark), start, frame)


def _valued(piece: Piece, own: Ends, start: Ends | None, frame: Frame) -> Resolved:
    low, high, mark = own
    if piece.edge == "from" and piece.portion == "first":
        mark = ""
    if piece.edge == "through" and not piece.clock and not (piece.first and piece.level == "year"):
        low = high = last_day(high)
    time = _clock(piece)
    begin, end = f"{low}{time}{mark}", f"{high}{time}{mark}"
    if start is not None and piece.first is not None:
        origin = (
            f"{start[0]}{_clock(piece.first)}{'' if piece.first.portion == 'first' else start[2] or mark * piece.about}"
        )
        return Resolved(f"{origin}/{end}" if origin != end else end, start[0], high)
    if piece.now:
        return Resolved(f"{begin}/{frame.published}", low, frame.published.isoformat())
    if piece.edge in ("from", "after"):
        return Resolved(f"{begin if piece.edge == 'from' else end}/..", low, high)
    if piece.edge == "before":
        return Resolved(f"../{end}", low, high)
    return Resolved(begin if low == high else f"{begin}/{end}", low, high)


def _clock(piece: Piece) -> str:
    if piece.clock is None:
        return ""
    hour, minute = piece.clock
    if piece.part and hour in _AFTERNOON.get(piece.part, ()):
        hour += 12
    return f"T{hour:02}:{minute:02}"


def last_day(point: str) -> str:
    """The last day of a year, a month, a season or a day."""
    year, month = int(point[:4]), int(point[5:7] or 12)
    if len(point) == 10:
        return point
    if month > 12:
        year, month = year + (month == 24), {21: 5, 22: 8, 23: 11, 24: 2}[month]
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def _first(piece: Piece, high: str, frame: Frame) -> Ends:
    """The beginning of a range, as near before its end as it can be."""
    end = date.fromisoformat(last_day(high))
    if piece.level == "day" and piece.month is None and piece.day and piece.shift is None:
        this = end.replace(day=1)
        month = this if piece.day <= end.day else (this - timedelta(days=1)).replace(day=1)
        piece = replace(piece, year=month.year, month=month.month)
    elif piece.month is not None and piece.year is None and piece.year_shift is None:
        low = ends(replace(piece, year=end.year), frame)
        return low if low[0] <= high else ends(replace(piece, year=end.year - 1), frame)
    elif piece.weekday is not None and piece.week_shift is None and not piece.nth:
        day = (end - timedelta(days=(end.weekday() - piece.weekday) % 7)).isoformat()
        return day, day, ""
    return ends(piece, frame)


def ends(piece: Piece, frame: Frame) -> Ends:
    """First and last point of a piece, and `~` where it is approximate. Raises ValueError, OverflowError."""
    low, high, mark = _LEVELS[piece.level](piece, frame)
    return low, high, "~" if piece.about else mark


def _base(piece: Piece, frame: Frame) -> date:
    """The day that a shift counts from."""
    if piece.last:
        return frame.last_day or date.fromisoformat(f"{frame.last_point}-01-01"[:10])
    late = frame.evening and piece.level == "day" and (piece.shift or 0) < 0 and frame.day == frame.published
    return frame.day + timedelta(days=1) if late else frame.day


def _day(piece: Piece, frame: Frame) -> Ends:
    day = _day_of(piece, frame).isoformat()
    return day, day, ""


def _day_of(piece: Piece, frame: Frame) -> date:
    if piece.shift is not None:
        return _base(piece, frame) + timedelta(days=piece.shift)
    if piece.weekday is not None and piece.nth is None:
        return _weekday(piece, piece.weekday, frame)
    if piece.month is None and piece.year is None:
        return _day_of_month(piece, frame)
    for year in (-1, 0) if piece.rival and piece.year is None else ():
        rival = date(frame.day.year + year, *(piece.rival or (1, 1)))
        if (rival - frame.day).days in NEAR_RIVAL:
            return rival
    if piece.year is not None or piece.year_shift is not None:
        return day_in(piece, piece.year if piece.year is not None else frame.day.year + (piece.year_shift or 0))
    candidates = [day for year in (-1, 0, 1) if (day := _try(piece, frame.day.year + year))]
    return _nearest(piece, candidates, frame)


def said_today(piece: Piece, frame: Frame) -> date | None:
    """The day that the paper means by today, where a text says so: "hôm nay (2.11)", "ngày mai 24/12"."""
    if piece.implied is None or piece.year_shift is not None:
        return None
    try:
        today = _day_of(piece, frame) - timedelta(days=piece.implied)
    except (ValueError, OverflowError):
        return None
    return today if abs((today - frame.published).days) <= 1 else None


def _try(piece: Piece, year: int) -> date | None:
    try:
        return day_in(piece, year)
    except ValueError:
        return None


def day_in(piece: Piece, year: int) -> date:
    """The day of a yearly date in a year. Raises ValueError."""
    month, day = piece.month or 1, piece.day if piece.day is not None else 1
    if piece.lunar:
        found = lunar_date(year - 1 if piece.feast and month == 12 else year, month, day)
        if found is None:
            raise ValueError("no such lunar day")
        return found
    if piece.nth is not None and piece.weekday is not None:
        first = date(year, month, 1)
        return first + timedelta(days=(piece.weekday - first.weekday()) % 7 + 7 * (piece.nth - 1))
    return date(year, month, day)


def _nearest(piece: Piece, candidates: list[date], frame: Frame) -> date:
    """The candidate nearest to the day of speaking, unless the tense says otherwise."""
    if not candidates:
        raise ValueError("no such day in any year near")
    near = min(candidates, key=lambda day: (abs((day - frame.day).days), day))
    close = abs((near - frame.day).days) <= NEAR.get(piece.level, 0)
    if close and (piece.level == "day" or not piece.tense):
        return near
    lean = piece.tense or frame.leans(piece)
    past = [day for day in candidates if day <= frame.day]
    future = [day for day in candidates if day >= frame.day]
    chosen = past[-1:] if lean < 0 else future[:1] if lean > 0 else [near]
    return (chosen or [near])[0]


def _day_of_month(piece: Piece, frame: Frame) -> date:
    """ "Ngày 22" alone: of the month named beside it, else the nearest."""
    if piece.month_shift is not None:
        year, month = _month_number(frame.day, piece.month_shift)
        return date(year, month, piece.day or 1)
    around = []
    for shift in (-1, 0, 1):
        year, month = _month_number(frame.day, shift)
        if (piece.day or 1) <= monthrange(year, month)[1]:
            around.append(date(year, month, piece.day or 1))
    return min(around, key=lambda day: (abs((day - frame.day).days), day))


def _month_number(day: date, shift: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return year, month + 1


def _weekday(piece: Piece, weekday: int, frame: Frame) -> date:
    day = frame.day
    if piece.week_shift is not None:
        return day - timedelta(days=day.weekday()) + timedelta(days=7 * piece.week_shift + weekday)
    back, ahead = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
    lean = piece.tense or (1 if piece.edge in ("until", "before", "through") else frame.leans(piece))
    if lean > 0:
        return day + timedelta(days=ahead or (7 if piece.tense > 0 else 0))
    if lean < 0 or back <= ahead:
        return day - timedelta(days=back)
    return day + timedelta(days=ahead)


def _week(piece: Piece, frame: Frame) -> Ends:
    base = _base(piece, frame)
    monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * (piece.shift or 0))
    if piece.recent and base.weekday() < 6:
        monday -= timedelta(days=7)
    first, last = {"last": (5, 6), "first": (0, 0), "middle": (2, 2)}.get(piece.portion or "", (0, 6))
    low, high = ((monday + timedelta(days=days)).isoformat() for days in (first, last))
    return low, high, "~" if first == last else ""


def _month(piece: Piece, frame: Frame) -> Ends:
    year, month = _month_of(piece, frame)
    if piece.lunar:
        return _lunar(*lunar_month(year, month), piece.portion)
    date(year, month, 1)
    text, last = f"{year:04}-{month:02}", monthrange(year, month)[1]
    days = {
        "first": (1, 1), "middle": (15, 15), "last": (last, last), "half1": (1, 15), "half2": (16, last),
        "third1": (1, 10), "third2": (11, 20), "third3": (21, last),
    }.get(piece.portion or "")  # fmt: skip
    if days is None:
        return text, text, ""
    return f"{text}-{days[0]:02}", f"{text}-{days[1]:02}", "~" if days[0] == days[1] else ""


def _lunar(first: date, following: date, portion: str | None) -> Ends:
    """A lunar month, or the day that stands for its beginning, its middle or its end."""
    last = following - timedelta(days=1)
    day = {"first": first, "middle": first + timedelta(days=14), "last": last}.get(portion or "")
    return (first.isoformat(), last.isoformat(), "") if day is None else (day.isoformat(), day.isoformat(), "~")


def _month_of(piece: Piece, frame: Frame) -> tuple[int, int]:
    if piece.shift is not None:
        return _month_number(_base(piece, frame), piece.shift)
    month = piece.month or 1
    if piece.year is not None or piece.year_shift is not None:
        return piece.year if piece.year is not None else frame.day.year + (piece.year_shift or 0), month
    return _year_of(piece, frame, month), month


def _year_of(piece: Piece, frame: Frame, month: int) -> int:
    """The year of a month that is named without one."""
    starts = [date(frame.day.year + year, month, 1) for year in (-1, 0, 1)]
    return _nearest(piece, starts, replace(frame, day=frame.day.replace(day=1))).year


def _quarter(piece: Piece, frame: Frame) -> Ends:
    if piece.shift is not None:
        base = _base(piece, frame)
        year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + piece.shift, 4)
        quarter += 1
    else:
        quarter = piece.number or 1
        year = _quarter_year(piece, frame, quarter)
    low, high = f"{year:04}-{3 * quarter - 2:02}", f"{year:04}-{3 * quarter:02}"
    if piece.portion in ("first", "last"):
        only = low if piece.portion == "first" else high
        return only, only, "~"
    return low, high, ""


def _quarter_year(piece: Piece, frame: Frame, quarter: int) -> int:
    if piece.year is not None:
        return piece.year
    if piece.year_shift is not None:
        return frame.day.year + piece.year_shift
    away = (quarter - (frame.day.month + 2) // 3) % 4
    if away == 0 and not piece.tense:
        return frame.day.year
    lean = piece.tense or frame.leans(piece) or (1 if away == 1 else -1)  # nothing said: the next one, else a past one
    months = 3 * (away or 4) if lean > 0 else 3 * (away - 4)
    return _month_number(frame.day, months)[0]


def _season(piece: Piece, frame: Frame) -> Ends:
    year = piece.year if piece.year is not None else frame.day.year + (piece.year_shift or 0)
    text = f"{year:04}-{piece.number}"
    return text, text, "~" if piece.portion else ""


def _year(piece: Piece, frame: Frame) -> Ends:
    year = piece.year if piece.shift is None else _base(piece, frame).year + piece.shift
    if year is None or not 1 <= year <= 9999:
        raise ValueError("no such year")
    low, high = {"first": (1, 1), "middle": (6, 6), "last": (12, 12), "half1": (1, 6), "half2": (7, 12)}.get(
        piece.portion or "", (0, 0)
    )
    if not low:
        return f"{year:04}", f"{year:04}", ""
    return f"{year:04}-{low:02}", f"{year:04}-{high:02}", "~" if low == high else ""


def _decade(piece: Piece, frame: Frame) -> Ends:
    first = piece.number or 0
    return f"{first:04}", f"{first + (9 if piece.level == 'decade' else 99):04}", ""


_LEVELS: dict[str, Callable[[Piece, Frame], Ends]] = {
    "day": _day, "week": _week, "month": _month, "quarter": _quarter, "season": _season, "year": _year,
    "decade": _decade, "century": _decade,
}  # fmt: skip
