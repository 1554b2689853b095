"""A typed stretch of an article's text."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` with what it is. `value` is EDTF for times, the canonical name or code for names, else free."""

    start: int
    end: int
    type: str
    value: str | int | float | None
    text: str

    def row(self) -> dict[str, Any]:
        """The span as `hoadam parse` prints it."""
        return {"start": self.start, "end": self.end, "type": self.type, "value": self.value, "text": self.text}
