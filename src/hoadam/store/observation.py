"""What the store hands out and takes in, apart from how it keeps it."""

from dataclasses import dataclass

from hoadam.model.article import Article
from hoadam.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Observation:
    """A fact as one reading of one revision found it, with the sentence around its quote.

    `sentence_at` is the offset of `sentence` in the article's text; `learned` when the record got it (RFC 3339, UTC).
    `low` and `high` are the days that bound its time, for sorting alone.
    """

    id: str
    fact: Fact
    article: str
    outlet: str | None
    published: str
    url: str | None
    low: str
    high: str
    sentence_at: int
    sentence: str
    revision: int
    reader: str
    learned: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article's words; `number` counts from 1."""

    article: Article
    number: int
    learned: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A condition: one of `values` stands in one of `slots`.

    Besides the slots of facts, `outlet` holds the outlet of a report and `process` the processes it is filed under.
    """

    values: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point in both times: `day` of publication (as of) and `moment` of the record (known at); None is today's."""

    day: str | None = None
    moment: int | None = None


TODAY = Point()


@dataclass(frozen=True, slots=True)
class Query:
    """Which merged facts are wanted; all conditions hold together, empty ones exclude nothing.

    `since` and `until` are days, `begun` the first on which a fact may begin; `named` leaves out what rests on unnamed
    sources alone; `limit` keeps the latest so many once the latest `offset` are passed over; `point` says as of when.
    """

    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    begun: str | None = None
    mentions: tuple[Mention, ...] = ()
    ids: tuple[str, ...] = ()
    named: bool = False
    limit: int | None = None
    offset: int = 0
    point: Point = TODAY


@dataclass(frozen=True, slots=True)
class Hit:
    """A revision or an observation that full text found."""

    article: Article
    observations: tuple[Observation, ...]
