"""Actors that only tell a place: a state or its capital where something is held."""

from collections.abc import Iterable
from itertools import pairwise

from hoadam.model.item import Sentence


def seats(sentence: Sentence) -> Iterable[int]:
    """Where the actors begin that only tell a place: `tại Kuala Lumpur (Malaysia)`."""
    seat = False
    for before, item in pairwise(sentence.items):
        if item.code == "(":
            continue
        if item.actor is None or item.actor.place is None:
            seat = False
            continue
        seat = (seat and before.code in "(,") or before.says("stays") is not None or before.says("site") is not None
        if seat:
            yield item.start
