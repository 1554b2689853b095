"""Names as somebody types them → the names that the record uses."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from hoadam.errors import UsageFault
from hoadam.knowledge import Knowledge, load
from hoadam.model.vocabulary import ISSUES
from hoadam.store import Store

PARTIES_OF_FACTS = ("parties", "side", "author", "party", "claimant", "set_by", "for", "mediators")
PEOPLE_OF_FACTS = ("people", "person", "head", "replaces", "speaker")


@cache
def knowledge() -> Knowledge:
    """What is known of names, read once."""
    return load()


@lru_cache(65536)
def plain(name: str) -> str:
    """A name without accents, case and hyphens, as people type it: "Đàm-phán" gives "dam phan"."""
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.replace("-", " ").casefold().split())


@cache
def forms(*types: str) -> Mapping[str, tuple[str, ...]]:
    """All forms of names of these types, in plain letters, with what each can mean."""
    found: dict[str, dict[str, None]] = {}
    for name in knowledge().names:
        if name.type in types:
            found.setdefault(plain(name.form), {})[name.value] = None
    return {form: tuple(values) for form, values in found.items()}


class Unknown(UsageFault):
    """A name that somebody typed and that nothing answers to; `near` lists what may have been meant."""

    def __init__(self, sort: str, asked: str, known: Iterable[str]) -> None:
        by_plain: dict[str, str] = {}
        for name in known:  # a surname alone may be what was misspelt
            by_plain.setdefault(plain(name), name)
            by_plain.setdefault(plain(name).rpartition(" ")[2], name)
        close = difflib.get_close_matches(plain(asked), by_plain, n=3, cutoff=0.7)
        if sort not in ("date", "time"):
            self.http_status = 404
        self.sort, self.asked, self.near = sort, asked, tuple(dict.fromkeys(by_plain[name] for name in close))
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        super().__init__(f"no {sort} {asked!r} is known{hint}")


def parties_named(asked: str, store: Store) -> tuple[str, ...]:
    """The codes of countries and bodies that a code or a name means; Unknown where none is known."""
    known = knowledge()
    if asked in known.english:
        return (asked,)
    found = forms("country", "body").get(plain(asked))  # before codes in small letters: Nga is Russia, NGA Nigeria
    if found:
        return found
    if asked.upper() in known.english:
        return (asked.upper(),)
    told = store.values(PARTIES_OF_FACTS)
    same = tuple(name for name in told if plain(name) == plain(asked))
    if same:
        return same
    names = {*known.english, *known.english.values(), *known.vietnamese.values(), *told}
    raise Unknown("party", asked, sorted(names))


def people_named(asked: str, store: Store) -> tuple[str, ...]:
    """The canonical names of a person that any known form means; Unknown where none is known."""
    known = knowledge()
    wanted = plain(asked)
    exact = tuple(name for name in known.people if plain(name) == wanted)
    if exact:
        return exact
    if wanted in forms("person"):
        return forms("person")[wanted]
    told = [name for name in store.values(PEOPLE_OF_FACTS) if name not in known.english]
    same = tuple(name for name in told if plain(name) == wanted)
    partly = same or tuple(name for name in told if f" {wanted} " in f" {plain(name)} ")
    if partly:
        return partly
    raise Unknown("person", asked, [*told, *known.people])


def issue_named(asked: str) -> str:
    """The issue of the vocabulary; Unknown where there is none."""
    wanted = plain(asked).replace(" ", "-")
    if wanted in ISSUES:
        return wanted
    raise Unknown("issue", asked, ISSUES)


def outlets_named(asked: str, store: Store) -> tuple[str, ...]:
    """The outlets of the record whose name this is; Unknown where there is none."""
    outlets = store.outlets()
    wanted = plain(asked).replace(" ", "")
    found = tuple(outlet for outlet in outlets if plain(outlet).replace(" ", "") == wanted)
    if found:
        return found
    raise Unknown("outlet", asked, outlets)


def process_named(asked: str, store: Store) -> str:
    """The process of this name in any of its languages; Unknown where the record defines none."""
    processes = store.processes()
    wanted = plain(asked).replace("–", " ")
    for process in processes:
        if wanted in {plain(name).replace("–", " ") for name in (process.name, process.en, process.vi)}:
            return process.name
    raise Unknown("process", asked, [process.name for process in processes])
