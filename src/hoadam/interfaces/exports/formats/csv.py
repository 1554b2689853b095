"""CSV for spreadsheets: a heading and a line a row, nothing in it a formula."""

from collections.abc import Iterator

from hoadam.interfaces.exports.format import ANY, Format
from hoadam.interfaces.exports.selection import Selection
from hoadam.interfaces.output import csv_lines


def write(selection: Selection) -> Iterator[bytes]:
    """The lines of RFC 4180, in UTF-8."""
    rows = (row.row() for row in selection.rows())
    return (line.encode() for line in csv_lines(rows, selection.columns))


FORMAT = Format("csv", "text/csv; charset=utf-8; header=present", "csv", ("timeline", ANY), write)
