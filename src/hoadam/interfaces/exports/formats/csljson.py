"""CSL-JSON: the articles that facts rest on, for whatever cites by the Citation Style Language."""

from collections.abc import Iterator
from typing import Any

from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.library import Cited, cited
from hoadam.interfaces.exports.plain import line, link
from hoadam.interfaces.exports.selection import OF_FACTS, Selection
from hoadam.interfaces.output import json_line


def write(selection: Selection) -> Iterator[bytes]:
    """An array with an item a line."""
    yield b"["
    for place, one in enumerate(cited(selection)):
        yield f"{',' if place else ''}\n{json_line(item(one))}".encode()
    yield b"\n]\n"


def item(one: Cited) -> dict[str, Any]:
    """An article of a newspaper, with the ids of the facts that rest on it as a note."""
    article = one.article
    fields = {
        "id": article.id, "type": "article-newspaper", "title": line(article.title or ""),
        "container-title": line(article.outlet or ""), "language": article.lang, "URL": link(article.url),
        "issued": {"date-parts": [[int(part) for part in article.published[:10].split("-")]]},
        "note": "; ".join(one.facts),
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value}


FORMAT = Format("csljson", "application/vnd.citationstyles.csl+json", "json", OF_FACTS, write)
