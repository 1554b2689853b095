"""What the rows of all views have in common: a fact as one article tells it, with its sentence."""

from dataclasses import dataclass, fields
from typing import Any, Self

from hoadam.kinds import KINDS
from hoadam.store import Observation, Query, Store
from hoadam.views.filters import PARTY_SLOTS, PERSON_SLOTS, Filters

LAST = (
    "speaker", "named", "via", "office", "quote", "sentence", "outlet", "published", "article", "url", "id", "start",
    "end", "sentence_start",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact with its source. `when` is EDTF or None; `id` that of the fact, `article` that of the article.

    `start`, `end` are the offsets of `quote` and `sentence_start` that of `sentence` in the article's text.
    """

    id: str
    when: str | None
    quote: str
    sentence: str
    speaker: str | None
    named: bool
    via: tuple[str, ...]
    office: str | None
    outlet: str | None
    published: str
    article: str
    url: str | None
    start: int
    end: int
    sentence_start: int

    @classmethod
    def of(cls, seen: Observation, **more: Any) -> Self:
        """The row of an observation; a slot whose name is a Python word has an underscore behind it (`for_`)."""
        fact = seen.fact
        slots = {**KINDS[fact.kind].empty(), **fact.slots}
        own = {name: slots[name.rstrip("_")] for name in names(cls) if name.rstrip("_") in slots}
        return cls(
            id=seen.id, when=fact.when, quote=fact.quote, sentence=seen.sentence, speaker=fact.speaker,
            named=fact.named, via=fact.via, office=fact.office, outlet=seen.outlet, published=seen.published,
            article=seen.article, url=seen.url, start=fact.start, end=fact.end, sentence_start=seen.sentence_at,
            **{**own, **more},
        )  # fmt: skip

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The fields in the order of `row`: when, what the kind holds, then the source."""
        return ("when", *(name for name in names(cls) if name != "when" and name not in LAST), *LAST)

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return {name.rstrip("_"): json_value(getattr(self, name)) for name in self.columns()}


def names(row: type[Told]) -> tuple[str, ...]:
    """The names of a row's fields."""
    return tuple(field.name for field in fields(row))


def json_value(value: Any) -> Any:
    """A value as JSON knows it; nested rows become objects."""
    if isinstance(value, (list, tuple)):
        return [json_value(member) for member in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}
    return value


def seen(
    store: Store, kind: str | None, filters: Filters, parties: tuple[str, ...] = PARTY_SLOTS,
    people: tuple[str, ...] = PERSON_SLOTS,
) -> list[Observation]:  # fmt: skip
    """The observations of a kind under these filters, in order of time."""
    return store.observations(filters.query(store, kind, parties, people))


def beside(store: Store, kind: str, told: list[Observation]) -> dict[str, list[Observation]]:
    """The observations of another kind in the same articles, by article."""
    found: dict[str, list[Observation]] = {}
    articles = sorted({one.article for one in told})
    for first in range(0, len(articles), 500):  # SQLite takes a bounded number of values in one statement
        for one in store.observations(Query(kinds=(kind,), articles=tuple(articles[first : first + 500]))):
            found.setdefault(one.article, []).append(one)
    return found
