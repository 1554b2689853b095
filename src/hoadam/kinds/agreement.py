"""A deal and its stage."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal, share
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "matter", "event") and (share(a, b, "parties") or not a.get("parties"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """A deal, its parties and its stage. Wishes and plans are none."""
    deal = match.one("deal")
    if deal is None:
        return
    items = match.sentence.items
    verb = match.one("verb")
    at = items.index(deal)
    if _unreal(items, min(at, items.index(verb) if verb else at)):
        return
    event = str(match.constants.get("event") or (verb.says("deal-event") if verb else None))
    matter = _matter(deal, items[at:])
    parties = story.parties(_parties(match, items, at)) or story.sides()
    if matter == "plain" or (event == "reached" and not parties):
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
            "matter": [deal],
            "event": [verb] if verb else [],
            "when": [dated] if dated else [],
        },
    )


REACH = 8


def _unreal(items: list[Item], first: int) -> bool:
    """Is the deal only wished for, planned or possible?"""
    for item in reversed(items[max(0, first - REACH) : first]):
        if item.code in ".;" or item.says("say") is not None:
            return False
        if item.says("unreal") is not None or item.says("stance") is not None:
            return True
    return False


def _parties(match: Match, items: list[Item], at: int) -> list[Actor]:
    """Named around the deal: `giữa <bên> và <bên>`, `với <bên>` beside the subject, the subject itself."""
    found = match.actors("parties")
    for n in range(at + 1, min(len(items) - 1, at + REACH)):
        if items[n].code in ".;" or items[n].says("say") is not None:
            break
        if items[n].says("between") is not None and items[n + 1].actor:
            found = found if items[n].says("between") == "with" else []
            found += _listed(items, n + 1)
            break
    return found or sentence_subject(match.sentence, match.first)


def _listed(items: list[Item], at: int) -> list[Actor]:
    found: list[Actor] = []
    while at < len(items) and (items[at].actor or items[at].code in ",-" or items[at].says("and") is not None):
        actor = items[at].actor
        if actor:
            found.append(actor)
        at += 1
    return found


def _matter(deal: Item, after: list[Item]) -> str:
    named = deal.says("deal") or deal.says("truce") or "other"
    if named != "plain":
        return named
    for item in after[:10]:
        for name in ("money", "goods", "arms"):
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
        "matter": ("ceasefire", "prisoner-exchange", "peace", "trade", "funding", "other"),
        "event": (
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
        ),
    },
)
