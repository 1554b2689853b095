"""JSON-LD: each report as a W3C Web Annotation on its article, and by PROV what each fact was put together from."""

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from hoadam.interfaces.exports.codes import issue
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.library import Library
from hoadam.interfaces.exports.plain import link, plain
from hoadam.interfaces.exports.selection import OF_FACTS, Selection
from hoadam.interfaces.output import json_line
from hoadam.model.article import Article
from hoadam.store import Account, Observation
from hoadam.views.told import json_value, slots_of

AROUND = 32  # characters before and after a quotation, by which it is found again in a text that changed
OWN = {
    "prov": "http://www.w3.org/ns/prov#", "schema": "http://schema.org/", "hoadam": "urn:hoadam:term:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
}  # fmt: skip
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", OWN]


def write(selection: Selection) -> Iterator[bytes]:
    """One graph, a node a line; articles and readings come before the first report that needs them."""
    yield f'{{"@context": {json_line(CONTEXT)}, "@graph": ['.encode()
    library, known, between = Library(selection.record.store), set[str](), "\n"
    for account in selection.accounts():
        for node in nodes(account, library):
            if node["id"] not in known:
                yield f"{between}{json_line(node)}".encode()
                between = ",\n"
            if "schema:headline" in node or "prov:Activity" in node["type"]:
                known.add(node["id"])
    yield b"\n]}\n"


def nodes(account: Account, library: Library) -> Iterator[dict[str, Any]]:
    """All that a fact rests on, then the fact."""
    for told in account.told:
        article = library.article(told)
        yield printed(article, told)
        yield reading(article, told)
        yield annotation(account, told, article)
    yield fact(account)


def fact(account: Account) -> dict[str, Any]:
    """A merged fact: its slots as terms of hoadam's own, and the annotations that it was put together from."""
    merged = account.merged
    slots = {"when": merged.best("when"), **json_value(slots_of(account))}
    issues = (slots.get("issue"), *(slots.get("issues") or ()))
    held = {
        **slots, "kind": merged.kind, "outlets": merged.counts.outlets, "origins": merged.counts.origins,
        "disputed": list(merged.disputed), "process": list(account.filed),
        "pax": sorted({code for name in issues for code in issue(name)["pax"]}),
    }  # fmt: skip
    return {
        "id": urn("fact", account.id), "type": ["prov:Entity", "hoadam:Fact"],
        **{f"hoadam:{name}": clean(value) for name, value in held.items() if value not in (None, [])},
        "wasDerivedFrom": [urn("report", told.id) for told in account.told],
    }  # fmt: skip


def annotation(account: Account, told: Observation, article: Article) -> dict[str, Any]:
    """A report: what stretch of which article states the fact, who is credited, and what read it."""
    start, end = told.fact.start, told.fact.end
    text = {
        "type": "TextQuoteSelector", "exact": told.fact.quote, "prefix": article.text[max(0, start - AROUND) : start],
        "suffix": article.text[end : end + AROUND],
    }  # fmt: skip
    held = {"speaker": told.fact.speaker, "named": told.fact.named, "via": list(told.fact.via)}
    return {
        "id": urn("report", told.id), "type": ["Annotation", "prov:Entity"], "motivation": "describing",
        "body": urn("fact", account.id), "created": told.learned,
        "target": {
            "source": source(article),
            "selector": [clean(text), {"type": "TextPositionSelector", "start": start, "end": end}],
        },
        "wasGeneratedBy": reading_of(told), "hoadam:corrected": told.id in account.corrected,
        **{f"hoadam:{name}": clean(value) for name, value in held.items() if value not in (None, [])},
    }  # fmt: skip


def reading(article: Article, told: Observation) -> dict[str, Any]:
    """The reading that found a report: one version of the reader on one revision of the article."""
    return {
        "id": reading_of(told), "type": ["prov:Activity"], "used": source(article),
        "wasAssociatedWith": urn("reader", told.reader), "hoadam:revision": told.revision,
    }  # fmt: skip


def printed(article: Article, told: Observation) -> dict[str, Any]:
    """An article, without its text."""
    held = {
        "schema:headline": article.title or "", "schema:publisher": article.outlet,
        "schema:datePublished": article.published, "schema:inLanguage": article.lang,
        "schema:identifier": article.id,
    }  # fmt: skip
    return {
        "id": source(article), "type": ["schema:NewsArticle", "prov:Entity"],
        **{name: clean(value) for name, value in held.items() if value is not None},
    }  # fmt: skip


def source(article: Article) -> str:
    """The address of an article where it has one that may be followed, else a name made of its id."""
    return link(article.url) or urn("article", article.id)


def reading_of(told: Observation) -> str:
    """The name of a reading."""
    whole = f"{told.article}\x1f{told.revision}\x1f{told.reader}"
    return urn("reading", hashlib.sha256(whole.encode()).hexdigest()[:20])


def urn(sort: str, id_: str) -> str:
    """A name in hoadam's own space."""
    return f"urn:hoadam:{sort}:{quote(id_, safe='')}"


def clean(value: Any) -> Any:
    """A value whose texts every syntax of RDF can hold."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [clean(member) for member in value]
    return {name: clean(member) for name, member in value.items()} if isinstance(value, dict) else value


FORMAT = Format("jsonld", "application/ld+json", "jsonld", OF_FACTS, write)
