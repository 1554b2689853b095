"""What every store can do, whatever keeps the rows."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

from hoadam.knowledge.process import Process
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.account import Account, Move, Tie
from hoadam.store.acts import Act
from hoadam.store.care import Finding
from hoadam.store.observation import TODAY, Hit, Observation, Point, Query, Revision
from hoadam.store.ranking import Gathering, Lead, Stance, Tallied, Tally

Outcome = Literal["added", "revised", "reread", "known"]


class Store(Protocol):
    """The record: revisions of articles, readings of them, and the observations of each reading."""

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside comes from one state of the record, whatever others write; nothing is written inside."""
        ...

    def unread(self, articles: Sequence[Article], reader: str) -> list[bool]:
        """For each article, whether this reader version has yet to read these words."""
        ...

    def add(self, batch: Sequence[tuple[Article, Sequence[Fact]]], reader: str) -> list[Outcome]:
        """Keep articles with their facts in one transaction, and say of each what was new; StoreFault keeps nothing."""
        ...

    def facts(self, query: Query) -> list[Account]:
        """The merged facts that a query asks for, in order of time."""
        ...

    def walk(self, query: Query) -> Iterator[Account]:
        """The same one by one, in memory that does not grow with their number; the query's limit is left aside."""
        ...

    def tallies(self, wanted: Tallied) -> list[Tally]:
        """What is counted of the facts of today, those with most first."""
        ...

    def leads(self, names: Sequence[str], process: str = "") -> list[Lead]:
        """For each of these people who are named in facts of today: which fact tells of them first, and when."""
        ...

    def gatherings(self, names: Sequence[str], process: str = "") -> Iterator[Gathering]:
        """The meetings of today that took place with any of these people, in order of time."""
        ...

    def cells(self) -> list[tuple[str, str]]:
        """Every issue with every party that has a stance on it today, in their order."""
        ...

    def stances(self, cell: tuple[str, str], process: str = "") -> Iterator[Stance]:
        """The stances of today in the facts of a cell, the last told first."""
        ...

    def count(self, query: Query, most: int | None = None) -> int:
        """How many there are, the query's limit left aside; where `most` is given, nobody counts on beyond that."""
        ...

    def told(self, articles: Sequence[str], kinds: Sequence[str] = ()) -> list[Observation]:
        """The current observations of articles as they were read, in text order."""
        ...

    def beside(self, articles: Sequence[str], kinds: Sequence[str], point: Point = TODAY) -> list[Account]:
        """The facts of these kinds that any of these articles tells at a point."""
        ...

    def moment(self, time: str) -> int:
        """The last moment not after a time (RFC 3339 in UTC, to the microsecond); 0 before the first."""
        ...

    def processes(self) -> list[Process]:
        """The processes that the record files facts under, by name."""
        ...

    def define(self, processes: Sequence[Process]) -> list[str]:
        """Define processes; facts are filed anew where a definition is news. The names of those that are.

        In a large record that is done piece by piece; what a killed run left is done by the next call.
        """
        ...

    def fact_of(self, observation: str, point: Point = TODAY) -> str | None:
        """The id of the fact that holds an observation at a point, where one does."""
        ...

    def fact_ids(self, prefix: str) -> list[str]:
        """The ids of facts, those of earlier days included, that begin with `prefix`; at most twenty."""
        ...

    def facts_of(self, ids: Sequence[str], point: Point = TODAY) -> list[Account]:
        """The facts of these ids at a point, in this order; those that held nothing then are left out."""
        ...

    def last_point(self, id_: str) -> Point | None:
        """The last point at which a fact or an observation that the record holds no longer was held."""
        ...

    def acts_on(self, observations: Sequence[str]) -> list[Act]:
        """What people decided on these observations, and what was undone of it, oldest first."""
        ...

    def decide(self, act: Act, sides: Sequence[Sequence[str]]) -> Act:
        """Keep what a person decided on observations (`same` and `apart` have two sides) and make the record right."""
        ...

    def changed(self, since: int, until: str | None = None) -> Iterator[tuple[str, str]]:
        """The facts that a report joined or left, or that a contradiction reached, after a moment, and until when told.

        The day is that on which the last of the fact's reports was published, of those published by the day `until`;
        the latest come first.
        """
        ...

    def passing(self, query: Query, ids: Sequence[str]) -> list[str]:
        """Those of these facts that a query asks for."""
        ...

    def bookmark(self, reader: str) -> int:
        """The moment at which a reader of changes stopped; 0 where nobody of that name has read any."""
        ...

    def mark(self, reader: str) -> None:
        """Remember that a reader has seen all changes so far."""
        ...

    def moves(self, fact: str) -> list[Move]:
        """Which reports joined a fact and left it, in record time."""
        ...

    def acts(self) -> list[Act]:
        """All that people decided, oldest first."""
        ...

    def stands(self, act: int) -> bool:
        """Has nobody undone this act?"""
        ...

    def heir(self, fact: str, point: Point = TODAY) -> str | None:
        """The fact that an id leads to at a point: itself while it holds anything, else what holds its observation."""
        ...

    def ties(self, ids: Sequence[str], point: Point = TODAY) -> list[Tie]:
        """What rules and people hold, at a point, of these observations and others."""
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

    def search(self, words: str, limit: int, offset: int = 0, point: Point = TODAY) -> list[Hit]:
        """Articles of a point whose words match, best first, each with the current observations whose quote matches.

        The best `offset` are passed over.
        """
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

    def read_from(self, article: str, revision: int) -> list[Fact]:
        """The facts that the latest reading of a revision found, in text order."""
        ...

    def rebuild(self) -> int:
        """Make the merged facts anew from readings, acts and definitions; how many there are."""
        ...

    def examine(self) -> Iterator[Finding]:
        """What is wrong with the record, and what people should know of it."""
        ...

    def backup(self, file: Path) -> None:
        """Copy the record into one file."""
        ...

    def restore(self, file: Path) -> None:
        """Put the record of a file in the place of this one; StoreFault where it is none or not whole."""
        ...
