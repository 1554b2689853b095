"""The revisions of an article, and the facts that only an earlier one holds."""

from dataclasses import dataclass
from typing import Any

from hoadam.model.fact import Fact
from hoadam.store import Store
from hoadam.views.show import NoSuchId


@dataclass(frozen=True, slots=True)
class Revised:
    """One state of an article; `only_here` are facts read from it whose words the latest revision does not hold."""

    article: str
    number: int
    learned: str
    title: str | None
    text: str
    only_here: tuple[Fact, ...]

    def row(self) -> dict[str, Any]:
        """The revision as a JSON object."""
        return {
            "article": self.article, "number": self.number, "learned": self.learned, "title": self.title,
            "text": self.text, "only_here": [fact.row() for fact in self.only_here],
        }  # fmt: skip


def revised(store: Store, id_: str) -> list[Revised]:
    """All states of an article, oldest first; NoSuchId where the record has none."""
    whole = [id_] if store.revisions(id_) else store.articles(id_)
    if len(whole) != 1:
        raise NoSuchId(id_)
    found = store.revisions(whole[0])
    kept = {(one.fact.kind, one.fact.quote) for one in store.told(whole)}
    rows = []
    for one in found:
        facts = store.read_from(whole[0], one.number) if one is not found[-1] else []
        gone = tuple(fact for fact in facts if (fact.kind, fact.quote) not in kept)
        rows.append(Revised(whole[0], one.number, one.learned, one.article.title, one.article.text, gone))
    return rows
