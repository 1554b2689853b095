"""Says who is meant: offices, surnames, "ông", "hai bên" and the like are bound to people and states of the article."""

from itertools import islice

from hoadam.knowledge import Knowledge, Person
from hoadam.model.item import Actor
from hoadam.model.parsed import Parsed


class Offices:
    """Who has held which office, found without going through everybody."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.held: dict[tuple[str, str], list[Person]] = {}
        for person in knowledge.people.values():
            for office in person.offices:
                self.held.setdefault((office.title, office.of), []).append(person)

    def holders(self, title: str, of: str, day: str) -> tuple[str, ...]:
        """The people who hold the office on the day (`YYYY-MM-DD`)."""
        people = self.held.get((title, of), ())
        found = {p.name for p in people if any(o.title == title and o.of == of for o in p.held(day))}
        return tuple(sorted(found))


class Binder:
    """Binds the actors of one article, in text order."""

    def __init__(self, parsed: Parsed, knowledge: Knowledge, offices: Offices, day: str) -> None:
        self.parsed, self.knowledge, self.held_offices, self.day = parsed, knowledge, offices, day
        self.actors = parsed.actors()
        self.named: dict[str, tuple[int, int]] = {}
        self.offices: dict[tuple[str, str | None], str] = {}
        self.states: dict[str, str] = {}
        self.recent: list[Actor] = []

    def bind(self) -> dict[str, str]:
        """All actors, in place; gives the state or body that each person stands for."""
        self._survey()
        for actor in self.actors:
            self._one(actor)
            self.recent.append(actor)
        return self.states

    def _survey(self) -> None:
        """Who is named anywhere, and in what office: a headline may say less than the lead."""
        for actor in self.actors:
            for person in actor.people:
                self.named.setdefault(person, (actor.start, actor.end))
        self._join_surnames()
        for actor in self.actors:
            for person in actor.people:
                if actor.title and actor.title != "counterpart":
                    self.offices.setdefault((actor.title, actor.of), person)
                    self.offices.setdefault((actor.title, None), person)
                if actor.of and not actor.kin and actor.tense != "former":
                    self.states.setdefault(person, actor.of)
        for person in self.named:
            if person not in self.states and person in self.knowledge.people:
                state = self._state(person)
                if state:
                    self.states[person] = state

    def _join_surnames(self) -> None:
        """An unknown name that ends a longer one in the article is that person."""
        for actor in self.actors:
            if actor.unknown and actor.people and " " not in actor.people[0]:
                short = actor.people[0]
                full = [n for n in self.named if n != short and (n.endswith(" " + short) or n.startswith(short + " "))]
                if len(full) == 1:
                    actor.people = (full[0],)
                    actor.antecedents.append(self.named[full[0]])

    def _state(self, person: str) -> str | None:
        known = self.knowledge.people[person]
        held = known.held(self.day) or known.offices[-1:]
        return held[0].of if held else None

    def _one(self, actor: Actor) -> None:
        if actor.anaphor:
            self._anaphor(actor)
        elif actor.title == "counterpart":
            self._counterpart(actor)
        elif actor.title and not actor.people and actor.of:
            self._office(actor)
        elif actor.kin and not actor.people:
            self._kin(actor)

    def _take(self, actor: Actor, person: str) -> None:
        actor.people = (person,)
        if person in self.named:
            actor.antecedents.append(self.named[person])

    def _office(self, actor: Actor) -> None:
        """An office alone is a person only if the article names that person somewhere."""
        told = self.offices.get((actor.title or "", actor.of))
        known = [p for p in self.held_offices.holders(actor.title or "", actor.of or "", self.day) if p in self.named]
        if told or known:
            self._take(actor, told or known[0])

    def _counterpart(self, actor: Actor) -> None:
        titled = [a for a in self.recent if a.title and a.title != "counterpart"]
        known = [a for a in self.recent if a.people and self._title(a.people[0])]
        actor.title = titled[-1].title if titled else self._title(known[-1].people[0]) if known else None
        if not actor.people and actor.title and actor.of:
            self._office(actor)

    def _title(self, person: str) -> str | None:
        known = self.knowledge.people.get(person)
        held = known.held(self.day) if known else ()
        return held[0].title if held else None

    def _kin(self, actor: Actor) -> None:
        for person, known in self.knowledge.people.items():
            if (actor.kin, actor.of) in known.kin:
                self._take(actor, person)
                return

    def _anaphor(self, actor: Actor) -> None:
        kind = actor.anaphor or ""
        if kind in ("man", "woman", "person"):
            person = self._last_person({"man": "m", "woman": "f"}.get(kind))
            if person:
                self._take(actor, person)
        elif kind == "title":
            told = self.offices.get((actor.title or "", None))
            if told:
                self._take(actor, told)
            actor.title = None
        elif kind == "source":
            told = next((a for a in reversed(self.recent) if a.vague or a.people), None)
            actor.vague = told is None or told.vague
            actor.people, actor.parties = (told.people, told.parties) if told else ((), ())
        elif kind == "parties":
            actor.parties = self._last_parties()
        elif kind == "people":
            actor.people = self._last_people()
        elif kind == "party":
            actor.parties = self._last_parties()[-1:]
        elif kind == "bloc":
            actor.parties = self._last_bloc()
        elif kind.startswith("leader:"):
            holders = self.held_offices.holders("president", kind.partition(":")[2], self.day)
            if holders:
                self._take(actor, holders[0])

    def _last_person(self, gender: str | None) -> str | None:
        for actor in reversed(self.recent):
            for person in actor.people[:1]:
                known = self.knowledge.people.get(person)
                if gender is None or known is None or known.gender == gender:
                    return person
        return None

    def _last_people(self) -> tuple[str, ...]:
        found: list[str] = []
        for actor in reversed(self.recent):
            for person in actor.people:
                if person not in found:
                    found.insert(0, person)
            if len(found) >= 2:
                break
        return tuple(found[-2:]) if len(found) >= 2 else ()

    def _last_bloc(self) -> tuple[str, ...]:
        """The last body, not a country."""
        named = (party for actor in reversed(self.recent) for party in reversed(actor.parties))
        return tuple(islice((party for party in named if party in self.knowledge.kinds), 1))

    def _last_parties(self) -> tuple[str, ...]:
        found: list[str] = []
        for actor in reversed(self.recent):
            for party in reversed(actor.parties or tuple(self.states[p] for p in actor.people if p in self.states)):
                if party not in found:
                    found.insert(0, party)
            if len(found) >= 2:
                break
        return tuple(found[-2:])
