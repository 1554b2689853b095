"""How do we know: a fact with its reports and why they were judged one, or an article with its facts."""

from dataclasses import dataclass, replace
from typing import Any

from hoadam.errors import NotFound, UsageFault
from hoadam.model.article import Article
from hoadam.store import TODAY, Account, Act, Observation, Point, Store, Tie
from hoadam.store.sentence import sentence_span
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import json_value, origin_of, slots_of


@dataclass(frozen=True, slots=True)
class Source:
    """One report of a fact with the words it was read from; `origin` is what it rests on, None where unknown.

    `reasons` say why it was judged the same as others, by their ids.
    """

    told: Observation
    article: Article
    origin: str | None
    corrected: bool
    reasons: dict[str, str]

    def row(self) -> dict[str, Any]:
        """The report as in `record.md`, with its sentence, the words of its evidence and where it comes from."""
        told = self.told
        words = {
            slot: [self.article.text[span.start : span.end] for span in spans]
            for slot, spans in told.fact.evidence.items()
        }
        return {
            "id": told.id, **told.fact.row(), "sentence": told.sentence, "words": words, "origin": self.origin,
            "corrected": self.corrected, "reasons": self.reasons, "reader": told.reader, "revision": told.revision,
            "learned": told.learned, "article": source(self.article),
        }  # fmt: skip

    def sentences(self) -> list[str]:
        """The other sentences that supply slots, in text order, each once."""
        spans = [span for found in self.told.fact.evidence.values() for span in found]
        around = sorted({sentence_span(self.article.text, span.start, span.end) for span in spans})
        begin, finish = self.told.sentence_at, self.told.sentence_at + len(self.told.sentence)
        return [self.article.text[low:high] for low, high in around if high <= begin or low >= finish]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Another fact that a report of this one contradicts, and why."""

    fact: str
    report: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A merged fact with its sources in the order of publication.

    `asked` is the id that was asked for, where it leads to this fact from another. `current` is False for what the
    record holds no longer: then it is shown as it last stood. `acts` are what people decided on it.
    """

    account: Account
    sources: tuple[Source, ...]
    contradictions: tuple[Contradiction, ...]
    acts: tuple[Act, ...]
    asked: str | None
    current: bool = True

    def row(self) -> dict[str, Any]:
        """The fact as a JSON object: merged slots, who supports what, disputes, history, counts, reports."""
        merged = self.account.merged
        support = {slot: [json_value(value) for value in values] for slot, values in merged.slots.items()}
        return {
            "id": merged.id, "kind": merged.kind, "when": merged.best("when"), **json_value(slots_of(self.account)),
            "support": support, "disputed": list(merged.disputed), "history": json_value(merged.history),
            "counts": json_value(merged.counts), "low": merged.low, "high": merged.high, "derived": merged.derived,
            "processes": list(self.account.filed), "contradicts": json_value(self.contradictions),
            "acts": [{**json_value(act), "id": act.id} for act in self.acts], "current": self.current,
            "redirected_from": self.asked, "reports": [one.row() for one in self.sources],
        }  # fmt: skip


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

    http_status = 409

    def __init__(self, asked: str, ids: list[str]) -> None:
        self.asked, self.ids = asked, tuple(ids)
        super().__init__(f"{asked!r} begins several ids: {', '.join(ids)}")


def source(article: Article) -> dict[str, Any]:
    """An article without its text."""
    return {name: value for name, value in article.row().items() if name != "text"}


def named(store: Store, asked: str) -> tuple[str, str]:
    """What an id or its beginning names: `fact`, `observation` or `article`, and the whole id.

    NoSuchId where that is nothing, Several where it is more than one.
    """
    if not asked:
        raise NoSuchId(asked)
    if store.revisions(asked):
        return "article", asked
    found = [("fact", id_) for id_ in store.fact_ids(asked)]
    found += [("observation", one.id) for one in store.matching(asked)]
    found += [("article", id_) for id_ in store.articles(asked)]
    exact = [one for one in found if one[1] == asked]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise Several(asked, [id_ for _, id_ in found])
    raise NoSuchId(asked)


def show(store: Store, id_: str, filters: Filters = EVERYTHING) -> ShownFact | ShownArticle:
    """What an id or its beginning names at the point in time of the filters, which are not looked at otherwise.

    NoSuchId where that is nothing, Several where it is more than one. What the record held before but holds no longer
    today is shown as it last stood.
    """
    sort, whole = named(store, id_)
    if sort == "article":
        return shown_article(store, whole)
    asked = filters.point(store)
    fact = store.heir(whole, asked) if sort == "fact" else store.fact_of(whole, asked)
    if fact is not None:
        return shown_fact(store, fact, whole if fact != whole else None, asked)
    point = store.last_point(whole) if asked == TODAY else None
    fact = whole if sort == "fact" else store.fact_of(whole, point) if point else None
    if point is None or fact is None:
        raise NoSuchId(id_)
    return replace(shown_fact(store, fact, whole if fact != whole else None, point), current=False)


def shown_fact(store: Store, id_: str, asked: str | None = None, point: Point = TODAY) -> ShownFact:
    """The fact of an id at a point, which holds something there."""
    (account,) = store.facts_of([id_], point)
    ids = [one.id for one in account.told]
    ties = store.ties(ids, point)
    sources = tuple(
        Source(
            one,
            article_of(store, one),
            origin_of(account, one),
            one.id in account.corrected,
            reasons(one.id, ids, ties),
        )
        for one in account.told
    )
    acts = tuple(store.acts_on(ids))
    return ShownFact(account, sources, contradictions(store, ids, ties, point), acts, asked)


def reasons(id_: str, ids: list[str], ties: list[Tie]) -> dict[str, str]:
    """Why a report was judged the same as others of its fact."""
    found = {}
    for tie in ties:
        held = tie.judgement
        if held.relation == "same" and id_ in (held.one, held.other) and held.one in ids and held.other in ids:
            by = "" if held.by_rule else f"{held.author}: "
            found[held.other if held.one == id_ else held.one] = by + held.reason
    return {str(other): reason for other, reason in found.items()}


def contradictions(store: Store, ids: list[str], ties: list[Tie], point: Point = TODAY) -> tuple[Contradiction, ...]:
    """The facts, at a point, of reports that contradict those of these ids."""
    found = []
    for tie in ties:
        held = tie.judgement
        if held.relation == "contradicts":
            mine, other = (held.one, str(held.other)) if held.one in ids else (str(held.other), held.one)
            fact = store.fact_of(other, point)
            if fact and other not in ids:
                found.append(Contradiction(fact, mine, held.reason))
    return tuple(dict.fromkeys(found))


def article_of(store: Store, told: Observation) -> Article:
    """The words that an observation was read from."""
    return next(one.article for one in store.revisions(told.article) if one.number == told.revision)


def shown_article(store: Store, id_: str) -> ShownArticle:
    """The latest revision with its facts."""
    revisions = store.revisions(id_)
    return ShownArticle(revisions[-1].article, tuple(store.told([id_])), len(revisions))
