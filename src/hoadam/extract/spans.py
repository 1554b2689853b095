"""What is found in an article before its facts: times, names, titles, numbers, quotations, captions, as spans."""

from collections.abc import Iterator, Mapping

from hoadam.extract.phrases import Phrases
from hoadam.extract.recall import draw
from hoadam.model.item import Item
from hoadam.model.language import Language
from hoadam.model.parsed import Parsed
from hoadam.model.span import Span

NAMED = ("country", "body", "place")


def spans_in(parsed: Parsed, language: Language) -> tuple[Span, ...]:
    """The spans in text order. Draws the sentences' items together into actors."""
    surnames = draw(parsed, Phrases.of(language))
    found: list[Span] = []
    for sentence in parsed.sentences:
        if sentence.role == "caption":
            found.append(_span(sentence.start, sentence.end, "caption", None, parsed))
        for item in sentence.items:
            found += _of_item(item, parsed, surnames)
    return tuple(sorted(set(found), key=lambda span: (span.start, span.end, span.type)))


def _of_item(item: Item, parsed: Parsed, surnames: Mapping[str, str]) -> Iterator[Span]:
    if item.code == "Q":
        yield _span(item.start, item.end, "quotation", None, parsed)
    if item.code == "T" and item.value is not None:
        yield _span(item.start, item.end, "time", item.value, parsed)
    elif item.code == "D":
        yield _span(item.start, item.end, "number", item.value, parsed)
    elif item.actor is not None:
        yield from _people(item, parsed, surnames)
    elif item.says("person") is not None:
        yield _span(item.start, item.end, "person", item.says("person"), parsed)
    if item.says("title") is not None:
        yield _span(item.start, item.end, "title", item.says("title"), parsed)
    for name in NAMED:
        if item.actor is None and item.code in "PL" and item.says(name) is not None:
            yield _span(item.start, item.end, name, item.says(name), parsed)
            break
    for inner in item.inner or ():
        yield from _of_item(inner, parsed, surnames)


def _people(item: Item, parsed: Parsed, surnames: Mapping[str, str]) -> Iterator[Span]:
    """Unknown names are people where a phrase for an actor takes them so; a surname alone stands for the whole."""
    people = item.actor.people if item.actor else ()
    for inner in item.inner or ():
        person = surnames.get(inner.text, inner.text)
        if inner.code in "XY" and (inner.text in people or person in people):
            yield _span(inner.start, inner.end, "person", person, parsed)


def _span(start: int, end: int, sort: str, value: str | float | int | None, parsed: Parsed) -> Span:
    return Span(start, end, sort, value, parsed.article.text[start:end])
