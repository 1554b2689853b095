"""An article as it was printed: NFC text whose offsets never change again."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One news item. `text` is NFC: the title, a blank line, the body (the body alone where there is no title).

    `published` is RFC 3339 with its offset, or a date alone (`2025-12-01`) where no more is known.
    """

    id: str
    outlet: str | None
    published: str
    lang: str | None
    url: str | None
    title: str | None
    text: str

    def row(self) -> dict[str, Any]:
        """The article as the JSON object of `record.md`."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "Article":
        """The article of a JSON object that is known to be whole (a gold file, the record's own rows)."""
        plain = {name: row.get(name) for name in ("outlet", "lang", "url", "title")}
        return cls(id=row["id"], published=row["published"], text=row["text"], **plain)


def article_id(outlet: str | None, published: str, text: str) -> str:
    """The identity of an article that brings none: a hash of outlet, published and text (32 hex digits)."""
    return hashlib.sha256("\x1f".join((outlet or "", published, text)).encode()).hexdigest()[:32]
