"""House spelling: in which of its forms a name is shown, language by language; quotations stay as they were printed."""

import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hoadam.errors import UsageFault
from hoadam.interfaces.messages import LANGUAGES, language
from hoadam.knowledge import Knowledge, Name, load

Spelling = Mapping[str, Mapping[str, str]]  # language -> the name as the record has it -> the form that is shown

SORTS = ("country", "body", "person", "place")
AS_GIVEN: Spelling = MappingProxyType({})

_chosen: ContextVar[Spelling] = ContextVar("spelling", default=AS_GIVEN)  # of a command line, or of one request


class BadSpelling(UsageFault):
    """A file of house spellings that makes no sense; `problem` is the table or name that does not."""

    def __init__(self, file: Path, problem: str) -> None:
        self.file, self.problem = str(file), problem
        super().__init__(f'{file}: {problem}; write [vi] or [en], then lines like "Moscow, RUS" = "Moskva"')


def spell(spelling: Spelling) -> None:
    """Show names in these forms from now on."""
    _chosen.set(spelling)


def spelling() -> Spelling:
    """The forms in which names are shown now."""
    return _chosen.get()


def spelled(value: str) -> str | None:
    """The form chosen for a name in the language that is spoken; None where none was chosen."""
    return _chosen.get().get(language(), {}).get(value)


def over(house: Spelling, own: Spelling) -> Spelling:
    """The choices of a house with a reader's own before them."""
    return {code: {**house.get(code, {}), **own.get(code, {})} for code in LANGUAGES} if own else house


def spelling_in(file: Path) -> Spelling:
    """The choices in a TOML file: a table for each language, names as the record has them; BadSpelling else."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadSpelling(file, str(fault)) from fault
    for code, rows in tables.items():
        if code not in LANGUAGES or not isinstance(rows, dict):
            raise BadSpelling(file, code)
        for value, form in rows.items():
            if value not in named() or not isinstance(form, str) or not form.strip() or not form.isprintable():
                raise BadSpelling(file, value)
    return tables


@cache
def named() -> Mapping[str, tuple[str, ...]]:
    """All forms of each name that is known, the name itself first."""
    known = load()
    found: dict[str, dict[str, None]] = {}
    for name in known.names:
        if name.type in SORTS and fit(name):
            found.setdefault(name.value, dict.fromkeys(given(known, name.value)))[name.form] = None
    return {value: tuple(forms) for value, forms in found.items()}


def given(known: Knowledge, value: str) -> tuple[str, ...]:
    """The forms in which a name is shown where nobody chose: of a country or body one for each language."""
    if value in known.english:
        return tuple(dict.fromkeys((known.vietnamese[value], known.english[value])))
    return (value.rpartition(", ")[0] or value,)


def fit(name: Name) -> bool:
    """Can a form stand for a name by itself? Not an everyday word, a description, or a person's surname."""
    whole = name.type != "person" or " " in name.form or " " not in name.value
    return whole and not name.weak and not name.office and name.form[:1].isupper()


def forms(value: str, code: str) -> tuple[str, ...]:
    """The forms of a name among which a reader of a language may choose; English ones have no Vietnamese letters."""
    known = named().get(value, ())
    return known if code == "vi" else tuple(form for form in known if form.isascii() or form == known[0])
