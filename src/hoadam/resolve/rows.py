"""Lists of states that an article names in a row, for "these countries" and the like to mean."""

from collections.abc import Sequence

from hoadam.model.item import Actor, Sentence
from hoadam.resolve.pairs import ties

FEW = 3  # states that make a list


class Rows:
    """The list named last, in text order."""

    def __init__(self) -> None:
        self.last: tuple[str, ...] = ()
        self.ends: Actor | None = None  # the last of the list

    def note(self, sentence: Sentence) -> None:
        """Keeps the last list of three or more states of a sentence."""
        items = sentence.items
        row: list[Actor] = []
        for n, item in enumerate(items):
            actor = item.actor
            if actor is None or len(actor.parties) != 1 or actor.people:
                continue
            tied = n > 1 and row and items[n - 2].actor is row[-1] and ties(items[n - 1])
            row = [*row, actor] if tied else [actor]
            if len(row) >= FEW:
                self.last, self.ends = tuple(dict.fromkeys(p for one in row for p in one.parties)), actor

    def behind(self, told: Sequence[Actor]) -> tuple[str, ...]:
        """The list, if the last actor told is the end of it or stands for it: whom "they" right behind it means."""
        last = told[-1] if told else None
        return self.last if last is not None and (last is self.ends or last.anaphor == "listed") else ()
