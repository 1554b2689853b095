"""Which character stands for which sort of item in the strings that rules match.

Sorts have a letter each, punctuation stands for itself, and every form of the lexicon has a character of its own, so
that a class of words is a character set and a form may belong to several classes.
"""

SORTS: dict[str, str] = {
    "party": "P",
    "person": "N",
    "place": "L",
    "medium": "M",
    "time": "T",
    "number": "D",
    "quotation": "Q",
    "name": "X",
    "someone": "Y",
    "word": "w",
    "actor": "A",
}
PUNCTUATION = ",;:()-.?!\"'/…"
STOPS = ".;?!…"
FIRST_FORM = 0x4E00


def form_code(number: int) -> str:
    """The character of the lexicon's form with this number."""
    return chr(FIRST_FORM + number)
