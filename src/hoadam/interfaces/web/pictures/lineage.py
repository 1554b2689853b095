"""Which draft came of which: a card a plan, arrows from the earlier to the later, what happened to each beneath it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hoadam.interfaces.messages import say
from hoadam.interfaces.web.pictures.picture import MARGIN, Datum, Link, Picture, nowhere
from hoadam.interfaces.web.pictures.svg import box, cut, group, node, titled, words
from hoadam.interfaces.web.render import text
from hoadam.interfaces.words import number, printed, shown, when

CARD, GAP, ROW = 250.0, 50.0, 18.0
HEAD, FOOT, BETWEEN = 50.0, 10.0, 26.0
EVENTS = 6
COLUMNS = 4  # cards without kin beside each other

Row = Mapping[str, Any]
Key = tuple[str, int | None]


@dataclass(slots=True)
class Plan:
    """A plan: in one process all events of one number of points; one that is only told of has no events."""

    key: Key
    events: list[Row] = field(default_factory=list)
    before: "Plan | None" = None
    column: int = 0
    x: float = 0.0
    y: float = 0.0

    @property
    def height(self) -> float:
        """How high its card is."""
        lines = min(len(self.events), EVENTS) + (len(self.events) > EVENTS)
        return HEAD + max(lines, 1) * ROW + FOOT

    @property
    def authors(self) -> list[str]:
        """Whose plan the reports say it is, the commonest first."""
        found = Counter(row["author"] for row in self.events if row["author"])
        return sorted(found, key=lambda name: (-found[name], name))


def lineage(rows: Sequence[Row], link: Link = nowhere) -> Picture:
    """The picture of rows of `views.drafts`, in order of time."""
    found = plans(rows)
    width, height = placed(found)
    drawn = "".join([*(arrow(one) for one in found if one.before), *(card(one, link) for one in found)])
    return Picture(
        "lineage", text("lineage"), text("lineage-about", count=len(found)), width, height, marker() + drawn,
        tuple(say("heading", name) for name in ("when", "event", "author", "points", "was_points", "by", "to")),
        tuple(datum(row) for row in rows),
    )  # fmt: skip


def plans(rows: Sequence[Row]) -> list[Plan]:
    """The plans that rows tell of, each with the one that it follows; kin first, then as they were told."""
    found: dict[Key, Plan] = {}
    for row in rows:
        found.setdefault(key_of(row), Plan(key_of(row))).events.append(row)
    holder = {row["id"]: plan for plan in found.values() for row in plan.events}
    order = defaultdict(lambda: -1, {key: place for place, key in enumerate(found)})  # what is only told of came first
    for plan in list(found.values()):
        earlier = [one for one in ancestors(plan, holder, found) if order[one.key] < order[plan.key]]
        plan.before = max(earlier, key=lambda one: order[one.key]) if earlier else ghost(plan, found)
    kin = {id(one) for plan in found.values() if plan.before for one in (plan, plan.before)}
    return sorted(found.values(), key=lambda plan: (id(plan) not in kin, plan.key[1] is None))


def key_of(row: Row) -> Key:
    """What makes events those of one plan: the process and the points, else the author."""
    process = next(iter(row["processes"]), None) if row["points"] is not None else None
    return process or row["author"] or "", row["points"]


def ancestors(plan: Plan, holder: Mapping[str, Plan], found: Mapping[Key, Plan]) -> Iterator[Plan]:
    """The plans that reports set a plan behind."""
    for row in plan.events:
        for earlier in row["follows"]:
            one = holder.get(earlier["id"]) or found.get((plan.key[0], earlier["points"]))
            if one is not None:
                yield one
        if row["was_points"] and (told := found.get((plan.key[0], row["was_points"]))):
            yield told


def ghost(plan: Plan, found: dict[Key, Plan]) -> Plan | None:
    """The plan that another was made of where no row is about it; None where its points are not told either."""
    told = [row["was_points"] for row in plan.events] + [e["points"] for row in plan.events for e in row["follows"]]
    points = next((one for one in told if one and one != plan.key[1]), None)
    if points is None or (plan.key[0], points) in found:
        return None
    return found.setdefault((plan.key[0], points), Plan((plan.key[0], points)))


def placed(found: list[Plan]) -> tuple[float, float]:
    """Give every card its place: lines of descent first, then the plans without kin; width and height of the whole."""
    kin = {id(one) for plan in found if plan.before for one in (plan, plan.before)}
    lines: list[list[Plan]] = []
    for plan in sorted((one for one in found if id(one) in kin), key=depth):
        plan.column = depth(plan)
        line = next((one for one in lines if one[-1] is plan.before), None)
        if line is None:
            lines.append(line := [])
        line.append(plan)
    alone = [one for one in found if id(one) not in kin]
    for place, plan in enumerate(alone):
        plan.column = place % COLUMNS
    return spread([*lines, *(alone[at : at + COLUMNS] for at in range(0, len(alone), COLUMNS))])


def depth(plan: Plan) -> int:
    """How many plans it comes from, one after the other."""
    return 0 if plan.before is None else depth(plan.before) + 1


def spread(lines: Iterable[list[Plan]]) -> tuple[float, float]:
    """Put lines of cards under each other."""
    y = width = MARGIN
    for line in lines:
        for plan in line:
            plan.x, plan.y = MARGIN + plan.column * (CARD + GAP), y
            width = max(width, plan.x + CARD + MARGIN)
        y += max(plan.height for plan in line) + BETWEEN
    return max(width, 2 * MARGIN + CARD), y - BETWEEN + MARGIN


def card(plan: Plan, link: Link) -> str:
    """A plan with its events."""
    points = plan.key[1]
    title = text("points", count=number(points)) if points is not None else text("points-unknown")
    whose = shown("author", plan.authors) or ("" if not plan.events else text("author-unknown"))
    parts = [
        box(plan.x, plan.y, CARD, plan.height, "card" if plan.events else "card ghost"),
        words(plan.x + 12, plan.y + 21, title, "strong"),
        words(plan.x + 12, plan.y + 39, cut(whose, CARD - 24), "soft"),
    ]
    y = plan.y + HEAD + 12
    if not plan.events:
        parts.append(words(plan.x + 12, y, text("only-told-of"), "soft"))
    for row in plan.events[:EVENTS]:
        parts.append(happened(row, plan.x + 12, y, link(row["id"])))
        y += ROW
    if len(plan.events) > EVENTS:
        parts.append(words(plan.x + 12, y, text("more-events", count=len(plan.events) - EVENTS), "soft"))
    return group(*parts, class_="kind-draft")


def happened(row: Row, x: float, y: float, href: str | None) -> str:
    """An event in a line: when, what, by or to whom."""
    day = when(row["when"]) if row["when"] else f"≤ {printed(row['published'][:10])}"
    whom = shown("by", row["by"]) or (f"→ {shown('to', row['to'])}" if row["to"] else "")
    sure = "" if row["done"] in (None, "done") else shown("done", row["done"])
    line = " · ".join(filter(None, (day, shown("event", row["event"]), sure, whom)))
    dot = node("circle", cx=x + 4, cy=y - 4, r=4, class_=f"dot event-{row['event']}")
    return group(titled(line), dot, words(x + 14, y, cut(line, CARD - 38)), href=href)


def arrow(plan: Plan) -> str:
    """From the earlier plan to the later one."""
    assert plan.before is not None
    x1, y1 = plan.before.x + CARD, plan.before.y + HEAD / 2
    x2, y2 = plan.x - 3, plan.y + HEAD / 2
    mid = (x1 + x2) / 2
    path = f"M{x1:.1f} {y1:.1f}C{mid:.1f} {y1:.1f} {mid:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    return node("path", d=path, class_="arrow", marker_end="url(#lineage-end)")


def marker() -> str:
    """The head of the arrows."""
    head = node("path", d="M0 0L8 4L0 8z", class_="head")
    size = {"markerWidth": 8, "markerHeight": 8, "markerUnits": "userSpaceOnUse", "refX": 7, "refY": 4}
    return node("defs", node("marker", head, id="lineage-end", orient="auto", **size))


def datum(row: Row) -> Datum:
    """A row of the table."""
    day = when(row["when"]) if row["when"] else text("undated", date=printed(row["published"][:10]))
    held = (shown(name, row[name]) for name in ("event", "author", "points", "was_points", "by", "to"))
    return Datum((day, *held), row["id"])
