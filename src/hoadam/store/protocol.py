"""What every store can do, whatever keeps the rows."""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.observation import Hit, Observation, Query, Revision

Outcome = Literal["added", "revised", "reread", "known"]


class Store(Protocol):
    """The record: revisions of articles, readings of them, and the observations of each reading."""

    def unread(self, articles: Sequence[Article], reader: str) -> list[bool]:
        """For each article, whether this reader version has yet to read these words."""
        ...

    def add(self, batch: Sequence[tuple[Article, Sequence[Fact]]], reader: str) -> list[Outcome]:
        """Keep articles with their facts in one transaction, and say of each what was new; StoreFault keeps nothing."""
        ...

    def observations(self, query: Query) -> list[Observation]:
        """The current observations that a query asks for, in order of time."""
        ...

    def count(self, query: Query) -> int:
        """How many there are, the query's limit left aside."""
        ...

    def matching(self, prefix: str) -> list[Observation]:
        """The latest observation of every id that begins with `prefix`, superseded ones included; at most twenty."""
        ...

    def revisions(self, article: str) -> list[Revision]:
        """All revisions of an article, oldest first; empty where the record has none."""
        ...

    def articles(self, prefix: str) -> list[str]:
        """The ids of articles that begin with `prefix`, by code point; at most twenty."""
        ...

    def search(self, words: str, limit: int) -> list[Hit]:
        """Articles whose words match, best first, each with the current observations whose quote matches."""
        ...

    def values(self, slots: Sequence[str]) -> list[str]:
        """All that these slots hold anywhere in the record, each once, by code point."""
        ...

    def outlets(self) -> list[str]:
        """All outlets in the record, by code point."""
        ...

    def dump(self) -> Iterator[tuple[str, ...]]:
        """Every row of the record but its times of learning, in an order that does not depend on when it came."""
        ...

    def close(self) -> None:
        """Let go of the record; safe to call twice."""
        ...
