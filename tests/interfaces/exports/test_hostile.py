"""Hostile text stays text in every format: nothing in it opens a record, an element, a formula or a link."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

import feedparser
import icalendar
import networkx
import pyarrow.parquet
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from followthemoney import model
from lxml import etree

from hoadam.interfaces.exports import FORMATS, VIEWS
from hoadam.interfaces.record import Record
from tests.interfaces.exports.support import HOSTILE, MARK, hostile_record, written


class Seen(NamedTuple):
    """What a reader of a format makes of a file: how many records, all texts, all that it would follow."""

    records: int
    texts: list[str]
    links: list[str]


def strings(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for member in value.values() for text in strings(member))
    elif isinstance(value, list):
        yield from (text for member in value for text in strings(member))


def read_jsonl(file: bytes) -> Seen:
    rows = [json.loads(line) for line in file.decode().splitlines()]
    return Seen(len(rows), list(strings(rows)), [])


def read_csv(file: bytes) -> Seen:
    rows = list(csv.reader(io.StringIO(file.decode(), newline="")))
    cells = [cell for row in rows[1:] for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert {len(row) for row in rows} == {len(rows[0])}
    return Seen(len(rows) - 1, cells, [])


def read_ics(file: bytes) -> Seen:
    assert all(len(line) <= 75 for line in file.split(b"\r\n")) and b"\n" not in file.replace(b"\r\n", b"")
    events = icalendar.Calendar.from_ical(file).walk("VEVENT")
    texts = [str(event[name]) for event in events for name in ("SUMMARY", "DESCRIPTION", "LOCATION") if name in event]
    return Seen(len(events), texts, [str(event["URL"]) for event in events if "URL" in event])


def read_atom(file: bytes) -> Seen:
    etree.fromstring(file)
    feed = feedparser.parse(file)
    assert not feed.bozo
    texts = [text for one in feed.entries for text in (one.title, one.content[0].value, one.author)]
    return Seen(len(feed.entries), texts, [link.href for one in feed.entries for link in one.get("links", ())])


def read_jsonfeed(file: bytes) -> Seen:
    feed = json.loads(file)
    links = [one[name] for one in feed["items"] for name in ("url", "external_url") if name in one]
    return Seen(len(feed["items"]), list(strings(feed)), links)


def read_parquet(file: bytes) -> Seen:
    rows = pyarrow.parquet.read_table(io.BytesIO(file)).to_pylist()
    return Seen(len(rows), list(strings(rows)), [])


class Html(HTMLParser):
    """What a browser would make of markup."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"href", "rel"}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read_timelinejs(file: bytes) -> Seen:
    slides = json.loads(file)["events"]
    parts = [one["text"][name] for one in slides for name in ("headline", "text")]
    parts += [one[name] for one in slides for name in ("display_date", "group")]
    pages = [Html(part) for part in parts]
    assert {tag for page in pages for tag in page.tags} <= {"blockquote", "p", "ul", "li", "a"}
    texts = ["".join(page.texts) for page in pages]
    return Seen(len(slides), texts, [link for page in pages for link in page.links])


def read_graphml(file: bytes) -> Seen:
    etree.fromstring(file)
    graph = networkx.read_graphml(io.BytesIO(file), force_multigraph=True)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    texts = [str(value) for *_, held in (*nodes, *edges) for value in held.values()]
    return Seen(len(edges), texts, [held["url"] for *_, held in edges if "url" in held])


def read_ftm(file: bytes) -> Seen:
    proxies = [model.get_proxy(json.loads(line)) for line in file.decode().splitlines()]
    values = [(prop.type.name, value) for proxy in proxies for prop, value in proxy.itervalues()]
    facts = {proxy.id for proxy in proxies if proxy.schema.name in ("Event", "Note", "Document", "Occupancy")}
    return Seen(len(facts), [value for _, value in values], [value for sort, value in values if sort == "url"])


def read_plover(file: bytes) -> Seen:
    rows = [json.loads(line) for line in file.decode().splitlines()]
    return Seen(len(rows), list(strings(rows)), [row["cite_info"]["url"] for row in rows if "url" in row["cite_info"]])


def read_jsonld(file: bytes) -> Seen:
    document = json.loads(file)
    known = ("urn:hoadam:", "http://", "https://")
    ids = [node["id"] for node in document["@graph"]]
    assert all(re.fullmatch(r"[!-~]+", one) for one in ids)
    facts = [node for node in document["@graph"] if "hoadam:Fact" in node["type"]]
    return Seen(len(facts), list(strings(document)), [one for one in ids if not one.startswith(known)])


def read_bibtex(file: bytes) -> Seen:
    library = parse_string(file.decode(), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == [] and len(library.blocks) == len(library.entries)
    fields = [field for one in library.entries for field in one.fields]
    links = [field.value for field in fields if field.key == "url"]
    return Seen(len(library.entries), [field.value for field in fields], links)


def read_csljson(file: bytes) -> Seen:
    items = json.loads(file)
    return Seen(len(items), list(strings(items)), [one["URL"] for one in items if "URL" in one])


READERS: dict[str, Callable[[bytes], Seen]] = {
    "jsonl": read_jsonl, "csv": read_csv, "ics": read_ics, "atom": read_atom, "jsonfeed": read_jsonfeed,
    "parquet": read_parquet, "timelinejs": read_timelinejs, "graphml": read_graphml, "ftm": read_ftm,
    "plover": read_plover, "jsonld": read_jsonld, "bibtex": read_bibtex, "csljson": read_csljson,
}  # fmt: skip
WHOLE = ("jsonl", "csv", "parquet", "plover", "csljson", "jsonfeed")  # for programs: what they hold stays as it is
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# How many records there are of ten facts: of calendars what has a place in them, of graphs the pairs that met.
RECORDS = {
    "jsonl": 8, "csv": 8, "parquet": 8, "ics": 2, "timelinejs": 6, "graphml": 2, "ftm": 9, "plover": 4,
    "bibtex": 1, "csljson": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return hostile_record(tmp_path_factory.mktemp("hostile") / "r.sqlite")


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_text(name: str, record: Record) -> None:
    seen = READERS[name](written(name, record))
    assert seen.records == RECORDS.get(name, 10)
    assert any(MARK in text for text in seen.texts)
    assert name in WHOLE or not any(OBEYED.search(text) for text in seen.texts)
    assert [link for link in seen.links if not link.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_rows_of_every_view_come_back(name: str, view: str, record: Record) -> None:
    seen = READERS[name](written(name, record, view))
    assert seen.records or view == "met"


def test_json_lines_lose_nothing(record: Record) -> None:
    assert HOSTILE in READERS["jsonl"](written("jsonl", record)).texts
