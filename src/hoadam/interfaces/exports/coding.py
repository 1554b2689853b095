"""The crosswalk to PLOVER: which class of event a fact is, which follows from its status, and who acts on whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.exports.actor import Actor, actor
from hoadam.interfaces.exports.codes import issue

Slots = Mapping[str, Any]
QUADS = {"AGREE": 1, "CONSULT": 1, "CONCEDE": 1, "RETREAT": 2, "REQUEST": 3, "REJECT": 3, "ASSAULT": 4}
MEETINGS = {
    "held": ("CONSULT", None), "ongoing": ("CONSULT", None), "planned": ("AGREE", "future"),
    "proposed": ("AGREE", "future"), "cancelled": ("REJECT", None), "denied": ("REJECT", None),
}  # fmt: skip
AGREEMENTS = {
    "reached": ("AGREE", None), "signed": ("AGREE", None), "planned": ("AGREE", "future"),
    "proposed": ("AGREE", "future"), "rejected": ("REJECT", None),
}  # fmt: skip
IN_FORCE = {"ceasefire": "ceasefire", "prisoner-exchange": "release"}
MATTERS = {
    "ceasefire": "military", "prisoner-exchange": "military", "peace": "diplomatic", "trade": "economic",
    "funding": "economic",
}  # fmt: skip
ATTACKS = ("struck", "shot-down", "killed", "captured", "launched")
WEAPONS = {"drones": "drone", "missiles": "aerial", "bombs": "aerial", "aircraft": "aerial", "fighter jets": "aerial"}
SEVERAL = 3  # parties that make a meeting multilateral


@dataclass(frozen=True, slots=True)
class Coded:
    """An event: its class, how and in what context it happens, who acts and whom it reaches. `dead` counts people."""

    event: str
    source: tuple[Actor, ...]
    recipient: tuple[Actor, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    dead: float | None = None


def coded(kind: str, slots: Slots, day: str) -> Coded | None:
    """The event of a fact; None where PLOVER has no class for it. `day` is when the offices of people count."""
    return CODERS[kind](slots, day) if kind in CODERS else None


def meeting(slots: Slots, day: str) -> Coded | None:
    """Consultation where it took place, agreement while it is to come, rejection where it is called off."""
    event, context = MEETINGS.get(slots["status"], (None, None))
    if event is None:
        return None
    mode = ("meet",) if event == "REJECT" else tuple(ways(slots)) if event == "CONSULT" else ()
    return Coded(event, present(slots, day), mode=mode, context=of(context, *contexts(slots["issues"])))


def ways(slots: Slots) -> list[str]:
    """How a consultation was done."""
    place = (slots["place"] or "").rpartition(", ")[2]
    sorts = [actor(name).sort for name in slots["parties"]]
    return [
        way
        for way, holds in (
            ("phone", slots["form"] == "call"),
            ("visit", slots["form"] == "visit"),
            ("third-party", bool(slots["mediators"]) or (actor(place).country or "") not in ("", *slots["parties"])),
            ("multilateral", len(sorts) >= SEVERAL or not {"bloc", "international"}.isdisjoint(sorts)),
        )
        if holds
    ]


def present(slots: Slots, day: str) -> tuple[Actor, ...]:
    """The people at a meeting, and the parties that none of them is known to stand for."""
    people = [actor(name, True, day) for name in slots["people"]]
    spoken_for = {one.country for one in people}
    return (*(actor(name) for name in slots["parties"] if name not in spoken_for), *people)


def position(slots: Slots, day: str) -> Coded | None:
    """A request, a refusal, an agreement or a concession, by the stance; nothing where it is open."""
    about = issue(slots["issue"])
    mode = of(about.get("mode"))
    event = {
        "demands": "REQUEST", "rejects": "REJECT", "offers": "AGREE",
        "accepts": "CONCEDE" if mode == ("yield",) else "AGREE",
    }.get(slots["stance"])  # fmt: skip
    if event is None:
        return None
    verbal = event in ("AGREE", "CONCEDE")
    recipient, context = who(slots["to"]), of(about.get("context"))
    return Coded(event, who(slots["party"]), recipient, () if verbal else mode, context)


def claim(slots: Slots, day: str) -> Coded | None:
    """An attack that a side says it made on another; what it says of itself, or of ground that it holds, is none."""
    if slots["act"] not in ATTACKS or not slots["of"] or slots["of"] == slots["claimant"]:
        return None
    mode = WEAPONS.get(slots["object"] or "") if slots["act"] == "launched" else None
    dead = slots["quantity"] if slots["act"] == "killed" else None
    return Coded("ASSAULT", who(slots["claimant"]), who(slots["of"]), of(mode), ("military",), dead)


def appointment(slots: Slots, day: str) -> Coded | None:
    """A resignation; other changes of office have no class."""
    if slots["change"] != "resigned":
        return None
    return Coded("RETREAT", (actor(slots["person"], True, day),), mode=("resign",), context=("government",))


def agreement(slots: Slots, day: str) -> Coded | None:
    """Agreement, rejection, or what is given up where it is in force."""
    event, context = AGREEMENTS.get(slots["event"], (None, None))
    mode: tuple[str, ...] = ()
    if slots["event"] == "in-force" and slots["matter"] in IN_FORCE:
        event, mode = "RETREAT", (IN_FORCE[slots["matter"]],)
    if event is None:
        return None
    parties = tuple(actor(name) for name in slots["parties"])
    return Coded(event, parties, mode=mode, context=of(context, MATTERS.get(slots["matter"])))


def who(name: str | None) -> tuple[Actor, ...]:
    """The actor of a slot, as a list."""
    return (actor(name),) if name else ()


def of(*values: str | None) -> tuple[str, ...]:
    """The values that there are, each once."""
    return tuple(dict.fromkeys(value for value in values if value))


def contexts(issues: tuple[str, ...]) -> list[str | None]:
    """The contexts of issues."""
    return [issue(one).get("context") for one in issues]


CODERS: dict[str, Callable[[Slots, str], Coded | None]] = {
    "meeting": meeting, "position": position, "claim": claim, "appointment": appointment, "agreement": agreement,
}  # fmt: skip
