"""Two reports of a meeting compared: who, when, where, in what form, and in what order of news."""

from functools import lru_cache

from hoadam.knowledge.load import load
from hoadam.merge.signs import AHEAD, SLACK, Signs, distance, members, place_signs, time_signs, told, value
from hoadam.merge.window import is_day
from hoadam.model.day import number
from hoadam.model.report import Report

OWN_FORM = ("call", "visit")  # all others are people in one room
DONE = ("held", "ongoing")
COMING = ("planned", "proposed")
LASTS = 3  # days: how far from its stated days a visit may be told as going on


def room(form: str | None) -> str:
    """The sort of meeting: a call, a visit, or people in one room, whatever the texts call that."""
    return form if form in OWN_FORM else "room"


def meeting(one: Report, other: Report) -> Signs:
    """Who, when, where, in what form, and in what order of news."""
    signs = Signs()
    visits = value(one, "form") == value(other, "form") == "visit"
    time_signs(signs, one, other, slack=LASTS if visits else SLACK)
    place_signs(signs, one, other)
    company(signs, one, other)
    _strangers(signs, one, other)
    _form(signs, one, other)
    if not (_present(one) and _present(other)):
        signs.agreed["lone"] = "one names nobody"
    if not members(one, "people") and not members(other, "people"):
        signs.agreed["unpeopled"] = "neither names a person"
        if any(", " in (value(report, "place") or "") for report in (one, other)):
            signs.agreed["sited"] = "one says where"
    _sequence(signs, one, other)
    following(signs, one, other)
    if one.article == other.article and "day" not in signs.agreed and "place" not in signs.agreed:
        signs.excluded["article"] = "told as two by one article"
    return signs


def _form(signs: Signs, one: Report, other: Report) -> None:
    """`form` where it is people in one room, a call or a visit in both; `literal` where it is told in the same word.

    `exact` where that word is no mere meeting, `visit` and `summit` where it is that one, `inroom` where people meet.
    """
    forms = [value(report, "form") for report in (one, other)]
    signs.values("form", *map(room, forms))
    if room(forms[0]) == "room" and "form" in signs.agreed:
        signs.agreed["form"] = "people in one room"
    if forms[0] != forms[1]:
        return
    signs.agreed["literal"] = f"form {forms[0]}"
    if forms[0] != "meeting":
        signs.agreed["exact"] = signs.agreed["literal"]
    if forms[0] in ("visit", "summit"):
        signs.agreed[forms[0]] = f"a {forms[0]}"
    if forms[0] not in OWN_FORM:
        signs.agreed["inroom"] = signs.agreed["literal"]


def company(signs: Signs, one: Report, other: Report) -> None:
    """`parties` (two or more in common), `party` (a body by itself), `people` (two or more), `person`.

    Unless both state the same day or town, the parties must be the same: one meets two others in turn or at once.
    """
    parties, others = _alike(members(one, "parties"), members(other, "parties"))
    common, people = parties & others, members(one, "people") & members(other, "people")
    if len(people) > 1:
        signs.agreed["people"] = "people " + ", ".join(sorted(people))
    if people:
        signs.agreed["person"] = signs.agreed.get("people") or "person " + ", ".join(people)
    if len(common) > 1 and (parties == others or signs.agreed.keys() & {"day", "place"}):
        signs.agreed["parties"] = "parties " + ", ".join(sorted(common))
        if parties == others and len(common) > 2:
            signs.agreed["many"] = signs.agreed["parties"]
    elif parties == others and any(map(collective, common)):
        signs.agreed["party"] = "party " + ", ".join(common)
    if parties - others and others - parties and len(people) < 2:
        signs.excluded["parties"] = f"parties {', '.join(sorted(parties))} and {', '.join(sorted(others))}"


def _alike(parties: frozenset[str], others: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Both sides, with the states of a body that the other side names (Europe) under the body's name."""
    for body in (parties ^ others) & load().members.keys():
        parties, others = gathered(parties, body), gathered(others, body)
    return parties, others


@lru_cache(4096)
def gathered(parties: frozenset[str], body: str) -> frozenset[str]:
    """The parties, with those that are members of a body under its name, where there are two such or more."""
    within = parties & load().members[body]
    return parties - within | {body} if len(within) > 1 else parties


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


def following(signs: Signs, one: Report, other: Report, strict: bool = False) -> None:
    """`next` where one news follows the other within a day; `strict`: it follows the day itself where one states it."""
    lag = distance(one, other, 1)
    fresh = abs(told(one) - told(other)) <= 1 and not (strict and (is_day(one) or is_day(other)))
    if "near" in signs.agreed and (fresh or (lag is not None and lag <= 1)):
        signs.agreed["next"] = "told within a day"


def _sequence(signs: Signs, one: Report, other: Report) -> None:
    """A meeting told as coming after it was told as held is another one, unless both give its day."""
    early, late = sorted((one, other), key=lambda report: report.order)
    if "day" in signs.agreed:
        return
    stages = value(early, "status"), value(late, "status")
    if stages[0] in DONE and stages[1] in COMING and told(early) + SLACK < told(late):
        signs.excluded["status"] = "held before, still to come later"
    if stages[0] in COMING and stages[1] in DONE:
        signs.agreed["then"] = f"{stages[0]}, then {stages[1]}"
        if stages[0] == "planned" and is_day(early) and late.derived and 0 <= told(late) - number(early.high) <= 1:
            signs.agreed["due"] = f"told as {stages[1]} on the day that was set"
    if stages[0] == stages[1]:
        signs.agreed["status"] = f"status {stages[0]}"
    if stages == ("ongoing", "ongoing"):
        signs.agreed["going"] = "both tell it as going on"
    if set(stages) <= set(DONE):
        signs.agreed["done"] = "both tell it as held"
    if set(stages) <= set(COMING) and abs(told(one) - told(other)) <= AHEAD:
        signs.agreed["ahead"] = f"both tell it as to come, within {AHEAD} days"
