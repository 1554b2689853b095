"""Facts and articles ↔ rows of the record."""

import json
from collections.abc import Iterator
from typing import Any

from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store.bounds import bounds
from hoadam.store.observation import Observation, Revision
from hoadam.store.sentence import sentence_span

# Free words of the text, which no filter asks for.
FREE = frozenset({"content", "reason"})
FILTERED = frozenset({"issue", "issues"})

OBSERVATION = (
    "o.id, o.fact, v.article, v.outlet, v.published, v.url, o.low, o.high, o.sentence_at, o.sentence, v.number, "
    "r.reader, r.learned"
)
REVISION = "v.article, v.outlet, v.published, v.lang, v.url, v.title, v.text"


def mentions(fact: Fact) -> Iterator[tuple[str, str]]:
    """(value, slot) of every name that the fact's slots hold, each once."""
    closed = KINDS[fact.kind].words.keys() - FILTERED
    held = {"speaker": fact.speaker, "office": fact.office, "via": fact.via, **fact.slots}
    for slot, value in held.items():
        if slot not in closed and slot not in FREE:
            values = value if isinstance(value, (list, tuple)) else (value,)
            yield from ((name, slot) for name in dict.fromkeys(values) if isinstance(name, str))


def observation_row(article: Article, fact: Fact) -> tuple[Any, ...]:
    """kind, start_at, end_at, named, low, high, fact, sentence_at, sentence."""
    low, high = bounds(fact.when, article.published)
    start, end = sentence_span(article.text, fact.start, fact.end)
    told = json.dumps(fact.row(), ensure_ascii=False, separators=(",", ":"))
    return (fact.kind, fact.start, fact.end, int(fact.named), low, high, told, start, article.text[start:end])


def to_observation(row: tuple[Any, ...]) -> Observation:
    """The observation of the columns OBSERVATION."""
    id_, fact, article, outlet, published, url, low, high, sentence_at, sentence, revision, reader, learned = row
    return Observation(
        id=id_, fact=Fact.from_row(json.loads(fact)), article=article, outlet=outlet, published=published, url=url,
        low=low, high=high, sentence_at=sentence_at, sentence=sentence, revision=revision, reader=reader,
        learned=learned,
    )  # fmt: skip


def to_revision(row: tuple[Any, ...]) -> Revision:
    """The revision of the columns REVISION, number, learned."""
    return Revision(Article(*row[:7]), row[7], row[8])
