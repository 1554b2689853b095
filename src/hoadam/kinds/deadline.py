"""A day by which somebody must have acted; `when` is that day."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "status", "when")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """The day by which a side must act, who set it, and whether it still stands."""
    verb = match.one("verb")
    limit = match.one("when")
    setters = story.parties(match.actors("by"))
    bound = story.parties(match.actors("for"))
    status = str(match.constants.get("status") or (verb.says("limit-verb") if verb else None) or "set")
    when = str(limit.value).removesuffix("/..").removeprefix("../") if limit and limit.value else None
    yield story.fact(
        "deadline",
        match,
        (match.start, match.end),
        KIND.empty()
        | {"set_by": setters[0] if setters else None, "for": bound[0] if bound else None, "status": status},
        when=when,
        sources={
            "set_by": match.captures.get("by", []),
            "for": match.captures.get("for", []),
            "when": [limit] if limit else [],
        },
    )


KIND = Kind(
    name="deadline",
    order=8,
    slots={"set_by": None, "for": None, "status": None},
    further={},
    scored=("set_by", "for", "status", "when"),
    agrees=agrees,
    build=build,
    words={"status": tuple(["set", "extended", "dropped", "passed"])},
)
