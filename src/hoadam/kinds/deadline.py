"""A day by which somebody must have acted; `when` is that day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import index_of, is_
from hoadam.model.fact import Fact
from hoadam.model.item import Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject

AHEAD, BACK = 16, 9  # items behind and before the word in which what belongs to it may stand
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
NEAR = 7  # items after the word in which its length may stand
BEFORE_LENGTH = ("at", "adverb", "bound", "for-whom", "more")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
HALF_A_YEAR = 6
MONTH = re.compile(r"\d{4}-\d\d")
YEAR = re.compile(r"\d{4}")
LENGTH = re.compile(r"P(T?)(\d+)([HMDWY])")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit as the words tell it: its status, its day, and the items that say so."""

    status: str
    when: str | None
    by: tuple[Item, ...]
    to: tuple[Item, ...]
    span: tuple[int, int]
    dated: Item | None
    ends: bool = False  # is it to end the fighting, so that it binds whoever fights?


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "status", "when")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """The day by which a side must act, who set it, and what became of it; one fact for each side bound."""
    limits = _called(match, story) if match.one("limit") else _implied(match, story)
    for limit in limits:
        setters = _states(limit.by, story)
        bound = _states(limit.to, story) or (story.opposed(setters) if limit.ends and setters else ())
        if not setters and (limit.when is None or (limit.by and not bound)):
            continue  # nobody known sets it
        items = match.sentence.items
        start, end = items[limit.span[0]].start, items[limit.span[1] - 1].end
        sources = {"set_by": list(limit.by), "for": list(limit.to), "when": [limit.dated] if limit.dated else []}
        for setter, side in product(setters or (None,), bound or (None,)):
            slots = {"set_by": setter, "for": side, "status": limit.status}
            yield story.fact("deadline", match, (start, end), KIND.empty() | slots, when=limit.when, sources=sources)


def _states(items: tuple[Item, ...], story: Story) -> tuple[str, ...]:
    return story.parties([item.actor for item in items if item.actor])


def _called(match: Match, story: Story) -> Iterator[Limit]:
    """A limit that is called one: "hạn chót", "mốc 27/11"."""
    items, limit = match.sentence.items, match.captures["limit"][0]
    at = index_of(items, limit)
    low, high = _around(items, at)
    if at and is_(items[at - 1], "has-time") and any(is_(item, "deal") for item in items[max(0, at - 5) : at]):
        return  # so long does a deal last
    if at and is_(items[at - 1], "during") and not is_(limit, "limit-verb"):
        return  # so long does something last
    dated, length = _day(items, at, low, high), _length(items, at, high, _told_day(match, story, at))
    if limit.says("time-limit") == "mark" and not any(item.code == "T" for item in items[at + 1 : at + 3]):
        return
    found = _statuses(items, at, low, high)
    found = [(status, n) for status, n in found if not _denied(items, n)]
    if dated is None and not length and len(found) > 1:
        found = [(status, n) for status, n in found if status != "set"]  # who set it is told by the way
    told = any(is_(items[n], "limit-verb") and (n <= at or status != "set") for status, n in found)
    if not found or (dated is None and not length and not told):
        return
    by = _setter(match, at, (low, high), [n for _, n in found])
    if any(status == "dropped" and _by_another(match, n, by, story) for status, n in found):
        return
    to = _bound_side(items, at, (low, high), by)
    if not by and not to and not any(is_(items[n], "limit-verb") for _, n in found):
        return
    for status, n in found:
        first = min([i for i in (n, at, *(index_of(items, b) for b in by if index_of(items, b) < at)) if i >= low])
        ends = [n, at, *(index_of(items, i) for i in (*to, *([dated] if dated else [])))]
        when = length or (_value(dated, story) if dated else None)
        if status == "set" and dated and not length:
            when = _to_come(when, dated, story)
        span = (first, max(i for i in ends if i < high) + 1)
        yield Limit(status, when, by, to, span, dated, any(is_(item, "arms") for item in items[at:high]))


def _to_come(when: str | None, dated: Item, story: Story) -> str | None:
    """A limit that is set lies ahead: of a month without a year the next one is meant."""
    if when is None or not MONTH.fullmatch(when) or YEAR.search(dated.text):
        return when
    months = (int(story.day[:4]) - int(when[:4])) * 12 + int(story.day[5:7]) - int(when[5:])
    return f"{int(when[:4]) + 1}{when[4:]}" if months > HALF_A_YEAR else when


def _around(items: list[Item], at: int) -> tuple[int, int]:
    """The bounds of the sentence, cut at a semicolon and within reach."""
    low = next((n + 1 for n in range(at - 1, max(-1, at - BACK - 1), -1) if items[n].code in ".;:"), max(0, at - BACK))
    high = next((n for n in range(at + 1, min(len(items), at + AHEAD)) if items[n].code in ".;"), None)
    return low, high if high is not None else min(len(items), at + AHEAD)


def _day(items: list[Item], at: int, low: int, high: int) -> Item | None:
    """The day of the limit: behind the word, else right before it, else beside the same word elsewhere."""
    for n in range(at + 1, high):
        if is_(items[n], "say") and not str(items[min(n + 1, high - 1)].value or "").startswith("../"):
            break
        if items[n].code == "T" and _dates(items[n]):
            return items[n]
    for n in range(at - 1, max(low, at - 4) - 1, -1):
        if is_(items[n], "limit-verb"):
            break
        if items[n].code == "T" and _dates(items[n]):
            return items[n]
    for n, item in enumerate(items[:-1]):
        if n != at and is_(item, "time-limit") and items[n + 1].code == "T" and _dates(items[n + 1]):
            return items[n + 1]
    return None


def _length(items: list[Item], at: int, high: int, base: str) -> str | None:
    """The day or days that a length right after the word leads to: `thời hạn 60 ngày`, `từ 10 đến 15 ngày`."""
    numbers: list[Item] = []
    for item in items[at + 1 : min(high, at + NEAR)]:
        if item.code == "D" or is_(item, "count"):
            numbers.append(item)
        elif is_(item, "unit") and numbers:
            days = [_in(number, item, base) for number in (numbers[0], numbers[-1])]
            return "/".join(dict.fromkeys(day for day in days if day)) or None
        elif item.code != "-" and not item.actor and not any(is_(item, name) for name in BEFORE_LENGTH):
            return None
    return None


def _told_day(match: Match, story: Story, at: int) -> str:
    """The day from which a length counts: told before the word, or before it of him who is "he" here; else today."""
    items = match.sentence.items[:at]
    if any(item.actor and item.actor.anaphor for item in items):
        number = story.parsed.index_at(match.sentence.start)
        items = [
            *(item for other in story.parsed.sentences[max(0, number - 1) : number] for item in other.items),
            *items,
        ]
    days = (str(item.value) for item in reversed(items) if item.code == "T")
    return next((day for day in days if DAY.fullmatch(day)), story.day)


def _dates(item: Item) -> bool:
    """Is it a day, or a length from now, rather than years or an open time?"""
    value = str(item.value or "")
    return bool(value) and not (value.startswith("P") and value.endswith("Y")) and not value.endswith("/..")


def _statuses(items: list[Item], at: int, low: int, high: int) -> list[tuple[str, int]]:
    """What became of the limit, with the verb that says so: that before the word, and those behind it."""
    found: dict[str, int] = {}
    own = items[at].says("limit-verb")
    if own is not None:
        found[own] = at
    for n in range(at - 1, low - 1, -1):
        status = items[n].says("limit-verb")
        if own is not None or (items[at].says("time-limit") == "that" and status == "set"):
            break
        if is_(items[n], "say") and status is None:
            break
        if status is not None:
            found.setdefault(status, n)
            break
    for n in range(at + 1, high):
        status = items[n].says("limit-verb")
        if (status == "passed" and is_(items[n - 1], "plan-ahead")) or any(is_(i, "maybe") for i in items[n - 2 : n]):
            continue
        if status is not None and not is_(items[n], "for-whom") and (status != "set" or _by_behind(items, n)):
            found.setdefault(status, n)
    return list(found.items()) or [("set", at)]


def _by_behind(items: list[Item], verb: int) -> bool:
    """Is it a verb of setting with its subject before it ("mà ông Trump đặt ra")?"""
    return any(item.actor for item in items[max(0, verb - 4) : verb])


def _denied(items: list[Item], verb: int) -> bool:
    """Is the verb of setting negated, or only asked for?"""
    if not verb or items[verb].says("limit-verb") != "set":
        return False
    return is_(items[verb - 1], "negation") or items[verb - 1].says("stance") == "demands"


def _by_another(match: Match, verb: int, by: tuple[Item, ...], story: Story) -> bool:
    """Is it somebody else than the one who set the limit that will have none of it?"""
    subject = set(story.parties(sentence_subject(match.sentence, verb)))
    return bool(subject) and bool(by) and not subject & set(_states(by, story))


def _setter(match: Match, at: int, around: tuple[int, int], verbs: list[int]) -> tuple[Item, ...]:
    """Who sets it: behind "của", "do", "mà"; else the subject before the verb."""
    items, (low, high) = match.sentence.items, around
    for n in range(at + 1, high - 1):
        opens = is_(items[n], "of") or is_(items[n], "relative") or is_(items[n], "made-by")
        if opens and items[n + 1].actor:
            return (items[n + 1],)
        if n == at + 1 and items[n].actor and is_(items[n + 1], "limit-verb") and not is_(items[n + 1], "for-whom"):
            return (items[n],)
    verb = min([n for n in verbs if n < at] or [at])
    subject = sentence_subject(match.sentence, verb)
    if subject:
        return tuple(item for item in items[:verb] if any(item.actor is actor for actor in subject))
    for n in range(verb - 1, low - 1, -1):
        if items[n].actor and not (n and (is_(items[n - 1], "at") or is_(items[n - 1], "of"))):
            return (items[n],)
    return ()


def _bound_side(items: list[Item], at: int, around: tuple[int, int], by: tuple[Item, ...]) -> tuple[Item, ...]:
    """For whom: between the verb and the word ("cho Ukraine thời hạn"), or behind "cho", "để", "với", "buộc"."""
    low, high = around
    if by and any(is_(item, "to-itself") for item in items[low:high]):
        return by
    for n in range(at - 1, low - 1, -1):
        if not items[n].actor or any(items[n] is b for b in by):
            continue
        if (n and is_(items[n - 1], "limit-verb")) or is_(items[n + 1], "has-time"):
            return (items[n],)
    for n in range(at + 1, high - 1):
        if is_(items[n], "for-whom") and items[n + 1].actor and not any(items[n + 1] is b for b in by):
            return _list(items, n + 1)
    return ()


def _list(items: list[Item], at: int) -> tuple[Item, ...]:
    """The actors joined by "and" or a dash from this one on."""
    found = [items[at]]
    while at + 2 < len(items) and (is_(items[at + 1], "and") or items[at + 1].code == "-") and items[at + 2].actor:
        at += 2
        found.append(items[at])
    return tuple(found)


def _implied(match: Match, story: Story) -> Iterator[Limit]:
    """A limit that no noun names: "cho Caracas một tuần để …", "thúc giục … trước Giáng sinh"."""
    items = match.sentence.items
    dated = match.one("when") or match.one("unit")
    verb = match.one("verb")
    if dated is None or verb is None:
        return
    within = is_(verb, "demand-by") or bool(match.constants.get("within"))
    if within and not str(dated.value or "").startswith(("../", "P")):
        return
    when = _length_day(match, story) if match.one("unit") else _value(dated, story)
    by = tuple(item for item in match.captures.get("by", ()) if item.actor)
    to = tuple(item for item in match.captures.get("for", ()) if item.actor)
    at = index_of(items, verb)
    if is_(verb, "demand-by"):
        to = next(((item,) for item in items[at + 1 : at + 3] if item.actor), ())
        if not to and (verb.says("demand-by") == "wish" or str(dated.value).startswith("P")):
            return
        if set(_states(by, story)) & set(_states(to, story)):
            return
    if not by:
        told = bool(match.constants.get("told"))
        by = () if told else _sayer(items, match.first)
        by = by or _teller(match, story)
    status = "extended" if "more" in match.captures else "set"
    if when is not None and (by or not match.constants.get("within")):
        yield Limit(status, when, by, to, (match.first, index_of(items, dated) + 1), dated)


def _sayer(items: list[Item], first: int) -> tuple[Item, ...]:
    """Whoever says in the same sentence that a side has so much time."""
    return next(((item,) for item in items[:first] if item.actor and not item.actor.vague), ())


def _teller(match: Match, story: Story) -> tuple[Item, ...]:
    """Whoever is credited in the same sentence with the words that the match stands in."""
    told = story.voice_at(match.start, match.end)
    return tuple(item for item in match.sentence.items if told and item.actor is not None and item.actor is told.actor)


def _value(dated: Item, story: Story) -> str | None:
    """The day itself: of "trước ngày 3/12" the day named; a length counts from the day of publication."""
    value = str(dated.says("length") or dated.value or "")
    if value.startswith("P"):
        return _after(value, story.day)
    if value.startswith("../"):
        return value[3:].rstrip("~?") or None
    return value.removesuffix("/..") or None


def _length_day(match: Match, story: Story) -> str | None:
    day = _in(match.captures["amount"][0], match.captures["unit"][0], story.day)
    if day and "least" in match.captures:
        return f"{_in(match.captures['least'][0], match.captures['unit'][0], story.day)}/{day}"
    return f"{day}~" if day and match.value("bound", "bound") == "about" else day


def _in(number: Item, unit: Item, base: str) -> str | None:
    """The day so many units after another."""
    amount = number.value if isinstance(number.value, (int, float)) else number.says("count") or 0
    return _after((unit.says("unit") or "").replace("#", str(amount)), base)


def _after(length: str, base: str) -> str | None:
    found = LENGTH.fullmatch(length)
    if not found:
        return None
    number = int(found[2])
    days = -(-number // 24) if found[1] else number * DAYS[found[3]]
    return (date.fromisoformat(base) + timedelta(days=days)).isoformat() if days < 3660 else None


KIND = Kind(
    name="deadline",
    order=8,
    slots={"set_by": None, "for": None, "status": None},
    further={},
    key=("set_by", "for", "status"),
    scored=("set_by", "for", "status", "when"),
    agrees=agrees,
    build=build,
    words={"status": ("set", "extended", "dropped", "passed")},
)
