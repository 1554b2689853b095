"""Values of slots as people read them, in the chosen language."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from hoadam.interfaces.messages import language, say, table
from hoadam.interfaces.native import institution, native
from hoadam.interfaces.spelling import spelled
from hoadam.knowledge import Knowledge, load

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T[\d:]+)?\S*")
PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
UNITS = ("year", "month", "week", "day", "hour", "minute")


@cache
def knowledge() -> Knowledge:
    """What is known of names, read once."""
    return load()


def party(value: str) -> str:
    """A country or body by its name; a person, or a place without a country, as the language has it."""
    known = knowledge()
    return spelled(value) or (known.vietnamese if language() == "vi" else known.english).get(value) or native(value)


def person(value: str) -> str:
    """Somebody in the form that the house chose, else as the language has the name."""
    return spelled(value) or native(value)


def place(value: str) -> str:
    """A place with the name of its country: "Miami, USA" gives "Miami, Mỹ"."""
    _, comma, code = value.rpartition(", ")
    if not comma:
        return party(value)
    return f"{person(value).removesuffix(comma + code)}{comma}{party(code)}"


def title(value: str) -> str:
    """An office: a word of its closed vocabulary, else as the press words it, in English where that is known."""
    told = word(value, "title")
    return str(table("vocabulary.toml")["title"].get(told.lower(), told)) if language() == "en" else told


def word(value: str, slot: str = "") -> str:
    """A word of a closed vocabulary; any other word as it is."""
    words = table("vocabulary.toml")["word"]
    row = words.get(f"{slot}.{value}") or words.get(value)
    if row is None:
        return value
    return str(row.get(language(), value.replace("-", " ")))


def number(value: float) -> str:
    """A number with its thousands marked as the language marks them."""
    plain = f"{value:,}" if isinstance(value, int) or value != int(value) else f"{int(value):,}"
    return plain.translate(str.maketrans(",.", ".,")) if language() == "vi" else plain


def period(value: str) -> str:
    """An ISO 8601 duration: "PT24H" gives "24 h"."""
    match = PERIOD.fullmatch(value)
    if not match or not any(match.groups()):
        return value
    counts = zip(match.groups(), UNITS, strict=True)
    return " ".join(say("unit", unit, count=int(count)) for count, unit in counts if count)


def when(value: str | None) -> str:
    """EDTF in words, as precise as it is and no more; the text itself where it is of a rarer form."""
    if not value:
        return say("message", "undated")
    first, slash, last = value.partition("/")
    if not slash:
        return date(value)
    if last in ("", ".."):
        return say("date", "from", date=date(first))
    if first in ("", ".."):
        return say("date", "until", date=date(last))
    return f"{shared(first, last)}–{date(last)}"


def date(value: str) -> str:
    """One EDTF date: "2025-11-30" gives "30 Nov 2025", "30/11/2025"."""
    match = DATE.fullmatch(value)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return value
    year, month, day, clock = match.groups()
    text = _day(year, month, day) + (f" {clock[1:6]}" if clock else "")
    if "~" in value or "%" in value:
        text = say("date", "about", date=text)
    return say("date", "unsure", date=text) if "?" in value or "%" in value else text


def _day(year: str, month: str | None, day: str | None) -> str:
    if language() == "vi":
        return "/".join(part for part in (day, month, year) if part)
    name = MONTHS[int(month) - 1] if month else None
    return " ".join(part for part in (day and str(int(day)), name, year) if part)


def shared(first: str, last: str) -> str:
    """The first date of an interval without the month and year that the last repeats."""
    whole = len(first) == len(last) == 10 and first[:4] == last[:4]
    if not whole:
        return date(first)
    if first[:7] == last[:7]:
        return first[8:] if language() == "vi" else str(int(first[8:]))
    return date(first).removesuffix(first[:4]).rstrip(" /")


def printed(published: str) -> str:
    """A time of publication, to the minute where it is known."""
    stated = published if "T00:00:00" not in published else published[:10]
    return date(stated[:16])


PARTY_SLOTS = (
    "party", "parties", "side", "of", "author", "claimant", "set_by", "for", "mediators", "to", "by", "speaker",
)  # fmt: skip
PEOPLE_SLOTS = ("person", "people", "head", "replaces")
FORMATS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(PARTY_SLOTS, party), **dict.fromkeys(PEOPLE_SLOTS, person),
    "place": place, "title": title, "office": institution, "period": period,
    "quantity": number, "points": number, "was_points": number, "when": when,
}  # fmt: skip
FREE = frozenset({"content", "reason", "medium", "via", "after"})


def shown(slot: str, value: Any) -> str:
    """The value of a slot for people; empty where it holds none."""
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(slot, member) for member in value)
    if value is None:
        return when(None) if slot == "when" else ""
    if slot in FORMATS:
        return FORMATS[slot](value)
    if slot in FREE:
        return str(value)
    return word(str(value), {"issues": "issue"}.get(slot, slot))
