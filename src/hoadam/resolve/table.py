"""Who sits at the table for whom: the members of a delegation serve the side that it is of."""

from collections.abc import Mapping

from hoadam.model.item import Actor, Sentence
from hoadam.model.parsed import Parsed


def seat(parsed: Parsed, states: Mapping[str, str]) -> None:
    """Gives the members of each delegation, as far as their phrases leave it open, the state that they serve."""
    for sentence in parsed.sentences:
        side = None
        for item in sentence.items:
            if item.actor is None:
                opens = item.says("comprise") is not None or item.says("made-by") is not None
                side = None if item.code in ".;:" or (side and item.says("say") and not opens) else side
            elif item.actor.side or _lists(item.actor, sentence):
                side = item.actor.side or item.actor.parties[0]
            elif side and _sits(item.actor, side, states):
                item.actor.of = side


def _lists(actor: Actor, sentence: Sentence) -> bool:
    """Are they officials of one state whom the next words tell by name?"""
    after = next((item for item in sentence.items if item.start >= actor.end), None)
    told = after is not None and after.says("comprise") is not None
    return told and "group" in actor.sources and len(actor.parties) == 1 and not actor.people


def _sits(actor: Actor, side: str, states: Mapping[str, str]) -> bool:
    """Can the actor be one of the side's, from what is known?"""
    open_ = actor.title and not (actor.of or actor.under or actor.kin)
    return bool(open_) and all(states.get(person, side) == side for person in actor.people)
