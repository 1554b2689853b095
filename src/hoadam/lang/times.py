"""Loads what a language says of times: `times.toml` in, TimeRules out, checked, ready to pickle, compiled when used.

Patterns become regular expressions over text in lower case. All faults of the file are reported at once.
"""

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hoadam.errors import RuleFault
from hoadam.lang.time_pattern import BLANK, Pattern, PatternCompiler, PatternFault, Value, any_of, finder_of

_POINTS = ("date", "days", "months", "half", "years", "day", "weekday", "unit", "weekend", "turn")
_LONGER = ("quarter", "season", "decade", "century", "same", "later", "ago", "lasting", "clock", "open", "nothing")
OPS = frozenset(_POINTS + _LONGER)
_NEEDED = ("name", "op", "pattern", "fires", "misses")
_LEAD_KEYS = {
    "words",
    "edge",
    "part",
    "portion",
    "about",
    "tense",
    "strong",
    "not_after",
    "counted",
    "closes",
    "adjacent",
    "outside",
}
_TAIL_KEYS = {"words", "tense", "lunar", "edge", "now"}


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A named rule: what it reads, the operation that makes a value of it, and the sentences that prove it."""

    name: str
    op: str
    patterns: tuple[Pattern, ...]
    constants: Mapping[str, Any]
    line: int
    weak: bool = False
    lower_after: bool = False
    capital: str | None = None
    only_after: str | None = None
    not_after: str | None = None
    fires: tuple[tuple[str, str, str, str], ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a word before or behind a time does to it."""

    edge: str | None = None
    part: str | None = None
    portion: str | None = None
    about: bool = False
    counted: bool = False
    closes: bool = False
    outside: bool = False
    adjacent: bool = False
    tense: int = 0
    strong: int = 0
    lunar: bool = False
    now: bool = False
    not_after: str | None = None


@dataclass
class TimeRules:
    """All that a language says of times. `tools` is for what the engine compiles, and is not pickled."""

    zone: str
    evening: Mapping[str, str]
    rules: tuple[TimeRule, ...]
    classes: Mapping[str, Mapping[str, Value]]
    leads: Mapping[str, Mark]
    tails: Mapping[str, Mark]
    joins: tuple[str, ...]
    of: tuple[str, ...]
    habit: str | None
    again: str | None
    tense: str
    zones: str
    finder: str
    triggers: Mapping[str, tuple[tuple[int, int], ...]]
    tools: dict[str, Any] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "tools": {}}


def load_times(folder: Path) -> TimeRules:
    """The times of a language's folder. Raises RuleFault with every fault found."""
    file = folder / "times.toml"
    try:
        text = file.read_text(encoding="utf8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise RuleFault(f"{file}: {fault}") from fault
    return _Loader(file, text, data).load()


class _Loader:
    """Reads one file; collects its faults."""

    def __init__(self, file: Path, text: str, data: dict[str, Any]) -> None:
        self.file, self.data = file, data
        self.lines = {mark: _lines(text, mark) for mark in ("rule", "lead", "tail")}
        self.faults: list[str] = []
        self.shapes: dict[str, str] = data.get("shapes", {})
        self.classes: dict[str, dict[str, Value]] = {}
        self.sources: dict[str, str] = {}

    def load(self) -> TimeRules:
        """The whole file, or its faults."""
        self._read_classes()
        self.compiler = PatternCompiler(self.classes, self.sources)
        rules = tuple(rule for row, line in self._rows("rule") if (rule := self._rule(row, line)))
        leads, tails = self._marks("lead", _LEAD_KEYS), self._marks("tail", _TAIL_KEYS)
        if self.faults:
            raise RuleFault("\n".join(self.faults))
        triggers: dict[str, list[tuple[int, int]]] = {}
        for number, rule in enumerate(rules):
            for index, pattern in enumerate(rule.patterns):
                for word in sorted({word for word, *_ in pattern.openings}):
                    triggers.setdefault(word, []).append((number, index))
        return TimeRules(
            zone=self.data.get("zone", ""), evening=self.data.get("evening", {}), rules=rules, classes=self.classes,
            leads=leads, tails=tails, joins=tuple(self.data.get("joins", ())), of=tuple(self.data.get("of", ())),
            habit=_behind(self.data.get("habit")),
            again=_ahead(self.data.get("again")),
            tense=_tense(self.data.get("tense", {})),
            zones=self.data.get("zones", "(?!)"),
            finder=finder_of([pattern for rule in rules for pattern in rule.patterns]),
            triggers={word: tuple(where) for word, where in triggers.items()},
        )  # fmt: skip

    def _rows(self, mark: str) -> Iterator[tuple[dict[str, Any], int]]:
        return zip(self.data.get(mark, ()), self.lines[mark], strict=True)

    def _fault(self, line: int, problem: str) -> None:
        self.faults.append(f"{self.file}:{line}: {problem}")

    def _read_classes(self) -> None:
        for name, rows in self.data.get("words", {}).items():
            values = dict(rows)
            digits = values.pop("digits", None)
            self.classes[name] = values
            self.sources[name] = any_of(values) + (f"|{self.shapes[digits]}" if digits else "")
        numbers = _numbers(self.data.get("number", {}))
        self.classes["n"] = dict(numbers)
        words = any_of({word for form in numbers for word in form.split()})
        self.sources["n"] = f"{self.shapes.get('n', '')}|(?:{words})(?:{BLANK}(?:{words})){{0,2}}"
        self.sources |= {name: shape for name, shape in self.shapes.items() if name not in self.sources}

    def _rule(self, row: dict[str, Any], line: int) -> TimeRule | None:
        missing = [name for name in _NEEDED if name not in row]
        if missing:
            self._fault(line, f"the rule lacks {', '.join(missing)}")
            return None
        if row["op"] not in OPS:
            self._fault(line, f"rule {row['name']!r}: no operation {row['op']!r}{_near(row['op'], OPS)}")
            return None
        known = (*_NEEDED, "weak", "lower_after", "capital", "only_after", "not_after", "only_before", "not_before")
        after = self._before(row.get("only_before", ()), "=") + self._before(row.get("not_before", ()), "!")
        patterns = [self._pattern(pattern, after, row["name"], line) for pattern in row["pattern"]]
        return TimeRule(
            row["name"], row["op"], tuple(p for p in patterns if p),
            {name: value for name, value in row.items() if name not in known}, line,
            row.get("weak", False), row.get("lower_after", False), row.get("capital"),
            _behind(row.get("only_after")), _behind(row.get("not_after")),
            tuple((text, day, found, value) for text, day, found, value in row["fires"]), tuple(row["misses"]),
        )  # fmt: skip

    def _pattern(self, pattern: str, after: str, rule: str, line: int) -> Pattern | None:
        try:
            return self.compiler.compile(pattern, after)
        except PatternFault as fault:
            hint = _near(fault.unknown, self.sources) if fault.unknown else ""
            self._fault(line, f"rule {rule!r}: {fault}{hint}\n    {pattern}\n    {' ' * fault.at}^")
            return None

    def _before(self, forms: Iterable[str], sort: str) -> str:
        """What must (`=`) or must not (`!`) follow; `<y>` stands for a shape."""
        if not forms:
            return ""
        shapes = [self.shapes[form[1:-1]] for form in forms if form[0] == "<"]
        options = "|".join([any_of(form for form in forms if form[0] != "<"), *shapes])
        return rf"(?{sort}{BLANK}*(?:{options})(?!\w))"

    def _marks(self, kind: str, keys: set[str]) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        for row, line in self._rows(kind):
            for strange in sorted(set(row) - keys):
                self._fault(line, f"a {kind} knows no {strange!r}{_near(strange, keys)}")
                row.pop(strange)
            for word in row.get("words", ()):
                if word in marks:
                    self._fault(line, f"{word!r} stands in two rows of {kind}")
                rest = {name: value for name, value in row.items() if name not in ("words", "tense", "not_after")}
                marks[word] = Mark(
                    **rest, tense={"past": -1, "future": 1}.get(row.get("tense", ""), 0),
                    not_after=_behind(row.get("not_after")),
                )  # fmt: skip
        return marks


def _tense(row: Mapping[str, Any]) -> str:
    """What finds words that look back or ahead; those of `neither` are passed over, whatever they contain."""
    neither, past, future = (any_of(row.get(name, ())) or "(?!)" for name in ("neither", "past", "future"))
    return rf"\b(?:{neither}|(?P<past>{past})|(?P<future>{future}))\b"


def _lines(text: str, mark: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == f"[[{mark}]]"]


def _near(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), 1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _behind(forms: Iterable[str] | None) -> str | None:
    return rf"(?<!\w)(?:{any_of(forms)}){BLANK}$" if forms else None


def _ahead(forms: Iterable[str] | None) -> str | None:
    return rf"{BLANK}(?:{any_of(forms)})(?!\w)" if forms else None


def _numbers(row: Mapping[str, Any]) -> dict[str, int]:
    """Number words from 1 to 99."""
    if not row:
        return {}
    ones, after, teen, ten = row["ones"], row["after"], row["teen"], row["ten"]
    found = {**ones, teen: 10, **{f"{teen} {word}": 10 + value for word, value in after.items()}}
    for word, value in ones.items():
        if value > 1:
            found[f"{word} {ten}"] = 10 * value
            found |= {f"{word} {ten} {last}": 10 * value + unit for last, unit in after.items()}
    return found
