"""A process: a negotiation by its parties and words, and which facts are filed under it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hoadam.errors import RuleFault
from hoadam.knowledge.load import load
from hoadam.model.fact import Fact

HERE = Path(__file__).resolve().parent / "processes"
KEYS = ("en", "vi", "sides", "others", "words", "must")
LISTS = {"others": "codes", "words": "words", "must": "words"}
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
    """The definitions of a TOML file; RuleFault with all its faults, each with its line."""
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RuleFault(f"{file.name}: {problem}") from problem
    faults = [
        f"{file.name}:{line_of(text, name, key)}: {name}: {fault}"
        for name, row in table.items()
        for key, fault in faults_of(name, row)
    ]
    if faults:
        raise RuleFault("\n".join(faults))
    return [Process.from_row({"name": name, **row}) for name, row in table.items()]


def line_of(text: str, name: str, key: str) -> int:
    """The line on which a definition begins, or its key where it has one; 1 where neither is found."""
    lines = text.splitlines()
    begins = next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[?\s*[\"']?{re.escape(name)}\b", line)), 1)
    for n, line in enumerate(lines[begins:], begins + 1):
        if line.lstrip().startswith("["):
            break
        if key and re.match(rf"\s*[\"']?{re.escape(key)}\b", line):
            return n
    return begins


def faults_of(name: str, row: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a definition, as (key or "", problem)."""
    if not NAME.fullmatch(name):
        yield "", "a name has small letters, digits and hyphens alone"
    if not isinstance(row, dict):
        yield "", f"must be a table: [{name}] on a line of its own"
        return
    yield from ((key, f"unknown key {key!r}; known are {', '.join(KEYS)}") for key in row if key not in KEYS)
    yield from ((key, f"{key} must be a text") for key in ("en", "vi") if not isinstance(row.get(key, ""), str))
    lists = ((key, row.get(key, [])) for key in ("others", "words", "must"))
    yield from ((key, f"{key} must be a list of {LISTS[key]}") for key, held in lists if not texts(held))
    sides = row.get("sides")
    if not isinstance(sides, list) or len(sides) < 2 or not all(isinstance(s, str) or (s and texts(s)) for s in sides):
        yield "sides", "sides must list two codes or more, or lists of codes"
        return
    codes = [("sides", code) for side in sides for code in ([side] if isinstance(side, str) else side)]
    codes += [("others", code) for code in row.get("others", []) if texts(row["others"])]
    known = load().english
    yield from ((key, f"{code!r} is neither a country code nor a body") for key, code in codes if code not in known)


def texts(held: Any) -> bool:
    """Is it a list of texts, none of them empty?"""
    return isinstance(held, list) and all(isinstance(one, str) and one.strip() for one in held)


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


def mentions(process: Process, text: str) -> bool:
    """Does a text name one of the sides, or hold one of the words?"""
    return holds(text, process.words) or any(holds(text, names(side)) for side in process.sides)


def states(fact: Fact, day: str, placed: bool = True) -> set[str]:
    """The countries and bodies that a fact names: themselves, somebody in their office, or, `placed`, a place there."""
    known = load()
    values = [fact.speaker, *(value for slot, value in fact.slots.items() if placed or slot != "place")]
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


def among(process: Process, actors: set[str]) -> bool:
    """Do those who act in a fact all take part in a process, or one of its sides among them?

    Where not, only the fact's own words can tie it to the process: an article that rounds up the news is about many.
    """
    sides = {code for side in process.sides for code in side}
    return not actors.isdisjoint(sides) or actors <= {*process.others}
