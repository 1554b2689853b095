"""Plain text: a line ` date YYYY-MM-DD (outlet) -`, an empty line, the body; more of them may follow in one file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.encoding import decoded
from hoadam.read.entries import from_fields
from hoadam.read.fields import Fields, missing
from hoadam.read.formats.format import Format
from hoadam.read.pieces import Piece, lines, too_long
from hoadam.read.source import Source
from hoadam.read.unreadable import Unreadable

DATE_LINE = re.compile(rb"[ \t]*date(?:[ \t]+([^\s(]+))?[ \t]*\((.*)\)[ \t]*(?:-|\xe2\x80\x93)[ \t]*\r?", re.IGNORECASE)
MAX_DATE_LINE = 500  # bytes; longer lines are not worth the search
LAYOUT = "a line ` date YYYY-MM-DD (outlet) -` before each dispatch"


@dataclass(slots=True)
class Dispatch:
    """The lines of one dispatch; the first is its date line where `dated`. `fault` is why it cannot be read."""

    line: int
    number: int
    dated: bool
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    fault: Refusal | None = None


def sniff(head: bytes) -> float:
    """A first line that is a date line; less surely, any line that is one."""
    found = [_date_line(line) is not None for line in head.strip(b"\n\r").split(b"\n")]
    return 1.0 if found[0] else 0.2 * any(found)


def parse(source: Source) -> Iterator[Article | Refusal]:
    """The dispatches in their order."""
    for dispatch in _dispatches(source):
        if dispatch.fault:
            yield dispatch.fault
            continue
        try:
            if dispatch.size > source.options.max_article_bytes:
                raise too_long(dispatch.size, source.options.max_article_bytes)
            fields = _fields(dispatch, source.file_id)
        except Unreadable as fault:
            yield fault.at(source.name, dispatch.line)
        else:
            yield from from_fields(fields, source, dispatch.line)


def _dispatches(source: Source) -> Iterator[Dispatch]:
    """The file cut before each date line that stands at its head or behind an empty line."""
    dispatch, number, after_blank = None, 0, True
    for piece in lines(source.chunks, source.options.max_article_bytes):
        blank = not piece.fault and not piece.data.strip()
        dated = after_blank and _date_line(piece.data) is not None
        if dated or (dispatch is None and not blank):
            if dispatch:
                yield dispatch
            number += dated
            dispatch = Dispatch(piece.line, number, dated)
        if dispatch:
            _take(dispatch, piece, source)
        after_blank = blank
    if dispatch:
        yield dispatch


def _date_line(line: bytes) -> re.Match[bytes] | None:
    return DATE_LINE.fullmatch(line) if len(line) <= MAX_DATE_LINE else None


def _take(dispatch: Dispatch, piece: Piece, source: Source) -> None:
    """Add a line; a dispatch that has grown too long, or has a line that cannot be read, keeps none."""
    dispatch.size += len(piece.data) + 1
    if piece.fault:
        dispatch.fault = piece.fault.at(source.name, piece.line)
    if dispatch.fault or dispatch.size > source.options.max_article_bytes:
        dispatch.lines.clear()
    else:
        dispatch.lines.append(piece.data)


def _fields(dispatch: Dispatch, file_id: str | None) -> Fields:
    """The name of the file is the id of its first dispatch; those after it add their number."""
    head, *body = decoded(b"\n".join(dispatch.lines)).split("\n")
    date_line = _date_line(head.encode()) if dispatch.dated else None
    if not date_line:
        raise Unreadable("text before any date line", LAYOUT, "add the line that gives date and outlet")
    if not date_line[1]:
        raise missing("published", LAYOUT)
    return {
        "id": f"{file_id}#{dispatch.number}" if file_id and dispatch.number > 1 else file_id,
        "outlet": date_line[2].decode().strip(),
        "published": date_line[1].decode(),
        "text": _body(body),
    }


def _body(body: list[str]) -> str:
    """The lines between the blank ones at both ends."""
    full = [number for number, line in enumerate(body) if line.strip()]
    return "\n".join(line.removesuffix("\r") for line in body[full[0] : full[-1] + 1]) if full else ""


FORMAT = Format("dispatch", sniff, parse)
