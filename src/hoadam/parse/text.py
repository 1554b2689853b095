"""Where an article's text divides: paragraphs, quotations and sentences, as offsets. No words of any language here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"[^\n]+")
QUOTED = re.compile(r"\"[^\"\n]{1,4000}(?:\"|$)|(?<![^\s(])'(?=\S)[^'\n]{1,400}?'(?![^\s.,;:!?)])")
BOUNDARY = re.compile(r"[.!?…]+[\"')]?(?=\s|$)|;(?=\s)")
ABBREVIATED = re.compile(r"\b(?:[^\W\d_]|TP|Tp|Th|St|Mr|Ms|Mrs|Dr|Jr|Sr|GS|TS|PGS|ThS|BS|LS|Gen|Gov|Sen|Rep|Lt|Col)$")
LONG_QUOTATION = 60  # characters; a shorter one is words quoted inside a sentence


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: `start` to `end` with its marks, `inner` without. `closed` is False where it runs on."""

    start: int
    end: int
    closed: bool

    @property
    def inner(self) -> tuple[int, int]:
        """The words without the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds something."""
    for found in PARAGRAPH.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + found[0].index(stripped)
            yield start, start + len(stripped)


def quotations(text: str, start: int, end: int) -> list[Quoted]:
    """The quotations of a paragraph; `text` has straight marks. One left open runs to the paragraph's end."""
    found = []
    for match in QUOTED.finditer(text, start, end):
        mark = match[0][0]
        closed = len(match[0]) > 1 and match[0][-1] == mark
        found.append(Quoted(match.start(), match.end(), closed))
    return found


def stands_alone(text: str, quoted: Quoted, start: int, end: int) -> bool:
    """Is a short quotation the whole sentence, or its opening with a mark behind it?"""
    after = text[quoted.end : quoted.end + 2].lstrip()
    return quoted.start == start and quoted.end - quoted.start > 12 and (quoted.end >= end - 1 or after[:1] in ",-")


def sentences(text: str, start: int, end: int, quoted: list[Quoted]) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph. A long quotation is never cut."""
    begin = start
    following = iter(quoted)
    one = next(following, None)
    for match in BOUNDARY.finditer(text, start, end):
        at = match.start()
        while one is not None and one.end - 1 <= at:
            one = next(following, None)
        inside = one if one is not None and one.start < at else None
        if inside is not None and match.end() < inside.end:
            continue
        if text[at] == "." and ABBREVIATED.search(text, max(begin, at - 4), at) and match.end() < end:
            continue
        if match.end() - begin > 1:
            yield begin, match.end()
        begin = _next(text, match.end(), end)
    if begin < end:
        yield begin, end


def _next(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
