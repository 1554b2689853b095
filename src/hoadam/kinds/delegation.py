"""Who sits for one side at a particular meeting."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "side")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Who sits for the side, as far as the text lists them."""
    side = match.one("side")
    parties = story.parties([side.actor]) if side and side.actor else ()
    if not parties:
        return
    members = match.actors("people")
    head = match.actors("head")
    place = match.one("place")
    when, dated = story.when(match, match.first, match.last)
    people = story.people([*head, *members])
    yield story.fact(
        "delegation",
        match,
        (match.start, match.end),
        KIND.empty()
        | {
            "side": parties[0],
            "people": people,
            "head": people[0] if head and people else None,
            "place": place.says("place") or place.says("country") if place else None,
        },
        when=when,
        sources={
            "side": [side] if side else [],
            "people": match.captures.get("people", []),
            "when": [dated] if dated else [],
        },
    )


KIND = Kind(
    name="delegation",
    order=1,
    slots={"side": None, "people": (), "head": None, "place": None},
    further={},
    scored=("side", "people", "head", "place", "when"),
    agrees=agrees,
    build=build,
    words={},
)
