"""Who speaks for whom: a minister or a spokesperson for the state, as far as the record's own knowledge goes."""

from functools import lru_cache

from hoadam.knowledge.load import load
from hoadam.model.report import Report

HEADS = ("president", "prime minister", "supreme leader", "king", "pope", "general secretary", "secretary-general")
FORCES = ("Ministry of Defence", "Ministry of National Defence", "Army", "Armed Forces", "General Staff")
SEATS = {
    "Government": ("prime minister", "foreign minister", "defence minister", "minister", "spokesperson"),
    "Ministry of Foreign Affairs": ("foreign minister", "spokesperson"),
    "Ministry of Defence": ("defence minister", "spokesperson"),
    "Department of War": ("defence minister", "spokesperson"),
    "Pentagon": ("defence minister", "spokesperson"),
    "Kremlin": ("president", "spokesperson"),
    "White House": ("president", "spokesperson"),
    "General Staff": ("chief of general staff",),
}


@lru_cache(4096)
def offices(person: str | None, day: str) -> tuple[tuple[str, str], ...]:
    """The offices (title, country or body) that somebody is known to hold on a day."""
    known = load().people.get(person or "")
    return tuple((office.title, office.of) for office in known.held(day)) if known else ()


def states(report: Report) -> tuple[str, ...]:
    """The countries and bodies that the speaker of a report holds an office of."""
    return tuple(dict.fromkeys(of for _, of in offices(report.fact.speaker, report.published[:10])))


def voice(one: Report, other: Report) -> str | None:
    """`spoken` where one report credits a state and the other its minister or spokesperson, `led` its head.

    None where neither speaks for the other, or where the institution that one names is not the other's.
    """
    for state, person in ((one, other), (other, one)):
        held = [title for title, of in offices(person.fact.speaker, person.published[:10]) if of == state.fact.speaker]
        seats = SEATS.get(state.fact.office or "")
        if held and (state.fact.office is None or (seats and not set(seats).isdisjoint(held))):
            return "led" if set(held) & set(HEADS) else "spoken"
    return None


def one_desk(offices: tuple[str | None, str | None]) -> bool:
    """Do two institutions of one state speak from one desk, as its ministry of defence and its army do?"""
    return None not in offices and set(offices) <= set(FORCES)
