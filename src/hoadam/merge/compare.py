"""Two reports of a kind compared: one function a kind, giving the signs that agree and those that exclude."""

from hoadam.merge.signs import (
    SLACK,
    Signs,
    country,
    distance,
    members,
    place_signs,
    slot_signs,
    time_signs,
    told,
    value,
    word_signs,
)  # fmt: skip
from hoadam.merge.window import is_day
from hoadam.merge.words import numbers
from hoadam.model.report import Report

OWN_FORM = ("call", "visit")  # all others are people in one room
DONE = ("held", "ongoing")
COMING = ("planned", "proposed")


def room(form: str | None) -> str:
    """The sort of meeting: a call, a visit, or people in one room, whatever the texts call that."""
    return form if form in OWN_FORM else "room"


def meeting(one: Report, other: Report) -> Signs:
    """Who, when, where, in what form, and in what order of news."""
    signs = Signs()
    time_signs(signs, one, other)
    place_signs(signs, one, other)
    _company(signs, one, other)
    _strangers(signs, one, other)
    signs.values("form", *(room(value(report, "form")) for report in (one, other)))
    if value(one, "form") == value(other, "form"):
        signs.agreed["literal"] = f"form {value(one, 'form')}"
    if value(one, "form") == value(other, "form") != "meeting":
        signs.agreed["exact"] = f"form {value(one, 'form')}"
    if value(one, "form") == value(other, "form") == "summit":
        signs.agreed["summit"] = "a summit"
    if not (_present(one) and _present(other)):
        signs.agreed["lone"] = "one names nobody"
    _sequence(signs, one, other)
    _next(signs, one, other)
    if one.article == other.article and "day" not in signs.agreed and "place" not in signs.agreed:
        signs.excluded["article"] = "told as two by one article"
    return signs


def _company(signs: Signs, one: Report, other: Report) -> None:
    """`parties` (two or more in common), `party` (a body by itself), `people` (two or more), `person`.

    Unless both state the same day or town, the parties must be the same: one meets two others in turn or at once.
    """
    parties, others = members(one, "parties"), members(other, "parties")
    common, people = parties & others, members(one, "people") & members(other, "people")
    if len(people) > 1:
        signs.agreed["people"] = "people " + ", ".join(sorted(people))
    if people:
        signs.agreed["person"] = "person " + ", ".join(sorted(people))
    if len(common) > 1 and (parties == others or signs.agreed.keys() & {"day", "place"}):
        signs.agreed["parties"] = "parties " + ", ".join(sorted(common))
        if parties == others and len(common) > 2:
            signs.agreed["many"] = signs.agreed["parties"]
    elif parties == others and any(map(collective, common)):
        signs.agreed["party"] = "party " + ", ".join(common)
    if parties - others and others - parties and len(people) < 2:
        signs.excluded["parties"] = f"parties {', '.join(sorted(parties))} and {', '.join(sorted(others))}"


def collective(party: str) -> bool:
    """Is it a body that meets within itself (EU, ASEAN, G20), and not a state, whose code has three capitals?"""
    return not (len(party) == 3 and party.isalpha() and party.isupper())


def _strangers(signs: Signs, one: Report, other: Report) -> None:
    """Each names somebody whom the other does not: a guest is received by one host after the other, all on one day."""
    people, others = members(one, "people"), members(other, "people")
    apart = len(people & others) < 2 and people - others and others - people
    if apart and not {"day", "place"} <= signs.agreed.keys():
        signs.excluded["people"] = f"people {', '.join(sorted(people))} and {', '.join(sorted(others))}"


def _present(report: Report) -> bool:
    return bool(members(report, "parties") or members(report, "people"))


def _next(signs: Signs, one: Report, other: Report) -> None:
    lag = distance(one, other, 1)
    if "near" in signs.agreed and (abs(told(one) - told(other)) <= 1 or (lag is not None and lag <= 1)):
        signs.agreed["next"] = "told within a day"


def _sequence(signs: Signs, one: Report, other: Report) -> None:
    """A meeting told as coming after it was told as held is another one, unless both give its day."""
    early, late = sorted((one, other), key=lambda report: report.order)
    if "day" in signs.agreed:
        return
    if value(early, "status") in DONE and value(late, "status") in COMING and told(early) + SLACK < told(late):
        signs.excluded["status"] = "held before, still to come later"
    if value(early, "status") in COMING and value(late, "status") in DONE:
        signs.agreed["then"] = f"{value(early, 'status')}, then {value(late, 'status')}"
    if value(one, "status") == value(other, "status") == "ongoing":
        signs.agreed["going"] = "both tell it as going on"
    if value(one, "status") == value(other, "status"):
        signs.agreed["status"] = f"status {value(one, 'status')}"


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
    _next(signs, one, other)
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    if (value(one, "done") == "denied") != (value(other, "done") == "denied"):
        signs.excluded["done"] = "one denies it"
    return signs


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
    if value(one, "via") and set(value(one, "via")) & set(value(other, "via") or ()):
        signs.agreed["via"] = "via " + ", ".join(one.fact.via)
    if one.fact.named != other.fact.named:
        signs.excluded["named"] = "a named source and an unnamed one"
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    _figures(signs, one, other)
    _next(signs, one, other)
    _within(signs, one, other)
    return signs


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
    _company(signs, one, other)
    word_signs(signs, "words", one.fact.quote, other.fact.quote)
    return signs
