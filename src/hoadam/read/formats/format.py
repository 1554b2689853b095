"""What a format of input is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """`sniff` says from the first 64 KB how sure it is that the input is its own: 0 not at all, 1 certain.

    `parse` yields in the order of the input and raises nothing.
    """

    name: str
    sniff: Callable[[bytes], float]
    parse: Callable[[Source], Iterator[Article | Refusal]]
