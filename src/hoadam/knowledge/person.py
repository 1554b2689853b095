"""A person with the offices held."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Office:
    """A public office; `of` is a country or body, `start` and `end` ISO days, months or years, null where not known."""

    title: str
    of: str
    start: str | None = None
    end: str | None = None

    def on(self, day: str) -> bool:
        """Whether the office was held on `day` (`YYYY-MM-DD`); a bound that is a month or year covers all of it."""
        began = self.start is None or self.start[: len(day)] <= day
        return began and (self.end is None or day[: len(self.end)] <= self.end)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Office, (self.title, self.of, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Person:
    """A person by English name; `gender` is m, f or null, `kin` pairs of relation and the other person's name."""

    name: str
    qid: str | None
    gender: str | None
    offices: tuple[Office, ...] = ()
    kin: tuple[tuple[str, str], ...] = ()

    def held(self, day: str) -> tuple[Office, ...]:
        """The offices held on `day`, in the order of the data."""
        return tuple(office for office in self.offices if office.on(day))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Person, (self.name, self.qid, self.gender, self.offices, self.kin))
