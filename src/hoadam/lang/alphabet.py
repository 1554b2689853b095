"""Which character stands for which sort of item in the strings that rules match.

Sorts have a letter each, punctuation stands for itself, and the forms of the lexicon have a character for each
combination of classes, so that a class of words is a character set and a form may belong to several classes.
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
    """The character of the lexicon's forms of the combination with this number."""
    return chr(FIRST_FORM + number)
