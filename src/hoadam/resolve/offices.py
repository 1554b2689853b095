"""Who holds which office, and whether two spellings can be one person's name."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cached_property

from hoadam.knowledge import Knowledge, Person
from hoadam.resolve.variants import Variants

LEADERS = ("president", "prime minister", "supreme leader", "general secretary", "king", "secretary-general")
HIGH = ("president", "vice president", "prime minister", "foreign minister", "defence minister", "secretary-general")
ALIKE = 0.72  # of the letters of two spellings
HEARD = 0.6  # of the letters of a name and what is written for its sound
_HEARD = re.compile(r"\w-[^\W\dA-Z_]*[^\x00-\x7f]")  # syllables tied by hyphens, with marks: "Pê-xcốp"
_EAR = str.maketrans("cqxzyvjgw", "kksdiphku")


class Offices:
    """Who has held which office, found without going through everybody."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge, self.people = knowledge, knowledge.people
        self.held: dict[tuple[str, str], list[Person]] = {}
        self.kin: dict[tuple[str | None, str | None], str] = {}  # relation and whose it is -> who
        for person in knowledge.people.values():
            for relation, of in person.kin:
                self.kin.setdefault((relation, of), person.name)
            for office in person.offices:
                self.held.setdefault((office.title, office.of), []).append(person)

    @cached_property
    def variants(self) -> Variants:
        """Who is meant by other dresses of a name; drawn up when the first unknown name is met."""
        return Variants(self.knowledge)

    def holders(self, title: str, of: str, day: str, *, former: bool = False) -> tuple[str, ...]:
        """The people who hold the office on the day (`YYYY-MM-DD`), or those who have held it and do not now."""
        people = self.held.get((title, of), ())
        found = {p.name for p in people if any(o.title == title and o.of == of for o in p.held(day)) != former}
        return tuple(sorted(found))

    def leaders(self, of: str, day: str) -> tuple[str, ...]:
        """Those who lead the state or body on the day, the first office of `LEADERS` that has a holder."""
        return next((found for title in LEADERS if (found := self.holders(title, of, day))), ())

    def title(self, person: str, day: str) -> str | None:
        """The office that the person holds on the day."""
        known = self.people.get(person)
        held = known.held(day) if known else ()
        return held[0].title if held else None

    def titles(self, person: str, day: str) -> set[str]:
        """All offices that the person holds on the day."""
        known = self.people.get(person)
        return {office.title for office in known.held(day)} if known else set()

    def holds(self, person: str, title: str, day: str) -> str | None:
        """The state or body where the person holds the office on the day."""
        known = self.people.get(person)
        return next((o.of for o in known.held(day) if o.title == title), None) if known else None

    def state(self, person: str, day: str) -> str | None:
        """The state or body that the person stands for."""
        known = self.people.get(person)
        held = (known.held(day) or known.offices[-1:]) if known else ()
        return held[0].of if held else None

    def denies(self, person: str, title: str, of: str) -> bool:
        """Is it known that the office is somebody else's, and that the person serves elsewhere?"""
        known = self.people.get(person)
        if known is None or not known.offices or title not in HIGH or (title, of) not in self.held:
            return False
        return all(office.of != of for office in known.offices)

    def never(self, person: str, title: str, of: str) -> bool:
        """Is it known that the person, who is known, has not held the office that others have?"""
        known, held = self.people.get(person), self.held.get((title, of), ())
        return known is not None and bool(known.offices) and bool(held) and known not in held

    def spelled(self, name: str, title: str, of: str, day: str) -> str | None:
        """The holder of an office whose name is this one in another spelling, or cut short."""
        for holder in self.holders(title, of, day):
            if alike(name, holder):
                return holder
        return None


def alike(one: str, other: str) -> bool:
    """Can both be one name? Most letters agree, or surnames do and first names begin alike; or one is cut short."""
    a, b = _plain(one), _plain(other)
    if _HEARD.search(one) and SequenceMatcher(None, _sound(a), _sound(b)).ratio() >= HEARD:
        return True
    if len(a) >= 4 and b.startswith(a):
        return True
    if SequenceMatcher(None, a, b).ratio() >= ALIKE + 0.1:
        return True
    surnames = SequenceMatcher(None, a.rpartition(" ")[2], b.rpartition(" ")[2]).ratio() >= ALIKE
    return surnames and (" " not in a or a[0] == b[0])


def _sound(plain: str) -> str:
    """The letters of a name as Vietnamese ears have them: `netanhiahu` and `netanyahu` come near each other."""
    return plain.replace(" ", "").translate(_EAR)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.lower().replace("-", " ").replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def name_ends(name: str) -> set[str]:
    """What a name of several words may be cut to: its first word, or its end from any other word on."""
    words = name.split(" ")
    return {words[0], *(" ".join(words[at:]) for at in range(1, len(words)))} if len(words) > 1 else set()
