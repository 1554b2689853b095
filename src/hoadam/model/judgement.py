"""A judgement: what a rule or a person holds of one observation or of two."""

from dataclasses import dataclass
from typing import Any, Literal

Relation = Literal["same", "apart", "contradicts", "follows", "withdrawn", "corrected"]
RULE = "rule:"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`one` stands in `relation` to `other`; a withdrawal has no other, a correction has `slot` and `value` instead.

    `one` follows `other` in time: `one` is the later. Of the symmetric relations `one` is the smaller id. `reason` is
    for people to read, `author` is `rule:NAME` or a person, `weight` how firmly a rule holds that two are the same.
    """

    relation: Relation
    one: str
    other: str | None
    reason: str
    author: str
    weight: int = 0
    slot: str | None = None
    value: Any = None

    @property
    def by_rule(self) -> bool:
        """Is it a rule's, so that it can be made anew, and not a person's?"""
        return self.author.startswith(RULE)
