"""Files and feeds as a browser, a feed reader and a calendar get them."""

import csv
import io

import feedparser
import httpx
import icalendar
import pytest

from hoadam.interfaces.exports import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_served(desk: str, name: str) -> None:
    answer = httpx.get(f"{desk}/export/{name}", timeout=60)
    assert answer.status_code == 200 and answer.content
    assert answer.headers["content-disposition"].startswith("attachment")
    again = httpx.get(f"{desk}/export/{name}", headers={"if-none-match": answer.headers["etag"]}, timeout=60)
    assert again.status_code == 304


def test_a_file_holds_what_the_page_shows(desk: str) -> None:
    asked = {"view": "claims", "party": "RUS", "as_of": "2025-12-12"}
    rows = list(csv.DictReader(io.StringIO(httpx.get(f"{desk}/export/csv", params=asked).text)))
    shown = httpx.get(f"{desk}/claims", params={**asked, "limit": "500", "form": "list"}).text
    assert rows and all(f"/fact/{row['id']}" in shown for row in rows)
    assert shown.count('<article class="fact') == len(rows)


@pytest.mark.parametrize("path", ["changes", "process/russia-ukraine", "person/Marco%20Rubio"])
def test_feeds_of_what_is_new(desk: str, path: str) -> None:
    read = feedparser.parse(httpx.get(f"{desk}/feeds/{path}.atom").content)
    assert not read.bozo and read.entries
    assert all(entry.link.startswith(f"{desk}/fact/") for entry in read.entries)
    assert httpx.get(f"{desk}/feeds/{path}.json").json()["version"].startswith("https://jsonfeed.org/version/1")


def test_the_calendar_can_be_subscribed_to(desk: str) -> None:
    answer = httpx.get(f"{desk}/feeds/coming.ics", params={"process": "russia-ukraine"})
    assert answer.headers["content-type"].startswith("text/calendar")
    assert icalendar.Calendar.from_ical(answer.text).events


@pytest.mark.parametrize("path", ["export/nothing", "export/ics?view=claims", "feeds/changes.rss"])
def test_what_no_format_gives_is_said(desk: str, path: str) -> None:
    assert httpx.get(f"{desk}/{path}").status_code in (400, 404)
