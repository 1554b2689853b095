"""Chunks of bytes in, the lines of the text out, none of them longer than allowed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hoadam.read.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the input that begins at `line`; `fault` says why it has no `data`."""

    line: int
    data: bytes
    fault: Unreadable | None = None


@dataclass(slots=True)
class Gathering:
    """The parts of a piece that is not whole yet; what is too long is counted but not kept."""

    limit: int
    parts: list[bytes] = field(default_factory=list)
    size: int = 0

    def add(self, part: bytes) -> None:
        """Put a part behind the others."""
        self.size += len(part)
        if self.size <= self.limit:
            self.parts.append(part)
        else:
            self.parts.clear()

    def piece(self, line: int) -> Piece:
        """The piece that the parts make; begins anew."""
        data, size = b"".join(self.parts), self.size
        self.parts, self.size = [], 0
        return Piece(line, data, too_long(size, self.limit) if size > self.limit else None)


def too_long(size: int, limit: int) -> Unreadable:
    """The fault of a text of `size` bytes where `limit` are allowed."""
    return Unreadable(f"{size:,} bytes in one article", f"at most {limit:,} bytes", "split it into single articles")


def lines(chunks: Iterator[bytes], limit: int, *, blanks: bool = True) -> Iterator[Piece]:
    """The lines without their ends, numbered from 1, empty ones too if `blanks`.

    Where the bytes break off, the last piece says why.
    """
    number, gathering = 1, Gathering(limit)
    try:
        for chunk in chunks:
            first, *others = chunk.split(b"\n")
            gathering.add(first)
            for part in others:
                if gathering.size or blanks:
                    yield gathering.piece(number)
                number += 1
                gathering.add(part)
    except Unreadable as fault:
        yield Piece(number, b"", fault)
        return
    if gathering.size:
        yield gathering.piece(number)
