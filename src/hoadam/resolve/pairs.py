"""Two states that an article names together, for "both sides" and the like to mean."""

from collections import deque
from collections.abc import Container, Reversible

from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Parsed

BOTH = ("parties", "states")
MOST = 256  # pairs that are looked back over; a sentence has fewer


class Pairs:
    """The pairs named so far, in text order."""

    def __init__(self) -> None:
        self.found: deque[tuple[int, int, tuple[str, ...]]] = deque(maxlen=MOST)  # paragraph, start, the two
        self.behind: dict[int, tuple[str, ...]] = {}  # of the sentence at hand: "both sides" right before the two

    def note(self, sentence: Sentence, aside: Container[int] = ()) -> None:
        """Keeps two states that a sentence, or a quotation in it, names together, with no third; none of `aside`."""
        self.behind = _named_behind(sentence)
        for item in sentence.items:
            if item.code == "Q" and item.inner:
                self._keep(item.inner, sentence.paragraph, aside)
        self._keep(sentence.items, sentence.paragraph, aside)

    def _keep(self, items: list[Item], paragraph: int, aside: Container[int]) -> None:
        for n, item in enumerate(items):
            if item.start in aside:
                continue
            one, other = item.actor, items[n + 2].actor if n + 2 < len(items) else None
            pair = one.parties if one else ()
            if one and other and ties(items[n + 1]) and len(one.parties) == len(other.parties) == 1:
                third = n + 4 < len(items) and items[n + 4].actor and ties(items[n + 3])
                first = n > 1 and items[n - 2].actor and ties(items[n - 1])
                pair = () if third or first else (*one.parties, *other.parties)
            if len(set(pair)) == 2:
                self.found.append((paragraph, item.start, pair))

    def last(self, before: int, paragraph: int) -> tuple[str, ...]:
        """The pair last named before an offset, in this paragraph or the one before it."""
        told = (pair for at, start, pair in reversed(self.found) if start < before and paragraph - at <= 1)
        return next(told, ())


def _named_behind(sentence: Sentence) -> dict[int, tuple[str, ...]]:
    """For each "both sides" right before just two states, where it begins and the two: `hai nước Mỹ và Iran`."""
    items = sentence.items
    found: dict[int, tuple[str, ...]] = {}
    for n in range(len(items) - 3):
        one, other = items[n + 1].actor, items[n + 3].actor
        both = items[n].actor
        if both is None or both.anaphor not in BOTH or one is None or other is None or not ties(items[n + 2]):
            continue
        third = n + 5 < len(items) and ties(items[n + 4]) and items[n + 5].actor is not None
        if len(one.parties) == len(other.parties) == 1 and one.parties != other.parties and not third:
            found[both.start] = (*one.parties, *other.parties)
    return found


def ties(mark: Item) -> bool:
    """Does the item join two actors, as a comma, a dash or a word for "and" does?"""
    return mark.code in ",-" or mark.says("and") is not None


def source_of(sentence: Sentence) -> tuple[str, ...]:
    """Whose the unnamed source is that speaks in a sentence; nothing where none does or nobody's is told."""
    items = sentence.items
    for n, item in enumerate(items):
        if item.actor is None or not item.actor.vague or not item.actor.parties:
            continue
        if any(after.says("say") is not None for after in items[n + 1 : n + 4]):
            return item.actor.parties
    return ()


def at_table(parsed: Parsed, trio: tuple[str, ...]) -> tuple[str, ...]:
    """The three states of the article, where it tells of a table for three."""
    items = (item for sentence in parsed.sentences for item in sentence.items)
    return trio if trio and any(item.says("sides") == "3" for item in items) else ()


def institution(actor: Actor, before: Reversible[Actor], text: str) -> tuple[str, ...]:
    """Whose an institution is that is told by itself: the state of the last one whose name begins so."""
    name = text[actor.start : actor.end].lower()
    for other in reversed(before):
        if other.office and other.parties and text[other.start : other.end].lower().startswith(name):
            return other.parties
    return ()
