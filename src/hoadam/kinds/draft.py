"""A plan on paper and what happens to it."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
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
    points, before = match.one("points"), match.one("before")
    actors = match.actors("author")
    authors: tuple[str | None, ...] = story.parties(actors)
    verb = match.one("verb")
    event = str(match.constants.get("event") or (verb.says("draft-verb") if verb else None) or "proposed")
    if not authors and points is None and not match.constants.get("bare"):
        return
    when, dated = story.when(match, match.first, match.last)
    for author in authors or (None,):
        yield story.fact(
            "draft",
            match,
            (match.start, match.end),
            KIND.empty()
            | {
                "author": author,
                "points": points.value if points else None,
                "was_points": before.value if before else None,
                "event": event,
            },
            when=when if event not in ("proposed",) else None,
            sources={
                "author": match.captures.get("author", []),
                "points": [points] if points else [],
                "event": [verb] if verb else [],
                "when": [dated] if dated else [],
            },
        )


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
