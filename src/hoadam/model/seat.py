"""Actors that only tell a place: a state or its capital where something is held."""

from collections.abc import Iterable
from itertools import pairwise

from hoadam.model.item import Sentence


def seats(sentence: Sentence) -> Iterable[int]:
    """Where the actors begin that only tell a place: `tại Kuala Lumpur (Malaysia)`, `tại Geneva, Thụy Sĩ`."""
    state = None  # that of the place told last, where nothing else came between
    for before, item in pairwise(sentence.items):
        if item.code in "(,":
            continue
        place = item.actor.place if item.actor else item.says("place")
        if not place:  # most words
            state = None
            continue
        country = place.rpartition(", ")[2]
        led = before.says("stays") is not None or before.says("site") is not None
        state = country if led or (before.code in "(," and state == country) else None
        if state and item.actor:
            yield item.start
