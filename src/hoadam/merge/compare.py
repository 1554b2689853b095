"""Two reports of a kind compared: one function a kind, giving the signs that agree and those that exclude."""

from hoadam.merge.meeting import company, following
from hoadam.merge.signs import (
    Signs,
    country,
    hours,
    members,
    place_signs,
    slot_signs,
    time_signs,
    value,
    word_signs,
)  # fmt: skip
from hoadam.merge.voice import one_desk, voice
from hoadam.merge.window import is_day
from hoadam.merge.words import numbers
from hoadam.model.report import Report

ANSWERS = ("accepted", "rejected", "sent")
SOON = 10  # hours: how long one utterance is news in all papers


def delegation(one: Report, other: Report) -> Signs:
    """Side, people, place, day of its meeting."""
    signs = Signs()
    time_signs(signs, one, other)
    place_signs(signs, one, other)
    slot_signs(signs, one, other, "side", "head")
    common = members(one, "people") & members(other, "people")
    for sign in ("person", "people")[: len(common)]:
        signs.agreed[sign] = "people " + ", ".join(sorted(common))
    return signs


def role(one: Report, other: Report) -> Signs:
    """Person, title, state; a former office is not the present one."""
    signs = Signs()
    slot_signs(signs, one, other, "person", "title", "of", "relation")
    a, b = (value(r, "tense") or "current" for r in (one, other))
    if a != b:
        signs.excluded["tense"] = f"tense {a} and {b}"
    if one.published[:7] != other.published[:7]:
        signs.excluded["month"] = f"told in {one.published[:7]} and {other.published[:7]}"
    return signs


def draft(one: Report, other: Report) -> Signs:
    """Author, points, event, day. An undated mention of a numbered plan is as good for two weeks."""
    signs = Signs()
    time_signs(signs, one, other, lag=14)
    place_signs(signs, one, other)
    signs.excluded.pop("place", None)  # one may tell where it was made, the other where it was shown
    slot_signs(signs, one, other, "author", "points", "event", "to", "was_points")
    following(signs, one, other)
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    _act(signs, one, other)
    if (value(one, "done") == "denied") != (value(other, "done") == "denied"):
        signs.excluded["done"] = "one denies it"
    if one.article == other.article:
        signs.excluded["article"] = "told as two by one article"
    return signs


def _act(signs: Signs, one: Report, other: Report) -> None:
    """`by` where both name who did it; `acted` where that is an answer or a sending, which is done once a day.

    A mere mention of somebody's plan tells no act: which of his plans is meant stays open.
    """
    if value(one, "by") == value(other, "by") is not None and value(one, "done") == value(other, "done") == "done":
        signs.agreed["by"] = f"by {value(one, 'by')}"
        if value(one, "event") in ANSWERS:
            signs.agreed["acted"] = "done once"


def position(one: Report, other: Report) -> Signs:
    """Party, issue, stance, towards whom, and the words that say what is wanted."""
    signs = Signs()
    time_signs(signs, one, other, lag=3)
    slot_signs(signs, one, other, "party", "issue", "stance", "to", "direction")
    word_signs(signs, "content", value(one, "content") or one.fact.quote, value(other, "content") or other.fact.quote)
    if value(one, "issue") != "other":
        signs.agreed |= {"named": f"issue {value(one, 'issue')}"} if "issue" in signs.agreed else {}
    _within(signs, one, other)
    return signs


def statement(one: Report, other: Report) -> Signs:
    """Speaker and words; what one article gives as two statements is two, but for a headline and its lead."""
    signs = Signs()
    time_signs(signs, one, other, lag=2)
    slot_signs(signs, one, other, "speaker", "office", "medium")
    signs.excluded.pop("medium", None)
    _voices(signs, one, other)
    if value(one, "via") and set(value(one, "via")) & set(value(other, "via") or ()):
        signs.agreed["via"] = "via " + ", ".join(one.fact.via)
    if one.fact.named != other.fact.named:
        signs.excluded["named"] = "a named source and an unnamed one"
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    _figures(signs, one, other)
    following(signs, one, other, strict=True)
    if "next" in signs.agreed and abs(hours(one) - hours(other)) <= SOON:
        signs.agreed["soon"] = f"told within {SOON} hours"
    _within(signs, one, other)
    return signs


def _voices(signs: Signs, one: Report, other: Report) -> None:
    """`spoken`, `led`: two speakers are one voice; `elsewhere`: told by two outlets, or by one in the same words.

    An outlet that writes twice of one speaker within a day or two mostly tells what was said next. One article that
    credits a state and its minister credits both.
    """
    if one.outlet != other.outlet or one.text == other.text:
        signs.agreed["elsewhere"] = "told by two outlets" if one.outlet != other.outlet else "copied"
    if "office" in signs.excluded and one_desk((value(one, "office"), value(other, "office"))):
        del signs.excluded["office"]
    sign = voice(one, other) if "speaker" in signs.excluded and one.article != other.article else None
    if sign:
        del signs.excluded["speaker"]
        signs.excluded.pop("office", None)
        signs.agreed[sign] = f"{value(one, 'speaker')} and {value(other, 'speaker')}, one voice"


def _figures(signs: Signs, one: Report, other: Report) -> None:
    """Two wordings that each give numbers, none of them common, are two statements unless all else is the same."""
    a, b = numbers(one.fact.quote), numbers(other.fact.quote)
    if a and b and not a & b and "alike" not in signs.agreed:
        signs.excluded["numbers"] = f"numbers {', '.join(sorted(a))} and {', '.join(sorted(b))}"


def _within(signs: Signs, one: Report, other: Report) -> None:
    if one.article == other.article and "alike" not in signs.agreed:
        signs.excluded["article"] = "told as two by one article"


def claim(one: Report, other: Report) -> Signs:
    """Claimant, act, number, object, place, period, day."""
    signs = Signs()
    time_signs(signs, one, other, lag=2)
    _claim_place(signs, one, other)
    slot_signs(signs, one, other, "claimant", "act", "object", "of", "period")
    _quantity(signs, one, other)
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    if one.article == other.article and value(one, "speaker") == value(other, "speaker"):
        signs.excluded["article"] = "told as two by one article"
    return signs


TELLING = 10  # from here on a number alone is rarely met twice by chance
ROUGH = 0.05  # how far a number said to be about, more or less than so many may lie from the exact one


def _quantity(signs: Signs, one: Report, other: Report) -> None:
    """`quantity`, and `telling` where it is no small number; a rounded number agrees with the exact one."""
    a, b = value(one, "quantity"), value(other, "quantity")
    if a is None or b is None:
        return
    rounded = {value(one, "bound"), value(other, "bound")} - {"exact", None}
    if a != b and not (rounded and abs(a - b) <= ROUGH * max(abs(a), abs(b))):
        signs.excluded["quantity"] = f"quantity {a:g} and {b:g}"
        return
    signs.agreed["quantity"] = f"quantity {a:g}" if a == b else f"quantity {a:g} and, rounded, {b:g}"
    if min(a, b) >= TELLING:
        signs.agreed["telling"] = signs.agreed["quantity"]


def _claim_place(signs: Signs, one: Report, other: Report) -> None:
    """Places of one country differ for a claim as much as countries do; a country and a place in it do not.

    `whole` where the number for all the country is smaller than that for a place in it.
    """
    place_signs(signs, one, other)
    a, b = value(one, "place"), value(other, "place")
    if not a or not b or a == b or country(a) != country(b):
        return
    if a != country(a) and b != country(b):
        signs.excluded["place"] = f"place {a} and {b}"
        return
    if is_day(one) and is_day(other) and (one.low, one.high) != (other.low, other.high):
        return
    wide, narrow = (one, other) if a == country(a) else (other, one)
    if (value(wide, "quantity") or 0) < (value(narrow, "quantity") or 0):
        signs.agreed["whole"] = f"{country(a)} as a whole and {value(narrow, 'place')}"


def appointment(one: Report, other: Report) -> Signs:
    """Person, title, change, day."""
    signs = Signs()
    time_signs(signs, one, other, lag=10)
    slot_signs(signs, one, other, "person", "title", "of", "to", "change")
    changes = {value(one, "change"), value(other, "change")}
    if "change" in signs.excluded and (changes == {"resigned", "dismissed"} or changes == {"appointed", "nominated"}):
        del signs.excluded["change"]
    return signs


def deadline(one: Report, other: Report) -> Signs:
    """Who set it, for whom, how it stands, and the day itself."""
    signs = Signs()
    time_signs(signs, one, other)
    slot_signs(signs, one, other, "set_by", "for", "status")
    return signs


def agreement(one: Report, other: Report) -> Signs:
    """Matter, stage, parties, day."""
    signs = Signs()
    time_signs(signs, one, other)
    slot_signs(signs, one, other, "matter", "event")
    company(signs, one, other)
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    return signs
