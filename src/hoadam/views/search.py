"""Articles by their words, found with and without diacritics."""

import re
from dataclasses import dataclass
from typing import Any

from hoadam.model.article import Article
from hoadam.store import Store
from hoadam.store.folding import asked_words, plain_letters
from hoadam.store.sentence import sentence_span
from hoadam.views.told import json_value

LIMIT = 20


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


def search(store: Store, words: str, limit: int = LIMIT) -> list[Found]:
    """The articles that hold all the words, best first; words in quotation marks must stand together."""
    return [
        Found(
            title=hit.article.title, sentence=sentence(hit.article, words), outlet=hit.article.outlet,
            published=hit.article.published, article=hit.article.id, url=hit.article.url,
            facts=tuple(dict.fromkeys(fact for one in hit.observations if (fact := store.fact_of(one.id)))),
        )
        for hit in store.search(words, limit)
    ]  # fmt: skip


def sentence(article: Article, words: str) -> str:
    """The sentence around the words together, else around the first of them, outside the title where possible."""
    letters = plain_letters(article.text)
    terms = [plain_letters(word) for word in asked_words(words)]
    body = len(article.title or "")
    for pattern in (r"\W+".join(map(re.escape, terms)), *map(re.escape, terms)):
        found = re.compile(rf"\b{pattern}\b")
        match = found.search(letters, body) or found.search(letters)
        if match:
            start, end = sentence_span(article.text, *match.span())
            return article.text[start:end]
    return (article.title or article.text[:200]).strip()
