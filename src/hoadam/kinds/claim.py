"""A quantified assertion about the war or the ground."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Fact
from hoadam.model.item import Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "quantity", "object")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """A number of objects and what was done to or by them."""
    items = match.sentence.items
    thing, number = match.one("object"), match.one("quantity")
    if thing is None or number is None:
        return
    at = items.index(thing)
    verb = _act(items, items.index(number), at)
    if verb is None:
        return
    quantity = _quantity(number, match.one("scale"))
    told = story.voice_at(thing.start, thing.end)
    claimants = story.parties([told.actor]) if told and told.actor else ()
    place = _place(items, at)
    start = min(verb.start, (match.one("bound") or number).start)
    bound = match.one("bound")
    yield story.fact(
        "claim",
        match,
        (start, max(thing.end, verb.end)),
        KIND.empty()
        | {
            "claimant": claimants[0] if claimants else None,
            "act": verb.says("act"),
            "quantity": quantity,
            "object": thing.says("object"),
            "place": place.says("place") or place.says("country") if place else None,
            "period": _period(items),
            "bound": bound.says("bound") if bound else "exact",
        },
        speaker=told.voice.speaker if told else None,
        named=told.voice.named if told else True,
        sources={"quantity": [number], "object": [thing], "act": [verb], "place": [place] if place else []},
    )


def _act(items: list[Item], first: int, at: int) -> Item | None:
    """The nearest verb of war before the number in its clause, or after the thing counted."""
    for item in reversed(items[max(0, first - 12) : first]):
        if item.code in ".;":
            break
        if item.says("act") is not None:
            return item
    for item in items[at + 1 : at + 7]:
        if item.code in ".;,":
            break
        if item.says("act") is not None:
            return item
    return None


def _quantity(number: Item, scale: Item | None) -> float | int:
    value = float(number.value if isinstance(number.value, (int, float)) else number.says("count") or 0)
    if scale is not None:
        value *= float(scale.says("scale") or 1)
    return int(value) if value.is_integer() else value


def _place(items: list[Item], at: int) -> Item | None:
    for n in range(at + 1, min(len(items), at + 14)):
        if items[n].code == ";":
            break
        here = items[n].says("place") or items[n].says("country")
        if here and items[n - 1].says("in") is not None:
            return items[n]
    return None


def _period(items: list[Item]) -> str | None:
    return next((str(i.value) for i in items if i.code == "T" and str(i.value)[:1] == "P"), None)


KIND = Kind(
    name="claim",
    order=6,
    slots={"claimant": None, "act": None, "quantity": None, "object": None, "place": None, "period": None},
    further={"of": None, "bound": None},
    scored=("claimant", "act", "quantity", "object", "place", "period"),
    agrees=agrees,
    build=build,
    words={
        "act": tuple(["shot-down", "struck", "controls", "killed", "captured", "launched", "other"]),
        "bound": tuple(["exact", "at-least", "at-most", "about"]),
    },
)
