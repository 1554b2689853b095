"""A form that the press writes, and what it names."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """One form with its canonical value.

    `type` is country · body · person · place · medium · institution. `stands` is the country or body that a place or
    an institution acts for, `office` the institution's English name. A `weak` form is also an everyday word or shared
    by several bearers, and counts only where its context (title, honorific, other countries) says so.
    """

    form: str
    type: str
    value: str
    stands: str | None = None
    weak: bool = False
    office: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        # Half the time of the way that dataclasses with slots are pickled; there are ten thousand names.
        return (Name, (self.form, self.type, self.value, self.stands, self.weak, self.office))
