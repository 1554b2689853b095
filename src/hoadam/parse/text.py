"""Where an article's text divides: paragraphs, quotations and sentences, as offsets. No words of any language here."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"[^\n]+")
QUOTED = re.compile(r"\"[^\"\n]{1,4000}(?:\"|$)|(?<![^\s(])'(?=\S)[^'\n]{1,400}?'(?![^\s.,;:!?)])")
MARK = re.compile(r'"')
OPENS = re.compile(r"""[\s(\["':-]"(?=\w)""")  # the mark with what stands around it
DATELINE = re.compile(r"\([^()\n]{2,24}\) ?- ?(?=\S)|([A-ZĐ]{2,6}(?:\.[A-Z]{2})?) - (?=\S)")
HIDDEN = "\u2033"  # stands for a mark inside a quotation
DEEP = 12  # marks among which the fellow of one is looked for
BOUNDARY = re.compile(r"[.!?…]+[\"')]?(?=\s|$)|;(?=\s)")
ABBREVIATED = re.compile(r"\b(?:[A-ZĐ]|TP|Tp|Th|St|Mr|Ms|Mrs|Dr|Jr|Sr|GS|TS|PGS|ThS|BS|LS|Gen|Gov|Sen|Rep|Lt|Col)$")
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
    piece = text[start:end]
    if nested := _nested(text, start, end):
        signs = list(piece)
        for at in nested:
            signs[at - start] = HIDDEN
        piece = "".join(signs)
    for match in QUOTED.finditer(piece):
        mark = match[0][0]
        closed = len(match[0]) > 1 and match[0][-1] == mark
        found.append(Quoted(match.start() + start, match.end() + start, closed))
    return found


def _nested(text: str, start: int, end: int) -> list[int]:
    """Where the marks of quotations inside quotations stand: blanks around a mark tell whether it opens or closes."""
    marks = [match.start() for match in MARK.finditer(text, start, end)]
    found: list[int] = []
    at = 0
    while at < len(marks):
        close = _close(text, marks[at : at + DEEP], whole=marks[at] == start)
        found += marks[at + 1 : at + close]
        at += close + 1
    return found


def _close(text: str, marks: list[int], *, whole: bool) -> int:
    """Which of the marks closes the first: its own pair's, or the next one where they do not pair."""
    depth = 1
    for n, at in enumerate(marks[1:], 1):
        depth += 1 if OPENS.match(text, at - 1) else -1
        if depth == 0:
            return n
    return len(marks) if whole and depth == 1 and len(marks) < DEEP else 1


def stands_alone(text: str, quoted: Quoted, start: int, end: int) -> bool:
    """Is a short quotation the whole sentence, or its opening with a mark behind it?"""
    after = text[quoted.end : quoted.end + 2].lstrip()
    return quoted.start == start and quoted.end - quoted.start > 12 and (quoted.end >= end - 1 or after[:1] in ",-")


def nests(text: str, quoted: Quoted) -> bool:
    """Does the quotation hold another one?"""
    start, end = quoted.inner
    return MARK.search(text, start, end) is not None


def signed(text: str, start: int, end: int, names: Container[str]) -> int:
    """Where a paragraph begins behind an outlet's sign: brackets, or capitals that are no name, and a dash."""
    found = DATELINE.match(text, start, end)
    return found.end() if found and found[1] not in names else start


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
