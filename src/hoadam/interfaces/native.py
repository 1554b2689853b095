"""Names that Vietnamese has of its own, no other spelling of the English one: Xi Jinping is Tập Cận Bình."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from hoadam.interfaces.messages import language, table
from hoadam.knowledge import Name, load

MARKS = frozenset({"\u0309", "\u0323", "\u031b", "\u0306"})
TWICE_MARKED = 3  # code points of a decomposed letter that bears a mark and a tone


def native(value: str) -> str:
    """A person or a place in the chosen language, places without their country's code; the value where none is known.

    Names of countries and bodies stand in the knowledge itself.
    """
    return vietnamese().get(value, value) if language() == "vi" else value


def institution(name: str) -> str:
    """An institution in the chosen language."""
    return institutions().get(name, name) if language() == "vi" else name


@cache
def vietnamese() -> Mapping[str, str]:
    """People and places by the name of the record; `vocabulary.toml` wins, then the first form that is no spelling."""
    found = dict[str, str](table("vocabulary.toml")["name"])
    for name in load().names:
        if name.type in ("person", "place") and _own(name):
            found.setdefault(name.value, name.form)
    return found


def _own(name: Name) -> bool:
    whole = not name.weak and name.form[0].isupper() and toned(name.form)
    if name.value.endswith(", VNM"):
        return whole
    words = [set(re.findall(r"\w+", plain(one))) for one in (name.form, name.value)]
    return whole and " " in name.form and "-" not in name.form and not words[0] & words[1]


@cache
def institutions() -> Mapping[str, str]:
    """Institutions by English name with a Vietnamese form where there is one."""
    known = sorted((name for name in reversed(load().names) if name.office), key=lambda name: toned(name.form))
    return {**{str(name.office): name.form for name in known}, **table("vocabulary.toml")["office"]}


def plain(name: str) -> str:
    """Letters without marks, in small."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(letter))


def toned(name: str) -> bool:
    """Does a name have marks that Vietnamese alone has?"""
    return bool(MARKS & set(unicodedata.normalize("NFD", name))) or any(
        len(unicodedata.normalize("NFD", letter)) == TWICE_MARKED for letter in name
    )
