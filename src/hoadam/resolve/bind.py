"""Says who is meant: offices, surnames, "ông", "hai bên" and the like are bound to people and states of the article."""

from collections import deque
from collections.abc import Iterable
from itertools import chain

from hoadam.knowledge import Knowledge
from hoadam.model.item import Actor
from hoadam.model.parsed import Parsed
from hoadam.model.seat import seats
from hoadam.model.story import opener, trio
from hoadam.resolve.figures import HEADS, bloc, body, figure
from hoadam.resolve.holders import part, respell
from hoadam.resolve.offices import LEADERS, Offices
from hoadam.resolve.pairs import Pairs, at_table, institution, source_of
from hoadam.resolve.posts import Posts
from hoadam.resolve.rows import Rows
from hoadam.resolve.setting import mediators
from hoadam.resolve.surnames import Surnames
from hoadam.resolve.table import seat
from hoadam.resolve.titles import check_title, counterparts_title, same_post, set_beside, share_titles

MOST = 256  # actors among whom an antecedent is looked for
BESIDE = 10  # code points between a person and the relative who is with him
GENDERS = {"man": "m", "woman": "f"}


class Binder:
    """Binds the actors of one article, in text order."""

    def __init__(self, parsed: Parsed, knowledge: Knowledge, offices: Offices, day: str) -> None:
        self.parsed, self.knowledge, self.known, self.day = parsed, knowledge, offices, day
        self.actors = parsed.actors()
        self.named: dict[str, tuple[int, int]] = {}
        self.posts = Posts()
        self.states: dict[str, str] = {}
        self.recent: deque[Actor] = deque(maxlen=MOST)
        self.subject: Actor | None = None  # who opened the sentence before
        self.source: tuple[str, ...] = ()  # whose the last unnamed source is who spoke
        self.lead: tuple[str, ...] = ()  # the side that opened the sentence before
        self.opens = False  # does the actor at hand open its sentence?
        self.genders: dict[str, str] = {}
        self.pairs, self.rows = Pairs(), Rows()
        self.paragraph = self.sentence = 0  # of the sentence at hand, the latter its start
        self.trio: tuple[str, ...] = ()
        self.seats: set[int] = set()  # where an actor stands that only tells a place
        self.home: tuple[str, ...] | None = None  # the state of those who write, if it takes part; None: not looked for
        self.spelled: dict[str, str] = {}  # a name as the text has it -> the holder of the office it comes with

    def bind(self) -> dict[str, str]:
        """All actors, in place; gives the state or body that each person stands for."""
        self._survey()
        self.trio = trio(self.parsed)
        for sentence in self.parsed.sentences:
            actors = [item.actor for item in sentence.items if item.actor]
            between = {actor.start for actor in mediators(sentence.items)}
            self.seats.update(seats(sentence), between)
            self.paragraph, self.sentence = sentence.paragraph, sentence.start
            self.pairs.note(sentence, between)
            self.rows.note(sentence)
            for number, actor in enumerate(actors):
                self.opens = number == 0
                self._one(actor)
                self.recent.append(actor)
            self.source = source_of(sentence) or self.source
            self.lead = next((self._parties_of([actor])[:1] for actor in actors), ())
            self.subject = opener(sentence) or self.subject
        self._complete()
        return self.states

    def _survey(self) -> None:
        """Who is named anywhere, and in what office: a headline may say less than the lead."""
        surnames = Surnames(self.parsed, self.knowledge)
        self.genders = surnames.genders
        surnames.join()
        for actor in self.actors:
            part(actor, self.known, self.day)
            self.spelled.update(respell(actor, surnames.printed(actor), self.known, self.day))
        for actor in self.actors:
            actor.people = tuple(self.spelled.get(person, person) for person in actor.people)
            for person in actor.people:
                self.named.setdefault(person, actor.sources.get("name", (actor.start, actor.end)))
        set_beside(self.parsed)
        share_titles(self.parsed, self.known, self.day)
        for actor in self.actors:
            check_title(actor, self.known, self.day)
            for person in actor.people:
                self._hold(person, actor)
        for person in self.named:
            state = None if person in self.states else self.known.state(person, self.day)
            if state:
                self.states[person] = state

    def _hold(self, person: str, actor: Actor) -> None:
        if actor.title and actor.title != "counterpart" and not actor.kin:
            self.posts.note(person, actor)
        if actor.of and not actor.kin and actor.tense != "former" and actor.of in self.knowledge.english:
            self.states.setdefault(person, actor.of)

    def _one(self, actor: Actor) -> None:
        if actor.anaphor:
            self._anaphor(actor)
        elif actor.master and ("group" in actor.sources or (actor.office and not actor.title)):
            self._rule(actor, actor.master)
        elif actor.title == "counterpart":
            self._counterpart(actor)
        elif actor.figure and not actor.people and self._figure(actor):
            pass
        elif actor.title and not actor.people and (actor.of or actor.under):
            actor.of = actor.of or self.states.get(actor.under or "")
            self._office(actor)
            actor.parties = actor.parties or ((actor.of,) if actor.under and actor.of and not actor.people else ())
        elif actor.kin:
            self._kin(actor)
        elif actor.office and not (actor.parties or actor.title or actor.people):
            actor.parties = self._whose(actor)
        elif actor.generic and not actor.people and len(actor.parties) == 1:
            self._head_of(actor)

    def _figure(self, actor: Actor) -> bool:
        """Who is told of again by trade, if anybody; else the words are an office or an unnamed source."""
        leads = [self.subject] if self.opens and self.subject else []
        person = figure(actor, chain(leads, reversed(self.recent)), self._serves)
        if person:
            self._take(actor, person)
            actor.title, actor.vague = None, False
        return person is not None

    def _serves(self, person: str) -> str | None:
        """The state that a person serves, unless as its head."""
        return None if self.known.title(person, self.day) in HEADS else self.states.get(person)

    def _rule(self, actor: Actor, leader: Actor) -> None:
        """The government or the office of a leader is the state's: "chính quyền của ông"."""
        if not leader.people:
            self._one(leader)
        actor.parties = leader.parties or self._parties_of([leader]) or tuple(filter(None, (leader.of,)))

    def _whose(self, actor: Actor) -> tuple[str, ...]:
        """Whose an institution told by itself is: as told before, else of those who write, if they take part."""
        told = institution(actor, self.recent, self.parsed.article.text)
        if not told and self.home is None:
            self.home = tuple({self.parsed.home}.intersection(self._parties_of(self.actors)))
        return told or self.home or ()

    def _take(self, actor: Actor, *people: str) -> None:
        actor.people = people
        actor.antecedents += [self.named[person] for person in people if person in self.named]

    def _head_of(self, actor: Actor) -> None:
        """The leader of a state told by it alone: whoever of its heads the article names, the last told first."""
        heads = {person for title in LEADERS for person in self.known.holders(title, actor.parties[0], self.day)}
        heads &= self.named.keys()
        if len(heads) > 1:
            told = (person for other in reversed(self.recent) for person in other.people if person in heads)
            heads = {next(told, min(heads))}
        if heads:
            self._take(actor, *heads)

    def _office(self, actor: Actor) -> None:
        """An office alone is a person only if the article names that person somewhere."""
        found = [person for party in actor.parties or (actor.of or "",) for person in self._holder(actor, party)[:1]]
        if found:
            self._take(actor, *dict.fromkeys(found))
        actor.title = None if actor.generic else actor.title

    def _holder(self, actor: Actor, party: str) -> list[str]:
        title = actor.title or ""
        told = self.posts.holder(actor, party)
        if told and actor.tense != "former":
            return [told]
        if actor.generic:
            found = self.known.leaders(party, self.day)
        else:
            found = self.known.holders(title, party, self.day, former=actor.tense == "former")
        return self.posts.others([person for person in found if person in self.named], actor, party)

    def _counterpart(self, actor: Actor) -> None:
        actor.title = counterparts_title(actor, reversed(self.recent), self.known, self.day)
        if not actor.people and actor.title and actor.of:
            self._office(actor)

    def _kin(self, actor: Actor) -> None:
        """Whose relative it is, where a pronoun or an office tells; and who, where no name does."""
        beside = self._beside(actor)
        if actor.master and not actor.people and beside and actor.master.sources.keys() == {"name"}:
            actor.people, actor.of = actor.master.people, beside[0]
            return
        if actor.of is None:
            known = self.knowledge.people.get(actor.people[0]) if actor.people else None
            own = [of for relation, of in known.kin if relation == actor.kin and of in self.named] if known else []
            if actor.master and not actor.master.people:
                self._one(actor.master)
            masters = actor.master.people if actor.master else ()
            near = () if actor.master else self._beside(actor)
            actor.of = next((person for person in (*own, *masters, *near) if person not in actor.people), None)
        if actor.people:
            return
        person = self.known.kin.get((actor.kin, actor.of))
        if person:
            self._take(actor, person)

    def _beside(self, actor: Actor) -> tuple[str, ...]:
        """The person told right before the actor: "ông Maduro và phu nhân …"."""
        last = self.recent[-1] if self.recent else None
        return last.people[-1:] if last and self.sentence <= last.start and actor.start - last.end <= BESIDE else ()

    def _anaphor(self, actor: Actor) -> None:
        they, kind = actor.anaphor == "they", actor.anaphor or ""
        if they:
            actor.anaphor = kind = "party"
        if kind != "title" and kind != "party":
            actor.title = None
        if kind in ("man", "woman", "person"):
            person = self._last_person(GENDERS.get(kind), actor)
            if person:
                self._take(actor, person)
        elif kind == "title":
            if actor.figure and self._figure(actor):
                return
            leads = [self.subject] if self.opens and self.subject else []
            told = self.posts.last(actor, chain(leads, reversed(self.recent))) or self._leader(actor)
            if told:
                self._take(actor, told)
            actor.parties = actor.parties or same_post(actor, self.recent)
            actor.title = None
        elif kind == "source":
            self._same_source(actor)
        elif kind == "same source":
            actor.parties = self.source
        elif actor.start in self.pairs.behind:
            actor.parties = self.pairs.behind[actor.start]
        elif kind == "parties":
            actor.parties = self._last_pair(actor) or self._last_parties()
        elif kind == "states":
            pair = self._last_pair(actor)
            mixed = not pair or any(party in self.knowledge.kinds for party in pair)
            actor.parties = (self._last_parties(states=True) if mixed else pair) or pair
        elif kind == "sides":
            actor.parties = at_table(self.parsed, self.trio) or self._last_pair(actor) or self._last_parties()
        elif kind == "listed":
            actor.parties = self.rows.last
        elif kind == "three":
            actor.parties = self.trio
        elif kind.startswith("people"):
            title = kind.partition(":")[2]
            self._take(actor, *(self._last_people(title) or self._last_people()))
            actor.parties = actor.parties if actor.people else self._last_parties()
        elif kind == "party":
            lead = self.lead if they and self.opens else self.rows.behind(self.recent) if they else ()
            actor.parties = lead or self._last_parties(places=True)[-1:]
            actor.of = next(iter(actor.parties), None)
            if actor.title and actor.of:
                self._office(actor)
            return
        elif kind == "office":
            office = body(reversed(self.recent))
            actor.parties = office.parties if office else self._last_parties()[-1:]
            actor.office = office.office if office else None
        elif kind == "bloc":
            actor.parties = bloc(reversed(self.recent), self.knowledge.kinds)
        elif kind.startswith("leader:"):
            holders = self.known.holders("president", kind.partition(":")[2], self.day)
            if holders:
                self._take(actor, holders[0])

    def _same_source(self, actor: Actor) -> None:
        """ "Quan chức này" is the last source, named or not."""
        told = next((other for other in reversed(self.recent) if other.vague or other.people), None)
        actor.vague = told is None or told.vague
        if told:
            actor.people, actor.parties = told.people, told.parties

    def _leader(self, actor: Actor) -> str | None:
        return self._last_person(None, actor) if actor.generic else None

    def _last_person(self, gender: str | None, actor: Actor) -> str | None:
        """The last person who fits; but a pronoun that opens a sentence is first whoever opened the one before, and one
        word inside a sentence whoever opens it."""
        here = (other for other in self.recent if other.start >= self.sentence and other.people)
        alone = " " not in self.parsed.article.text[actor.start : actor.end]
        lead = self.subject if self.opens else next(here, None) if alone else None
        for other in chain([lead] if lead else (), reversed(self.recent)):
            for person in other.people[:1]:
                known = self.knowledge.people.get(person)
                told = known.gender if known else self.genders.get(person)
                if gender is None or told in (None, gender):
                    return person
        return None

    def _last_people(self, title: str = "") -> tuple[str, ...]:
        found: list[str] = []
        for actor in reversed(self.recent):
            for person in actor.people:
                if person not in found and (not title or self._ranks(person, title, found)):
                    found.insert(0, person)
            if len(found) >= 2:
                break
        return tuple(found[-2:]) if len(found) >= 2 else ()

    def _ranks(self, person: str, title: str, others: list[str]) -> bool:
        """Does the person hold the office, or lead, for another state than the others?"""
        if self.states.get(person) in {self.states.get(other) for other in others}:
            return False
        held = self.posts.titles(person) | self.known.titles(person, self.day)
        return not held.isdisjoint(LEADERS if title == "leader" else (title,))

    def _last_pair(self, actor: Actor) -> tuple[str, ...]:
        """The only two states before it in its sentence, else those last named together, here or a paragraph before."""
        near = (other for other in self.recent if other.start >= self.sentence)
        here = self._parties_of(other for other in near if other.start not in self.seats)
        return here if len(here) == 2 else self.pairs.last(actor.start, self.paragraph)

    def _parties_of(self, actors: Iterable[Actor]) -> tuple[str, ...]:
        """The states and bodies that actors are or stand for, in their order."""
        given = (actor.parties or tuple(self.states[p] for p in actor.people if p in self.states) for actor in actors)
        return tuple(dict.fromkeys(party for parties in given for party in parties))

    def _last_parties(self, *, places: bool = False, states: bool = False) -> tuple[str, ...]:
        """The last two states or bodies, or states alone; with `places` also those that only tell a place."""
        found: list[str] = []
        for actor in reversed(self.recent):
            if actor.start in self.seats and not places:
                continue
            for party in reversed(self._parties_of([actor])):
                if party not in found and not (states and party in self.knowledge.kinds):
                    found.insert(0, party)
            if len(found) >= 2:
                break
        return tuple(found[-2:])

    def _complete(self) -> None:
        """What one phrase leaves open another tells: the state of an office, the state of the leader one serves."""
        told: dict[str, set[str]] = {}
        served: dict[str, set[str]] = {}  # person -> the states of all offices told
        for actor in self.actors:
            if actor.title and actor.of and not actor.kin:
                told.setdefault(actor.title, set()).add(actor.of)
                for person in actor.people:
                    served.setdefault(person, set()).add(actor.of)
        seat(self.parsed, self.states)
        for actor in self.actors:
            if not actor.title or actor.of or actor.kin or not actor.people:
                continue
            if actor.under:
                actor.of = self.states.get(actor.under)
            else:
                own = served.get(actor.people[0], set())
                actor.of = self._elsewhere(actor, told.get(actor.title, set())) or (min(own) if len(own) == 1 else None)

    def _elsewhere(self, actor: Actor, states: set[str]) -> str | None:
        """The state that the article gives for the same office: the person's own, or the only one."""
        own = {self.known.holds(person, actor.title or "", self.day) for person in actor.people} & states
        if own:
            return own.pop()
        unknown = all(person not in self.knowledge.people for person in actor.people)
        return next(iter(states)) if unknown and len(states) == 1 else None
