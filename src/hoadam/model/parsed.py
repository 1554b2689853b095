"""An article taken apart: what room 2 hands to room 3."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hoadam.model.article import Article
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.span import Span

SURE = 0.6  # log odds beyond what is asked of an article of our subject; from here on offices alone are told too
DOUBT = -1.2  # down to here an article is ours by what it turns out to tell: what states alone do


def within(item: Item) -> Iterator[Actor]:
    """The actors of an item, the inner ones first."""
    for inner in item.inner or ():
        if inner.actor or inner.inner:
            yield from within(inner)
    if item.actor:
        yield item.actor


@dataclass(slots=True)
class Parsed:
    """The sentences of an article in text order, with their actors; `spans` are the times, names and the like found.

    `odds` is how far the article is beyond what is asked of one of our subject, in log odds; `home` is the state of
    those who write.
    """

    article: Article
    sentences: list[Sentence]
    spans: tuple[Span, ...] = ()
    odds: float = SURE
    home: str = ""

    def actors(self) -> list[Actor]:
        """All actors in text order, those inside the phrases of others and inside quotations before what holds them."""
        return [actor for sentence in self.sentences for item in sentence.items for actor in within(item)]

    def index_at(self, offset: int) -> int:
        """The index of the last sentence that begins at an offset or before it; -1 where none does."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in."""
        at = self.index_at(offset)
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None


@dataclass(slots=True)
class Match:
    """A rule that fired: what each capture of the pattern holds, as items."""

    kind: str
    rule: str
    constants: dict[str, object]
    sentence: Sentence
    first: int
    last: int
    captures: dict[str, list[Item]]
    head: int = 0  # where the word begins that the rule turns on

    @property
    def start(self) -> int:
        """Where the matched stretch begins in the text."""
        return self.sentence.items[self.first].start

    @property
    def end(self) -> int:
        """Where the matched stretch ends in the text."""
        return self.sentence.items[self.last - 1].end

    def one(self, name: str) -> Item | None:
        """The first item of a capture."""
        found = self.captures.get(name)
        return found[0] if found else None

    def actors(self, name: str) -> list[Actor]:
        """The actors of a capture."""
        return [item.actor for item in self.captures.get(name, ()) if item.actor]

    def value(self, name: str, of: str) -> str | None:
        """What the captured word is worth in a class of the lexicon."""
        item = self.one(name)
        return item.says(of) if item else None
