"""Is an article of our subject: relations between states, armed groups and international bodies?

A linear judge over the words of the article, names drawn together by what they are; `tools/scope.py` trains it.
"""

from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import cast

from hoadam.model.item import Item
from hoadam.model.language import Language
from hoadam.model.parsed import SURE, Parsed

LONG = 120  # items from which an article is more than a headline and a lead
LEEWAY = 2.5  # log odds
NAMES = frozenset("PLNTDXYMQ")  # codes of what is judged by its sort, not by its word
MOST = 90  # items: a headline and its lead decide, however long the article


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
    words = language.scope
    inside, titled = _judge(language)
    found, classes, headed = _found(parsed, language)
    return (
        words["#bias"]
        + sum([words[word] for word in found if word in words])
        + sum([inside[name] for name in classes if name in inside])
        + sum([titled[name] for name in headed if name in titled])
    )


def features(parsed: Parsed, language: Language) -> set[str]:
    """The first words of the article, each once; names by their sort, states and bodies by their number.

    Besides, the classes of the words (`#say`), and those in the headline or else the first sentence (`^say`), with the
    number of names there.
    """
    found, classes, titled = _found(parsed, language)
    return found | {f"#{name}" for name in classes} | {f"^{name}" for name in titled}


def _found(parsed: Parsed, language: Language) -> tuple[set[str], set[str], set[str]]:
    """The words, the classes of them, and the classes of those in the headline."""
    foreign: set[str] = set()
    title = len(parsed.article.title or "") or next((sentence.end for sentence in parsed.sentences), 0)
    items = _words(parsed)
    headed = items[: bisect_left(items, title, key=attrgetter("start"))]
    found = {
        _name(item, foreign, language.home)
        if item.code in NAMES
        else item.entry.form
        if item.entry
        else item.text.lower()
        for item in items
    }
    codes = "".join([item.code for item in headed])
    found.add(f"^P{min(codes.count('P'), 3)}")
    found.add(f"^N{min(codes.count('N'), 2)}")
    found.add(f"#foreign{min(len(foreign), 4)}")
    found.add(f"#home{int('P:home' in found)}-{min(len(foreign), 2)}")
    return found, _classes(items), _classes(headed)


def _classes(items: list[Item]) -> set[str]:
    """The classes of the items, each word looked at once."""
    by_word = {item.entry.form: item.entry.classes for item in items if item.entry}
    return set(chain.from_iterable(by_word.values()))


def _judge(language: Language) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of classes: anywhere, and in the headline."""
    if "judge" not in language.tools:
        weights = language.scope
        inside = {name[1:]: weight for name, weight in weights.items() if name[0] == "#"}
        titled = {name[1:]: weight for name, weight in weights.items() if name[0] == "^"}
        language.tools["judge"] = inside, titled
    return cast(tuple[dict[str, float], dict[str, float]], language.tools["judge"])


def _name(item: Item, foreign: set[str], home: str) -> str:
    """What the judge takes a name, a number or a time for; states and bodies from abroad are added to `foreign`."""
    if item.code == "P" and item.entry:
        party = item.entry.classes.get("country") or item.entry.classes.get("body") or item.entry.classes["stands"]
        if party == home:
            return "P:home"
        foreign.add(party)
        return "P"
    if item.code == "L":
        return "L:home" if (item.says("place") or "").endswith(home) else "L"
    return "X" if item.code == "Y" else item.code


def _words(parsed: Parsed) -> list[Item]:
    """The first items, those inside a quotation behind it."""
    items: list[Item] = []
    for sentence in parsed.sentences:
        if len(items) >= MOST:
            break
        for item in sentence.items:
            items.append(item)
            if item.inner:
                items += item.inner
    return items[:MOST]
