"""Takes an article apart: paragraphs, captions, quotations, sentences, items."""

import re
from collections.abc import Iterator

from hoadam.lang.fold import fold, straight
from hoadam.model.article import Article
from hoadam.model.item import Item, Sentence
from hoadam.model.language import Language
from hoadam.model.parsed import Parsed
from hoadam.parse.text import LONG_QUOTATION, Quoted, paragraphs, quotations, sentences, stands_alone
from hoadam.parse.times import TimeSpan, times_in
from hoadam.parse.tokens import Tokenizer

MOST_ITEMS = 256  # a sentence is cut here, so that matching stays linear


class Parser:
    """The parsing of one language; made once, used for every article."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tokenizer = Tokenizer(language)
        caption = "|".join(re.escape(word) for word in language.captions)
        self.caption = re.compile(rf"\(?(?:{caption})\s*:\s*[^)]{{1,80}}\)?\s*$", re.I)

    def parse(self, article: Article) -> Parsed:
        """The sentences of the article with their items. Never raises on any text."""
        text = straight(fold(article.text))
        times = times_in(article, self.language.times)
        body = len(article.title) + 1 if article.title and text.startswith(straight(fold(article.title))) else 0
        parsed: list[Sentence] = []
        for number, (start, end) in enumerate(paragraphs(text)):
            role = "headline" if start < body else "caption" if self._is_caption(text, start, end) else "body"
            parsed += self._paragraph(text, start, end, role, number, times)
        return Parsed(article, parsed)

    def _is_caption(self, text: str, start: int, end: int) -> bool:
        return end - start < 400 and self.caption.search(text, start, end) is not None

    def _paragraph(
        self, text: str, start: int, end: int, role: str, number: int, times: tuple[TimeSpan, ...]
    ) -> Iterator[Sentence]:
        quoted = quotations(text, start, end)
        inside = [t for t in times if start <= t.start < end]
        for first, last in sentences(text, start, end, quoted):
            items = self._items(text, first, last, quoted, inside)
            for cut in range(0, len(items), MOST_ITEMS):
                piece = items[cut : cut + MOST_ITEMS]
                yield Sentence(piece[0].start, piece[-1].end, role, piece, number)

    def _items(self, text: str, start: int, end: int, quoted: list[Quoted], times: list[TimeSpan]) -> list[Item]:
        within = [q for q in quoted if start <= q.start and q.end <= end]
        long = [q for q in within if q.end - q.start >= LONG_QUOTATION or stands_alone(text, q, start, end)]
        fixed: list[Item] = [
            Item(q.start, q.end, "Q", "quotation", text[q.start : q.end], inner=self._inner(text, q, times))
            for q in long
        ]
        fixed += [
            Item(t.start, t.end, "T", "time", text[t.start : t.end], value=t.duration or t.value)
            for t in times
            if start <= t.start and t.end <= end and not any(q.start <= t.start < q.end for q in long)
        ]
        return self.tokenizer.items(text, start, end, sorted(fixed, key=lambda item: item.start))

    def _inner(self, text: str, quoted: Quoted, times: list[TimeSpan]) -> list[Item]:
        start, end = quoted.inner
        fixed = [
            Item(t.start, t.end, "T", "time", text[t.start : t.end], value=t.duration or t.value)
            for t in times
            if start <= t.start and t.end <= end
        ]
        return self.tokenizer.items(text, start, end, fixed)[:MOST_ITEMS]


def parse(article: Article, language: Language) -> Parsed:
    """The article taken apart by the rules of the language."""
    parser = language.tools.get("parser")
    if parser is None:
        parser = language.tools["parser"] = Parser(language)
    return parser.parse(article)
