"""JSON Lines: every row whole, as `--format json` prints it."""

from collections.abc import Iterator

from hoadam.interfaces.exports.format import ANY, Format
from hoadam.interfaces.exports.selection import Selection
from hoadam.interfaces.output import json_line


def write(selection: Selection) -> Iterator[bytes]:
    """A JSON object a line."""
    return (f"{json_line(row.row())}\n".encode() for row in selection.rows())


FORMAT = Format("jsonl", "application/jsonl", "jsonl", ("timeline", ANY), write)
