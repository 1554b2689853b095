"""A language as the rooms see it: a lexicon, rules ready to match, and nothing that knows which language it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hoadam.model.item import Entry


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence of a rule's own: it must fire the rule, or must not (a near miss)."""

    text: str
    fires: bool

    def __reduce__(self) -> tuple[Any, ...]:
        return (Sample, (self.text, self.fires))


@dataclass(eq=False)
class Rule:
    """A named pattern over items. `source` is the regular expression over codes that the pattern compiles to.

    Every match contains one of `anchor` and begins with one of `first`; an empty `first` excludes nothing.
    """

    kind: str
    name: str
    pattern: str
    source: str
    anchor: frozenset[str]
    constants: Mapping[str, Any] = field(default_factory=dict)
    samples: tuple[Sample, ...] = ()
    file: str = ""
    line: int = 0
    first: frozenset[str] = frozenset()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled rule; made when it is first needed, so that starting up stays quick."""
        return re.compile(self.source)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "regex"}


# The form that a first token is alone, and by second token the lengths of longer forms, longest first.
Opening = tuple[Entry | None, dict[str, tuple[int, ...]]]


@dataclass
class Lexicon:
    """Forms and what they are. `words` are looked up folded to lower case, `names` as written.

    The openings are by first token; `given` are first names, `families` surnames that come first.
    """

    words: dict[str, Entry]
    names: dict[str, Entry]
    classes: dict[str, str]
    word_openings: dict[str, Opening]
    name_openings: dict[str, Opening]
    given: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()


@dataclass
class Language:
    """Everything that one folder of `lang/` says."""

    code: str
    lexicon: Lexicon
    phrases: tuple[Rule, ...]
    rules: Mapping[str, tuple[Rule, ...]]
    times: Any
    captions: tuple[str, ...]
    home: str
    foreign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    glance: Mapping[str, float] = field(default_factory=dict)
    scope: Mapping[str, float] = field(default_factory=dict)
    tools: dict[str, Any] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {**{k: v for k, v in self.__dict__.items() if k != "by_anchor"}, "tools": {}}

    @cached_property
    def by_anchor(self) -> dict[str, tuple[tuple[int, Rule], ...]]:
        """For each code, the rules that cannot match a sentence without one of their anchor codes."""
        index: dict[str, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(rule for rules in self.rules.values() for rule in rules):
            for code in rule.anchor:
                index.setdefault(code, []).append((number, rule))
        return {code: tuple(rules) for code, rules in index.items()}
