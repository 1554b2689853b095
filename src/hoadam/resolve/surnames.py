"""People told by part of a name are whom the article names in full."""

from collections import Counter
from collections.abc import Iterable

from hoadam.knowledge import Knowledge
from hoadam.model.item import Actor
from hoadam.model.parsed import Parsed
from hoadam.resolve.offices import name_ends

MOST = 256  # people among whom one is looked for


class Surnames:
    """The names of one article; `genders` are those that honorifics beside full names tell."""

    def __init__(self, parsed: Parsed, knowledge: Knowledge) -> None:
        self.text, self.knowledge = parsed.article.text, knowledge
        self.actors = parsed.actors()
        self.genders: dict[str, str] = {}
        for actor in self.actors:
            if actor.gender and " " in self.printed(actor):
                self.genders.setdefault(actor.people[0], actor.gender)

    def join(self) -> None:
        """Makes a surname alone the person of that surname whom the article names in full."""
        full = {self.printed(actor): actor for actor in self.actors if len(actor.people) == 1}
        by_end: dict[str, list[Actor]] = {}
        for name, actor in full.items():
            for end in name_ends(name):
                by_end.setdefault(end, []).append(actor)
        ways: dict[tuple[str, ...], Counter[str]] = {}  # people -> how the text prints them
        for actor in self.actors if by_end else ():
            ways.setdefault(actor.people, Counter())[self.printed(actor)] += 1
        for actor in self.actors if by_end else ():
            short = self.printed(actor)
            if short not in by_end or not (actor.unknown or self._mistaken(actor, ways[actor.people])):
                continue
            ends = {other.people[0]: other for other in by_end[short][:MOST]}
            ends = {name: other for name, other in ends.items() if self._may_be(name, actor)}
            if len(ends) == 1:
                ((name, other),) = ends.items()
                ways[actor.people] -= Counter((short,))
                actor.people, actor.unknown = (name,), other.unknown
                ways.setdefault(actor.people, Counter())[short] += 1

    def printed(self, actor: Actor) -> str:
        """The name as the text has it; nothing where there is none."""
        start, end = actor.sources.get("name", (0, 0))
        return self.text[start:end] if len(actor.people) == 1 else ""

    def _mistaken(self, actor: Actor, ways: Iterable[str]) -> bool:
        """Is a person known by surname alone not whom the article means: other sex, or another of that name told?"""
        person = actor.people[0]
        if not self._may_be(person, actor):
            return True
        short = self.printed(actor)
        return all(printed in ("", short) for printed in ways)

    def _may_be(self, person: str, actor: Actor) -> bool:
        """Does the honorific fit the person?"""
        known = self.knowledge.people.get(person)
        told = (known.gender if known else None) or self.genders.get(person)
        return not (actor.gender and told) or told == actor.gender
