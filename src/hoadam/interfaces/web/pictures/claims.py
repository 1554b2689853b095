"""Numbers from the field by day: a lane for each thing counted, a bar for each number, a colour for each claimant."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from hoadam.interfaces.messages import say
from hoadam.interfaces.table import slot
from hoadam.interfaces.web.pictures.axis import Axis, axis, number, scale
from hoadam.interfaces.web.pictures.picture import Datum, Link, Picture, nowhere
from hoadam.interfaces.web.pictures.svg import box, cut, group, line, room, titled, words
from hoadam.interfaces.web.render import text
from hoadam.interfaces.words import printed, shown, when
from hoadam.merge.window import stated_days

WIDTH, LEFT, RIGHT, TOP = 1200.0, 190.0, 1184.0, 34.0
HIGH = 74.0  # of a lane
BAR = 9.0
LANES, SIDES = 8, 5
BOUNDS = {"at-least": "≥", "at-most": "≤", "about": "~"}

Row = Mapping[str, Any]
Thing = tuple[str, str]  # what was done to what


def claims(rows: Sequence[Row], link: Link = nowhere) -> Picture:
    """The picture of rows of `views.claims`; the things counted most often have lanes, the table has all."""
    lanes = Counter(thing(row) for row in rows if row["quantity"] is not None)
    wanted = sorted(lanes, key=lambda one: (-lanes[one], one))[:LANES]
    held = [row for row in rows if thing(row) in wanted and row["quantity"] is not None]
    sides = claimants(held)
    days = axis([day(row)[0] for row in held], LEFT, RIGHT)
    drawn, at = [], TOP
    for one in wanted:
        drawn.append(lane(one, [row for row in held if thing(row) == one], (days, at, sides), link))
        at += HIGH
    about = text("claims-about", count=len(held))
    return Picture(
        "claims", text("claims-by-day"), about, WIDTH, at + 34, scale(days, TOP - 4, at) + "".join(drawn)
        + legend(sides, at + 22),
        tuple(say("heading", name) for name in ("when", "claimant", "act", "quantity", "object", "place", "published")),
        tuple(datum(row) for row in rows),
    )  # fmt: skip


def thing(row: Row) -> Thing:
    """What a number counts."""
    return row["act"] or "", row["object"] or ""


def claimants(rows: Sequence[Row]) -> list[str | None]:
    """Who claims, the commonest first; None, the outlets themselves, last."""
    found = Counter(row["claimant"] for row in rows)
    return sorted(found, key=lambda name: (name is None, -found[name], name or ""))


def day(row: Row) -> tuple[int, bool]:
    """The day of a claim, and whether it is told; else that of its publication."""
    told = stated_days(row["when"]) if row["when"] else None
    sure = told is not None and told[0] == told[1]
    return (number(told[0]) if told and sure else number(row["published"])), sure


def lane(one: Thing, rows: Sequence[Row], place: tuple[Axis, float, list[str | None]], link: Link) -> str:
    """The numbers of one thing, those of a day side by side."""
    days, top, sides = place
    most = max(abs(row["quantity"]) for row in rows) or 1
    floor = top + HIGH - 8
    act, object_ = (shown(name, value) for name, value in zip(("act", "object"), one, strict=True))
    drawn = [
        words(LEFT - 10, top + 24, cut(act, LEFT - 20), "lane", "end"),
        words(LEFT - 10, top + 42, cut(object_, LEFT - 20), "soft", "end"),
        line(LEFT, floor, RIGHT, floor, "tick"),
    ]
    right = free = 0.0  # how far bars and numbers reach already
    for row in sorted(rows, key=lambda row: (day(row)[0], sides.index(row["claimant"]), row["id"])):
        at, sure = day(row)
        x = max(days.at(at) - BAR / 2, right)
        right = x + BAR + 1
        tall = max(abs(row["quantity"]) / most * (HIGH - 34), 2.0)
        side = f"side-{min(sides.index(row['claimant']), SIDES - 1)}{'' if sure else ' unsure'}"
        parts = [titled(said(row)), box(x, floor - tall, BAR, tall, f"bar {side}")]
        label = BOUNDS.get(row["bound"], "") + shown("quantity", row["quantity"])
        if x + BAR / 2 - room(label, 11) / 2 > free:
            parts.append(words(x + BAR / 2, floor - tall - 4, label, "small", "middle"))
            free = x + BAR / 2 + room(label, 11) / 2
        drawn.append(group(*parts, href=link(row["id"])))
    return group(*drawn)


def legend(sides: Sequence[str | None], y: float) -> str:
    """Which colour is whose, and that pale is the day of publication."""
    drawn, x = [], LEFT
    named = [text("own-word") if side is None else shown("claimant", side) for side in sides[: SIDES - 1]]
    others = [text("others")] if len(sides) >= SIDES else []
    for count, name in enumerate([*named, *others]):
        drawn += [box(x, y - 9, 12, 10, f"bar side-{count}"), words(x + 18, y, name, "soft")]
        x += 18 + room(name) + 18
    pale = [box(x, y - 9, 12, 10, "bar side-0 unsure"), words(x + 18, y, text("pale-published"), "soft")]
    return group(*drawn, *pale, class_="legend")


def said(row: Row) -> str:
    """A claim in a line."""
    held = (slot(name, {**row, "named": True}) for name in ("claimant", "act", "quantity", "object", "place"))
    return " · ".join(filter(None, (told(row), *held)))


def told(row: Row) -> str:
    """When, as it is told; else by which day."""
    return when(row["when"]) if row["when"] else text("undated", date=printed(row["published"][:10]))


def datum(row: Row) -> Datum:
    """A row of the table."""
    held = (slot(name, {**row, "named": True}) for name in ("claimant", "act", "quantity", "object", "place"))
    return Datum((told(row), *held, printed(row["published"])), row["id"])
