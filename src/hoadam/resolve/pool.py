"""The facts of one kind that an article keeps, filed so that the one which tells the same is found without a search.

Facts are compared only with those that can be one with them; of these, and of pairs of headline and body, only with
the first `MOST`, so that work grows with the length of the article alone. No article in print comes near that.
"""

from collections.abc import Callable, Hashable, Iterator

from hoadam.model.fact import Fact

MOST = 64  # facts compared with one
BLOCK = 512  # code points
KEYS = {
    "role": ("person", "relation"),
    "position": ("party", "issue", "stance"),
    "claim": ("quantity", "object", "act"),
    "draft": ("event",),
    "appointment": ("change",),
    "agreement": ("matter", "event"),
}  # kind -> the slots in which two facts told on one side, headline or body, agree if they are one
ACROSS = ("statement", "position", "claim")  # kinds of which a headline and its lead may tell one fact in other words


class Pool:
    """The facts kept of one kind; `body` is where the text after the headline begins."""

    def __init__(self, body: int) -> None:
        self.body = body
        self.kept: list[Fact] = []
        self.filed: dict[Hashable, list[int]] = {}
        self.asked = 0  # headlines compared with the whole body

    def first(self, fact: Fact, one: Callable[[Fact, Fact], bool]) -> int | None:
        """The index of the first fact kept that is one with this one."""
        return next((n for n in self._near(fact) if one(fact, self.kept[n])), None)

    def add(self, fact: Fact) -> None:
        """Keeps a fact."""
        for key in (*_keys(fact), fact.start < self.body):
            self.filed.setdefault(key, []).append(len(self.kept))
        self.kept.append(fact)

    def _near(self, fact: Fact) -> list[int]:
        found = {n for key in _keys(fact) for n in self.filed.get(key, ())[:MOST]}
        if fact.kind in ACROSS:
            found.update(self._across(fact.start < self.body))
        return sorted(found)

    def _across(self, headline: bool) -> list[int]:
        """The facts told in the body, for one of a headline, and the other way round."""
        others = self.filed.get(not headline, [])
        self.asked += headline
        return others if headline and self.asked <= MOST else others[:MOST]


def _keys(fact: Fact) -> Iterator[Hashable]:
    """Under what a fact is filed and looked for. Statements that are one overlap, or are the same person's."""
    if fact.kind == "statement":
        yield (fact.speaker,)
        yield from ((fact.speaker, block) for block in range(fact.start // BLOCK, fact.end // BLOCK + 1))
    else:
        yield tuple(_plain(fact.slots[slot]) for slot in KEYS.get(fact.kind, ()))


def _plain(value: object) -> Hashable:
    """What is equal by `kinds.kind.same` is equal."""
    if isinstance(value, (list, tuple)):
        return tuple(sorted(map(str, value)))
    return value.casefold() if isinstance(value, str) else value if isinstance(value, Hashable) else None
