"""Is an article of our subject: relations between states, armed groups and international bodies?

A linear judge over the words of the article, names drawn together by what they are; `tools/scope.py` trains it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from hoadam.model.item import Item
from hoadam.model.language import Language
from hoadam.model.parsed import Parsed


MOST = 90  # items: a headline and its lead decide, however long the article


def in_scope(parsed: Parsed, language: Language) -> bool:
    """Whether facts are to be looked for in the article at all."""
    weights = language.scope
    return not weights or score(parsed, language) >= weights["#floor"]


def score(parsed: Parsed, language: Language) -> float:
    """The log odds that the article has facts."""
    weights = language.scope
    return weights["#bias"] + sum(weights.get(feature, 0.0) for feature in features(parsed, language))


def features(parsed: Parsed, language: Language) -> set[str]:
    """The first words of the article, each once; names by their sort, states and bodies by their number."""
    found: set[str] = set()
    foreign: set[str] = set()
    home = language.home
    for item in islice(_words(item for sentence in parsed.sentences for item in sentence.items), MOST):
        if item.code == "P" and item.entry:
            party = item.entry.classes.get("country") or item.entry.classes.get("body") or item.entry.classes["stands"]
            found.add("P:home" if party == home else "P")
            if party != home:
                foreign.add(party)
        elif item.code == "L":
            found.add("L:home" if (item.says("place") or "").endswith(home) else "L")
        elif item.code in "NTDXMQ":
            found.add(item.code)
        else:
            found.add(item.entry.form if item.entry else item.text.lower())
    found.add(f"#foreign{min(len(foreign), 4)}")
    found.add(f"#home{int('P:home' in found)}-{min(len(foreign), 2)}")
    return found


def _words(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if item.code == "Q" and item.inner:
            yield from item.inner
