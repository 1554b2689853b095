"""Builds the lexicon of a language: word lists in, dictionaries from forms to entries out."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hoadam.errors import RuleFault
from hoadam.knowledge import Name
from hoadam.lang.alphabet import SORTS, form_code
from hoadam.lang.fold import key
from hoadam.lang.openings import openings
from hoadam.model.item import Entry
from hoadam.model.language import Lexicon

ABOUT = "issue"  # the class that forms hand on to longer ones


class LexiconBuilder:
    """Collects forms, gives each its code, and says at the end what is in which class.

    Forms of the very same classes share a code, unless a rule names one of them: no rule can tell them apart.
    """

    def __init__(self) -> None:
        self.words: dict[str, dict[str, str]] = {}
        self.names: dict[str, Entry] = {}
        self.literals: set[str] = set()
        self.given: frozenset[str] = frozenset()
        self.families: frozenset[str] = frozenset()

    def read(self, file: Path) -> None:
        """A word file: one table a class, one row a form with its value."""
        try:
            tables = tomllib.loads(file.read_text(encoding="utf8"))
        except tomllib.TOMLDecodeError as fault:
            raise RuleFault(f"{file}: {fault}") from fault
        for name, rows in tables.items():
            for form, value in rows.items():
                self.words.setdefault(key(form).lower(), {})[name] = str(value)

    def literal(self, form: str) -> None:
        """A word that a rule names; it needs no class."""
        form = key(form).lower()
        self.words.setdefault(form, {})
        self.literals.add(form)

    def name(self, name: Name, kind: str | None = None) -> None:
        """A form of the knowledge base. Institutions are matched in any case, as the press writes them in both."""
        classes = {name.type: name.value}
        if name.stands:
            classes["stands"] = name.stands
        if name.office:
            classes["office"] = name.office
        if name.weak:
            classes["weak"] = "yes"
        if name.type == "medium" and kind == "platform":
            classes["platform"] = "yes"
        form = key(name.form)
        if name.type == "institution":
            self.words.setdefault(form.lower(), {}).update(classes)
            return
        known = self.names.get(form)
        merged = {**classes, **(known.classes if known else {})}
        acts = name.type in ("country", "body") or name.stands
        sort = known.code if known and not acts else SORTS["party" if acts else name.type]
        self.names[form] = Entry(form, sort, merged)

    def _inherit(self) -> None:
        """A longer form is on the issue that a form inside it is on ("place of talks" is about talks)."""
        about = {form: row[ABOUT] for form, row in self.words.items() if ABOUT in row}
        for form, row in self.words.items():
            if ABOUT not in row and "plain" not in row and " " in form:
                found = next((about[part] for part in _parts(form) if part in about), None)
                if found:
                    row[ABOUT] = found

    def build(self) -> Lexicon:
        """The dictionaries, and for each class the string of its codes."""
        self._inherit()
        shared: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}  # equal rows, once
        words: dict[str, Entry] = {}
        classes: dict[str, list[str]] = {}
        alike: dict[tuple[str, ...], str] = {}
        for form, named in sorted(self.words.items()):
            sort = ("", form) if form in self.literals else tuple(sorted(named))
            code = alike.get(sort)
            if code is None:
                code = alike[sort] = form_code(len(alike))
                for name in named:
                    classes.setdefault(name, []).append(code)
            words[form] = Entry(form, code, shared.setdefault(tuple(named.items()), named))
        for form, known in self.names.items():
            also = self.words.get(form.lower())
            if also:
                self.names[form] = Entry(form, known.code, {**also, **known.classes})
        return Lexicon(
            words=words,
            names=self.names,
            classes={name: "".join(codes) for name, codes in classes.items()},
            word_openings=openings(words),
            name_openings=openings(self.names),
            given=self.given | self._first_names(),
            families=self.families,
        )

    def _first_names(self) -> set[str]:
        """The first names of the people whom the knowledge base knows."""
        full = [form.split(" ") for form, entry in self.names.items() if "person" in entry.classes]
        firsts = {words[0] for words in full if len(words) > 1 and words[0].isascii() and len(words[0]) > 3}
        return {name for name in firsts - self.families if name not in self.names}


def _parts(form: str) -> Iterator[str]:
    """The shorter runs of words in a form, longest first."""
    words = form.split(" ")
    for length in range(len(words) - 1, 0, -1):
        yield from (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
