"""The names and faults gathered while the data are read."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hoadam.knowledge.name import Name

LISTS: dict[str, type] = {
    "forms": str,
    "weak": str,
    "offices": dict,
    "kin": dict,
    "members": str,
}  # what each list holds


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

    def check_row(self, where: str, row: Any, known: Iterable[str]) -> bool:
        """Notes a row that is no table, has unknown keys, or has values of the wrong sort; says if it will do."""
        if not isinstance(row, dict):
            self.fault(where, "is no table")
            return False
        before = len(self.faults)
        for key, value in row.items():
            if key not in known:
                self.fault(where, f"unknown key {key!r}; known are {', '.join(known)}")
            elif not _fits(value, LISTS.get(key)):
                self.fault(where, f"{key} is {value!r}")
        return len(self.faults) == before

    def add(self, where: str, name: Name, strong: Iterable[str], weak: Iterable[str]) -> None:
        """Adds `name` in all its forms; a form listed as weak is never strong as well."""
        loose = dict.fromkeys(weak)
        for form in dict.fromkeys(strong):
            if form not in loose:
                self._put(where, Name(form, name.type, name.value, name.stands, False, name.office))
        for form in loose:
            self._put(where, Name(form, name.type, name.value, name.stands, True, name.office))

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


def _fits(value: object, item: type | None) -> bool:
    if item is None:
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(one, item) for one in value)
