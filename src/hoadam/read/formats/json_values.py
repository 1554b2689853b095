"""JSON over several lines: an array of articles, or one article or several laid out for people to read."""

from collections.abc import Iterator

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.entries import from_json
from hoadam.read.formats.format import Format
from hoadam.read.source import Source
from hoadam.read.values import values


def sniff(head: bytes) -> float:
    """An array at the top, or an object whose first line leaves it open."""
    head = head.lstrip()
    if head.startswith(b"["):
        return 0.9
    first, _, rest = head.partition(b"\n")
    last, following = first.rstrip()[-1:], rest.lstrip()[:1]
    goes_on = last in (b"[", b":") or (last in (b"{", b",") and following != b"{")
    return 0.9 if first.startswith(b"{") and following and goes_on else 0.0


def parse(source: Source) -> Iterator[Article | Refusal]:
    """The articles, value by value."""
    return from_json(values(source.chunks, source.options.max_line_bytes), source)


FORMAT = Format("json-values", sniff, parse)
