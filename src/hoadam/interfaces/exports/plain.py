"""Text that comes from anywhere, made fit to stand in a file: it stays text, and an address stays an address."""

import re
from urllib.parse import urlsplit

# What XML 1.0 forbids, what no UTF-8 can hold, and what would act on a screen: controls, and marks that turn the
# direction in which the text around them is read.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
NOT_IN_ADDRESS = re.compile('[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff"<>\\\\^`{|}]')
LINKED = ("http", "https")
LONGEST = 4096  # characters of an address that all tools follow
UNKNOWN = "\ufffd"


def plain(text: str) -> str:
    """The text with a replacement character for every one that some format cannot hold or a screen would obey."""
    return UNPRINTABLE.sub(UNKNOWN, text)


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(plain(text).split())


def link(address: str | None) -> str | None:
    """An address that may be followed: http or https with a host, and nothing in it that ends a link; else None."""
    if not address or len(address) > LONGEST or NOT_IN_ADDRESS.search(address):
        return None
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  a port that is no number
    except ValueError:
        return None
    return address if parts.scheme in LINKED and parts.hostname else None
