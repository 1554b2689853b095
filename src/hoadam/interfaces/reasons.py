"""Why reports were judged one, or against each other, in the chosen language."""

import re

from hoadam.interfaces.messages import has, say
from hoadam.interfaces.table import heading
from hoadam.interfaces.words import shown

SLOT = re.compile(r"(?P<but>but )?(?P<slot>[a-z_]+) (?P<value>.+)")
PHRASES = {
    "within-days": re.compile(r"told within (?P<days>\d+) days"),
    "content-common": re.compile(r"content common to (?P<share>\d+) %"),
    "words-common": re.compile(r"words common to (?P<share>\d+) %"),
    "later-count": re.compile(r"a later count, (?P<before>\S+), then (?P<now>\S+)"),
}
BY_PERSON = re.compile(r"\S+: ")  # whose words stay as they were typed
DAY = {"day": "when", "days": "when", "times": "when", "time": "when", "numbers": "quantity"}
NUMBERS = ("quantity", "points", "was_points")
NUMBER = re.compile(r"\d+(\.\d+)?")
WHOLE = ("place",)  # slots whose values hold commas


def reasoned(reason: str) -> str:
    """A reason as merging writes it, part by part; what has no words here stays as it is."""
    if BY_PERSON.match(reason):
        return reason
    return "; ".join(dict.fromkeys(map(part, reason.split("; "))))


def part(words: str) -> str:
    """One sign: a phrase of its own, or a slot with what it holds on one side or both."""
    if has("reason", key := words.replace(",", "").replace(" ", "-")):
        return say("reason", key)
    for name, pattern in PHRASES.items():
        if match := pattern.fullmatch(words):
            return say("reason", name, **match.groupdict())
    match = SLOT.fullmatch(words)
    slot = DAY.get(match["slot"], match["slot"]) if match else ""
    if not match or not has("heading", slot):
        return words
    values = say("reason", "and").join(side(slot, one) for one in re.split(" and(?:, rounded,)? ", match["value"]))
    return f"{say('reason', 'but') if match['but'] else ''}{heading(slot)}: {values}"


def side(slot: str, value: str) -> str:
    """What one side holds, in words."""
    if slot == "when":
        return shown(slot, value.replace("…", "/"))
    if slot in NUMBERS:
        return shown(slot, float(value)) if NUMBER.fullmatch(value) else value
    return shown(slot, value) if slot in WHOLE else ", ".join(shown(slot, one) for one in value.split(", "))
