"""How spellings that are one word are made equal, without moving any offset."""

import re
from functools import lru_cache

# Note [tone placement]: "hoà" and "hòa", "thuý" and "thúy" are one word; the older and the newer school differ only in
# which of two vowels carries the mark. Forms and text are folded to the newer school; lengths stay the same.
_OLD = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEW = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_PLACED = dict(zip(_OLD, _NEW, strict=True)) | {"sỹ": "sĩ"}  # "binh sỹ" in the copy of the state's agency
_TONES = re.compile(
    r"(?:(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?<![qQ]..)|sỹ(?<!\w..))(?!\w)"
)  # what is looked behind stands last: it is slow
_BLANK = re.compile("[\u00a0\u202f\u2009–—−‑‐]")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-"})
_QUOTE = re.compile("[“”„‟«»‘’‚‛]")
_QUOTES = str.maketrans("“”„‟«»‘’‚‛", '""""""\'\'\'\'')


def fold(text: str) -> str:
    """The text with one tone placement, plain blanks and dashes, as long as before."""
    plain = text.translate(_BLANKS) if _BLANK.search(text) else text
    return _TONES.sub(lambda found: _PLACED[found[0]], plain)


def straight(text: str) -> str:
    """The text with straight quotation marks, as long as before."""
    return text.translate(_QUOTES) if _QUOTE.search(text) else text


@lru_cache(4096)
def key(form: str) -> str:
    """A form as the lexicon's dictionaries hold it: tokens joined by one blank."""
    return " ".join(TOKEN.findall(fold(form)))


TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?=(?:km|mm|cm|kg|ha)(?!\w)|km[²2])|\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+|[^\w\s]|_")
