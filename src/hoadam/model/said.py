"""What is said: the words behind a verb of saying, before it or in quotation marks, without the frame around them."""

from hoadam.model.clause import MARKS, acts, clause_end, index_of, is_, skip, trimmed
from hoadam.model.item import Item
from hoadam.model.parsed import Match

SETTING = 12  # items that may tell where something was said
Found = tuple[int, int, tuple[int, int], bool]


def words_said(match: Match) -> Found | None:
    """Item bounds, text bounds and directness of what is said; None where nothing with content is."""
    items = match.sentence.items
    quotation = match.one("content")
    if quotation is not None:
        at = index_of(items, quotation)
        return at, at + 1, _inner(quotation), True
    if "said" in match.captures:
        return _before(items, match)
    if "before" in match.constants:
        return _sentence_before(match)
    verb = match.one("verb")
    first = match.last
    if verb is not None and _keeps(verb, match):
        first = index_of(items, verb)
    first = _behind_setting(items, first)
    if verb is not None and verb.says("according") is not None:
        first = _behind_apposition(items, first, match)
    following = next((i for i in range(first, min(first + 3, len(items))) if items[i].code == "Q"), None)
    if following is not None and all(item.code in ":,-" for item in items[first:following]):
        return following, following + 1, _inner(items[following]), True
    if first + 1 < len(items) and items[first].code == "," and items[first + 1].says("turn") is not None:
        return None
    first += _warned(items, first, verb) - _pointed(items, first)
    last = _quoted_end(items, first) or clause_end(items, first, headline=match.sentence.role == "headline")
    first, last = trimmed(items, skip(items[:last], first, "degree"), last)
    if not _says_something(items, first, last, match):
        return None
    return _bounds(items, first, last, match)


def _keeps(verb: Item, match: Match) -> bool:
    """Does the verb belong to what is said, as that of a denial does?"""
    return "keep" in match.constants or (verb.says("say") == "keep" and "noun" not in match.constants)


def _behind_apposition(items: list[Item], first: int, match: Match) -> int:
    """Where the content begins behind "theo ông X, Ngoại trưởng Iran, …"."""
    office = items[first].actor if first + 2 < len(items) else None
    if office is None or office.title is None or items[first + 1].code != ",":
        return first
    own = {person for actor in match.actors("speaker") for person in actor.people}
    return first + 2 if own and set(office.people) <= own else first


def _warned(items: list[Item], first: int, verb: Item | None) -> int:
    """How many words stand between a warning and what it is of: one, if it is of a danger ("về nguy cơ …")."""
    if verb is None or verb.says("warns") is None or first + 2 >= len(items) or items[first].says("about") is None:
        return 0
    at = skip(items, first + 1, "determiner", "count", "number")
    return int(at < len(items) and items[at].says("danger") is not None)


def _behind_setting(items: list[Item], first: int) -> int:
    """Where the content begins: behind "rằng", if only where or to whom it was said stands before that."""
    at = skip(items, first, "adverb")
    if at + 1 < len(items) and items[at].actor is not None and items[at + 1].says("that") == "opens":
        return at + 2
    if at >= len(items) or items[at].says("at") is None:
        return first
    for n in range(at + 1, min(at + SETTING, len(items))):
        if items[n].says("that") == "opens":
            return n + 1
        if items[n].code in "Q,:;." or (acts(items[n]) and items[n].says("utterance") is None):
            break
    return first


def _pointed(items: list[Item], first: int) -> int:
    """How many words of the frame belong to the content: the noun that "this" points at."""
    if not 0 < first < len(items) - 1 or items[first].says("this") is None or is_copular(items[first + 1]):
        return 0
    return int(items[first - 1].says("that") is not None)


def _quoted_end(items: list[Item], first: int) -> int | None:
    """Where words that open with a mark of quotation end, if a comma right behind its fellow closes them."""
    if first >= len(items) or items[first].text not in MARKS:
        return None
    close = next((n for n in range(first + 1, len(items)) if items[n].text == items[first].text), len(items))
    if close + 1 >= len(items):
        return None
    return close + 1 if "," in (items[close - 1].code, items[close + 1].code) else None


def _before(items: list[Item], match: Match) -> Found | None:
    """What the rule itself captures as `said`: more than one word, without another act of speech."""
    said = match.captures["said"]
    at = next(n for n, item in enumerate(items) if item is said[0])
    first, last = trimmed(items, at, at + len(said))
    return _bounds(items, first, last, match) if last - first > 1 else None


def _sentence_before(match: Match) -> Found | None:
    """All that stands in the sentence before the credit, unless somebody else says it there."""
    items = match.sentence.items
    first, last = trimmed(items, 0, match.first)
    speaker = match.actors("speaker")
    loud = any(item.says("say") not in (None, "subject") or item.code == "Q" for item in items[first:last])
    known = any(actor.people or actor.vague or actor.office for actor in speaker) or not items[last - 1].actor
    if not known or loud or match.sentence.role != "body" or last - first <= 2 or _is_setting(items[first:last]):
        return None
    return _bounds(items, first, last, match)


def _is_setting(items: list[Item]) -> bool:
    """Do the words tell only when or where: "Trước thông tin trên"?"""
    if not any(items[0].says(name) is not None for name in ("moment", "occasion")):
        return False
    return not any(is_copular(item) or item.says("aux") is not None for item in items)


def _says_something(items: list[Item], first: int, last: int, match: Match) -> bool:
    """Is there content: not an object, a topic or a question alone?"""
    if last <= first:
        return False
    opening, verb = items[first], match.one("verb")
    if opening.says("turn") == "joins":
        return False
    if last - first > 1 and opening.says("topic") is not None:
        behind = items[first + 1]
        setting = items[first + 2 : min(first + 3, last)]
        bare = behind.says("this") is not None and all(item.says("at") is not None for item in setting)
        if behind.says("relative") is not None or bare:
            return False
    pointed = opening.says("this") is not None and not (last - first > 1 and is_copular(items[first + 1]))
    if pointed or any(opening.says(name) is not None for name in ("of", "about", "question")) or is_toward(opening):
        return False
    if last - first == 1 and opening.code != "Q" and not is_copular(opening):
        return False
    if verb is not None and verb.says("utterance") is not None and _is_issuer(items, first, last):
        return False
    value = verb.says("say") if verb else None
    before = items[match.last - 1]
    quoted = opening.text in MARKS and (value not in ("weak", "subject") or items[last - 1].text in MARKS)
    opened = before.says("that") is not None or before.code == ":" or quoted
    if value == "clause" and verb and is_(verb, "foe") and (is_(before, "nominal") or is_(opening, "nominal")):
        return any(map(is_copular, items[first:last]))
    if opened or value is None:
        return True
    if value == "keep":
        return last - first > 1 and (last - first > 2 or items[last - 1].says("this") is None)
    if value == "subject" and opening.actor is not None and last - first > 2:
        return items[first + 1].code not in ",-()"
    if value in ("weak", "subject"):
        return any(map(is_copular, items[first:last]))
    if value == "clause":
        ahead = next((n for n in range(first, last) if items[n].says("whom") is not None), last)
        telling = (
            is_copular(item) or item.says("aux") is not None or item.text in MARKS for item in items[first:ahead]
        )
        return any(telling)
    if value == "news":
        pointed = last - first <= 3 and items[last - 1].says("this") is not None
        return _topic(items, first) is None and not pointed
    return value not in ("bare", "that")


def _is_issuer(items: list[Item], first: int, last: int) -> bool:
    """Is it who issues the paper that the verb names, as a noun: "tuyên bố từ Bộ Ngoại giao có đoạn"?"""
    if last - first < 3 or items[first].says("at") is None or items[first + 1].actor is None:
        return False
    return any(items[first + 2].says(name) is not None for name in ("say", "reply"))


def is_copular(item: Item) -> bool:
    """Is it, or holds it as a person's phrase, the word that says who or what somebody is?"""
    return item.says("copula") is not None or any(inner.says("copula") is not None for inner in item.inner or ())


def is_toward(opening: Item) -> bool:
    """Does the item say only what a feeling is about: "lo ngại trước …"?"""
    return opening.says("after") is not None and opening.says("when") is None


def _topic(items: list[Item], first: int) -> Item | None:
    """The noun that the content opens with, where it is a topic."""
    at = skip(items, first, "determiner", "count", "number")
    return items[at] if at < len(items) and items[at].says("topic") is not None else None


def _bounds(items: list[Item], first: int, last: int, match: Match) -> Found:
    start, end = items[first].start, items[last - 1].end
    marks = [n for n in range(first, last) if items[n].text in MARKS]
    if len(marks) == 2 and marks == [first, last - 1] and last - first > 2:
        final = last - 3 if items[last - 2].code == "," else last - 2
        return first, last, (items[first + 1].start, items[final].end), True
    if len(marks) == 1:
        if marks == [last - 1]:
            return first, last - 1, (start, items[last - 2].end), False
        if marks == [first]:
            return first + 1, last, (items[first + 1].start, end), True
    colon = items[match.last - 1].code == ":"
    direct = colon and any(item.says("first-person") is not None for item in items[first:last])
    return first, last, (start, end), direct


def _inner(quotation: Item) -> tuple[int, int]:
    words = quotation.text
    start, end = quotation.start, quotation.end
    if words[:1] in MARKS:
        start += 1
    if len(words) > 1 and words[-1] in MARKS:
        end -= 1
    inside = quotation.text[start - quotation.start : end - quotation.start]
    end -= len(inside) - len(inside.rstrip(" .,"))
    start += len(inside) - len(inside.lstrip())
    return start, end
