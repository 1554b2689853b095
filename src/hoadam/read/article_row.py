"""A JSON object in, the article's fields out: the row of `record.md`, alone or with its facts beside it."""

from hoadam.read import ninjs
from hoadam.read.fields import Fields, Row, composed, missing, string
from hoadam.read.strict_json import type_name
from hoadam.read.unreadable import Unreadable

PLAIN = ("id", "outlet", "published", "lang", "url", "title")
BODIES = ("body", "description")
EXPECTED = 'an article: {"id", "outlet", "published", "lang", "url", "title", "text"}'


def fields_of(row: object) -> Fields:
    """The fields of an article row, of the article in a gold row, or of a ninjs item."""
    if not isinstance(row, dict):
        raise Unreadable(f"{type_name(row)} instead of an article", EXPECTED, "mend or remove it")
    if "article" in row and "text" not in row:
        row = row["article"]
        if not isinstance(row, dict):
            problem = f"`article` is {type_name(row)}"
            raise Unreadable(problem, EXPECTED, "give the article as an object")
    return ninjs.fields_of(row) if ninjs.recognised(row) else _plain(row)


def _plain(row: Row) -> Fields:
    fields = {name: string(row, name) for name in PLAIN}
    return {**fields, "text": _text(row, fields["title"])}


def _text(row: Row, title: str | None) -> str:
    """`text` is left as it is, for offsets may count in it already; without it, title and body make it."""
    text = string(row, "text")
    if text is not None:
        return text
    body = next((found for name in BODIES if (found := string(row, name))), None)
    if body is None:
        raise missing("text", EXPECTED)
    return composed(title, body)
