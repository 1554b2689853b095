"""The articles behind facts, each in the words that its report was read from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hoadam.interfaces.exports.selection import Selection
from hoadam.model.article import Article
from hoadam.store import Observation, Store
from hoadam.views.show import article_of

SHELF = 500  # articles kept at hand: facts that are told together come together


@dataclass(slots=True)
class Library:
    """Looks articles up, and keeps the last ones."""

    store: Store
    held: dict[tuple[str, int], Article] = field(default_factory=dict)

    def article(self, told: Observation) -> Article:
        """The article as the observation was read from it."""
        key = (told.article, told.revision)
        if key not in self.held:
            if len(self.held) >= SHELF:
                del self.held[next(iter(self.held))]
            self.held[key] = article_of(self.store, told)
        return self.held[key]


@dataclass(slots=True)
class Cited:
    """An article with the facts that cite it."""

    article: Article
    facts: list[str]


def cited(selection: Selection) -> Iterator[Cited]:
    """The articles of all reports of a selection, each once, in the order of publication."""
    library, found = Library(selection.record.store), dict[str, tuple[Observation, list[str]]]()
    for account in selection.accounts():
        for told in account.told:
            found.setdefault(told.article, (told, []))[1].append(account.id)
    for told, facts in sorted(found.values(), key=lambda one: (one[0].published, one[0].article)):
        yield Cited(library.article(told), list(dict.fromkeys(facts)))
