"""A process: a negotiation by its parties and words, and which facts are filed under it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hoadam.errors import RuleFault
from hoadam.knowledge.load import load
from hoadam.model.fact import Fact

HERE = Path(__file__).resolve().parent / "processes"
KEYS = ("en", "vi", "sides", "others", "words", "must")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRY = re.compile(r"(?:^|, )([A-Z]{3})$")


@dataclass(frozen=True, slots=True)
class Process:
    """A negotiation between `sides` (each one or more codes of countries and bodies), with `others` that take part.

    A text is about it where it names two sides or holds one of `words`, and one of `must` where there are any.
    """

    name: str
    en: str
    vi: str
    sides: tuple[tuple[str, ...], ...]
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    must: tuple[str, ...] = ()

    def row(self) -> dict[str, Any]:
        """The definition as a JSON object."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "Process":
        """The definition of a JSON object."""
        lists = {key: tuple(row.get(key) or ()) for key in ("others", "words", "must")}
        sides = tuple(tuple([side] if isinstance(side, str) else side) for side in row["sides"])
        return cls(row["name"], row.get("en", row["name"]), row.get("vi", row["name"]), sides, **lists)


def processes_in(file: Path) -> list[Process]:
    """The definitions of a TOML file; RuleFault with all its faults."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RuleFault(f"{file.name}: {problem}") from problem
    faults = [f"{file.name}: {name}: {fault}" for name, row in table.items() for fault in faults_of(name, row)]
    if faults:
        raise RuleFault("\n".join(faults))
    return [Process.from_row({"name": name, **row}) for name, row in table.items()]


def faults_of(name: str, row: Any) -> Iterable[str]:
    """What is wrong with a definition."""
    if not NAME.fullmatch(name):
        yield "a name has small letters, digits and hyphens alone"
    if not isinstance(row, dict) or not isinstance(row.get("sides"), list) or len(row["sides"]) < 2:
        yield "sides must list two codes or more"
        return
    yield from (f"unknown key {key!r}; known are {', '.join(KEYS)}" for key in row if key not in KEYS)
    lists = [[side] if isinstance(side, str) else side for side in [*row["sides"], row.get("others", [])]]
    codes = [code for held in lists for code in (held if isinstance(held, list) else [held])]
    known = load().english
    yield from (f"{code!r} is neither a country code nor a body" for code in codes if code not in known)
    for key in ("words", "must"):
        if not all(isinstance(word, str) for word in row.get(key, [])):
            yield f"{key} must be a list of words"


@cache
def given() -> tuple[Process, ...]:
    """The processes that come with the program, by name."""
    found = [process for file in sorted(HERE.glob("*.toml")) for process in processes_in(file)]
    return tuple(sorted(found, key=lambda process: process.name))


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds one of these words; None where there are none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b") if words else None


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Does a text hold one of these words?"""
    found = pattern(words)
    return bool(found and found.search(text))


@cache
def names(side: tuple[str, ...]) -> tuple[str, ...]:
    """What a side is called."""
    known = load()
    return tuple(dict.fromkeys(name for code in side for name in (known.english[code], known.vietnamese[code])))


def about(process: Process, text: str) -> bool:
    """Is a text about a process?"""
    if process.must and not holds(text, process.must):
        return False
    named = sum(holds(text, names(side)) for side in process.sides)
    return named > 1 or holds(text, process.words)


def states(fact: Fact, day: str) -> set[str]:
    """The countries and bodies that a fact names, by themselves, by a place, or by somebody in their office."""
    known = load()
    values = [fact.speaker, *fact.slots.values()]
    flat = [v for value in values for v in (value if isinstance(value, (list, tuple)) else (value,))]
    found = {value for value in flat if isinstance(value, str) and value in known.english}
    for value in flat:
        if isinstance(value, str) and value in known.people:
            found |= {office.of for office in known.people[value].held(day)}
        elif isinstance(value, str) and (code := COUNTRY.search(value)) and code[1] in known.english:
            found.add(code[1])
    return found


def files(process: Process, named: set[str], about_it: bool) -> bool:
    """Is a fact that names these `states` filed under a process? `about_it` says whether its article is about it."""
    sides = sum(not named.isdisjoint(side) for side in process.sides)
    if sides > 1 and not process.must:
        return True
    return about_it and (sides > 0 or not named or not named.isdisjoint(process.others))
