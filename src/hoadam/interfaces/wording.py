"""How the words of two states of a text differ."""

import difflib
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

LONG = 2000  # words from which on common ones are passed over, or a text of one word would take for ever

Sort = Literal["kept", "out", "in"]


class Stretch(NamedTuple):
    """Words that were kept, taken out or put in."""

    sort: Sort
    words: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words of a text with their punctuation."""
    return re.findall(r"\S+", text)


def differences(before: str, now: str) -> Iterator[Stretch]:
    """The words of both texts in order; of a replacement those taken out come first."""
    old, new = words_of(before), words_of(now)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=len(new) > LONG)
    for sort, a, b, c, d in matcher.get_opcodes():
        if sort == "equal":
            yield Stretch("kept", tuple(new[c:d]))
        if b > a and sort != "equal":
            yield Stretch("out", tuple(old[a:b]))
        if d > c and sort != "equal":
            yield Stretch("in", tuple(new[c:d]))
