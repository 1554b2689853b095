"""Takes an article apart: paragraphs, captions, quotations, sentences, items."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from hoadam.lang.fold import fold, straight
from hoadam.model.article import Article
from hoadam.model.item import Entry, Item, Sentence
from hoadam.model.language import Language
from hoadam.model.parsed import Parsed
from hoadam.parse.text import LONG_QUOTATION, Quoted, nests, paragraphs, quotations, sentences, signed, stands_alone
from hoadam.parse.times import TimeSpan, times_in
from hoadam.parse.tokens import Tokenizer

SUBHEAD = 70  # characters: a longer paragraph is no heading
TO_COME, GONE_BY = Entry("", "T", {"to-come": ""}), Entry("", "T", {"gone-by": ""})
MOST_ITEMS = 256  # a sentence is cut here, so that matching stays linear


class Parser:
    """The parsing of one language; made once, used for every article."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tokenizer = Tokenizer(language)
        caption = "|".join(re.escape(word) for word in language.captions)
        self.caption = re.compile(rf"\(?(?:{caption})\s*:(?!\s*\")\s*[^)]{{1,80}}\)?\s*$", re.I)

    def parse(self, article: Article) -> Parsed:
        """The sentences of the article with their items. Never raises on any text."""
        text = straight(fold(article.text))
        times = times_in(article, self.language.times)
        body = len(article.title) + 1 if article.title and text.startswith(straight(fold(article.title))) else 0
        parsed: list[Sentence] = []
        bounds = list(paragraphs(text))
        for number, (start, end) in enumerate(bounds):
            aside = self._is_caption(text, start, end) or _is_subhead(text, bounds, number)
            role = "headline" if start < body else "caption" if aside else "body"
            parsed += (
                Sentence(piece[0].start, piece[-1].end, role, piece, number)
                for piece in self._sentences(text, start, end, times)
            )
        return Parsed(article, parsed, home=self.language.home)

    def _is_caption(self, text: str, start: int, end: int) -> bool:
        return end - start < 400 and self.caption.search(text, start, end) is not None

    def _sentences(self, text: str, start: int, end: int, times: Sequence[TimeSpan]) -> Iterator[list[Item]]:
        """The items of each sentence of a paragraph, of long ones in several pieces."""
        start = signed(text, start, end, self.tokenizer.names)
        quoted = quotations(text, start, end)
        for first, last in sentences(text, start, end, quoted):
            items = self._items(text, (first, last), inside(quoted, first, last), inside(times, first, last))
            for cut in range(0, len(items), MOST_ITEMS):
                yield items[cut : cut + MOST_ITEMS]

    def _items(
        self, text: str, bounds: tuple[int, int], quoted: Sequence[Quoted], times: Sequence[TimeSpan]
    ) -> list[Item]:
        start, end = bounds
        long = [
            q
            for q in quoted
            if q.end - q.start >= LONG_QUOTATION or stands_alone(text, q, start, end) or nests(text, q)
        ]
        fixed = [
            Item(q.start, q.end, "Q", "quotation", text[q.start : q.end], inner=self._inner(text, q, times))
            for q in long
        ]
        opened = [q.start for q in long]
        for time in times:
            at = bisect_right(opened, time.start) - 1
            if at < 0 or time.start >= long[at].end:
                fixed.append(_dated(text, time))
        return self.tokenizer.items(text, start, end, sorted(fixed, key=lambda item: item.start))

    def _inner(self, text: str, quoted: Quoted, times: Sequence[TimeSpan]) -> list[Item]:
        start, end = quoted.inner
        fixed = [_dated(text, time) for time in inside(times, start, end)]
        return self.tokenizer.items(text, start, end, fixed)[:MOST_ITEMS]


Stretch = TypeVar("Stretch", TimeSpan, Quoted)


def inside(stretches: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    """Those of the stretches, which are in text order and do not overlap, that lie within the bounds."""
    first = bisect_left(stretches, start, key=lambda stretch: stretch.start)
    last = bisect_right(stretches, end, lo=first, key=lambda stretch: stretch.end)
    return stretches[first:last]


def _dated(text: str, time: TimeSpan) -> Item:
    """The item of a time; one left open says only whether it is to come or gone by."""
    open_ = TO_COME if time.after and time.value is None else GONE_BY if time.before and time.value is None else None
    words = text[time.start : time.end]
    return Item(time.start, time.end, "T", "time", words, open_, value=time.duration or time.value)


def _is_subhead(text: str, bounds: list[tuple[int, int]], number: int) -> bool:
    """Is a paragraph well inside the article a heading: short, and without a mark at its end?"""
    start, end = bounds[number]
    inside = 2 < number < len(bounds) - 1
    return inside and end - start <= SUBHEAD and text[end - 1] not in ".!?:;…," and text[end - 2 : end] != '."'


def parse(article: Article, language: Language) -> Parsed:
    """The article taken apart by the rules of the language."""
    parser = language.tools.get("parser")
    if parser is None:
        parser = language.tools["parser"] = Parser(language)
    return parser.parse(article)
