"""Checks the folder of a language for whoever writes it: what does not compile, what never works, what clashes.

Whether a rule fires is for a higher room to say, which hands the answer in; nothing is printed here.
"""

import ast
import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hoadam.errors import RuleFault
from hoadam.kinds import KINDS
from hoadam.lang.load import build
from hoadam.lang.pattern import words_of
from hoadam.lang.rows import Row, rows_of
from hoadam.lang.syllable import is_right, respelt
from hoadam.model.fact import COMMON
from hoadam.model.language import Language, Rule

HOUSE = Path(__file__).resolve().parents[1]
PLACED = re.compile(r"(?P<file>.+?):(?:(?P<line>\d+):)? (?P<problem>.*)", re.S)
NEAR = re.compile(r" ?\(did you mean '(?P<near>.*)'\?\)")
SYLLABLE = re.compile(r"[^\W\d_]+")
NAMED = re.compile(r"\{([a-z_]+):")
CLASS = re.compile(r"[a-z][\w-]*")
ALONE = "plain"  # the class of what is to be left alone
OWN = ("level",)

Fired = Callable[[Language, str], Container[str]]


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong at a line of a file (0: anywhere in it): its sort, what it names, the nearest known name."""

    file: str
    line: int
    sort: str
    values: Mapping[str, str] = field(default_factory=dict)
    near: str | None = None


def examine(folder: Path, fired: Fired) -> list[Complaint]:
    """Everything that is wrong with the folder, by file and line. `fired` names the rules that a text fires."""
    found = list(_of_words(folder))
    try:
        language = build(folder)
    except (RuleFault, tomllib.TOMLDecodeError, OSError) as fault:
        found += _of_loading(fault, folder)
    else:
        rules = [*language.phrases, *(rule for rules in language.rules.values() for rule in rules)]
        found += [complaint for rule in rules for complaint in _of_rule(rule, language, fired)]
        found += _twice(rules)
        found += _unused(folder, rules)
    return sorted(set_apart(found), key=lambda one: (one.file, one.line, one.sort))


def set_apart(complaints: list[Complaint]) -> Iterator[Complaint]:
    """Each complaint once."""
    seen: set[tuple[object, ...]] = set()
    for one in complaints:
        told = (one.file, one.line, one.sort, *one.values.items())
        if told not in seen:
            seen.add(told)
            yield one


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that is most like this one."""
    return next(iter(difflib.get_close_matches(name, [other for other in known if other != name], 1, 0.7)), None)


def _of_loading(fault: Exception, folder: Path) -> Iterator[Complaint]:
    for line in str(fault).splitlines():
        near = NEAR.search(line)
        placed = PLACED.fullmatch(NEAR.sub("", line))
        if placed and isinstance(fault, RuleFault):
            problem, at = placed["problem"], int(placed["line"] or 0)
            yield Complaint(placed["file"], at, "loading", {"problem": problem}, near["near"] if near else None)
        else:
            yield Complaint(str(getattr(fault, "filename", None) or folder), 0, "loading", {"problem": line})


def _of_words(folder: Path) -> Iterator[Complaint]:
    rows: list[Row] = []
    for file in sorted((folder / "words").glob("*.toml")):
        try:
            rows += rows_of(file)
        except tomllib.TOMLDecodeError as fault:
            yield Complaint(str(file), 0, "loading", {"problem": str(fault)})
    for row in rows:
        yield from _spelling(row.file, row.line, row.form)
    yield from _clashing(rows)


def _spelling(file: str, line: int, words: str) -> Iterator[Complaint]:
    for syllable in SYLLABLE.findall(words):
        if not is_right(syllable):
            right = respelt(syllable)
            sort = "syllable" if right is None else "tone"
            yield Complaint(file, line, sort, {"form": words, "syllable": syllable}, right)


def _clashing(rows: list[Row]) -> Iterator[Complaint]:
    """Rows of one form and class with two values; forms to be left alone that are words of a class besides."""
    first: dict[tuple[str, str], Row] = {}
    classes: dict[str, list[Row]] = {}
    for row in rows:
        other = first.setdefault((row.key, row.name), row)
        if other.value != row.value:
            told = {"form": row.form, "name": row.name, "value": row.value, "other": other.value, "place": other.place}
            yield Complaint(row.file, row.line, "clash", told)
        classes.setdefault(row.key, []).append(row)
    for alike in classes.values():
        others = [row for row in alike if row.name != ALONE]
        for row in alike:
            if row.name == ALONE and others:
                told = {"form": row.form, "name": others[0].name, "place": others[0].place}
                yield Complaint(row.file, row.line, "alone", told)


def _of_rule(rule: Rule, language: Language, fired: Fired) -> Iterator[Complaint]:
    def complaint(sort: str, near: str | None = None, **values: str) -> Complaint:
        return Complaint(rule.file, rule.line, sort, {"rule": rule.name, **values}, near)

    for sample in rule.samples:
        if (rule.name in fired(language, sample.text)) != sample.fires:
            yield complaint("silent" if sample.fires else "loud", text=sample.text)
    if not any(sample.fires for sample in rule.samples):
        yield complaint("no-sentence")
    if all(sample.fires for sample in rule.samples):
        yield complaint("no-miss")
    read = spoken()
    own = KINDS[rule.kind].empty() if rule.kind in KINDS else ()
    slots = [*COMMON, *own, *read & set(NAMED.findall(_all(language)))]
    for name in dict.fromkeys(NAMED.findall(rule.pattern)):
        if name not in read:
            yield complaint("slot", nearest(name, slots), name=name)
    for name in rule.constants:
        if name not in read and name not in OWN:
            yield complaint("row", nearest(name, read), name=name)
    for words in words_of(rule.pattern):
        yield from _spelling(rule.file, rule.line, words)


def _all(language: Language) -> str:
    """The patterns of all rules."""
    rules = (*language.phrases, *(rule for rules in language.rules.values() for rule in rules))
    return " ".join(rule.pattern for rule in rules)


def _twice(rules: list[Rule]) -> Iterator[Complaint]:
    count: Counter[tuple[str, str]] = Counter()
    for rule in rules:
        count[rule.kind, rule.name] += 1
        if count[rule.kind, rule.name] == 2:
            yield Complaint(rule.file, rule.line, "twice", {"rule": rule.name})


def _unused(folder: Path, rules: list[Rule]) -> Iterator[Complaint]:
    """Classes that neither a pattern nor the code names."""
    named = {
        name for rule in rules for braced in re.findall(r"\{[^{}]*\}", rule.pattern) for name in CLASS.findall(braced)
    }
    seen: set[str] = set()
    for file in sorted((folder / "words").glob("*.toml")):
        for row in rows_of(file):
            if row.name not in seen and row.name not in named and not _is_spoken(row.name):
                yield Complaint(row.file, row.line, "unused", {"name": row.name}, nearest(row.name, named))
            seen.add(row.name)


def _is_spoken(name: str) -> bool:
    return name in spoken() or any(name.startswith(start) for start in _beginnings())


@cache
def spoken() -> frozenset[str]:
    """The words that stand between quotation marks in the program: what it can ask of a class, a slot, a row."""
    return frozenset(word for text in _texts() for word in (text, *text.split()))


@cache
def _beginnings() -> frozenset[str]:
    """The beginnings of names that the program puts together ("meet-" and what follows)."""
    trees = (node for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    firsts = (node.values[0] for node in trees if node.values)
    texts = (first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str))
    return frozenset(text for text in texts if re.fullmatch(r"[a-z]+-", text))


def _texts() -> Iterator[str]:
    nodes = (node for tree in _trees() for node in ast.walk(tree))
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@cache
def _trees() -> tuple[ast.AST, ...]:
    """The rooms that read, taken apart."""
    rooms = ("model", "kinds", "lang", "parse", "extract", "resolve")
    files = (file for room in rooms for file in sorted((HOUSE / room).glob("*.py")))
    return tuple(ast.parse(file.read_text(encoding="utf8")) for file in files)
