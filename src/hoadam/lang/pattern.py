r"""Compiles the readable patterns of rule files into regular expressions over item codes.

    {say}            one item of a class of the lexicon, or of a sort (party, time, number, quotation, actor ...)
    {say|deny}       of either class
    {verb:say}       the same, captured as `verb`
    {x?} {x*} {x+}   none or one, none to six, one to six; `{who:actor+}` is a list joined by commas, "và" or dashes
    {..4}            a gap of at most four items, never across a full stop or semicolon
    {!say}           one item that is not of the class
    {~say} {<say}    nothing of the class follows here, or stands before
    {^} {$}          the start and the end of the sentence
    ( a | b )?       alternatives, optional
    {@part}          a stretch of pattern from `parts.toml`
    word             the word itself; words that the lexicon knows as one form count as one

Gaps and repetitions are bounded, so that matching is linear in the sentence.
"""

import re
from collections.abc import Callable, Mapping

from hoadam.lang.alphabet import PUNCTUATION, SORTS, STOPS

PIECE = re.compile(r"\{[^{}]*\}|\)\?|[()|]|[^\s{}()|]+")
BRACED = re.compile(r"(?:(?P<name>[a-z_]+):)?(?P<not>[!~<])?(?P<classes>[\w|,:;\"'./()-]+?)(?P<many>[?*+])?$")
LISTED = {SORTS[name] for name in ("actor", "party", "person", "name", "place")}
ANY = ""
BRACKETS = {"(": "(?:", ")": ")", ")?": ")?", "|": "|"}
MANY = {"?": "?", "*": "{0,6}", "+": "{1,6}", None: ""}


class PatternFault(ValueError):
    """A pattern that does not compile, with what is wrong and, for an unknown class, its name."""

    def __init__(self, message: str, unknown: str | None = None) -> None:
        super().__init__(message)
        self.unknown = unknown


def words_of(pattern: str) -> list[str]:
    """The literal words of a pattern, longest runs joined, for the lexicon to know them."""
    pieces = [piece for piece in PIECE.findall(pattern) if piece[0] not in "{()|" and piece not in PUNCTUATION]
    return [piece.replace("_", " ") for piece in pieces]


class Compiler:
    """Turns patterns into (regular expression, anchor codes) against a lexicon's classes and forms."""

    def __init__(self, classes: Mapping[str, str], form: Callable[[str], str | None]) -> None:
        self.classes, self.form = classes, form

    def compile(self, pattern: str) -> tuple[str, frozenset[str]]:
        """The expression's source, and the rarest set of codes one of which every match contains."""
        pieces = PIECE.findall(pattern)
        used: dict[str, int] = {}
        parts: list[str] = []
        depth = 0
        for piece in pieces:
            depth += (piece == "(") - (piece in (")", ")?"))
            if piece in BRACKETS:
                parts.append(BRACKETS[piece])
            else:
                parts.append(self._piece(piece, used)[0])
        if depth:
            raise PatternFault("a bracket is left open")
        anchor, _ = self._anchor(pieces, 0)
        if not anchor:
            raise PatternFault("nothing in it must match; give it a word or a class that cannot be left out")
        return "".join(parts), frozenset(anchor)

    def _anchor(self, pieces: list[str], at: int) -> tuple[str, int]:
        """The rarest codes that the alternatives from `at` on cannot do without, and the index of their end."""
        found: list[str] = []
        best = ""
        while at < len(pieces) and pieces[at] not in (")", ")?"):
            piece, codes = pieces[at], ""
            at += 1
            if piece == "|":
                found, best = [*found, best], ""
                continue
            if piece == "(":
                codes, at = self._anchor(pieces, at)
                codes = "" if pieces[at] == ")?" else codes
                at += 1
            else:
                codes = self._piece(piece, {})[1]
            if codes and (not best or _commonness(codes) < _commonness(best)):
                best = codes
        found.append(best)
        return ("".join(found) if all(found) else ""), at

    def first(self, pattern: str) -> frozenset[str]:
        """The codes with which a match can begin; none where it may begin with anything."""
        found, _, _ = self._first(PIECE.findall(pattern), 0)
        return frozenset() if ANY in found else frozenset(found)

    def _first(self, pieces: list[str], at: int) -> tuple[set[str], bool, int]:
        """The first codes of the alternatives that begin at `at`, whether one is empty, and the index of their end."""
        found: set[str] = set()
        empty, open_ = False, True
        while at < len(pieces) and pieces[at] not in (")", ")?"):
            piece = pieces[at]
            at += 1
            if piece == "|":
                empty, open_ = empty or open_, True
            elif piece == "(":
                codes, passes, at = self._first(pieces, at)
                passes = passes or pieces[at] == ")?"
                at += 1
                found |= codes if open_ else set()
                open_ = open_ and passes
            elif open_:
                codes, open_ = self._opening(piece)
                found |= codes
        return found, empty or open_, at

    def _opening(self, piece: str) -> tuple[set[str], bool]:
        """The codes of one piece, and whether a match may pass over it."""
        if piece.startswith(("{~", "{<", "{^", "{$")):
            return set(), True
        if piece.startswith(("{!", "{..")) or (":" in piece and ":!" in piece):
            return {ANY}, True
        if not piece.startswith("{"):
            return set(self._piece(piece, {})[1]), False
        parsed = BRACED.match(piece[1:-1].strip())
        if not parsed:
            raise PatternFault(f"{piece} is not a class")
        codes = "".join(self._codes(name) for name in parsed["classes"].split("|"))
        return set(codes), parsed["many"] in ("?", "*")

    def _piece(self, piece: str, used: dict[str, int]) -> tuple[str, str]:
        if piece in PUNCTUATION:
            return re.escape(piece), piece
        if not piece.startswith("{"):
            code = self.form(piece.replace("_", " "))
            if code is None:
                raise PatternFault(f"the word {piece!r} is not in the lexicon")
            return re.escape(code), code
        body = piece[1:-1].strip()
        if body in "^$":
            return ("(?<![\\s\\S])" if body == "^" else "(?![\\s\\S])"), ""
        if body.startswith(".."):
            if not body[2:].isdigit() or int(body[2:]) > 30:
                raise PatternFault(f"the gap {piece} must be bounded by 30 at most")
            return f"[^{re.escape(STOPS)}]{{0,{body[2:]}}}?", ""
        return self._class(piece, body, used)

    def _class(self, piece: str, body: str, used: dict[str, int]) -> tuple[str, str]:
        parsed = BRACED.match(body)
        if not parsed:
            raise PatternFault(f"{piece} is not a class")
        codes = "".join(self._codes(name) for name in parsed["classes"].split("|"))
        many = parsed["many"]
        if parsed["not"] in ("~", "<"):
            return f"(?{'!' if parsed['not'] == '~' else '<!'}[{re.escape(codes)}])", ""
        unit = f"[{'^' if parsed['not'] else ''}{re.escape(codes)}]"
        if many == "+" and set(codes) <= LISTED:
            join = re.escape(",-" + self.classes.get("and", ""))
            source = f"{unit}(?:[{join}]{{1,2}}{unit}){{0,9}}"
        else:
            source = unit + MANY[many]
        if parsed["name"]:
            used[parsed["name"]] = number = used.get(parsed["name"], 0) + 1
            source = f"(?P<{parsed['name']}{'__' + str(number) if number > 1 else ''}>{source})"
        return source, "" if many in ("?", "*") or parsed["not"] else codes

    def _codes(self, name: str) -> str:
        if name in SORTS:
            return SORTS[name]
        if name in self.classes:
            return self.classes[name]
        if len(name) == 1 and name in PUNCTUATION:
            return name
        raise PatternFault(f"no class or sort is called {name!r}", unknown=name)


def _commonness(codes: str) -> int:
    return 1000 if codes in ("w", "A", ",") else len(codes)
