"""Loads the folder of a language: word lists, rules, times and weights, checked and compiled, and kept in a cache.

All faults of a folder are reported at once, each with file, line, rule and the nearest known name.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hoadam import knowledge
from hoadam.errors import RuleFault
from hoadam.kinds import KINDS
from hoadam.knowledge.compiled import keep, kept_file, recall
from hoadam.lang.fold import key
from hoadam.lang.lexicon import LexiconBuilder
from hoadam.lang.openings import foreign
from hoadam.lang.pattern import Compiler, PatternFault, words_of
from hoadam.lang.times import load_times
from hoadam.model.language import Language, Lexicon, Rule, Sample

HERE = Path(__file__).parent
PART = re.compile(r"\{@([a-z-]+)\}")
OWN = ("name", "pattern", "fires", "misses")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a folder here."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/words")))


@cache
def load(code: str) -> Language:
    """The language of a folder, from the cache where that is as new as the files. Raises RuleFault."""
    file = kept_file(code, _sources_of(HERE / code))
    language = recall(file, Language)
    if language is None:
        language = build(HERE / code)
        keep(file, language)
    return language


def _sources_of(folder: Path) -> list[Path]:
    """All files that what is made of a language's folder depends on."""
    data = [*folder.rglob("*.toml"), *folder.rglob("*.json"), *folder.glob("*.txt")]
    known = Path(knowledge.__file__).parent.glob("*.*")
    code = [*HERE.glob("*.py"), *HERE.parent.glob("model/*.py"), *HERE.parent.glob("kinds/*.py")]
    return sorted([*data, *known, *code])


def build(folder: Path) -> Language:
    """The language of a folder, made from its files. Raises RuleFault with every fault found."""
    builder = LexiconBuilder()
    known = knowledge.load()
    for name in known.names:
        builder.name(name, known.kinds.get(name.value))
    builder.given, builder.families = known.given, known.families
    for file in sorted((folder / "words").glob("*.toml")):
        builder.read(file)
    parts = _parts(folder / "parts.toml")
    sources = [source for file in sorted((folder / "rules").glob("*.toml")) for source in _sources(file, parts)]
    for source in sources:
        for word in words_of(source["pattern"]):
            builder.literal(word)
    lexicon = builder.build()
    rules, faults = _compiled(sources, lexicon)
    if faults:
        raise RuleFault("\n".join(faults))
    home = (folder / "home.txt").read_text(encoding="utf8").strip()
    return Language(
        code=folder.name,
        lexicon=lexicon,
        phrases=tuple(rule for rule in rules if rule.kind not in KINDS or "level" in rule.constants),
        rules={kind: tuple(r for r in rules if r.kind == kind and "level" not in r.constants) for kind in KINDS},
        times=load_times(folder),
        home=home,
        foreign=foreign(lexicon.names, home),
        glance=_weights(folder / "glance.json"),
        scope=_weights(folder / "scope.json"),
        captions=tuple(form for form, entry in lexicon.words.items() if "caption" in entry.classes),
    )


def _weights(file: Path) -> dict[str, float]:
    """The weights of a linear judge, kept in thousandths; none where the language has no judge."""
    if not file.exists():
        return {}
    return {name: weight / 1000 for name, weight in json.loads(file.read_text(encoding="utf8")).items()}


def _parts(file: Path) -> dict[str, str]:
    """Stretches of pattern that rules share, each with the earlier ones that it names written out."""
    parts: dict[str, str] = {}
    if file.exists():
        for name, pattern in tomllib.loads(file.read_text(encoding="utf8")).items():
            parts[name] = _written_out(pattern, parts)
    return parts


def _written_out(pattern: str, parts: dict[str, str]) -> str:
    """The pattern with every `{@name}` replaced; a name that no part has stays, for the compiler to report."""
    return PART.sub(lambda found: parts.get(found[1], found[0]), pattern)


def _sources(file: Path, parts: dict[str, str]) -> Iterator[dict[str, Any]]:
    text = file.read_text(encoding="utf8")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[rule]]"]
    try:
        rows = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as fault:
        raise RuleFault(f"{file}: {fault}") from fault
    for row, line in zip(rows, lines, strict=True):
        missing = [name for name in ("name", "pattern", "fires") if name not in row]
        if missing:
            raise RuleFault(f"{file}:{line}: the rule lacks {', '.join(missing)}")
        yield {
            **row,
            "pattern": _written_out(row["pattern"], parts),
            "file": str(file),
            "line": line,
            "kind": file.stem,
        }


def _compiled(sources: list[dict[str, Any]], lexicon: Lexicon) -> tuple[list[Rule], list[str]]:
    compiler = Compiler(lexicon.classes, lambda word: _code(word, lexicon))
    rules: list[Rule] = []
    faults: list[str] = []
    for row in sources:
        try:
            source, anchor = compiler.compile(row["pattern"])
        except PatternFault as fault:
            near = difflib.get_close_matches(fault.unknown or "", lexicon.classes, 1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            faults.append(f"{row['file']}:{row['line']}: rule {row['name']!r}: {fault}{hint}")
            continue
        samples = [Sample(text, True) for text in row["fires"]] + [
            Sample(text, False) for text in row.get("misses", [])
        ]
        constants = {name: value for name, value in row.items() if name not in (*OWN, "file", "line", "kind")}
        rules.append(
            Rule(row["kind"], row["name"], row["pattern"], source, anchor, constants, tuple(samples), row["file"],
                 row["line"], compiler.first(row["pattern"]))
        )  # fmt: skip
    return rules, faults


def _code(word: str, lexicon: Lexicon) -> str | None:
    entry = lexicon.words.get(key(word).lower())
    return entry.code if entry else None
