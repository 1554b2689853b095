"""Two states that an article names together, for "both sides" and the like to mean."""

from collections import deque
from collections.abc import Container, Reversible

from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Parsed

MOST = 256  # pairs that are looked back over; a sentence has fewer


class Pairs:
    """The pairs named so far, in text order."""

    def __init__(self) -> None:
        self.found: deque[tuple[int, int, tuple[str, ...]]] = deque(maxlen=MOST)  # paragraph, start, the two

    def note(self, sentence: Sentence, aside: Container[int] = ()) -> None:
        """Keeps two states that a sentence, or a quotation in it, names together, with no third; none of `aside`."""
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
