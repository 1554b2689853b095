"""What a deal is on, as the words that belong to it tell."""

from collections.abc import Iterable

from hoadam.model.clause import clause_end, is_
from hoadam.model.item import Item
from hoadam.model.plan import listed
from hoadam.model.wish import issue_of

LOOSE = 8  # items between a deal and what it is on: its qualities, its day, its sides
PLAIN = 4  # of these, words that no list has
CLAUSES = ("deal-if", "deal-until", "deal-behind")
CAPTIVES = ("prisoners", "hostages")
FAR = 18  # items behind a verb of agreeing in which it may be told whereby
NEAR, EARLY = 3, 6  # items behind a verb of agreeing that tell what sort of thing is agreed on


def complement(items: list[Item], at: int) -> int | None:
    """The index behind the word that leads from a deal to what it is on ("thỏa thuận … về …"); None without one."""
    n, plain = at + 1, 0
    while n < min(len(items), at + LOOSE):
        item = items[n]
        if is_(item, "matter-about") or is_(item, "matter-for"):
            return n + 1
        if is_(item, "between"):
            last, actors = listed(items, n + 1)
            if not actors:
                return None
            n = last
            continue
        plain += item.code == "w"
        if plain > PLAIN or not (item.code in "w'\"T" or item.actor or _between(item)):
            return None
        n += 1
    return None


def _between(item: Item) -> bool:
    return any(is_(item, name) for name in ("adverb", "recent", "determiner", "deal-part", "matter-kind", "deal-event"))


def topic(items: list[Item], around: Iterable[int]) -> str | None:
    """The first matter that the words at these indices name: money, goods, arms, people exchanged, peace."""
    for n in around:
        item = items[n]
        for name in ("money", "goods", "arms"):
            if item.says(name) and not (n and is_(items[n - 1], "after")):
                return str(item.says(name))
        spelled = item.says("deal")
        if spelled not in (None, "plain") and not (n and is_(items[n - 1], "after")):
            return spelled
        if item.says("issue") in CAPTIVES:
            return "prisoner-exchange"
        if item.says("issue") == "trade-tariffs":
            return "trade"
        if item.code == ";":
            break
    return None


def complement_end(items: list[Item], first: int, last: int) -> int:
    """The index after what a deal is on, at the latest an index: up to what it comes after or depends on."""
    return next((n for n in range(first, last) if any(is_(items[n], name) for name in CLAUSES)), last)


def clause_of(items: list[Item], first: int) -> int:
    """The index after what a deal says first: up to its purpose, to what it comes after, or to a mark."""
    ends = (n for n in range(first, len(items)) if items[n].code in ",.;:" or _leaves(items[n]))
    return next(ends, len(items))


def _leaves(item: Item) -> bool:
    return any(is_(item, name) for name in ("purpose", "after", "when", "deal-if", "deal-behind"))


def binds(items: list[Item], first: int) -> bool:
    """Is what two sides agree on, told from an index on, more than talks, an opinion, a plan, or a named deal?"""
    thereby = next((n for n in range(first, min(len(items), first + FAR)) if is_(items[n], "thereby")), None)
    first = first if thereby is None else thereby + 1
    content = items[first : clause_end(items, first)]
    if any(is_(item, "channel") for item in content[:EARLY]):
        return True
    if not content or any(is_(item, "deal") for item in content[: NEAR + 1]):
        return False
    numbered = is_(content[0], "plan") and any(is_(item, "points") for item in content[: NEAR + 1])
    if numbered or content[0].says("plan") == "peace" or is_(content[0], "question"):
        return False
    if any(is_(item, "opinion") for item in content[:NEAR]):
        return False
    if is_(content[0], "that") and any(is_(item, "copula") or is_(item, "must") for item in content[1 : EARLY + 2]):
        return False
    far = EARLY if is_(content[0], "meet-hold") else NEAR
    meets = any(is_(item, "meet-noun") or is_(item, "meet-verb") for item in content[:far])
    return not meets and issue_of(content[:NEAR]) != "talks"
