"""What the formats share: a piece of JSON, or fields, in; the Article with its notice, or the Refusal, out."""

from collections.abc import Iterator

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.article_row import fields_of
from hoadam.read.fields import Fields
from hoadam.read.pieces import Piece
from hoadam.read.settle import settled
from hoadam.read.source import Source
from hoadam.read.strict_json import loads
from hoadam.read.unreadable import Unreadable


def from_json(pieces: Iterator[Piece], source: Source) -> Iterator[Article | Refusal]:
    """The articles of pieces that hold one JSON value each; blank ones are passed over."""
    for piece in pieces:
        if piece.fault:
            yield piece.fault.at(source.name, piece.line)
        elif not piece.data.isspace() and piece.data:
            try:
                fields = fields_of(loads(piece.data, source.options.max_depth))
            except Unreadable as fault:
                yield fault.at(source.name, piece.line)
            else:
                yield from from_fields(fields, source, piece.line)


def from_fields(fields: Fields, source: Source, line: int) -> Iterator[Article | Refusal]:
    """The article of these fields, behind a notice where it had to be repaired."""
    try:
        article, repairs = settled(fields, source.options)
    except Unreadable as fault:
        yield fault.at(source.name, line)
        return
    if repairs:
        yield Refusal(
            file=source.name,
            line=line,
            problem="; ".join(repairs),
            expected="NFC text without control characters",
            advice="nothing: it was repaired and read; offsets count in the repaired text",
            refused=False,
        )
    yield article
