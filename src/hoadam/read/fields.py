"""The fields of an article as an input gives them, before they are settled."""

from collections.abc import Mapping
from typing import Any

from hoadam.read.strict_json import type_name
from hoadam.read.unreadable import Unreadable

Fields = dict[str, str | None]
Row = Mapping[str, Any]


def string(row: Row, name: str) -> str | None:
    """The text of a member, None where there is none; what is no text is unreadable."""
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value
    raise Unreadable(f"`{name}` is {type_name(value)}", f"`{name}` as a text", f"put `{name}` in quotation marks")


def missing(name: str, expected: str) -> Unreadable:
    """The fault of an article that lacks what it needs."""
    return Unreadable(f"no `{name}`", expected, f"add `{name}`, or leave the article out")


def composed(title: str | None, body: str) -> str:
    """Title, blank line, body, as `record.md` has it; a title that the body repeats as its first line stands once."""
    if not title or not title.strip():
        return body
    first, _, rest = body.lstrip().partition("\n")
    return f"{title}\n\n{(rest if first.strip() == title.strip() else body).strip()}".rstrip()
