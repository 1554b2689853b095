"""Finds the known person behind a name in another dress: an initial, part of the name, its words turned round."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from hoadam.knowledge import Knowledge
from hoadam.knowledge.spelling import folded

Words = tuple[str, ...]

FIRST = 0.7  # of the letters of two first names with one surname
LAST = 0.82  # of the letters of two surnames with one first name
LONG = 4  # letters of a surname that can be told by its likeness
SOUND = (
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("y", "i"),
    ("w", "v"),
    ("ii", "i"),
    ("ou", "u"),
    ("q", "k"),
)


class Variants:
    """Known people by the words of their names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.people, self.families, self.alike = knowledge.people, knowledge.families, knowledge.alike
        self.whole: dict[Words, list[str]] = {}  # the words of a name -> whose it is
        for name in knowledge.names:
            if name.type == "person" and (" " in name.form or "-" in name.form):
                self.whole.setdefault(self._words(name.form), []).append(name.value)
        self.by_end: dict[str, list[Words]] = {}
        self.by_start: dict[str, list[Words]] = {}
        for words in self.whole:
            self.by_end.setdefault(words[-1], []).append(words)
            self.by_start.setdefault(words[0], []).append(words)

    def of(self, name: str, state: str | None, gender: str | None) -> str | None:
        """The one known person whom the name can mean, who serves the state and is of the gender where they are told.

        The first way in which anybody fits decides: initials, other order, part of a longer name, a like spelling.
        """
        words = self._words(name)
        if len(words) < 2:
            return None
        ways = (self._initials, self._turned, self._longer, self._like)
        for way in ways[: 3 if name.partition(" ")[0] in self.families else 4]:
            fitting = {person for person in way(words) if self._fits(person, state, gender)}
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return None

    def _words(self, name: str) -> Words:
        """The words of a name in plain small letters, initials by themselves, the commonest ones in one spelling."""
        words = folded(name).lower().replace(".", " ").replace("-", " ").split()
        return tuple(self.alike.get(word, word) for word in words)

    def _fits(self, person: str, state: str | None, gender: str | None) -> bool:
        known = self.people[person]
        served = {office.of for office in known.offices}
        return (not (state and served) or state in served) and (not (gender and known.gender) or gender == known.gender)

    def _named(self, names: Iterable[Words]) -> Iterator[str]:
        for words in names:
            yield from self.whole[words]

    def _initials(self, words: Words) -> Iterator[str]:
        """`D. Trump`, `Donald J. Trump`."""
        ends = self.by_end.get(words[-1], ())
        if len(words[0]) == 1:
            yield from self._named(one for one in ends if one[0][0] == words[0] and _follow(words[1:-1], one[1:-1]))
        elif any(len(word) == 1 for word in words):
            yield from self.whole.get((words[0], *(word for word in words[1:] if len(word) > 1)), ())

    def _turned(self, words: Words) -> Iterator[str]:
        """`Kanasugi Kenji`."""
        return iter(self.whole.get((*words[1:], words[0]), ()))

    def _longer(self, words: Words) -> Iterator[str]:
        """Two words or more of a longer name that begin or end it, or both."""
        ends = (*self.by_end.get(words[-1], ()), *self.by_start.get(words[0], ()))
        return self._named(one for one in ends if len(one) > len(words) and _follow(words, one))

    def _like(self, words: Words) -> Iterator[str]:
        """The surname of somebody with a like first name, or the first name of somebody with a like surname."""
        first, midst, last = words[0], words[1:-1], words[-1]
        yield from self.whole.get(words, ())
        if len(last) >= LONG:
            ends, starts = self.by_end.get(last, ()), self.by_start.get(first, ())
            yield from self._named(one for one in ends if one[1:-1] == midst and _alike(one[0], first, FIRST))
            yield from self._named(one for one in starts if one[1:-1] == midst and _alike(one[-1], last, LAST))


def _follow(some: Words, all_: Words) -> bool:
    """Do the words stand among the others, in their order, an initial for a whole word?"""
    rest = iter(all_)
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in some)


def _alike(one: str, other: str, least: float) -> bool:
    a, b = _sound(one), _sound(other)
    return a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= least


def _sound(word: str) -> str:
    for letters, plain in SOUND:
        word = word.replace(letters, plain)
    return word
