"""Joins neighbouring items into names that no list holds, and tells which of them are people's."""

import re
from collections.abc import Iterable, Set
from itertools import pairwise

from hoadam.lang.alphabet import SORTS
from hoadam.model.item import Item

# A syllable that could be Vietnamese: a capitalised one at the beginning of a sentence need not be a name.
SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
# Small words inside a name; they join only where a capital follows.
PARTICLES = frozenset((
    "al", "el", "bin", "bint", "binti", "ben", "ibn", "abu", "abd", "ul", "ur", "uz", "de", "da", "do", "dos",
    "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "zu", "y", "e", "na",
))  # fmt: skip
PATRONYM = frozenset({"bin", "bint", "binti", "ibn"})  # words of a person's name alone
OPENING = frozenset({"al", "el", "bin", "ibn", "abu", "van", "von", "de"})
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)$")
ACRONYM = re.compile(r"[A-ZĐ]{3,}\d*$")
FIRM = re.compile(
    r"(?:Group|Inc|Corp|Bank|Universe|World|News|Times|Post|Airlines|Airways|Cent(?:er|re)|Cup|League|University|Watch"
    r"|International|Institute|Foundation|Council|Association|Agency|Research|Analytics|Economics|Capital|Energy|Media|Press"
    r"|Street|Journal|Network|House|Forum|Society|Radio|Online|Today|Tribune|Herald|Review|Daily|Sachs|Stanley|Motors|Oil"
    r"|Shipping|Lines|Systems|Technologies|Def[ea]n[cs]e|Dynamics|Intelligence|Threats|Project|Command|Forces?|Army|Navy"
    r"|Party|Movement|Front|Union|Alliance|Brigades?|Partners|Securities|Markets|Insights|Monitor|Exchange|Initiative|Fund)$"
)
SOMEONE = SORTS["someone"]
LEAD = frozenset((
    "honorific", "style", "title", "local-office", "counterpart", "kin", "country", "body", "place", "tense",
    "institution", "portfolio", "rank", "faction", "profession",
))  # fmt: skip
TRADES = frozenset({"profession", "title", "style", "rank"})
OPENERS = ",:;.\"'-TQ"
LONGEST = 5  # words of a bare name that may be a person's
BY_NAME = frozenset({"honorific", "style"})
INTRODUCE = frozenset({"honorific", "style", "profession"})


def join_names(items: list[Item], given: Set[str], families: Set[str]) -> list[Item]:
    """Neighbouring capitalised words become one unknown name; known surnames, particles and initials join as well."""
    joined: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if at and item.text in families and _is_surname(items, at):
            item = items[at] = Item(item.start, item.end, "X", "unknown", item.text)
        may = item.code in "XN" or item.text in families or item.text in OPENING
        taken = _grown(items, at, given, families) if may and _begins(items, at, families) else at + 1
        if taken == at + 1:
            joined.append(items[at])
        else:
            joined.append(_whole(items[at:taken]))
        at = taken
    return [_judged(item, n, joined, given, families) if item.code in "XN" else item for n, item in enumerate(joined)]


def _is_surname(items: list[Item], at: int) -> bool:
    """Is a word that the lexicon knows, and that can be a surname, one here, alone behind "ông"?"""
    item, before = items[at], items[at - 1].entry
    if item.code in "XNPL" or before is None or BY_NAME.isdisjoint(before.classes):
        return False
    return not (at + 1 < len(items) and items[at + 1].text[:1].isupper())


def _begins(items: list[Item], at: int, families: Set[str]) -> bool:
    item = items[at]
    if item.code in "XN":
        return True
    if at + 1 >= len(items):
        return False
    if item.code == "w" and item.text in OPENING:
        return items[at + 1].code in "X-" and _touch(item, items[at + 1])
    return item.text in families and _piece(item) and items[at + 1].code in "XN" and _touch(item, items[at + 1])


def _piece(item: Item) -> bool:
    """Is the item one capitalised word that the lexicon knows as something else?"""
    return bool(item.entry) and " " not in item.text and item.text[:1].isupper() and not _introduced(item)


def _touch(one: Item, other: Item) -> bool:
    return other.start - one.end <= 1


def _grown(items: list[Item], at: int, given: Set[str], families: Set[str]) -> int:
    """The index after the last item that belongs to the name that begins at `at`."""
    known = items[at].code == "N" and " " in items[at].text
    end = at + 1
    while end < len(items) and _touch(items[end - 1], items[end]):
        step = _suffixed(items, end, given) if known else _step(items, at, end, families)
        if not step and items[at].text in given:
            step = _named_so(items, at, end)
        if not step:
            break
        end += step
    return end


def _named_so(items: list[Item], at: int, end: int) -> int:
    """Behind a first name stand a name known in full, or a surname that is a place's or an everyday word besides."""
    item = items[end]
    if item.code == "N":
        return int(end == at + 1)
    last = end + 1 == len(items) or not (items[end + 1].text[:1].isupper() and _touch(item, items[end + 1]))
    return int(item.code != "P" and last and _piece(item) and not item.text.isupper())


def _suffixed(items: list[Item], at: int, given: Set[str]) -> int:
    """A name known in full goes on with "Jr", a number, or one more surname, unless another name begins with it."""
    item = items[at]
    other = item.text in given and at + 1 < len(items) and items[at + 1].code in "XN" and _touch(item, items[at + 1])
    surname = items[at - 1].code == "N" and _surname(item.text) and not other
    return int(item.code == "X" and (SUFFIX.match(item.text) is not None or surname))


def _surname(text: str) -> bool:
    """Can the word be the second surname of somebody known by one?"""
    return len(text) > 3 and text.isalpha() and not text.isupper() and FIRM.match(text) is None


def _step(items: list[Item], first: int, at: int, families: Set[str]) -> int:
    """How many items from `at` on continue the name: none, one, or a mark and what it ties."""
    last, item = items[at - 1], items[at]
    after = items[at + 1] if at + 1 < len(items) else None
    if item.code == "X":
        return int(_mixes(last, item))
    if item.code == "N":
        return int(" " not in item.text or item.text.partition(" ")[0].lower() in OPENING)
    if after is not None and _touch(item, after):
        if item.code in "-'" and item.start == last.end and after.start == item.end:
            return 2 * (after.code in "XN" or after.text.isalpha())
        if item.code == "." and item.start == last.end and after.code in "XN" and _initial(last.text):
            return 2
        if item.text in PARTICLES and after.code in "XN-w":
            return _particle(items, at)
    return int(_vietnamese(items[first].text, families) and _syllable(item))


def _particle(items: list[Item], at: int) -> int:
    """A particle, or two, with the capital that must follow; or a hyphen ("al-Sharaa")."""
    end = at
    while end < len(items) and items[end].text in PARTICLES and end - at < 2:
        end += 1
    if end < len(items) and items[end].code in "XN" and _touch(items[end - 1], items[end]):
        return end + 1 - at
    if end + 1 < len(items) and items[end].code == "-" and items[end + 1].code in "XN":
        return (end + 2 - at) * (items[end + 1].start == items[end].end)
    return 0


def _mixes(last: Item, item: Item) -> bool:
    """Do both words look like parts of one name? An acronym joins no other word."""
    if SUFFIX.match(item.text):
        return True
    return bool(ACRONYM.match(last.text)) == bool(ACRONYM.match(item.text))


def _initial(text: str) -> bool:
    """Does the text end in an initial, or two that are written as one word?"""
    return len(text.rpartition(" ")[2]) <= 2 and text.isupper()


def _vietnamese(text: str, families: Set[str]) -> bool:
    return text in families or SYLLABLE.fullmatch(text.lower()) is not None


def _syllable(item: Item) -> bool:
    """A capitalised everyday word, or the short name of a state, that may be a syllable of a personal name."""
    if not item.entry or " " in item.text or not item.text[0].isupper() or item.text.isupper():
        return False
    if item.code == "P":
        return item.says("weak") is not None
    return SYLLABLE.fullmatch(item.text.lower()) is not None and not item.entry.classes.keys() & {
        "title",
        "honorific",
        "style",
    }


def _whole(pieces: list[Item]) -> Item:
    text = pieces[0].text
    for one, other in pairwise(pieces):
        text += (" " if other.start > one.end else "") + other.text
    first = pieces[0]
    last = pieces[-1]
    if _initial(first.text) and (last.says("person") or "").startswith(first.text[0]):
        return Item(first.start, last.end, "N", last.type, text, last.entry)
    if first.code == "N" and " " in first.text and len(pieces) == 2:
        if SUFFIX.match(pieces[1].text) is None:
            return Item(first.start, pieces[-1].end, "N", first.type, text, first.entry)
        return Item(first.start, pieces[-1].end, SOMEONE, "unknown", text)
    return Item(first.start, pieces[-1].end, "X", "unknown", text)


def _introduced(before: Item) -> bool:
    """Does the word before a name say that a person follows?"""
    return before.entry is not None and not INTRODUCE.isdisjoint(before.entry.classes)


def _judged(item: Item, at: int, items: list[Item], given: Set[str], families: Set[str]) -> Item:
    """An unknown name that is certainly a person's, or certainly none, is marked so."""
    if item.code == "N" and item.says("weak") is not None and " " not in item.text:
        return _weak(item, at, items)
    before = items[at - 1] if at else None
    if item.says("person") is not None and _called_after(items, at):
        return Item(item.start, item.end, "X", "unknown", item.text)
    if item.code != "X":
        return item
    words = item.text.split(" ")
    if before is not None and (before.says("thing") is not None or _called_after(items, at)):
        return item
    if len(words) > 1 and (_person(words, given, families) or (not _firm(words) and _told(words, items, at))):
        item.code, item.type = SOMEONE, "someone"
    elif words[0] not in families and _syllables(words, before) and _compound(item, at, items):
        item.code, item.type = "w", "word"
    return item


def _firm(words: list[str]) -> bool:
    """Is it a firm's or an institute's name, or an acronym?"""
    return FIRM.match(words[-1]) is not None or any(ACRONYM.match(word) for word in words)


def _told(words: list[str], items: list[Item], at: int) -> bool:
    """Does a trade before the name tell a person, or a verb of saying, a trade, an office behind a foreign one?"""
    before, after = (items[at - 1] if at else None), items[at + 1 : at + 3]
    if before is not None and before.says("profession") is not None:
        return True
    home = not all(map(str.isascii, words)) and all(SYLLABLE.fullmatch(word.lower()) for word in words)
    if home or len(words) > LONGEST:
        return False
    open_ = before is None or before.code in OPENERS or before.says("according") is not None
    if not open_ or not after:
        return False
    if after[0].code in ",-(" and len(after) > 1 and after[1].entry is not None:
        return not TRADES.isdisjoint(after[1].entry.classes)
    return after[0].says("say") is not None


def _called_after(items: list[Item], at: int) -> bool:
    """Does what stands before the name say that a ship or a place is called so, maybe with its number between?"""
    at -= 1
    at -= int(at >= 0 and items[at].code == "D")
    return at >= 0 and items[at].says("named-after") is not None


def _person(words: list[str], given: Set[str], families: Set[str]) -> bool:
    if FIRM.match(words[-1]):
        return False
    if not PATRONYM.isdisjoint(words[1:-1]):
        return True
    if words[0] in families and len(words) in (2, 3, 4):
        return all(SYLLABLE.fullmatch(word.lower()) for word in words)
    return len(words) <= 6 and words[0] in given and not any(ACRONYM.match(word) for word in words[:-1])


def _weak(item: Item, at: int, items: list[Item]) -> Item:
    """A surname that is an everyday word or has many bearers counts after a title or "ông", or beside another name."""
    before = items[at - 1].entry if at else None
    if before is not None and not LEAD.isdisjoint(before.classes):
        return item
    beside = [items[n] for n in (at - 2, at + 2) if 0 <= n < len(items) and items[(n + at) // 2].code == "-"]
    if any(other.code in "NP" for other in beside):
        return item
    opens = at == 0 or items[at - 1].code in ":-.\"'?!"
    code = "w" if opens and SYLLABLE.fullmatch(item.text.lower()) else "X"
    return Item(item.start, item.end, code, "unknown" if code == "X" else "word", item.text)


def _syllables(words: list[str], before: Item | None) -> bool:
    """Are they all syllables of Vietnamese, and with its marks unless a title stands before?"""
    plain = before is not None and before.says("title") is not None
    return all((plain or not word.isascii()) and SYLLABLE.fullmatch(word.lower()) for word in words)


def _compound(item: Item, at: int, items: list[Item]) -> bool:
    """Syllables of Vietnamese before a small word open a term ("Cộng hòa"), unless "ông" stands before."""
    before = items[at - 1] if at else None
    if before is not None and not BY_NAME.isdisjoint(before.entry.classes if before.entry else ()):
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    return after is not None and after.text[:1].islower() and _touch(item, after)


def surnames(items: Iterable[Item]) -> set[str]:
    """The last words of full names, under which an article goes on to call these people."""
    return {item.text.rpartition(" ")[2] for item in items if item.code == SOMEONE}
