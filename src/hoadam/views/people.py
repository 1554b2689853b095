"""Who is in the record: offices as told, how many facts, whom they met."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, PERSON_SLOTS, Filters
from hoadam.views.names import knowledge, people_named
from hoadam.views.told import json_value, leading

ONE = ("person", "head", "replaces")
MET = frozenset({"held", "ongoing"})


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met, in how many meetings held or going on."""

    person: str
    meetings: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `offices` as the articles tell them, the commonest first, `first` and `last` days of publication.

    `sentence` is one that names an office, else the first that names the person, with its source and fact `id`.
    """

    person: str
    offices: tuple[str, ...]
    facts: int
    met: tuple[Met, ...]
    first: str
    last: str
    sentence: str
    outlet: str | None
    published: str
    article: str
    id: str

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return dict(json_value(self))


@dataclass(slots=True)
class Gathered:
    """What has been seen of one person so far."""

    seen: list[Account] = field(default_factory=list)
    offices: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)


def people(store: Store, filters: Filters = EVERYTHING) -> list[Person]:
    """The people of the facts that pass the filters, those with most facts first; `limit` counts people."""
    found: dict[str, Gathered] = {}
    for one in store.facts(filters.unlimited().query(store, None, people=PERSON_SLOTS)):
        gather(one, found)
    if filters.person is not None:
        wanted = people_named(filters.person, store)
        found = {name: held for name, held in found.items() if name in wanted}
    rows = sorted((person(name, held) for name, held in found.items()), key=lambda row: (-row.facts, row.person))
    return filters.first(rows)


def persons(one: Account) -> list[str]:
    """The people that a fact names, each once; a speaker only where no country or body is meant."""
    merged = one.merged
    named = [*merged.all("people"), *(name for slot in ONE for name in merged.all(slot))]
    named += [
        told.fact.speaker for told in one.told if told.fact.named and told.fact.speaker not in knowledge().english
    ]
    return [name for name in dict.fromkeys(named) if name]


def gather(one: Account, found: dict[str, Gathered]) -> None:
    """Add a fact to everyone whom it names."""
    for name in persons(one):
        found.setdefault(name, Gathered()).seen.append(one)
    if one.merged.kind in ("role", "appointment"):
        for told in one.told:
            found[str(told.fact.slots["person"])].offices[office(told.fact.slots)] += 1
    if took_place(one):
        company = one.merged.all("people")
        for name in company:
            found[name].met.update(other for other in company if other != name)


def took_place(one: Account) -> bool:
    """Is it a meeting that was held or goes on, as told last?"""
    return one.merged.kind == "meeting" and bool(one.merged.history) and one.merged.history[-1].status in MET


def office(slots: Any) -> str:
    """The words of an office: "foreign minister, USA"; "son-in-law, Donald Trump"."""
    return ", ".join(part for part in (slots.get("title") or slots.get("relation"), slots.get("of")) if part)


def fullest(offices: Iterable[str]) -> list[str]:
    """The offices without those that another one tells more fully."""
    known = set(filter(None, offices))
    return [words for words in known if not any(other.startswith(f"{words}, ") for other in known)]


def person(name: str, held: Gathered) -> Person:
    """The row of a person."""
    days = sorted(told.published[:10] for one in held.seen for told in one.told)
    fact = next((one for one in held.seen if one.merged.kind == "role"), held.seen[0])
    shown = leading(fact)
    offices = sorted(fullest(held.offices), key=lambda words: (-held.offices[words], words))
    met = sorted(held.met, key=lambda other: (-held.met[other], other))
    return Person(
        person=name, offices=tuple(offices), facts=len(held.seen),
        met=tuple(Met(other, held.met[other]) for other in met), first=days[0], last=days[-1],
        sentence=shown.sentence, outlet=shown.outlet, published=shown.published, article=shown.article, id=fact.id,
    )  # fmt: skip
