"""How far a clause runs: where the words somebody says, demands or claims come to an end."""

from collections.abc import Callable

from hoadam.model.item import Item

STOPS = ".;!?"
Test = Callable[[Item], bool]


def skip(items: list[Item], at: int, *classes: str) -> int:
    """The first index from `at` on whose item is of none of the classes (a time counts as the class `time`)."""
    while at < len(items) and any(is_(items[at], name) for name in classes):
        at += 1
    return at


def is_(item: Item, name: str) -> bool:
    """Is the item of this class of the lexicon, or of this sort?"""
    if item.entry is not None and name in item.entry.classes:
        return True
    return item.type == name


def acts(item: Item) -> bool:
    """Does the item open an act of speech or a stance?"""
    return is_(item, "say") or is_(item, "stance")


def clause_end(items: list[Item], first: int) -> int:
    """The index after the last item of the content that begins at `first`."""
    at = first
    while at < len(items):
        item = items[at]
        if item.code in STOPS:
            return at
        if at > first and ((item.code == "," and _closes(items, at)) or _turns(items, at)):
            return at
        at += 1
    return at


def _closes(items: list[Item], comma: int) -> bool:
    """Does this comma end the content: a credit, a turn, another act of speech, another speaker?"""
    at = skip(items, comma + 1, "adverb", "time")
    if at >= len(items):
        return False
    if is_(items[at], "according") or (is_(items[at], "turn") and items[at].says("turn") != "joins"):
        return True
    if any(is_(item, "turn") and item.says("turn") == "hard" for item in items[comma + 1 : at]):
        return True
    if acts(items[at]):
        return True
    if items[at].actor:
        at = skip(items, at + 1, "adverb", "time")
        return at < len(items) and acts(items[at])
    return False


def _turns(items: list[Item], at: int) -> bool:
    """A turn without a comma before it."""
    kind = items[at].says("turn")
    if kind == "hard":
        return True
    if kind == "joins":
        then = skip(items, at + 1, "adverb", "time")
        return then < len(items) and is_(items[then], "say") and items[then].says("say") != "weak"
    return False


def trimmed(items: list[Item], first: int, last: int) -> tuple[int, int]:
    """The bounds without marks and blanks at either end, quotation marks that pair kept."""
    while first < last and items[first].code in ",:-.;":
        first += 1
    while last > first and items[last - 1].code in ",:-.;!?…":
        last -= 1
    return first, last
