"""Hostile text stays text in every format: nothing in it opens a record, an element, a formula or a link."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import feedparser
import icalendar
import pytest
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


READERS: dict[str, Callable[[bytes], Seen]] = {
    "jsonl": read_jsonl, "csv": read_csv, "ics": read_ics, "atom": read_atom, "jsonfeed": read_jsonfeed,
}  # fmt: skip
# How many records there are of ten facts; formats not named here have one for each.
RECORDS = {"ics": 2, "jsonl": 8, "csv": 8}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return hostile_record(tmp_path_factory.mktemp("hostile") / "r.sqlite")


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_text(name: str, record: Record) -> None:
    seen = READERS[name](written(name, record))
    assert seen.records == RECORDS.get(name, 10)
    assert any(MARK in text for text in seen.texts)
    assert [link for link in seen.links if not link.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_rows_of_every_view_come_back(name: str, view: str, record: Record) -> None:
    seen = READERS[name](written(name, record, view))
    assert seen.records or view == "met"


def test_json_lines_lose_nothing(record: Record) -> None:
    assert HOSTILE in READERS["jsonl"](written("jsonl", record)).texts
