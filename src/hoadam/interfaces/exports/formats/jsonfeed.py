"""JSON Feed 1.1: a feed of what is new in the record."""

from collections.abc import Iterator
from typing import Any

from hoadam.interfaces.exports.entries import Entry, entries, named, paragraphs
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.plain import link, plain
from hoadam.interfaces.exports.selection import Selection
from hoadam.interfaces.messages import language
from hoadam.interfaces.output import json_line

VERSION = "https://jsonfeed.org/version/1.1"


def write(selection: Selection) -> Iterator[bytes]:
    """The feed, an item a line."""
    own = link(selection.settings.feed)
    head = {"version": VERSION, "title": named(selection), "language": language(), **({"feed_url": own} if own else {})}
    yield f'{json_line(head)[:-1]}, "items": ['.encode()
    for place, one in enumerate(entries(selection)):
        yield f"{',' if place else ''}\n{json_line(item(one))}".encode()
    yield b"\n]}\n"


def item(one: Entry) -> dict[str, Any]:
    """An entry; all of its text is plain text, and the row stands beside it under the feed's own extension."""
    links = {"url": one.page or one.source, "external_url": one.source}
    return {
        "id": one.id, "title": one.title, "content_text": plain("\n".join(paragraphs(one))),
        "date_published": one.first, "date_modified": one.updated, "tags": list(one.tags),
        **{name: address for name, address in links.items() if address},
        **({"authors": [{"name": plain(one.outlet)}]} if one.outlet else {}),
        "_hoadam": one.row,
    }  # fmt: skip


FORMAT = Format("jsonfeed", "application/feed+json", "json", ("changes",), write)
