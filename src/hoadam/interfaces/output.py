"""Rows for programs: JSON Lines and CSV."""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

# JSON leaves these as they are; a terminal may act on them, and lone surrogates are no UTF-8.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


def json_line(value: object) -> str:
    """One line of JSON with its letters as they are, what a terminal could act on as escapes."""
    plain = json.dumps(value, ensure_ascii=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


def write_json(rows: Iterable[Row]) -> None:
    """A JSON object a line."""
    for row in rows:
        sys.stdout.write(json_line(row) + "\n")


def headings(row: Any) -> list[str]:
    """The names that the JSON objects of a sort of row have, for a CSV that may hold none."""
    names = row.columns() if hasattr(row, "columns") else (field.name for field in fields(row))
    return [name.rstrip("_") for name in names]


def write_csv(rows: Iterable[Row], names: Iterable[str]) -> None:
    """The lines of `csv_lines`, on standard output."""
    sys.stdout.writelines(csv_lines(rows, names))


class _Line:
    """Hands a writer of CSV its line back."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[Row], names: Iterable[str]) -> Iterator[str]:
    """A heading and a line a row (RFC 4180); lists joined by `; `, nested rows as JSON, formulas defused.

    Every cell is quoted, so that none comes apart where a spreadsheet separates by semicolons or tabs.
    """
    writer, heading = csv.writer(_Line(), quoting=csv.QUOTE_ALL), list(names)
    yield writer.writerow(heading)
    for row in rows:
        yield writer.writerow([cell(row.get(name)) for name in heading])


def cell(value: Any) -> str:
    """A value as a spreadsheet may open it: a cell that would be a formula begins with an apostrophe."""
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        text = "; ".join(value)
    elif isinstance(value, (list, dict)):
        text = json_line(value)
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = "" if value is None else str(value)
    text = text.encode("utf-8", "backslashreplace").decode()
    return f"'{text}" if text.startswith(FORMULA) else text
