"""A report: an observation as merging sees it, with the article's own time and outlet beside the fact."""

from dataclasses import dataclass

from hoadam.model.fact import Fact

FIRST, LAST = "0001-01-01", "9999-12-31"  # the bounds of a window that is open


@dataclass(frozen=True, slots=True)
class Report:
    """A fact as one article tells it.

    `id` is the observation's. `text` is the article whose words this one copies, its own id where it copies none.
    `low` and `high` are the days (counted in) between which the fact lies; where `derived`, the article states no time,
    and they follow from `published` alone: good for sorting and merging, never shown as a date and never in a slot.
    """

    id: str
    fact: Fact
    article: str
    outlet: str | None
    published: str
    text: str
    low: str
    high: str
    derived: bool

    @property
    def order(self) -> tuple[str, str]:
        """Earlier reports first, by day and clock as published, then by id: the order of everything in merging."""
        return self.published, self.id
