"""The public face of room 1: paths in, articles and refusals out, in the order of the inputs."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.formats import FORMATS, Format
from hoadam.read.options import DEFAULTS, ReadOptions
from hoadam.read.paths import Found, files
from hoadam.read.source import Source
from hoadam.read.stream import HEAD, in_utf8, opened, peeked, unpacked
from hoadam.read.unreadable import Unreadable

STANDARD_INPUT = "-"
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def read(
    paths: Paths, *, stdin: BinaryIO | None = None, options: ReadOptions = DEFAULTS
) -> Iterator[Article | Refusal]:
    """The articles of files, folders and `-` (standard input), and a Refusal for each thing that cannot be read.

    Nothing is read before it is asked for, and nothing is kept: memory does not grow with the archive. The format
    is recognised from the content. A Refusal that is a notice stands before the article that it speaks of.
    """
    for path in [paths] if isinstance(paths, str | os.PathLike) else paths:
        if path == STANDARD_INPUT:
            yield from _articles(stdin or sys.stdin.buffer, STANDARD_INPUT, None, options)
            continue
        for found in files(os.fspath(path)):
            yield from [found] if isinstance(found, Refusal) else _of_file(found, options)


def _of_file(found: Found, options: ReadOptions) -> Iterator[Article | Refusal]:
    try:
        with opened(found.path) as file:
            yield from _articles(file, found.name, found.file_id, options)
    except Unreadable as fault:
        yield fault.at(found.name, 0)


def _articles(file: BinaryIO, name: str, file_id: str | None, options: ReadOptions) -> Iterator[Article | Refusal]:
    """What one stream of bytes gives: at least one row, be it that there is nothing in it."""
    chunks, encoding = in_utf8(unpacked(file, options))
    head, chunks = peeked(chunks, HEAD)
    try:
        chosen = _format(head, chunks)
    except Unreadable as fault:
        yield fault.at(name, 1)
        return
    if encoding:
        yield _decoded_notice(name, encoding)
    empty = True
    for found in chosen.parse(Source(name, file_id, chunks, options)):
        yield found
        empty = False
    if empty:
        yield _nothing().at(name, 1)


def _format(head: bytes, chunks: Iterator[bytes]) -> Format:
    """The format that is surest of itself; an input that nothing knows is unreadable."""
    if not head.strip():
        if len(head) == HEAD:
            raise Unreadable(f"{HEAD:,} bytes of white space at its head", "articles", "remove the empty lines")
        for _ in chunks:  # what broke the reading off at its very beginning shows here
            pass
        raise _nothing()
    sureness, chosen = max(((kind.sniff(head), kind) for kind in FORMATS), key=lambda pair: pair[0])
    if sureness:
        return chosen
    expected = "JSON of articles or ninjs items, or text that begins ` date YYYY-MM-DD (outlet) -`"
    if b"\0" in head:
        raise Unreadable("bytes of no known format", expected, "leave the file out")
    raise Unreadable("neither JSON nor a dispatch with a date line", expected, "add what is missing, as UTF-8 text")


def _nothing() -> Unreadable:
    return Unreadable("nothing in it", "at least one article", "check what wrote it, or leave it out")


def _decoded_notice(name: str, encoding: str) -> Refusal:
    advice = f"nothing: it was converted and read; to keep it so: iconv -f {encoding.upper()} -t UTF-8 OLD > NEW"
    return Refusal(name, 1, f"the text is in {encoding.upper()}", "UTF-8", advice, refused=False)
