"""JSON-LD: as RDF it says what a Web Annotation and PROV should, and its selectors find their words again."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import PROV, RDF

from hoadam.interfaces.record import Record
from tests.interfaces.exports.support import hostile_record, open_record, written
from tests.store.support import PLAN, ROUND

OA = Namespace("http://www.w3.org/ns/oa#")
TERMS = "urn:hoadam:term:"
# What the Web Annotation vocabulary says of the words that we use; the published context is not asked over the network.
ANNOTATION = {
    "oa": str(OA), "dc": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id", "type": "@type",
    "Annotation": "oa:Annotation", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "describing": "oa:describing",
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "created": {"@id": "dc:created", "@type": "xsd:dateTime"},
}  # fmt: skip


def loader(url: str, _: Any = None) -> dict[str, Any]:
    """The one context that a document may name."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": ANNOTATION},
    }


def graph(file: bytes) -> Graph:
    """The document as RDF, by way of pyld and of rdflib's parser."""
    quads = jsonld.to_rdf(json.loads(file), {"format": "application/n-quads", "documentLoader": loader})
    return Graph().parse(data=quads, format="nt")  # all quads are of the default graph


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("linked") / "r.sqlite"


@pytest.fixture(scope="module")
def record(place: Path) -> Record:
    return open_record(place)


@cache
def of(record: Record) -> Graph:
    return graph(written("jsonld", record))


def one(found: Graph, subject: Any, predicate: Any) -> Any:
    """The one object that there is."""
    (value,) = found.objects(subject, predicate)
    return value


def test_every_report_is_an_annotation(record: Record) -> None:
    found = of(record)
    annotations = list(found.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == 9
    for annotation in annotations:
        assert one(found, annotation, OA.motivatedBy) == OA.describing
        fact = one(found, annotation, OA.hasBody)
        assert (fact, PROV.wasDerivedFrom, annotation) in found
        activity = one(found, annotation, PROV.wasGeneratedBy)
        assert (activity, RDF.type, PROV.Activity) in found
        target = one(found, annotation, OA.hasTarget)
        assert one(found, activity, PROV.used) == one(found, target, OA.hasSource)
        assert str(one(found, activity, PROV.wasAssociatedWith)) == "urn:hoadam:reader:tests%2B1"


def test_selectors_find_their_words(record: Record) -> None:
    found = of(record)
    texts = {"https://songlam.example/a1": ROUND, "https://songlam.example/b2": PLAN}
    for target in found.objects(None, OA.hasTarget):
        text = texts[str(one(found, target, OA.hasSource))]
        by_sort = {one(found, selector, RDF.type): selector for selector in found.objects(target, OA.hasSelector)}
        quote, position = by_sort[OA.TextQuoteSelector], by_sort[OA.TextPositionSelector]
        words = [str(one(found, quote, predicate)) for predicate in (OA.prefix, OA.exact, OA.suffix)]
        start, end = (int(one(found, position, predicate)) for predicate in (OA.start, OA.end))
        assert text[start:end] == words[1]
        assert text[start - len(words[0]) : end + len(words[2])] == "".join(words)
        assert text.count("".join(words)) == 1


def test_facts_keep_their_slots(record: Record) -> None:
    found = of(record)
    (due,) = record.deadlines()
    fact = URIRef(f"urn:hoadam:fact:{due.id}")
    assert str(one(found, fact, URIRef(f"{TERMS}when"))) == "2025-12-20"
    assert str(one(found, fact, URIRef(f"{TERMS}for"))) == "UKR"
    position = next(found.subjects(URIRef(f"{TERMS}issue")))
    assert [str(code) for code in found.objects(position, URIRef(f"{TERMS}pax"))] == ["SsrFf"]


def test_nothing_is_lost_on_the_way_to_rdf(record: Record) -> None:
    expanded = jsonld.expand(json.loads(written("jsonld", record)), {"documentLoader": loader})
    assert len(expanded) == 9 + 9 + 2 + 2  # facts, reports, articles, readings
    names = {name for node in expanded for name in node}
    assert all(name.startswith(("@", "http://", "urn:hoadam:term:")) for name in names)


def test_hostile_words_are_literals(tmp_path: Path) -> None:
    found = graph(written("jsonld", hostile_record(tmp_path / "r.sqlite")))
    assert not any(str(node).startswith("javascript") for node in found.all_nodes() if isinstance(node, URIRef))
    assert len(list(found.subjects(RDF.type, OA.Annotation))) == 10
