"""Feeds of changes: valid, the latest first, and an entry's id never comes to mean another state of its fact."""

import json
from pathlib import Path

import feedparser
from lxml import etree

from hoadam.interfaces.exports import Settings
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from hoadam.views.decide import reject
from tests.interfaces.exports.support import open_record, written
from tests.store.support import PLAN, article, plan_told, round_told

ATOM = "{http://www.w3.org/2005/Atom}"


def ids(record: Record) -> dict[str, str]:
    """The entries of the whole record: fact → id."""
    items = json.loads(written("jsonfeed", record))["items"]
    return {one["_hoadam"]["id"]: one["id"] for one in items}


def test_atom_has_what_the_standard_asks_for(tmp_path: Path) -> None:
    root = etree.fromstring(written("atom", open_record(tmp_path / "r.sqlite")))
    assert all(root.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))
    entries = root.findall(f"{ATOM}entry")
    for one in entries:
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated", "content"))
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == len(entries) == 9


def test_feedparser_reads_what_was_told(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    feed = feedparser.parse(written("atom", record, settings=Settings(page="https://desk.example/fact/{id}")))
    assert not feed.bozo and feed.version == "atom10"
    (due,) = record.deadlines()
    (one,) = (one for one in feed.entries if due.id in one.id)
    assert one.title.startswith("added: Deadline: ") and due.sentence in one.content[0].value
    links = {link.rel: link.href for link in one.links}
    assert links == {"alternate": f"https://desk.example/fact/{due.id}", "via": "https://songlam.example/b2"}
    assert one.author == "Tin Bến Nghé" and {"deadline", "added"} <= {tag.term for tag in one.tags}


def test_both_feeds_hold_the_same_entries_the_latest_first(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.sqlite")
    for one in (round_told(), plan_told()):
        record.store.add([one], "tests+1")
    atom = feedparser.parse(written("atom", record))
    items = json.loads(written("jsonfeed", record))["items"]
    assert [one.id for one in atom.entries] == [one["id"] for one in items]
    assert [one["date_modified"] for one in items] == sorted((one["date_modified"] for one in items), reverse=True)
    assert items[0]["_hoadam"]["article"] == "b2" and items[-1]["_hoadam"]["article"] == "a1"


def test_json_feed_has_what_the_standard_asks_for(tmp_path: Path) -> None:
    settings = Settings(since="2000", feed="https://desk.example/changes.json")
    feed = json.loads(written("jsonfeed", open_record(tmp_path / "r.sqlite"), settings=settings))
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    assert feed["feed_url"] == settings.feed
    assert all(isinstance(one["id"], str) and one["content_text"] for one in feed["items"])


def test_an_id_stays_until_its_fact_changes(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    before = ids(record)
    assert ids(record) == before
    (due,) = record.deadlines()
    again = article("d4", PLAN, outlet="Bản Tin Đêm", published="2025-12-07T08:00:00+07:00")
    record.store.add([(again, plan_told()[1])], "tests+1")
    after = ids(record)
    assert after[due.id] != before[due.id]
    told_once = {fact for fact in before if before[fact] == after.get(fact)}
    assert told_once and due.id not in told_once


def test_what_is_withdrawn_is_an_entry(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    (due,) = record.deadlines()
    mark = Settings(since=record.history(due.id)[0].at)
    assert json.loads(written("jsonfeed", record, settings=mark))["items"] == []
    reject(record.store, due.id, "tests")
    (one,) = json.loads(written("jsonfeed", record, settings=mark))["items"]
    assert one["title"].startswith("withdrawn: ") and one["date_modified"] > one["date_published"]


def test_a_feed_without_entries_is_a_feed(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    nothing = Settings(since="2090")
    feed = feedparser.parse(written("atom", record, settings=nothing))
    assert not feed.bozo and feed.entries == [] and feed.feed.updated.startswith("1970")
    assert json.loads(written("jsonfeed", record, settings=nothing))["items"] == []


def test_feeds_of_a_filter_are_feeds_of_their_own(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    whole, one = (
        feedparser.parse(written("atom", record, None, filters)) for filters in (Filters(), Filters(party="RUS"))
    )
    assert whole.feed.id != one.feed.id and one.feed.title.endswith("RUS")
    assert 0 < len(one.entries) < len(whole.entries)
    assert feedparser.parse(written("atom", record, None, Filters(party="RUS"), Settings())).feed.id == one.feed.id
