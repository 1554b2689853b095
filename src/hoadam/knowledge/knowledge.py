"""All that the reader knows of the world before it reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hoadam.knowledge.name import Name
from hoadam.knowledge.person import Person


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Names and people, with display names and Wikidata ids by canonical value.

    `english` and `vietnamese` go from the code of a country or body to its name, `qids` from a code, a body or a
    person's name to its Wikidata id, `kinds` from a body to bloc · armed-group · international · collective, or from
    a medium to outlet · agency · platform, `members` from a body to the states that the press means by it. `given` are
    first names that people of any list or none may bear, `families` surnames that come first, `alike` goes from a
    spelling of a word that many names share to the commonest one.
    """

    names: tuple[Name, ...]
    people: Mapping[str, Person]
    english: Mapping[str, str]
    vietnamese: Mapping[str, str]
    qids: Mapping[str, str]
    kinds: Mapping[str, str]
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    alike: Mapping[str, str] = field(default_factory=dict)

    def holders(self, title: str, of: str, day: str) -> tuple[str, ...]:
        """The people who held `title` of the country or body `of` on `day` (`YYYY-MM-DD`), in code point order."""
        return tuple(
            sorted(
                person.name
                for person in self.people.values()
                if any(office.title == title and office.of == of for office in person.held(day))
            )
        )
