"""Words that somebody looked for, marked where they stand, whatever accents either side wears."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from hoadam.store.folding import asked_words, plain_letters

MOST = 40  # words that are marked


def highlighted(text: str, asked: str) -> Markup:
    """The text with each of the words asked for marked; runs of them that follow one another as one."""
    out, at = Markup(), 0
    for start, end in joined(text, asked):
        out += Markup("{}<mark>{}</mark>").format(text[at:start], text[start:end])
        at = end
    return out + text[at:]


def joined(text: str, asked: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, those with nothing but blanks between them put together."""
    terms = sorted({plain_letters(word) for word in asked_words(asked)[:MOST]}, key=len, reverse=True)
    if not terms:
        return
    word = rf"\b(?:{'|'.join(map(re.escape, terms))})\b"
    for match in re.finditer(rf"{word}(?:\s+{word})*", plain_letters(text)):
        yield match.span()
