"""Is an article worth reading at all? A look at its first words, a tenth of what taking it apart costs.

Most of what papers print is of another subject. A linear judge over words and pairs of words, trained by
`tools/glance.py` on what the judge of scope makes of a stream, sets aside what that one would set aside anyway; its
floor lies far below, so that what it has never seen is read.
"""

import re
from itertools import pairwise, repeat

from hoadam.lang.fold import fold
from hoadam.model.language import Language

WORD = re.compile(r"\w+")
BEGINNING = 900  # code points that hold the first words
MOST = 110  # words: a headline and its lead


def worth_reading(text: str, language: Language) -> bool:
    """Whether the text can be of our subject: by its first words, and by naming anybody or anything foreign."""
    weights = language.glance
    if weights and odds(text, language) < weights["#floor"]:
        return False
    return _names_somebody(text, language)


def odds(text: str, language: Language) -> float:
    """The log odds that the article is read, by its first words."""
    weights = language.glance
    return weights["#bias"] + sum(map(weights.get, first_words(text), repeat(0)))


def first_words(text: str) -> set[str]:
    """The first words in small letters, and each two that follow one another, each once."""
    words = WORD.findall(fold(text[:BEGINNING]).lower())[:MOST]
    return {*words, *map(" ".join, pairwise(words))}


def _names_somebody(text: str, language: Language) -> bool:
    """Whether the text can name a foreign state, a body or a known person."""
    forms = language.foreign
    folded = fold(text)
    return any(form in folded for word in forms.keys() & set(WORD.findall(folded)) for form in forms[word])
