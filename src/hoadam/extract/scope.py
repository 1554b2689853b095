"""Is an article of our subject: relations between states, armed groups and international bodies?

A linear judge over the words of the article, names drawn together by what they are; `tools/scope.py` trains it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import cast

from hoadam.lang.fold import fold
from hoadam.model.item import Entry, Item
from hoadam.model.language import Language
from hoadam.model.parsed import SURE, Parsed

WORD = re.compile(r"[^\W_]+")
LONG = 120  # items from which an article is more than a headline and a lead
LEEWAY = 2.5  # log odds
MOST = 90  # items: a headline and its lead decide, however long the article


def names_somebody(text: str, language: Language) -> bool:
    """Whether the text can name a foreign state, a body or a known person at all: a quick look before any parsing."""
    forms = _foreign(language)
    folded = fold(text)
    return any(form in folded for word in forms.keys() & set(WORD.findall(folded)) for form in forms[word])


def scope(parsed: Parsed, language: Language) -> float:
    """The log odds that the article is of our subject, beyond what is asked of one.

    A long article is given leeway: its subject may come after its beginning.
    """
    weights = language.scope
    if not weights:
        return SURE
    long = sum(len(sentence.items) for sentence in parsed.sentences) > LONG
    return score(parsed, language) + LEEWAY * long - weights["#floor"]


def score(parsed: Parsed, language: Language) -> float:
    """The log odds that the article has facts."""
    weights = language.scope
    return weights["#bias"] + sum(weights.get(feature, 0.0) for feature in features(parsed, language))


def features(parsed: Parsed, language: Language) -> set[str]:
    """The first words of the article, each once; names by their sort, states and bodies by their number.

    Besides, the classes of the words (`#say`), and those in the headline or else the first sentence (`^say`), with the
    number of names there.
    """
    found: set[str] = set()
    classes: set[str] = set()
    titled: set[str] = set()
    foreign: set[str] = set()
    codes = ""
    title = len(parsed.article.title or "") or next((sentence.end for sentence in parsed.sentences), 0)
    for item in islice(_words(item for sentence in parsed.sentences for item in sentence.items), MOST):
        found.add(_word(item, foreign, language.home))
        kinds = item.entry.classes if item.entry else ()
        classes.update(kinds)
        if item.start < title:
            titled.update(kinds)
            codes += item.code
    found.update(f"#{name}" for name in classes)
    found.update(f"^{name}" for name in titled)
    found.add(f"^P{min(codes.count('P'), 3)}")
    found.add(f"^N{min(codes.count('N'), 2)}")
    found.add(f"#foreign{min(len(foreign), 4)}")
    found.add(f"#home{int('P:home' in found)}-{min(len(foreign), 2)}")
    return found


def _word(item: Item, foreign: set[str], home: str) -> str:
    """What the judge takes an item for; states and bodies from abroad are added to `foreign`."""
    if item.code == "P" and item.entry:
        party = item.entry.classes.get("country") or item.entry.classes.get("body") or item.entry.classes["stands"]
        if party == home:
            return "P:home"
        foreign.add(party)
        return "P"
    if item.code == "L":
        return "L:home" if (item.says("place") or "").endswith(home) else "L"
    if item.code in "NTDXYMQ":
        return "X" if item.code == "Y" else item.code
    return item.entry.form if item.entry else item.text.lower()


def _foreign(language: Language) -> dict[str, tuple[str, ...]]:
    """The names that bring an article into question, by their first word; of forms with marks the first word alone."""
    if "foreign" not in language.tools:
        found: dict[str, set[str]] = {}
        for entry in language.lexicon.names.values():
            if entry.code in "PN" and not _home(entry, language):
                first = entry.form.partition(" ")[0]
                plain = entry.form.replace(" ", "").isalnum()
                found.setdefault(first, set()).add(entry.form if plain else first)
        language.tools["foreign"] = {first: tuple(sorted(forms, key=len)) for first, forms in found.items()}
    return cast(dict[str, tuple[str, ...]], language.tools["foreign"])


def _home(entry: Entry, language: Language) -> bool:
    return entry.classes.get("country") == language.home or entry.classes.get("stands") == language.home


def _words(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if item.code == "Q" and item.inner:
            yield from item.inner
