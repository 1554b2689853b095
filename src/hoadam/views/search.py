"""Articles by their words, found with and without diacritics."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from hoadam.model.article import Article
from hoadam.store import Store
from hoadam.store.folding import asked_words, plain_letters
from hoadam.store.sentence import sentence_span
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import json_value

LIMIT = 20
LOOKED_AT = 200  # places of single words


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the sentence that matches best, and the ids of the facts whose quote matches."""

    title: str | None
    sentence: str
    outlet: str | None
    published: str
    article: str
    url: str | None
    facts: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return dict(json_value(self))


def search(store: Store, words: str, limit: int = LIMIT, filters: Filters = EVERYTHING) -> list[Found]:
    """The articles that hold all the words, best first; words in quotation marks must stand together.

    Of the filters only the point in time and `offset` are looked at.
    """
    point = filters.point(store)
    return [
        Found(
            title=hit.article.title, sentence=sentence(hit.article, words), outlet=hit.article.outlet,
            published=hit.article.published, article=hit.article.id, url=hit.article.url,
            facts=tuple(dict.fromkeys(fact for one in hit.observations if (fact := store.fact_of(one.id, point)))),
        )
        for hit in store.search(words, limit, filters.offset, point)
    ]  # fmt: skip


def sentence(article: Article, words: str) -> str:
    """The sentence with the words together, else the first that holds most of them, outside the title if possible."""
    letters = plain_letters(article.text)
    asked = [re.escape(plain_letters(word)) for word in asked_words(words)]
    body = len(article.title or "")
    whole = r"\W+".join(asked)
    together = re.compile(rf"\b{whole}\b")
    match = together.search(letters, body) or together.search(letters)
    if match and asked:
        start, end = sentence_span(article.text, *match.span())
        return article.text[start:end]
    any_of = re.compile(rf"\b(?:{'|'.join(dict.fromkeys(asked))})\b")
    found: dict[tuple[int, int], set[str]] = {}
    for one in islice(any_of.finditer(letters) if asked else (), LOOKED_AT):
        found.setdefault(sentence_span(article.text, *one.span()), set()).add(one.group())
    if not found:
        return (article.title or article.text[:200]).strip()
    start, end = max(found, key=lambda span: (len(found[span]), span[0] >= body))
    return article.text[start:end]
