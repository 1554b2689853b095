"""What a format parses: the bytes of one input, and what to call it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hoadam.read.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Source:
    """One file or standard input, unpacked and in UTF-8; `file_id` is the id that the file's name lends, if any."""

    name: str
    file_id: str | None
    chunks: Iterator[bytes]
    options: ReadOptions
