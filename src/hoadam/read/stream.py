"""A file or standard input in; its bytes out in chunks, unpacked and in UTF-8."""

import codecs
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import BinaryIO

from hoadam.read.options import ReadOptions
from hoadam.read.paths import cannot
from hoadam.read.unreadable import Unreadable

CHUNK = 1 << 18
HEAD = 1 << 16  # what formats are recognised by
GZIP = b"\x1f\x8b"
FREE = 1 << 24  # unpacked bytes before the ratio is looked at: a small file may be as even as it likes
GZIP_WINDOW = 31  # zlib's word for "with a gzip header"

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, opened so that a pipe put in its place since the folder was listed cannot hold up the run."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise cannot(error, path) from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unreadable("it is no file any more", "a file", "run it again")
        yield file


def unpacked(file: BinaryIO, options: ReadOptions) -> Iterator[bytes]:
    """The bytes of the file, out of their gzip members where it is packed."""
    head, chunks = peeked(_blocks(file), len(GZIP))
    return _gunzipped(chunks, options.max_gzip_ratio) if head == GZIP else chunks


def in_utf8(chunks: Iterator[bytes]) -> tuple[Iterator[bytes], str | None]:
    """The same text as UTF-8 without a byte order mark, and the encoding it was in where that was another."""
    head, chunks = peeked(chunks, HEAD)
    mark, encoding = next((pair for pair in MARKS if head.startswith(pair[0])), (b"", _unmarked(head)))
    chunks = _without(chunks, len(mark))
    return (chunks, None) if encoding == "utf-8" else (_recoded(chunks, encoding), encoding)


def peeked(chunks: Iterator[bytes], size: int) -> tuple[bytes, Iterator[bytes]]:
    """The first `size` bytes (fewer where there are no more), and all the bytes again; a fault keeps its place."""
    head = b""
    try:
        while len(head) < size and (chunk := next(chunks, None)) is not None:
            head += chunk
    except Unreadable as fault:
        return head[:size], chain([head], _failing(fault))
    return head[:size], chain([head], chunks)


def _failing(fault: Unreadable) -> Iterator[bytes]:
    raise fault
    yield b""


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """What is there is taken at once, so that a slow writer's articles do not wait for each other."""
    take = getattr(file, "read1", file.read)
    try:
        while block := take(CHUNK):
            yield block
    except (OSError, ValueError) as error:
        raise cannot(error) from error


def _gunzipped(chunks: Iterator[bytes], max_ratio: int) -> Iterator[bytes]:
    """The members of a gzip file one after another; zeros after the last are padding."""
    packed = unpacked_size = 0
    member = zlib.decompressobj(GZIP_WINDOW)
    for block in chunks:
        packed += len(block)
        while block:
            if member.eof:
                block = block.lstrip(b"\0")
                if not block:
                    break
                member = zlib.decompressobj(GZIP_WINDOW)
            data = _inflated(member, block)
            unpacked_size += len(data)
            if unpacked_size > max(FREE, packed * max_ratio):
                advice = "unpack it yourself if you trust it"
                raise Unreadable(f"gzip that unpacks to over {max_ratio} times its size", "packed text", advice)
            yield data
            block = member.unconsumed_tail or member.unused_data
    if not member.eof:
        raise Unreadable("a gzip file that breaks off", "a whole gzip file", "fetch it again; what came before is read")


def _inflated(member: "zlib._Decompress", block: bytes) -> bytes:
    try:
        return member.decompress(block, CHUNK)
    except zlib.error as error:
        advice = "fetch it again; what came before is read"
        raise Unreadable(f"damaged gzip data ({error})", "a whole gzip file", advice) from error


def _unmarked(head: bytes) -> str:
    """UTF-16 without a mark shows in its zeros: every other byte of markup and of plain letters is one."""
    sample = head[:1024]
    half = len(sample) // 2
    if half < 8:
        return "utf-8"
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) > 0.4 and min(even, odd) < 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _without(chunks: Iterator[bytes], count: int) -> Iterator[bytes]:
    first = next(chunks, b"")
    return chain([first[count:]], chunks)


def _recoded(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise Unreadable(f"bytes that are not {name}", f"{name} throughout", "save the file as UTF-8") from error
