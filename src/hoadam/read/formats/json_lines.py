"""JSON Lines: an article row, a gold row or a ninjs item on each line."""

import re
from collections.abc import Iterator

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.entries import from_json
from hoadam.read.formats.format import Format
from hoadam.read.pieces import lines
from hoadam.read.source import Source

OBJECT_LINE = re.compile(rb"^[ \t]*\{", re.MULTILINE)


def sniff(head: bytes) -> float:
    """A first line that opens an object; less surely, any line that does, for the first may be the broken one."""
    if head.lstrip().startswith(b"{"):
        return 0.8
    return 0.3 if OBJECT_LINE.search(head) else 0.0


def parse(source: Source) -> Iterator[Article | Refusal]:
    """The articles, line by line."""
    return from_json(lines(source.chunks, source.options.max_line_bytes, blanks=False), source)


FORMAT = Format("json-lines", sniff, parse)
