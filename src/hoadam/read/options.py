"""The limits within which hostile input stays harmless."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Sizes in bytes of UTF-8; depth in nested arrays and objects; ratio of unpacked to packed bytes."""

    max_article_bytes: int = 20_000_000
    max_line_bytes: int = 40_000_000  # a JSON row: an article, escaped, with what stands around it
    max_depth: int = 64
    max_gzip_ratio: int = 200  # news packs to a third or a tenth; zeros to a thousandth


DEFAULTS = ReadOptions()
