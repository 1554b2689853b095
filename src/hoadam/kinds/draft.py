"""A plan on paper and what happens to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "event") and ((a.get("points") is not None and equal(a, b, "points")) or equal(a, b, "author"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """The plan with its author and points, and what happens to it in this clause."""
    plan = match.one("plan")
    if plan is None:
        return
    items = match.sentence.items
    told = _read(items, items.index(plan))
    authors = story.parties(told.authors)
    if not authors and told.event in MADE and told.points is None:
        authors = story.parties(told.by)
    if not authors and plan.says("plan") != "deal":
        authors = story.plan_authors
    if not _counts(told, plan, authors):
        return
    if plan.says("plan") == "peace" and authors:
        story.plan_authors = authors
    when, dated = (None, None) if told.event == "proposed" else story.when(match, told.first, told.last)
    for author in authors or (None,):
        yield story.fact(
            "draft",
            match,
            (items[told.first].start, items[told.last - 1].end),
            KIND.empty()
            | {
                "author": author,
                "points": told.points.value if told.points else None,
                "was_points": told.before.value if told.before else None,
                "event": told.event,
                "by": next(iter(story.parties(told.by)), None),
                "to": next(iter(story.parties(told.to)), None),
                "done": "planned" if told.unreal else "done",
            },
            when=when,
            sources={
                "author": [item for item in items[told.first : told.last] if item.actor in told.authors],
                "points": [told.points] if told.points else [],
                "event": [told.verb] if told.verb else [],
                "when": [dated] if dated else [],
            },
        )


MADE = ("proposed", "sent")
REACH = 14


@dataclass(slots=True)
class _Told:
    """What the words around a plan say: item bounds, who made it, points, and what happens to it by whom."""

    first: int
    last: int
    authors: list[Actor] = field(default_factory=list)
    by: list[Actor] = field(default_factory=list)
    to: list[Actor] = field(default_factory=list)
    points: Item | None = None
    before: Item | None = None
    verb: Item | None = None
    event: str = "proposed"
    unreal: bool = False
    subject: bool = False


def _counts(told: _Told, plan: Item, authors: tuple[str, ...]) -> bool:
    """Is it a plan of a negotiation, with an author, points, or something that happens to it?"""
    if plan.says("plan") == "deal":
        return bool(told.authors) and (told.event != "proposed" or told.verb is not None or not told.unreal)
    if plan.says("plan") == "plain" and not told.points and not told.subject:
        return False
    return bool(authors) or told.points is not None or told.event != "proposed"


def _read(items: list[Item], at: int) -> _Told:
    told = _Told(at, at + 1)
    _after(items, at, told)
    _shrinks(items, told)
    _before(items, at, told)
    return told


def _after(items: list[Item], at: int, told: _Told) -> None:
    """The rest of the noun phrase: points, subject, author with the verb of making, what befalls it."""
    n = at + 1
    while n < min(len(items), at + REACH):
        item = items[n]
        follows = items[n + 1] if n + 1 < len(items) else None
        if item.code == "D" and follows is not None and follows.says("points") is not None:
            told.points, told.last = item, n + 2
            n += 2
            continue
        if item.says("maker") is not None:
            n = _maker(items, n, told)
            continue
        if item.code in ".,;:?!" or item.says("say") is not None or item.says("stance") is not None:
            break
        if item.says("draft-verb") in ("revised", "leaked", "sent"):
            told.verb, told.event, told.last = item, str(item.says("draft-verb")), n + 1
        elif item.says("issue") is not None or item.code == "L":
            told.subject, told.last = True, max(told.last, n + 1 if item.says("issue") else told.last)
        n += 1


def _maker(items: list[Item], n: int, told: _Told) -> int:
    """`do / của / mà / được <bên> <động từ>`: an author, or whoever the plan befalls through."""
    first = n + 1
    while first < len(items) and first < n + 3 and not items[first].actor and items[first].code == "w":
        first += 1
    last = first
    while last < len(items) and (items[last].actor or last > first and items[last].says("and") is not None):
        last += 1
    actors = [actor for item in items[first:last] if (actor := item.actor)]
    if not actors:
        return n + 1
    verb_at = last
    while (
        verb_at < min(len(items), last + 4)
        and items[verb_at].says("draft-verb") is None
        and items[verb_at].code in "wT"
    ):
        verb_at += 1
    verb = items[verb_at] if verb_at < len(items) and items[verb_at].says("draft-verb") is not None else None
    event = verb.says("draft-verb") if verb else None
    if event in (None, "proposed"):
        told.authors = told.authors or actors
        told.last = verb_at + 1 if verb else last
        told.verb = told.verb or verb
    else:
        told.by, told.verb, told.event, told.last = actors, verb, str(event), verb_at + 1
        if event == "sent":
            told.authors = told.authors or actors
    return told.last


def _shrinks(items: list[Item], told: _Told) -> None:
    """`từ 28 điểm xuống còn 19 điểm`: the number before, the number after."""
    n = told.last
    numbers: list[tuple[int, Item]] = []
    lower = False
    while n < min(len(items), told.last + REACH) and items[n].code not in ".;":
        if items[n].code == "D":
            numbers.append((n, items[n]))
        lower = lower or items[n].says("down-to") is not None
        n += 1
    if not lower or not numbers:
        return
    at, now = numbers[-1]
    told.before = numbers[0][1] if len(numbers) > 1 else told.points
    told.points, told.event, told.last = now, "revised", at + 1
    if at + 1 < len(items) and items[at + 1].says("points") is not None:
        told.last = at + 2


def _before(items: list[Item], at: int, told: _Told) -> None:
    """The verb that the plan is the object of, and its subject."""
    n = at - 1
    while n >= max(0, at - 6) and items[n].says("draft-verb") is None:
        if items[n].code in ".;:," or items[n].actor:
            return
        n -= 1
    if n < max(0, at - 6):
        return
    verb = items[n]
    subject = n - 1
    while (
        subject >= 0 and (items[subject].says("adverb") is not None or items[subject].code in "Tw") and subject > n - 6
    ):
        subject -= 1
    told.unreal = any(i.says("unreal") is not None or i.says("stance") == "demands" for i in items[max(0, n - 5) : n])
    event = str(verb.says("draft-verb"))
    by = _actors_back(items, subject)
    if event in ("accepted", "rejected") and (told.unreal or not by) or told.event not in ("proposed",):
        return
    told.verb, told.event = verb, event
    told.by = by
    told.first = subject - 2 * (len(by) - 1) if by else n
    told.first = max(0, told.first)
    after = items[told.last : told.last + 3]
    told.to = [i.actor for k, i in enumerate(after) if k and i.actor and after[k - 1].says("at") is not None]


def _actors_back(items: list[Item], at: int) -> list[Actor]:
    found: list[Actor] = []
    while at >= 0:
        actor = items[at].actor
        if actor:
            found.insert(0, actor)
        elif not found or items[at].code not in ",-" and items[at].says("and") is None:
            break
        at -= 1
    return found


KIND = Kind(
    name="draft",
    order=3,
    slots={"author": None, "points": None, "was_points": None, "event": None},
    further={"by": None, "to": None, "done": None, "place": None},
    scored=("author", "points", "was_points", "event", "when"),
    agrees=agrees,
    build=build,
    words={
        "event": tuple(["proposed", "sent", "leaked", "revised", "discussed", "accepted", "rejected"]),
        "done": tuple(["done", "planned", "denied"]),
    },
)
