"""One article through the rooms, in their order; many articles in several processes, in the same order."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from hoadam.errors import HoadamError
from hoadam.extract import matches_in, spans_in, worth_reading
from hoadam.lang import language_of, load
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.language import Language
from hoadam.model.refusal import Refusal
from hoadam.model.span import Span
from hoadam.parse import parse
from hoadam.resolve import resolve

SAMPLED = "2025-12-10T08:00:00+07:00"  # when the sentences of rules were published
CHUNK = 128  # articles handed to a process at once
WEIGHT = 1_000_000  # code points of text in a chunk, so that long articles do not fill the memory
LARGE = 1024  # from so many articles on, processes cost less than they save
DATA = {".py", ".toml", ".json", ".txt"}  # what the reader is made of
ROOMS = ("kinds", "knowledge", "lang", "parse", "extract", "resolve")

Found = TypeVar("Found")
Work = Callable[[Article], Found]
Read = tuple[Article, tuple[Fact, ...]]
Piece = list[Article | Refusal]


def facts_of(article: Article) -> tuple[Fact, ...]:
    """The facts that one article reports, in text order; none where its language has no folder."""
    code = language_of(article.lang, article.text)
    if code is None:
        return ()
    language = load(code)
    if not worth_reading(article.text, language):
        return ()
    parsed = parse(article, language)
    return resolve(matches_in(parsed, language), parsed)


def spans_of(article: Article) -> tuple[Span, ...]:
    """What is found in an article before its facts: times, names, numbers, quotations, captions, in text order."""
    code = language_of(article.lang, article.text)
    return spans_in(parse(article, load(code)), load(code)) if code else ()


def rules_fired(language: Language, text: str) -> frozenset[str]:
    """The names of the rules that fire on a sentence, whatever its subject."""
    parsed = parse(Article("", None, SAMPLED, None, None, None, text), language)
    matches = matches_in(parsed, language, everything=True)
    return frozenset([*(actor.rule for actor in parsed.actors()), *(match.rule for match in matches)])


@cache
def reader_version() -> str:
    """What the reader is, to the letter: the version of the program and a digest of its rules, words and rooms."""
    from importlib import metadata

    house = Path(__file__).resolve().parent
    found = hashlib.sha256()
    for room in ROOMS:
        for file in sorted(path for path in (house / room).rglob("*") if path.suffix in DATA):
            found.update(file.relative_to(house).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{metadata.version('hoadam')}+{found.hexdigest()[:12]}"


def _done(item: Article | Refusal, work: Work[Found]) -> tuple[Article, Found] | Refusal:
    """The article with what is found in it; a row of refusal where the reader itself fails, so that the run goes on.

    Data that does not compile is a fault of every article, and ends the run.
    """
    if isinstance(item, Refusal):
        return item
    try:
        return item, work(item)
    except HoadamError:
        raise
    except Exception as fault:
        problem = f"the reader failed on article {item.id}: {type(fault).__name__}: {fault}"
        return Refusal(item.id, 0, problem, "facts", "report this article; the others are read")


def read_articles(articles: Iterable[Article | Refusal], jobs: int | None = None) -> Iterator[Read | Refusal]:
    """Each article with its facts, refusals passed on in their place; see `in_order` for `jobs`."""
    return in_order(articles, facts_of, jobs)


def parse_articles(
    articles: Iterable[Article | Refusal], jobs: int | None = None
) -> Iterator[tuple[Article, tuple[Span, ...]] | Refusal]:
    """Each article with its spans, refusals passed on in their place; see `in_order` for `jobs`."""
    return in_order(articles, spans_of, jobs)


def in_order(
    articles: Iterable[Article | Refusal], work: Work[Found], jobs: int | None
) -> Iterator[tuple[Article, Found] | Refusal]:
    """Each article with what is found in it, in the order of the articles.

    `jobs` processes work at it; where `jobs` is None, this one alone at first, and as many as there are cores once the
    input proves large. What comes out is the same for any number.
    """
    flowing = iter(articles)
    if jobs is None:
        yield from (_done(item, work) for item in islice(flowing, LARGE))
        more = next(flowing, None)
        jobs, flowing = (1, iter(())) if more is None else (cores(), chain([more], flowing))
    if jobs == 1:
        yield from (_done(item, work) for item in flowing)
        return
    from hoadam.workers import in_processes

    yield from in_processes(pieces(flowing, CHUNK), partial(_done, work=work), jobs)


def pieces(items: Iterable[Article | Refusal], count: int) -> Iterator[Piece]:
    """The items in lists of at most `count`, fewer where the articles are long."""
    piece: Piece = []
    weight = 0
    for item in items:
        piece.append(item)
        weight += len(item.text) if isinstance(item, Article) else 0
        if len(piece) == count or weight > WEIGHT:
            yield piece
            piece, weight = [], 0
    if piece:
        yield piece


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
