"""How do we know: a fact with its evidence, or an article with its facts."""

from dataclasses import dataclass
from typing import Any

from hoadam.errors import NotFound, UsageFault
from hoadam.model.article import Article
from hoadam.store import Observation, Query, Revision, Store
from hoadam.store.sentence import sentence_span


@dataclass(frozen=True, slots=True)
class ShownFact:
    """An observation and the article it stands in; `current` unless a later reading or revision has replaced it."""

    told: Observation
    article: Article
    current: bool

    def row(self) -> dict[str, Any]:
        """The fact as in `record.md` with its id, sentence, the words of its evidence and where they come from."""
        told, fact = self.told, self.told.fact.row()
        words = {
            slot: [self.article.text[span.start : span.end] for span in spans]
            for slot, spans in told.fact.evidence.items()
        }
        return {
            "id": told.id, **fact, "sentence": told.sentence, "words": words, "current": self.current,
            "reader": told.reader, "revision": told.revision, "learned": told.learned, "article": source(self.article),
        }  # fmt: skip

    def sentences(self) -> list[str]:
        """The other sentences that supply slots, in text order, each once."""
        spans = [span for found in self.told.fact.evidence.values() for span in found]
        around = sorted({sentence_span(self.article.text, span.start, span.end) for span in spans})
        begin, finish = self.told.sentence_at, self.told.sentence_at + len(self.told.sentence)
        return [self.article.text[low:high] for low, high in around if high <= begin or low >= finish]


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article in its latest words with its current facts in text order; `revisions` counts all its states."""

    article: Article
    facts: tuple[Observation, ...]
    revisions: int

    def row(self) -> dict[str, Any]:
        """The article and its facts, each with its id."""
        facts = [{"id": one.id, **one.fact.row()} for one in self.facts]
        return {"article": self.article.row(), "revisions": self.revisions, "facts": facts}


class NoSuchId(NotFound):
    """Nothing begins with `asked`."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"no fact or article {asked!r}; the views and search print their ids")


class Several(UsageFault):
    """`ids` all begin with `asked`."""

    def __init__(self, asked: str, ids: list[str]) -> None:
        self.asked, self.ids = asked, tuple(ids)
        super().__init__(f"{asked!r} begins several ids: {', '.join(ids)}")


def source(article: Article) -> dict[str, Any]:
    """An article without its text."""
    return {name: value for name, value in article.row().items() if name != "text"}


def show(store: Store, id_: str) -> ShownFact | ShownArticle:
    """What an id or its beginning names; NoSuchId where that is nothing, Several where it is more than one."""
    if id_ and store.revisions(id_):
        return shown_article(store, id_)
    facts, articles = (store.matching(id_), store.articles(id_)) if id_ else ([], [])
    exact = [one for one in facts if one.id == id_]
    if exact or (len(facts) == 1 and not articles):
        return shown_fact(store, (exact or facts)[0])
    if len(articles) == 1 and not facts:
        return shown_article(store, articles[0])
    if facts or articles:
        raise Several(id_, [one.id for one in facts] + articles)
    raise NoSuchId(id_)


def shown_fact(store: Store, told: Observation) -> ShownFact:
    """The observation with the revision it was read from."""
    revisions: list[Revision] = store.revisions(told.article)
    current = any(one.id == told.id for one in current_facts(store, told.article))
    return ShownFact(told, next(one.article for one in revisions if one.number == told.revision), current)


def shown_article(store: Store, id_: str) -> ShownArticle:
    """The latest revision with its facts."""
    revisions = store.revisions(id_)
    return ShownArticle(revisions[-1].article, tuple(current_facts(store, id_)), len(revisions))


def current_facts(store: Store, article: str) -> list[Observation]:
    """The current facts of an article in text order."""
    return sorted(store.observations(Query(articles=(article,))), key=lambda one: (one.fact.start, one.fact.end))
