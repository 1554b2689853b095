"""Days as numbers, so that they can be counted."""

from datetime import date
from functools import lru_cache


@lru_cache(65536)
def number(day: str) -> int:
    """The number of a day (`YYYY-MM-DD`, or a time that begins with it), counted from the first day of the year 1."""
    return date.fromisoformat(day[:10]).toordinal()
