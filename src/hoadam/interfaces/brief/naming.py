"""Countries, bodies, people and offices as a sentence names them, in the chosen language."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from hoadam.interfaces.brief.template import part, word
from hoadam.interfaces.messages import language, table
from hoadam.interfaces.native import institution as native_institution
from hoadam.interfaces.spelling import spelled
from hoadam.interfaces.terminal import harmless
from hoadam.interfaces.words import knowledge, party, person, shown
from hoadam.views.brief import Office

CROWD = 4  # people named in one list; the rest are counted
STATE = 3  # letters of a country's code


def entry(section: str, key: str) -> Any:
    """What `names.toml` holds under a key; None where nothing."""
    return table("brief/names.toml")[section].get(key)


def named(code: str) -> str:
    """A country or body, with its article where English gives it one."""
    short = spelled(code) or (entry("short", code) or {}).get(language())
    if short:
        return harmless(str(short))
    name = harmless(party(code))
    return f"the {name}" if language() == "en" and code in table("brief/names.toml")["the"] else name


def adjective(code: str | None) -> str | None:
    """What English sets before a noun: "Ukrainian"; None where it would follow the noun, and in Vietnamese."""
    return entry("adjective", code) if code and language() == "en" else None


def listed(names: Sequence[str], most: int = CROWD) -> str:
    """Names as a list of which the last follows an "and"; beyond `most` they are counted."""
    kept = list(names) if len(names) <= most + 1 else [*names[:most], others(len(names) - most)]
    return word("part", "and").join(filter(None, (", ".join(kept[:-1]), kept[-1]))) if kept else ""


def others(count: int) -> str:
    """So many people more."""
    return part("others", {"count": str(count)})


def place(value: str) -> str:
    """A place with the name of its country."""
    town, _, code = value.rpartition(", ")
    known = person(value)
    if not town:
        return named(code)
    article = "the " if language() == "en" and town in table("brief/names.toml")["the"] else ""
    slots = {"town": article + harmless(known.removesuffix(f", {code}")), "country": named(code).removeprefix("the ")}
    return part("place", slots)


def issue(value: str) -> str:
    """An issue inside a sentence."""
    return str(word("issue", value) or shown("issue", value))


def office(title: str, of: str | None) -> str | None:
    """The title of an office before a name, without its country; None where it could be one of several."""
    state = of is None or (len(of) == STATE and of.isupper())
    if not state and title not in table("brief/names.toml")["body-titles"]:
        return None
    row = {**(entry("title", title) or {}), **(entry("title", f"{title}.{of}") or {})}
    return str(row.get(language()) or shown("title", title))


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def before_name(title: str) -> str:
    """A title as it stands before a name: English makes each of its words a capital."""
    if language() == "vi":
        return capital(title)
    return " ".join(piece if piece in ("of", "the") else capital(piece) for piece in title.split())


def institution(name: str) -> str:
    """An institution that has its own name."""
    if language() == "vi":
        return harmless(native_institution(name))
    return harmless(f"the {name}" if " " in name or name in table("brief/names.toml")["the"] else name)


class Names:
    """The people of a page: introduced with their office where they are named first, by name alone from then on."""

    def __init__(self, offices: Mapping[str, Office]) -> None:
        self.offices, self.met = offices, set[str]()

    def person(self, name: str) -> str:
        """A person."""
        bare = harmless(person(name))
        held = None if name in self.met else self.offices.get(name)
        self.met.add(name)
        title = held and office(held.title, held.of)
        if not held or not title:
            return bare
        alone = held.title in table("brief/names.toml")["bare-titles"]
        of = None if alone or not held.of else held.of
        if language() == "en" and of and not adjective(of):
            return f"{before_name(title)} {bare}"
        slots = {"title": before_name(title), "of": of and named(of), "adjective": adjective(of), "name": bare}
        return part("titled", slots)

    def people(self, names: Sequence[str]) -> str:
        """Several people, the first of them by name."""
        named_ = (
            [self.person(name) for name in names[:CROWD]] if len(names) > CROWD + 1 else list(map(self.person, names))
        )
        return listed([*named_, others(len(names) - CROWD)] if len(names) > CROWD + 1 else named_, len(names))

    def who(self, value: str, of_office: str | None = None) -> str:
        """Whoever speaks or acts: a state through one of its offices, a country or body, a person."""
        if value not in knowledge().english:
            return self.person(value)
        row = entry("office", of_office or "")
        if row is None:
            return institution(of_office) if of_office else named(value)
        if language() == "vi":
            return f"{row['vi']} {named(value)}"
        known = adjective(value)
        return f"the {known} {row['en']}" if known else f"the {row['en']} of {named(value)}"

    def source(self, value: str | None, is_named: bool, of_office: str | None) -> str:
        """Who is credited, an unnamed source as such."""
        if is_named and value:
            return self.who(value, of_office)
        if not value:
            return part("unnamed", {})
        known = value in knowledge().english
        if language() == "en" and not (known and adjective(value)):
            return part("unnamed", {})
        return part("unnamed-of", {"of": partial(self.who, value), "adjective": adjective(value) or "-"})
