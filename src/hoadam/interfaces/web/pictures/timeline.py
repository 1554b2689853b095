"""What happened when, by kind in lanes: days as points, stated intervals as bars, uncertain times as faded bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.columns import SUMMARIES
from hoadam.interfaces.messages import say
from hoadam.interfaces.table import slot
from hoadam.interfaces.web.pictures.axis import Axis, axis, number, scale
from hoadam.interfaces.web.pictures.picture import Datum, Link, Picture, nowhere
from hoadam.interfaces.web.pictures.svg import box, cut, group, line, node, room, titled, words
from hoadam.interfaces.web.render import text
from hoadam.interfaces.words import printed, shown, when
from hoadam.model.report import FIRST, LAST

KINDS = ("meeting", "agreement", "deadline", "draft", "appointment", "position", "claim", "statement")
FREQUENT = frozenset({"position", "claim", "statement"})  # told in points without words
WIDTH, LEFT, RIGHT, TOP = 1200.0, 150.0, 1184.0, 34.0
TAIL = 26.0  # pixels that an open end fades over
DOT = 5.0
LABEL = 230.0
LABELS = {**SUMMARIES, "meeting": ("parties", "place", "form"), "appointment": ("person", "change")}
LANE = {True: (11.0, 6), False: (19.0, 7)}  # frequent or not: the height of a row, and how many there are

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an event lies: from `start` to `end`, with `fades` before, after or both, `certain` where a day is told."""

    start: float
    end: float
    fades: frozenset[str]
    certain: bool


def timeline(rows: Sequence[Row], link: Link = nowhere) -> Picture:
    """The picture of rows of `views.chart`."""
    days = [number(day) for row in rows for day in ends(row)]
    line_of_days = axis(days, LEFT, RIGHT)
    lanes, at = [], TOP
    for kind in KINDS:
        own = [row for row in rows if row["kind"] == kind]
        if own:
            drawn, height = lane(kind, own, (line_of_days, at), link)
            lanes.append(drawn)
            at += height
    drawn = scale(line_of_days, TOP - 4, at) + "".join(lanes) + legend(at + 20)
    return Picture(
        "timeline", text("timeline"), text("timeline-about", count=len(rows)), WIDTH, at + 34, drawn,
        tuple(say("heading", name) for name in ("when", "kind", "what", "published")),
        tuple(datum(row) for row in rows),
    )  # fmt: skip


def ends(row: Row) -> tuple[str, ...]:
    """The days that a row asks the axis to show: the bounds that are told, else the day of publication."""
    if row["derived"]:
        return (row["published"],)
    told = [day for day in (row["low"], row["high"]) if day not in (FIRST, LAST)]
    return tuple(told) or (row["published"],)


def mark(row: Row, days: Axis) -> Mark:
    """Where a row lies on the axis."""
    if row["derived"]:
        at = days.at(number(row["published"]))
        fades = {name for name, open_ in (("before", row["low"] == FIRST), ("after", row["high"] == LAST)) if open_}
        left, right = (TAIL if name in fades and row["kind"] not in FREQUENT else 0 for name in ("before", "after"))
        return Mark(max(at - left, LEFT), min(at + right, RIGHT), frozenset(fades), certain=False)
    low, high = number(row["low"]), number(row["high"])
    fades = {name for name, open_ in (("before", row["low"] == FIRST), ("after", row["high"] == LAST)) if open_}
    vague = bool(set("~%?") & set(row["when"] or ""))
    if low == high:
        at = days.at(low)
        return Mark(at, at, frozenset(fades), certain=not vague)
    return Mark(days.at(low, 0), days.at(high, 1), frozenset(fades), certain=not vague)


def lane(kind: str, rows: Sequence[Row], place: tuple[Axis, float], link: Link) -> tuple[str, float]:
    """The marks of one kind under each other, and how high they stand."""
    days, top = place
    height, most = LANE[kind in FREQUENT]
    taken: list[float] = []  # how far to the right each row is taken
    drawn, hidden = [], 0
    for row in sorted(rows, key=lambda one: mark(one, days).start):
        at = mark(row, days)
        label = "" if kind in FREQUENT else cut(summary(row, LABELS), LABEL)
        found = fit(taken, at, label, most) or fit(taken, at, "", most)
        if found is None:
            hidden += 1
            continue
        level, label = found
        y = top + (level + 0.5) * height + 4
        drawn.append(event(row, at, label, (y, link(row["id"]))))
    high = max(len(taken), 1) * height + 8
    name = shown("kind", kind)
    more = words(LEFT - 10, top + 32, text("not-drawn", count=hidden), "soft", "end") if hidden else ""
    named = words(LEFT - 10, top + 17, name[:1].upper() + name[1:], "lane", "end")
    high = max(high, 38.0 if hidden else 24.0)
    return group(named, more, line(0, top + high, RIGHT, top + high, "tick"), *drawn, class_=f"kind-{kind}"), high


def fit(taken: list[float], at: Mark, label: str, most: int) -> tuple[int, str] | None:
    """The first row with room for a mark and its label, which takes it; the label goes left where the right ends."""
    wide = room(label) + 8 if label else 0
    inside = at.end + DOT + wide > RIGHT and at.start - DOT - wide < LEFT
    left = at.start - DOT - 1 - (wide if at.end + DOT + wide > RIGHT and not inside else 0)
    right = at.end + DOT + 1 + (wide if at.end + DOT + wide <= RIGHT else 0)
    level = next((one for one, edge in enumerate(taken) if edge <= left), len(taken))
    if level == most:
        return None
    taken[level:] = [right, *taken[level + 1 :]]
    return level, label


def event(row: Row, at: Mark, label: str, place: tuple[float, str | None]) -> str:
    """A mark with its label."""
    y, href = place
    parts = [titled(f"{told(row)} · {summary(row)}")]
    sure = "mark" if at.certain else "mark unsure"
    if at.end - at.start > 2 * DOT:
        parts.append(box(at.start, y - DOT + 1, at.end - at.start, 2 * DOT - 2, f"{sure}{' open' if at.fades else ''}"))
    else:
        parts.append(node("circle", cx=(at.start + at.end) / 2, cy=y, r=DOT - 0.5, class_=sure))
    parts += [arrow(at, y, side) for side in sorted(at.fades) if at.end > at.start]
    if label:
        parts.append(labelled(at, y, label))
    return group(*parts, href=href)


def labelled(at: Mark, y: float, label: str) -> str:
    """The words of a mark: to its right, to its left where the picture ends; none where there is no room for them."""
    wide = room(label) + 8
    if at.end + DOT + wide <= RIGHT:
        return words(at.end + DOT + 4, y + 4, label, None, "start")
    if at.start - DOT - wide >= LEFT:
        return words(at.start - DOT - 4, y + 4, label, None, "end")
    return ""


def arrow(at: Mark, y: float, side: str) -> str:
    """The end of a time that is open."""
    x, way = (at.start, -1) if side == "before" else (at.end, 1)
    return node("path", d=f"M{x - 4 * way:.1f} {y - 4:.1f}L{x:.1f} {y:.1f}L{x - 4 * way:.1f} {y + 4:.1f}", class_="end")


def legend(y: float) -> str:
    """What the shapes mean."""
    drawn, x = [], LEFT
    for name in ("day", "span", "about", "open"):
        label = text(f"legend-{name}")
        if name == "day":
            shape = node("circle", cx=x + 9, cy=y - 4, r=DOT - 0.5, class_="mark")
        else:
            shape = box(x, y - 8, 20, 8, {"span": "mark", "about": "mark unsure", "open": "mark unsure open"}[name])
        drawn += [shape, words(x + 26, y, label, "soft")]
        x += 26 + room(label) + 22
    return group(*drawn, class_="legend")


def told(row: Row) -> str:
    """When, as it is told; else by which day."""
    return when(row["when"]) if row["when"] else text("undated", date=printed(row["published"][:10]))


def summary(row: Row, of: Mapping[str, Sequence[str]] = SUMMARIES) -> str:
    """A row in a line: these slots of its kind."""
    held = (slot(name, row) for name in of[row["kind"]])
    return " · ".join(filter(None, held))


def datum(row: Row) -> Datum:
    """A row of the table."""
    return Datum((told(row), shown("kind", row["kind"]), summary(row), printed(row["published"])), row["id"])
