"""The rows of word files with the lines where they stand."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hoadam.lang.fold import key

HEADER = re.compile(r"\s*\[([\w.-]+)\]")
ROW = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+))\s*=""")


@dataclass(frozen=True, slots=True)
class Row:
    """A form of a class with its value, as `file` has it at `line` (from 1)."""

    file: str
    line: int
    name: str
    form: str
    value: str

    @property
    def key(self) -> str:
        """The form as the lexicon looks it up."""
        return key(self.form).lower()

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"


def rows_of(file: Path) -> Iterator[Row]:
    """The rows of one word file. Raises TOMLDecodeError."""
    text = file.read_text(encoding="utf8")
    table = tomllib.loads(text)
    name = ""
    for number, line in enumerate(text.split("\n"), 1):
        header, row = HEADER.match(line), ROW.match(line)
        if header:
            name = header[1]
        elif row and name in table:
            form = next(part for part in row.groups() if part is not None).replace('\\"', '"')
            if form in table[name]:
                yield Row(str(file), number, name, form, str(table[name][form]))
