"""How much two wordings have in common, counted in the words that carry content."""

from functools import lru_cache
from itertools import pairwise

from hoadam.lang.common import common_words
from hoadam.lang.fold import TOKEN, fold

CAP = 1.25  # what a long wording has in common with a short one is often a mere term
KEPT = 8192  # wordings whose content is remembered: those of a few batches, at some kilobytes each
FEW = 5  # common words and pairs of words: fewer prove nothing, unless they are all there is


@lru_cache(KEPT)
def content(text: str) -> frozenset[str]:
    """The folded content words of a text and its pairs of neighbouring content words."""
    words = [word for word in TOKEN.findall(fold(text.lower())) if word[0].isalnum() and word not in common_words()]
    return frozenset(words) | frozenset(f"{one} {other}" for one, other in pairwise(words))


@lru_cache(KEPT)
def numbers(text: str | None) -> frozenset[str]:
    """The numbers in a text, as written."""
    return frozenset(word for word in content(text or "") if word.replace(".", "").replace(",", "").isdigit())


def overlap(one: str | None, other: str | None) -> float:
    """How much of the shorter wording, and of both together, is common to both: the mean of the two shares, 0 to 1."""
    a, b = content(one or ""), content(other or "")
    common = len(a & b)
    if (common < FEW and a != b) or not common:
        return 0.0
    shorter, both = common / min(len(a), len(b)), common / len(a | b)
    return min((shorter + both) / 2, CAP * both)
