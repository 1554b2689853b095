"""The lines of iCalendar (RFC 5545): text escaped, lines folded at 75 octets."""

import re
from collections.abc import Iterator

from hoadam.interfaces.exports.plain import plain

OCTETS = 75
BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def text(value: str) -> str:
    """A value of type TEXT."""
    broken = BREAKS.sub("\n", value)
    return "".join(ESCAPED.get(letter, letter) for letter in plain(broken))


def folded(line: str) -> Iterator[bytes]:
    """A content line as its physical lines; no letter is cut in two."""
    held = b""
    for letter in line:
        octets = letter.encode()
        if len(held) + len(octets) > OCTETS:
            yield held + b"\r\n"
            held = b" "
        held += octets
    yield held + b"\r\n"
