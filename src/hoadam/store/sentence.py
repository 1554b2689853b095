"""The sentence around a quote, which every row of a view carries."""

import re

REACH = 500  # code points on either side at most: a text without full stops must not fill the record
# A full stop ends a sentence where a capital, a digit or a quotation mark follows; not after an initial or "TP.".
BREAK = re.compile(r"(?<![\s.(][A-ZĐ])(?<!\bTP)(?<!\bTS)[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[\dA-ZÀ-ỸĐ])")


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence (or sentences) in which `text[start:end]` stands; never beyond its paragraph."""
    floor = max(text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH, 0)
    stop = text.find("\n", end, end + REACH)
    ceiling = stop if stop >= 0 else min(len(text), end + REACH)
    before = [match.end() for match in BREAK.finditer(text, floor, start + 1) if match.end() <= start]
    after = BREAK.search(text, max(start, end - 3), ceiling)
    low = before[-1] if before else floor
    high = max(end, after.end()) if after else ceiling
    while high > end and text[high - 1].isspace():
        high -= 1
    while low < start and text[low].isspace():
        low += 1
    return low, high
