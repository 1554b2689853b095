"""The patterns of time rules: readable text in, a regular expression and the ways it can begin out.

A pattern names classes of words and shapes of digits in angle brackets; the signs are told in `times.toml` itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

BLANK = r"[ \t\u00a0\u202f\u2009]"
DASH = r"[-\u2010-\u2015\u2212]"
_DEPTH = {"[": 1, "(": 1, "]": -1, ")": -1}
DIGITS = "0"  # the trigger of every pattern that begins with a number
_END = rf"(?![\w%])(?!{BLANK}?%)(?![.,:/]\d)(?!{DASH}\d{{1,4}}(?![\d./]))"
_TOKEN = re.compile(r"<(?:(?P<group>\w+):)?(?P<name>\w+)>|(?P<sign>[ _\[\]()|-])|(?P<rest>[^ _\[\]()|<-]+)")
_SIGNS = {" ": f"{BLANK}{{1,2}}", "_": f"{BLANK}?", "[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "-": DASH}

Value = int | str
# A first word or DIGITS, words one of which must follow it, and an expression that may follow instead. Where neither
# is given, anything may follow.
Opening = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say what a rule reads: an expression over lower case, how it begins, its groups with their classes.

    `word` stands in everything that it reads; the longest of those, or empty.
    """

    source: str
    openings: tuple[Opening, ...]
    groups: Mapping[str, str]
    word: str


class PatternFault(ValueError):
    """A pattern that does not compile; `at` is where, `unknown` the class that does not exist, if that is why."""

    def __init__(self, problem: str, at: int = 0, unknown: str | None = None) -> None:
        self.at, self.unknown = at, unknown
        super().__init__(problem)


class PatternCompiler:
    """Compiles patterns over the classes and shapes of one language."""

    def __init__(self, classes: Mapping[str, Mapping[str, Value]], sources: Mapping[str, str]) -> None:
        self.classes, self.sources = classes, sources

    def compile(self, pattern: str, after: str = "") -> Pattern:
        """The pattern with an expression that must hold behind it. Raises PatternFault."""
        groups: dict[str, str] = {}
        parts: list[str] = []
        words: list[str] = []
        at = depth = 0
        while at < len(pattern):
            token = _TOKEN.match(pattern, at)
            if token is None:
                raise PatternFault("a sign that no pattern knows", at)
            name = token["name"]
            if name and name not in self.sources:
                raise PatternFault(f"no class {name!r}", at, name)
            if name:
                groups[token["group"] or name] = name
                parts.append(f"(?P<{token['group'] or name}>{self.sources[name]})")
            else:
                parts.append(_SIGNS[token["sign"]] if token["sign"] else re.escape(token["rest"]))
                depth += _DEPTH.get(token["sign"], 0)
                words += [token["rest"]] if token["rest"] and not depth else []
            at = token.end()
        source = "".join(parts) + _END + after
        try:
            re.compile(source)
        except re.error as fault:
            raise PatternFault(str(fault)) from fault
        return Pattern(source, tuple(sorted(self._openings(pattern))), groups, max(words, key=len, default=""))

    def _openings(self, pattern: str) -> set[Opening]:
        """The ways a pattern can begin."""
        token = _TOKEN.match(pattern)
        if token is None or token["sign"] not in (None, "("):
            raise PatternFault("a pattern begins with a word, a class or alternatives", 0)
        if token["sign"]:
            return {opening for whole in _alternatives(pattern) for opening in self._openings(whole)}
        words, sign = self._next(pattern[token.end() :])
        if not token["name"]:
            return {(token["rest"], words, sign)}
        name = token["name"]
        if name not in self.classes:
            return {(DIGITS, (), f"(?:{self.sources[name]}){_follow(words, sign)}")}
        digits = r"\d" in self.sources[name]
        found: set[Opening] = {(DIGITS, (), f"[0-9]{{1,4}}{_follow(words, sign)}")} if digits else set()
        for form in self.classes[name]:
            first, *rest = form.split()
            if first.isdecimal():
                found.add((DIGITS, (), f"{first}{_follow(words, sign)}"))
            else:
                found.add((first, tuple(rest[:1]), "") if rest else (first, words, sign))
        return found

    def _next(self, pattern: str) -> tuple[tuple[str, ...], str]:
        """What must stand at the beginning of the rest of a pattern: words behind a blank, or an expression."""
        token = _TOKEN.match(pattern)
        if token is None or token["sign"] == "[":
            return (), ""
        if token["sign"] == "(":
            options = [_follow(*self._next(whole)) for whole in _alternatives(pattern)]
            return (), f"(?:{'|'.join(sorted(set(options)))})" if all(options) else ""
        if token["sign"] == "-":
            return (), DASH
        if token["sign"] == "_":
            after = _follow(*self._next(pattern[1:]))
            return (), f"{BLANK}?{after}" if after else ""
        if token["sign"] == " ":
            return tuple(sorted(self._words_at(pattern[1:]))), ""
        return (), re.escape(token["rest"]) if token["rest"] else f"(?:{self.sources[token['name']]})"

    def _words_at(self, pattern: str) -> set[str]:
        """The words (or `[0-9]`) that a pattern can begin with; none where that cannot be told."""
        token = _TOKEN.match(pattern)
        if token is None:
            return set()
        if token["sign"] == "(":
            options = [self._words_at(whole) for whole in _alternatives(pattern)]
            return {word for option in options for word in option} if all(options) else set()
        if token["rest"]:
            return {token["rest"]} if token["rest"].isalpha() else set()
        if not token["name"]:
            return set()
        words = {form.split()[0] for form in self.classes.get(token["name"], ())}
        return words | ({"[0-9]"} if r"\d" in self.sources[token["name"]] else set())


def _alternatives(pattern: str) -> list[str]:
    """ "(a|b) c" as "a c" and "b c"; brackets do not nest."""
    close = pattern.find(")")
    if close < 0:
        raise PatternFault("a bracket that is not closed", pattern.find("("))
    return [option + pattern[close + 1 :] for option in pattern[1:close].split("|")]


def _follow(words: Iterable[str], sign: str) -> str:
    """What must follow, as an expression; "" for anything."""
    return rf"{BLANK}{{1,2}}(?:{'|'.join(sorted(words))})(?![^\W\d])" if words else sign


def spaced(form: str) -> str:
    """A form as an expression in which any blank may stand for each blank."""
    return BLANK.join(map(re.escape, form.split()))


def any_of(forms: Iterable[str]) -> str:
    """An alternation of forms, the longest first."""
    return "|".join(spaced(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def finder_of(patterns: Sequence[Pattern]) -> str:
    """One expression that finds where patterns can begin: a sign that is no letter, then the first word.

    It looks one word further, so that common words cost nothing; each first letter is tried once.
    """
    openings = sorted({opening for pattern in patterns for opening in pattern.openings})
    digits = sorted({sign for word, _, sign in openings if word == DIGITS})
    by_first: dict[str, list[str]] = {}
    for word in sorted({word for word, _, _ in openings if word != DIGITS}):
        follows = [(words, sign) for other, words, sign in openings if other == word]
        after = {_follow({word for words, _ in follows for word in words}, ""), *(sign for _, sign in follows)} - {""}
        ahead = f"(?={'|'.join(sorted(after))})" if all(words or sign for words, sign in follows) else ""
        by_first.setdefault(word[0], []).append(rf"{re.escape(word[1:])}(?!\w){ahead}")
    options = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items())]
    if digits:
        options.append(rf"(?=[0-9])(?={'|'.join(digits)})[0-9]+")
    return rf"\W(?:{'|'.join(options)})"
