"""An article cut at the bounds of its facts, so that facts which overlap are marked as properly nested links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoadam.store import Observation

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Note:
    """A fact as it stands in its article, numbered from 1 in text order."""

    number: int
    told: Observation

    @property
    def length(self) -> int:
        """How many code points its quote has."""
        return self.told.fact.end - self.told.fact.start


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that no fact's bound divides; `notes` cover it, the shortest first."""

    text: str
    notes: tuple[Note, ...]
    begun: tuple[Note, ...]
    ended: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, with the facts that begin in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def paragraphs(text: str, told: Sequence[Observation]) -> list[Paragraph]:
    """The paragraphs of a text that hold anything, each cut at the bounds of the facts that `told` reads from it."""
    notes = [Note(number, one) for number, one in enumerate(told, 1)]
    return [paragraph(text, match.span(), notes) for match in PARAGRAPH.finditer(text)]


def paragraph(text: str, span: tuple[int, int], notes: Sequence[Note]) -> Paragraph:
    """One paragraph, which stands at `span`."""
    low, high = span
    near = [one for one in notes if one.told.fact.start < high and one.told.fact.end > low]
    bounds = {low, high, *(one.told.fact.start for one in near), *(one.told.fact.end for one in near)}
    cuts = sorted(bound for bound in bounds if low <= bound <= high)
    begun = tuple(one for one in near if low <= one.told.fact.start < high)
    return Paragraph(tuple(pieces(text, cuts, near)), begun)


def pieces(text: str, cuts: Sequence[int], near: Sequence[Note]) -> Iterator[Piece]:
    """The stretches between cuts."""
    for start, end in pairwise(cuts):
        over = [one for one in near if one.told.fact.start <= start and one.told.fact.end >= end]
        yield Piece(
            text[start:end],
            tuple(sorted(over, key=lambda one: (one.length, one.number))),
            tuple(one for one in over if one.told.fact.start == start),
            tuple(one for one in over if one.told.fact.end == end),
        )
