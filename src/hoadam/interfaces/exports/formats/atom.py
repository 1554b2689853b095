"""Atom (RFC 4287): a feed of what is new in the record."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from hoadam.interfaces.exports.entries import Entry, changed, entries, identity, named, paragraphs
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.plain import link, plain
from hoadam.interfaces.exports.selection import Selection
from hoadam.interfaces.messages import language


def write(selection: Selection) -> Iterator[bytes]:
    """The feed."""
    found = entries(selection)
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns={quoteattr(SPACE)} xml:lang="{language()}">\n'.encode()
    yield from head(selection, changed(found))
    for one in found:
        yield from elements(one)
    yield b"</feed>\n"


def head(selection: Selection, updated: str) -> Iterator[bytes]:
    """What stands before the entries."""
    yield element("id", identity(selection))
    yield element("title", named(selection))
    yield element("updated", updated)
    yield b"<author><name>hoadam</name></author>\n"
    if own := link(selection.settings.feed):
        yield linked("self", own)


def elements(one: Entry) -> Iterator[bytes]:
    """An entry; all of its text is plain text."""
    yield b"<entry>\n"
    yield element("id", one.id)
    yield element("title", one.title)
    yield element("published", one.first)
    yield element("updated", one.updated)
    if one.outlet:
        yield f"<author><name>{escape(plain(one.outlet))}</name></author>\n".encode()
    for relation, address in (("alternate", one.page or one.source), ("via", one.source)):
        if address:
            yield linked(relation, address)
    for tag in one.tags:
        yield f"<category term={quoteattr(plain(tag))}/>\n".encode()
    yield f'<content type="text">{escape(plain(chr(10).join(paragraphs(one))))}</content>\n'.encode()
    yield b"</entry>\n"


def element(name: str, text: str) -> bytes:
    """An element that holds text alone."""
    return f"<{name}>{escape(plain(text))}</{name}>\n".encode()


def linked(relation: str, address: str) -> bytes:
    """A link."""
    return f"<link rel={quoteattr(relation)} href={quoteattr(address)}/>\n".encode()


SPACE = "http://www.w3.org/2005/Atom"
FORMAT = Format("atom", "application/atom+xml; charset=utf-8", "atom", ("changes",), write)
