"""Rows of views as items of an answer: what is held, how well it is supported, and the sentences it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hoadam.interfaces.columns import SUMMARIES
from hoadam.interfaces.table import further, slot
from hoadam.interfaces.terminal import harmless
from hoadam.kinds import KINDS
from hoadam.store import Observation, Store
from hoadam.views.filters import Filters
from hoadam.views.told import LAST, Told

LONGEST = 2000  # characters of one text, of an article's own aside
UNLISTED = ("person", "title", "of", "side", "people")  # slots of kinds that no timeline shows
SHOWN = 5  # sentences of an item that rests on many facts

Item = dict[str, Any]


def clean(value: Any) -> Any:
    """A value whose texts are bounded and hold no letter that could hide or reorder others."""
    if isinstance(value, str):
        text = harmless(value)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
    if isinstance(value, (list, tuple)):
        return [clean(member) for member in value]
    if isinstance(value, Mapping):
        return {str(name): clean(member) for name, member in value.items()}
    return value


def evidence(row: Told) -> Item:
    """The leading report of a row."""
    return {
        "fact": row.id, "quotation": row.sentence, "outlet": row.outlet, "published": row.published, "url": row.url,
        "article": row.article, "speaker": row.speaker, "named": row.named, "via": list(row.via),
    }  # fmt: skip


def cited(fact: str, one: Observation) -> Item:
    """A report of a fact."""
    return {
        "fact": fact, "quotation": one.sentence, "outlet": one.outlet, "published": one.published, "url": one.url,
        "article": one.article, "speaker": one.fact.speaker, "named": one.fact.named, "via": list(one.fact.via),
    }  # fmt: skip


def told(row: Told, kind: str) -> Item:
    """The item of a row that is a merged fact."""
    held = row.row()
    slots = held.get("slots") or {name: held.get(name) for name in KINDS[kind].empty()}
    beside = {"when", "kind", "slots", *LAST, *slots}
    return {
        "fact": row.id, "kind": kind, "when": row.when, "summary": summary(kind, {**held, "slots": slots}),
        "slots": slots, "details": {name: value for name, value in held.items() if name not in beside},
        "reports": row.reports, "outlets": row.outlets, "origins": row.origins, "disputed": list(row.disputed),
        "evidence": [evidence(row)],
    }  # fmt: skip


def summary(kind: str, row: Mapping[str, Any]) -> str:
    """What a fact holds in a line of words, with its steps, its delegations, and what stands beside it."""
    slots = " · ".join(filter(None, (slot(name, row) for name in SUMMARIES.get(kind, UNLISTED))))
    return " | ".join((slots, *further(row)))


def gathered(kind: str, words: str, details: Mapping[str, Any], rows: Sequence[Told]) -> Item:
    """The item of what rests on several facts, `rows`, of which the first sentences are shown.

    `outlets` and `origins` are those of the best supported one.
    """
    return {
        "fact": rows[0].id if len(rows) == 1 else None, "kind": kind, "when": None, "summary": words, "slots": {},
        "details": dict(details), "reports": sum(row.reports for row in rows),
        "outlets": max((row.outlets for row in rows), default=0),
        "origins": max((row.origins for row in rows), default=0), "disputed": [],
        "evidence": [evidence(row) for row in rows[:SHOWN]],
    }  # fmt: skip


class Facts:
    """Rows of facts by their ids, as of the point that filters name."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self.store, self.point = store, filters.point(store)

    def rows(self, ids: Iterable[str]) -> list[Told]:
        """The rows in the order of their ids."""
        return [Told.of(one) for one in self.store.facts_of(list(dict.fromkeys(ids)), self.point)]
