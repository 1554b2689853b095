"""Which language an article is in: what it says of itself, else the letters that only one language has."""

from functools import cache

from hoadam.lang.load import HERE, languages

ENOUGH = 2  # letters of its own; stray names bring in one
LOOKED_AT = 2000  # code points


def language_of(declared: str | None, text: str) -> str | None:
    """The code of a language that has a folder here, or None where the article is in none of them."""
    if declared:
        code = declared.replace("_", "-").partition("-")[0].lower()
        if code in languages():
            return code
    low = text[:LOOKED_AT].lower()
    counted = {code: sum(letter in own for letter in low) for code, own in _letters().items()}
    best = max(counted, key=lambda code: counted[code], default=None)
    return best if best and counted[best] >= ENOUGH else None


@cache
def _letters() -> dict[str, frozenset[str]]:
    found = {code: (HERE / code / "letters.txt").read_text(encoding="utf8").strip() for code in languages()}
    return {code: frozenset(letters) for code, letters in found.items()}
