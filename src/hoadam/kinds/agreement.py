"""A deal and its stage."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal, share
from hoadam.model.fact import Fact
from hoadam.model.item import Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "matter", "event") and (share(a, b, "parties") or not a.get("parties"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """A deal, its parties and its stage. Wishes and plans are none."""
    deal = match.one("deal")
    if deal is None or _unreal(match):
        return
    actors = match.actors("parties")
    if match.constants.get("with") == "subject":
        actors = [*sentence_subject(match.sentence, match.first), *actors]
    verb = match.one("verb")
    event = str(match.constants.get("event") or (verb.says("deal-event") if verb else None))
    matter = _matter(deal, match)
    parties = story.parties(actors)
    if matter == "plain" or (not parties and matter not in ("ceasefire", "peace")):
        return
    when, dated = story.when(match, match.first, match.last)
    yield story.fact(
        "agreement",
        match,
        (match.start, match.end),
        KIND.empty() | {"parties": parties, "matter": matter, "event": event},
        when=when,
        sources={
            "parties": match.captures.get("parties", []),
            "event": [verb] if verb else [],
            "when": [dated] if dated else [],
        },
    )


def _unreal(match: Match) -> bool:
    """Is the deal only wished for, planned or possible?"""
    before = match.sentence.items[max(0, match.first - 6) : match.last]
    return any(item.says("unreal") is not None for item in before)


def _matter(deal: Item, match: Match) -> str:
    named = deal.says("deal") or "other"
    if named != "plain":
        return named
    after = match.sentence.items[match.sentence.items.index(deal) :]
    for item in after[:10]:
        for name in ("money", "goods"):
            if item.says(name):
                return str(item.says(name))
    return "plain"


KIND = Kind(
    name="agreement",
    order=9,
    slots={"parties": (), "matter": None, "event": None},
    further={},
    scored=("parties", "matter", "event", "when"),
    agrees=agrees,
    build=build,
    words={
        "matter": tuple(["ceasefire", "prisoner-exchange", "peace", "trade", "funding", "other"]),
        "event": tuple(
            [
                "planned",
                "proposed",
                "reached",
                "signed",
                "in-force",
                "extended",
                "suspended",
                "violated",
                "expired",
                "rejected",
            ]
        ),
    },
)
