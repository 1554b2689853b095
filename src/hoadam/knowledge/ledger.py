"""The names and faults gathered while the data are read."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hoadam.knowledge.name import Name


@dataclass(slots=True)
class Ledger:
    """Gathers names and faults. A fault is a line `file: row: problem`; a strong form belongs to one value alone."""

    names: list[Name] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)  # strong form -> type and value
    seen: set[tuple[str, str, str]] = field(default_factory=set)

    def fault(self, where: str, problem: str) -> None:
        """Notes that the row `where` (`file: row`) has a problem."""
        self.faults.append(f"{where}: {problem}")

    def check_keys(self, where: str, row: Mapping[str, Any], known: Iterable[str]) -> None:
        """Notes each key of the row that its file does not know."""
        for key in sorted(set(row) - set(known)):
            self.fault(where, f"unknown key {key!r}; known are {', '.join(known)}")

    def add(self, where: str, name: Name, strong: Iterable[str], weak: Iterable[str]) -> None:
        """Adds `name` in all its forms; a form listed as weak is never strong as well."""
        loose = dict.fromkeys(weak)
        for form in dict.fromkeys(strong):
            if form not in loose:
                self._put(where, replace(name, form=form))
        for form in loose:
            self._put(where, replace(name, form=form, weak=True))

    def _put(self, where: str, name: Name) -> None:
        key = (name.form, name.type, name.value)
        if key in self.seen:
            return
        self.seen.add(key)
        self._check_form(where, name.form)
        if not name.weak:
            self._claim(where, name)
        self.names.append(name)

    def _check_form(self, where: str, form: str) -> None:
        if not unicodedata.is_normalized("NFC", form):
            self.fault(where, f"form {form!r} is not NFC")
        if form != " ".join(form.split()) or not form:
            self.fault(where, f"form {form!r} is empty or has stray spaces")

    def _claim(self, where: str, name: Name) -> None:
        mine = (name.type, name.value)
        owner = self.owners.setdefault(name.form, mine)
        if owner != mine:
            self.fault(where, f"form {name.form!r} already names the {owner[0]} {owner[1]!r}; mark one of them weak")
