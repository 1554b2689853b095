"""Between whom a deal is, as the words after it tell."""

from collections.abc import Sequence

from hoadam.model.clause import is_
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.plan import listed

REACH = 14  # items: how far after a deal its sides may stand
LAND = 6  # items after a deal within which its land is named
PAIR = 2


def named_sides(items: list[Item], at: int) -> tuple[str, list[Actor]]:
    """How the phrase names sides, and whom: `giữa X và Y` both, `với X` the other one, `X - Y` both."""
    for n in range(at + 1, min(len(items) - 1, at + REACH)):
        if items[n].code in ".;:" or (is_(items[n], "say") and not is_(items[n], "deal-doing")) or _begins(items[n]):
            break
        if is_(items[n], "deal-broker"):
            break
        sort = items[n].says("between")
        last, actors = listed(items, n + 1 if sort else n)
        if sort == "of" and len(actors) == 1 and last < len(items) and items[last].says("between") == "with":
            return "both", [*actors, *listed(items, last + 1)[1]]
        if sort and actors:
            return ("both" if sort == "of" and len(actors) > 1 else sort), actors
        if n == at + 1 and len(actors) > 1:
            return "both", actors
    return "", []


def _begins(item: Item) -> bool:
    """Does a clause of its own begin here?"""
    return is_(item, "when") or is_(item, "deal-if")


def of_land(items: list[Item], at: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Of a truce that is named by its land ("lệnh ngừng bắn tại Gaza") whoever does not fight there is no party."""
    land = _land(items, at)
    return tuple(party for party in parties if party in land) if land else parties


def _land(items: list[Item], at: int) -> tuple[str, ...]:
    land = next((found for item in items[at + 1 : at + LAND] if (found := item.says("truce-sides"))), None)
    return tuple(land.split(",")) if land else ()


def truce_land(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Who fights in the land that the first truce is told of, else in that with which the article begins."""
    for sentence in sentences:
        items = sentence.items
        for at, item in enumerate(items):
            if item.says("deal") == "ceasefire" and (land := _land(items, at)):
                return land
    body = next((sentence.paragraph for sentence in sentences if sentence.role == "body"), None)
    opening = (sentence for sentence in sentences if sentence.role == "headline" or sentence.paragraph == body)
    lands = (item.says("truce-sides") for sentence in opening for item in sentence.items)
    return next((tuple(sides.split(",")) for sides in lands if sides), ())


def customer(items: list[Item], at: int) -> list[Actor]:
    """Who is sold to, or bought from, after the deal: `bán … cho <bên>`, `mua … từ / của <bên>`."""
    sold = False
    for n in range(at + 1, min(len(items) - 1, at + REACH + PAIR)):
        if items[n].code in ".;:," or is_(items[n], "say"):
            break
        sold = sold or is_(items[n], "sell")
        actors = listed(items, n + 1)[1] if sold and is_(items[n], "plan-to") else []
        if actors:
            return actors
    return []
