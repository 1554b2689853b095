"""Chunks of JSON text in; its values out one after another, without ever holding the whole text.

The values are the members of an array at the top, or the values that stand after each other. Only brackets and
quotation marks are looked at: what stands between them is the JSON parser's to judge.
"""

import re
from collections.abc import Iterator

from hoadam.read.pieces import Gathering, Piece
from hoadam.read.unreadable import Unreadable

BETWEEN = re.compile(rb"[^\s,]")
LOOSE_END = re.compile(rb"[\n,\[\]{}]")
QUOTED = re.compile(rb'["\\]')
PLAIN = re.compile(rb'["\[\]{}]')


def values(chunks: Iterator[bytes], limit: int) -> Iterator[Piece]:
    """The values with the lines at which they begin; where the text breaks off, the last piece says why."""
    cutter = _Cutter(limit)
    try:
        for chunk in chunks:
            yield from cutter.cut(chunk)
    except Unreadable as fault:
        yield Piece(cutter.line, b"", fault)
        return
    yield from cutter.end()


class _Cutter:
    """Where the cut stands: inside the array at the top, inside a value (`depth`), inside a string (`quoted`)."""

    def __init__(self, limit: int) -> None:
        self.gathering = Gathering(limit)
        self.line = self.begun = 1
        self.depth = 0
        self.in_array = self.quoted = self.escaped = self.loose = False

    def cut(self, chunk: bytes) -> Iterator[Piece]:
        """The values that end in this chunk."""
        at = counted = 0
        while at < len(chunk):
            if self.depth:
                end = self._through(chunk, at)
            elif self.loose:
                end = self._through_loose(chunk, at)
            else:
                end = self._between(chunk, at)
            self.line += chunk.count(b"\n", counted, end)
            whole = self.depth == 0 and not self.loose and self.gathering.size
            counted = at = end
            if whole:
                yield self.gathering.piece(self.begun)

    def end(self) -> Iterator[Piece]:
        """What is left when the text ends: a value or an array that nothing closes."""
        if self.loose:
            yield self.gathering.piece(self.begun)
        elif self.depth or self.in_array:
            line = self.begun if self.depth else self.line
            advice = "fetch the file again; what came before is read"
            yield Piece(line, b"", Unreadable("JSON that breaks off", "closing brackets", advice))

    def _between(self, chunk: bytes, at: int) -> int:
        """On to the next value; brackets of the array at the top are taken on the way."""
        found = BETWEEN.search(chunk, at)
        if not found:
            return len(chunk)
        start, mark = found.start(), found[0]
        if mark == b"[" and not self.in_array:
            self.in_array = True
        elif mark == b"]" and self.in_array:
            self.in_array = False
        elif mark in b"{[":
            self._begin(chunk, at, start)
            self.depth = 1
            self.gathering.add(mark)
        else:
            self._begin(chunk, at, start)
            self.loose = True
            self.gathering.add(mark)
        return found.end()

    def _begin(self, chunk: bytes, at: int, start: int) -> None:
        self.begun = self.line + chunk.count(b"\n", at, start)

    def _through_loose(self, chunk: bytes, at: int) -> int:
        """Through what is neither an object nor an array."""
        found = LOOSE_END.search(chunk, at)
        end = found.start() if found else len(chunk)
        self.gathering.add(chunk[at:end])
        self.loose = not found
        return end

    def _through(self, chunk: bytes, at: int) -> int:
        """Through an object or an array, to its end or that of the chunk."""
        position = at
        if self.escaped:
            position, self.escaped = at + 1, False
        while found := (QUOTED if self.quoted else PLAIN).search(chunk, position):
            position, mark = found.end(), found[0]
            if mark == b"\\":
                self.escaped = position == len(chunk)
                position += 1
            elif mark == b'"':
                self.quoted = not self.quoted
            else:
                self.depth += 1 if mark in b"{[" else -1
                if not self.depth:
                    self.gathering.add(chunk[at:position])
                    return position
        self.gathering.add(chunk[at:])
        return len(chunk)
