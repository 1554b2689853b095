"""Who was named to an office or left it."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "person", "change")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Who was named to an office, or left one, and whom he or she replaces."""
    verb = match.one("verb")
    actors = match.actors("person")
    office = match.actors("office")
    if verb is None:
        return
    person = story.people(actors)
    titled = office[0] if office else actors[0] if actors else None
    title = titled.title if titled else None
    by = story.parties(match.actors("by"))
    of = (titled.of if titled else None) or (by[0] if by else None) or next(iter(story.parties(actors)), None)
    replaced = story.people(match.actors("replaces"))
    if not title or not of:
        return
    reason = match.captures.get("reason")
    yield story.fact(
        "appointment",
        match,
        (match.start, match.end),
        KIND.empty()
        | {
            "person": person[0] if person else None,
            "title": title,
            "of": of,
            "change": str(match.constants.get("change") or verb.says("name-verb") or verb.says("drop-verb")),
            "replaces": replaced[0] if replaced else None,
            "reason": story.text(reason[0].start, reason[-1].end) if reason else None,
            "to": titled.to if titled else None,
        },
        when=story.when(match, match.first, match.last)[0],
        sources={
            "person": match.captures.get("person", []),
            "change": [verb],
            "title": match.captures.get("office", []),
        },
    )


KIND = Kind(
    name="appointment",
    order=7,
    slots={"person": None, "title": None, "of": None, "change": None, "replaces": None, "reason": None},
    further={"to": None, "tense": None},
    scored=("person", "title", "of", "change", "replaces"),
    agrees=agrees,
    build=build,
    words={"change": tuple(["appointed", "nominated", "dismissed", "resigned"])},
)
