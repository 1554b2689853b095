"""A merged fact as the record holds it, with the observations that it was put together from."""

from dataclasses import dataclass

from hoadam.model.judgement import Judgement
from hoadam.model.merged import Merged
from hoadam.store.observation import Observation


@dataclass(frozen=True, slots=True)
class Account:
    """A merged fact with its observations in the order of publication, as people corrected them.

    `filed` are its processes; `copies` gives for each article that copies another one the article that it copies.
    `corrected` are the observations that people corrected.
    """

    merged: Merged
    told: tuple[Observation, ...]
    filed: tuple[str, ...]
    copies: dict[str, str]
    corrected: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.merged.id

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where its first report stands: by publication, article, and place in the text."""
        first = self.told[0]
        return first.published, first.article, first.fact.start, first.id


@dataclass(frozen=True, slots=True)
class Tie:
    """What is held of two reports, and whether a person said so in an act."""

    judgement: Judgement
    act: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """A report that joined a fact or left it; `at` is record time, `day` that of publication."""

    at: str
    what: str
    observation: str
    outlet: str | None
    day: str
