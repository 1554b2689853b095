"""Facts before they are kept: their slots as fields of a form, and what was changed in them as decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.words import PARTY_SLOTS, shown
from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store import Observation, Store
from hoadam.store.sentence import sentence_span
from hoadam.views import decide
from hoadam.views.told import json_value

LEFT_OUT = "left out before it was kept"
MENDED = "mended before it was kept"


@dataclass(frozen=True, slots=True)
class Field:
    """A slot as a field: its value as somebody would type it, and the words it may hold where they are few."""

    slot: str
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A fact with its sentence as a row for the pages, and its fields; `key` names it in the form."""

    key: str
    kind: str
    row: Mapping[str, Any]
    fields: tuple[Field, ...]


def previews(article: Article, facts: Sequence[Fact]) -> list[Preview]:
    """The facts of an article that is not kept yet, in text order."""
    return [preview(article, place, fact) for place, fact in enumerate(facts)]


def preview(article: Article, place: int, fact: Fact) -> Preview:
    """A fact with its fields."""
    low, high = sentence_span(article.text, fact.start, fact.end)
    row = {**fact.row(), "sentence": article.text[low:high], "sentence_start": low}
    return Preview(str(place), fact.kind, row, tuple(fields_of(fact)))


def fields_of(fact: Fact) -> Iterable[Field]:
    """The slots of a fact as fields, its time first."""
    kind = KINDS[fact.kind]
    yield Field("when", fact.when or "", ())
    for slot in kind.empty():
        yield Field(slot, typed(slot, fact.slots.get(slot)), tuple(kind.words.get(slot) or ()))


def typed(slot: str, value: Any) -> str:
    """A value as somebody would type it."""
    if isinstance(value, (list, tuple)):
        return "; ".join(typed(slot, member) for member in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else shown(slot, value) if slot in PARTY_SLOTS else str(value)


def mended(store: Store, article: Article, sent: Mapping[str, str], who: str) -> None:
    """Keep what was changed in the facts of an article that has just been kept.

    `sent` holds `keep-KEY` for every fact to keep and `KEY-SLOT` for its fields; a fact that is not kept is rejected.
    """
    for key, one in enumerate(store.told([article.id])):
        if f"kind-{key}" not in sent or sent[f"kind-{key}"] != one.fact.kind:
            continue
        if f"keep-{key}" not in sent:
            decide.reject(store, one.id, who, LEFT_OUT)
            continue
        for field in fields_of(one.fact):
            correct(store, one, field, sent.get(f"{key}-{field.slot}"), who)


def correct(store: Store, one: Observation, field: Field, words: str | None, who: str) -> None:
    """Keep a new value for a slot, where one was typed."""
    if words is None or words.strip() == field.value:
        return
    value = decide.valued(store, one.fact.kind, field.slot, words.strip())
    old = one.fact.when if field.slot == "when" else one.fact.slots.get(field.slot)
    if json_value(old) != value:
        decide.correct(store, one.id, f"{field.slot}={words.strip()}", who, MENDED)
