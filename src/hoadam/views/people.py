"""Who is in the record: offices as told, how many facts, whom they met."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hoadam.store import Account, Lead, Store, Tallied
from hoadam.store.naming import company, offices, persons
from hoadam.views.filters import EVERYTHING, PERSON_SLOTS, Filters
from hoadam.views.names import people_named, process_named
from hoadam.views.told import json_value, leading

COUNTED = Filters().unlimited()  # what the record counts by itself, besides person and process


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
    """What has been seen of one person so far: how many facts, their first and last day, the fact that is shown."""

    lead: Account
    facts: int = 0
    first: str = ""
    last: str = ""
    offices: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)


def people(store: Store, filters: Filters = EVERYTHING) -> list[Person]:
    """The people of the facts that pass the filters, those with most facts first; `limit` counts people.

    Without filters, and for a person or a process, the record has counted them; else their facts are gone through.
    """
    wanted = None if filters.person is None else people_named(filters.person, store)
    if replace(filters.unlimited(), person=None, process=None) == COUNTED:
        return counted(store, filters, wanted or ())
    found: dict[str, Gathered] = {}
    for one in store.walk(filters.unlimited().query(store, None, people=PERSON_SLOTS)):
        gather(one, found)
    if wanted is not None:
        found = {name: held for name, held in found.items() if name in wanted}
    rows = sorted((person(name, held) for name, held in found.items()), key=lambda row: (-row.facts, row.person))
    return filters.first(rows)


def counted(store: Store, filters: Filters, names: tuple[str, ...]) -> list[Person]:
    """The people whom the record counts first, all or of these names, as a whole or in one process."""
    process = process_named(filters.process, store) if filters.process else ""
    ranked = store.tallies(Tallied("person", process, names, filters.limit, filters.offset))
    leads = {lead.name: lead for lead in store.leads([one.one for one in ranked], process)}
    shown = {one.id: one for one in store.facts_of(sorted({lead.fact for lead in leads.values()}))}
    found = {one.one: (one.times, leads[one.one]) for one in ranked}
    return [person(name, known(store, process, lead, facts, shown[lead.fact])) for name, (facts, lead) in found.items()]


def known(store: Store, process: str, lead: Lead, facts: int, shown: Account) -> Gathered:
    """What the record has counted of one person."""
    told, met = (store.tallies(Tallied(sort, process, (lead.name,))) for sort in ("office", "met"))
    counts = [Counter({one.other: one.times for one in found}) for found in (told, met)]
    return Gathered(shown, facts, lead.first, lead.last, *counts)


def gather(one: Account, found: dict[str, Gathered]) -> None:
    """Add a fact to everyone whom it names; facts come in order of time."""
    facts = [told.fact for told in one.told]
    first, last = one.told[0].published[:10], one.told[-1].published[:10]
    for name in persons(one.merged, facts):
        held = found.setdefault(name, Gathered(one, first=first, last=last))
        held.facts += 1
        held.first, held.last = min(held.first, first), max(held.last, last)
        if one.merged.kind == "role" and held.lead.merged.kind != "role":
            held.lead = one
    for name, words in offices(one.merged, facts):
        found[name].offices[words] += 1
    for name, other in company(one.merged):
        found[name].met[other] += 1


def fullest(offices: Iterable[str]) -> list[str]:
    """The offices without those that another one tells more fully."""
    known = set(filter(None, offices))
    fuller = {words[: comma.start()] for words in known for comma in re.finditer(", ", words)}
    return [words for words in known if words not in fuller]


def most(counts: Mapping[str, int], names: Iterable[str]) -> list[str]:
    """Names, those counted most often first."""
    return sorted(names, key=lambda name: (-counts[name], name))


def person(name: str, held: Gathered) -> Person:
    """The row of a person."""
    shown = leading(held.lead)
    return Person(
        person=name, offices=tuple(most(held.offices, fullest(held.offices))), facts=held.facts,
        met=tuple(Met(other, held.met[other]) for other in most(held.met, held.met)), first=held.first, last=held.last,
        sentence=shown.sentence, outlet=shown.outlet, published=shown.published, article=shown.article, id=held.lead.id,
    )  # fmt: skip
