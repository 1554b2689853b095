"""Text as a terminal shows it: how wide it is, where it breaks, and that it can do no harm."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from typing import TextIO

BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
NARROWEST = 40
# Where a marked stretch begins and ends until the line is drawn; no harmless text holds them.
OPEN, CLOSE = "\ue000", "\ue001"


def harmless(text: str) -> str:
    """The text on one line with every control, format and unassigned character spelt out, so that none acts."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(c if c.isprintable() else _spelt(c) for c in line)


def _spelt(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def cells(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Co"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken between words, and inside a word only where it must."""
    lines, line, taken = [], "", 0
    for word in (part for whole in text.split() for part in _parts(whole, width)):
        size = cells(word)
        if line and taken + 1 + size > width:
            lines.append(line)
            line, taken = "", 0
        line, taken = (f"{line} {word}", taken + 1 + size) if line else (word, size)
    return [*lines, line] if line else lines


def _parts(word: str, width: int) -> Iterator[str]:
    part, taken = "", 0
    for letter in word:
        size = _cells(letter)
        if part and taken + size > width:
            yield part
            part, taken = "", 0
        part, taken = part + letter, taken + size
    yield part


def marked(text: str, start: int, end: int) -> str:
    """The text made harmless, with `text[start:end]` between OPEN and CLOSE."""
    before, inside, after = (_piece(part) for part in (text[:start], text[start:end], text[end:]))
    return f"{before}{OPEN}{inside}{CLOSE}{after}"


def _piece(text: str) -> str:
    core = harmless(text)
    if not core:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{core}{' ' * text[-1].isspace()}"


def drawn(lines: list[str], brackets: bool = False) -> list[str]:
    """Lines with their marked stretch in bold where colour may be used, else in brackets or not at all."""
    opening, closing = (BOLD, PLAIN) if coloured() else ("[", "]") if brackets else ("", "")
    bold, done = False, []
    for line in lines:
        text = (opening if bold and coloured() else "") + line.replace(OPEN, opening).replace(CLOSE, closing)
        bold = (bold or OPEN in line) and CLOSE not in line
        done.append(text + (closing if bold and coloured() else ""))
    return done


def columns() -> int:
    """How wide the output may be: `COLUMNS`, else the terminal, else 80."""
    return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def coloured(stream: TextIO | None = None) -> bool:
    """Whether bold and dim may be used: on a terminal that knows them, unless `NO_COLOR` is set."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str) -> str:
    """The text in a style where colour may be used."""
    return f"{style}{text}{PLAIN}" if text and coloured() else text
