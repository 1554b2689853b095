"""Pages of one person, party, issue, meeting, draft: found by any form of a name, else near names are offered."""

import re
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from hoadam import Record
from hoadam.views import Filters
from hoadam.views.decide import same
from tests.interfaces.web.support import record_of_samples, served

HOSTILE = (
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "x" * 3000,
    "\x00",
    "a\r\nSet-Cookie: x=1",
    "%2e%2e",
    "' OR 1=1 --",
)


def headings(page: str) -> list[str]:
    """The second-level headings of a page, without their counts."""
    return [re.sub(r"\s*<.*", "", one, flags=re.S) for one in re.findall(r"<h2>(.*?)</h2>", page, re.S)]


@pytest.mark.parametrize(
    ("asked", "path"),
    [("person/Zelensky", "person/Volodymyr%20Zelenskyy"), ("person/tap can binh", "person/Xi%20Jinping"),
     ("party/ukraine", "party/UKR"), ("party/Nga", "party/RUS"), ("party/usa", "party/USA")],
)  # fmt: skip
def test_any_form_of_a_name_leads_to_its_page(desk: str, asked: str, path: str) -> None:
    answer = httpx.get(f"{desk}/{asked}", params={"as_of": "2025-12-20"})
    assert (answer.status_code, answer.headers["location"]) == (302, f"/{path}?as_of=2025-12-20")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("person/Trumq", "/person/Donald%20Trump"),
        ("party/Ukrane", "/party/Ukraine"),
        ("issue/teritory", "/issue/territory"),
    ],
)
def test_an_unknown_name_is_not_found_and_near_ones_are_offered(desk: str, asked: str, near: str) -> None:
    answer = httpx.get(f"{desk}/{asked}")
    assert answer.status_code == 404 and f'href="{near}"' in answer.text
    assert httpx.get(desk + near, follow_redirects=True).status_code == 200


@pytest.mark.parametrize("sort", ["person", "party", "issue", "meeting", "draft"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text_and_not_found(desk: str, sort: str, name: str) -> None:
    answer = httpx.get(f"{desk}/{sort}/{quote(name, safe='')}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text and "<h1>" in answer.text and "set-cookie" not in answer.headers


def test_a_person_has_offices_on_sentences_and_whom_they_met(desk: str) -> None:
    page = httpx.get(f"{desk}/person/Steve Witkoff", params={"lang": "en"}).text
    assert headings(page)[:4] == ["Offices, as told", "Whom they met", "What they said", "Lately"]
    assert "special envoy" in page and '<a href="/person/Rustem%20Umerov">' in page
    assert page.count("<mark>") > 10
    counted = re.search(r'href="(/meetings\?person=[^"]+)">Meetings <span class="count">(\d+)</span>', page)
    assert counted
    listed = httpx.get(desk + counted[1].replace("&amp;", "&"), params={"limit": 500, "person": "Steve Witkoff"}).text
    assert listed.count('<article class="fact ') == int(counted[2])


def test_a_party_stands_on_issues_and_claims_face_claims(desk: str) -> None:
    page = httpx.get(f"{desk}/party/UKR", params={"lang": "en"}).text
    assert {"Where it stands", "Meetings", "What it claims", "What is claimed of it", "Its people, as told"} <= set(
        headings(page)
    )
    assert '<a href="/issue/territory">' in page and '<a href="/person/Rustem%20Umerov">' in page
    made, against = page.split("What it claims</h2>")[1].split("What is claimed of it</h2>")
    assert "Ukraine</a></span>" in made and ">Russia</a>" in against


def test_an_issue_shows_each_party_on_its_sentences(desk: str) -> None:
    page = httpx.get(f"{desk}/issue/territory", params={"lang": "vi"}).text
    sides = page.split('<section class="stander">')[1:]
    assert len(sides) >= 3
    assert all("<mark>" in side and 'class="evidence"' in side for side in sides)


def test_a_meeting_seats_both_sides_and_tells_its_story(desk: str, samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        row = max(record.meetings(), key=lambda one: (len(one.delegations), len(one.history)))
    page = httpx.get(f"{desk}/meeting/{row.id}", params={"lang": "en"}).text
    assert page.count('<section class="side">') >= 2 and len(row.history) > 1
    assert page.split('class="stages"')[1].split("</ol>")[0].count("<li>") == len(row.history)
    for seat in row.delegations:
        assert all(one.person in page for one in seat.members)


def test_a_draft_shows_its_line_and_what_became_of_it(desk: str, samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        row = max(record.drafts(), key=lambda one: len(one.lineage))
    assert row.lineage == (28, 19, 20)
    page = httpx.get(f"{desk}/draft/{row.id}", params={"lang": "en"}).text
    line = page.split('<ol class="lineage">')[1].split("</ol>")[0]
    assert re.findall(r"of (\d+) points", line) == ["28", "19", "20"]
    for path in re.findall(r'href="([^"]+)"', line):
        assert httpx.get(desk + path).status_code == 200
    assert page.count('aria-current="true"') == 2  # in the line and among its events


def test_addresses_last(tmp_path: Path) -> None:
    place = record_of_samples(tmp_path / "record.sqlite")
    with Record(place) as record:
        first, second = [one.id for one in record.meetings() if one.when and one.parties == ("USA", "UKR")][:2]
        same(record.store, (first, second), "Lan")
        kept = record.show(first).account.id  # type: ignore[union-attr]
        lost = second if kept == first else first
        claim = record.claims()[0].id
    with served(place) as desk:
        moved = httpx.get(f"{desk}/meeting/{lost}", params={"as_of": "2026-01-01"})
        assert (moved.status_code, moved.headers["location"]) == (301, f"/meeting/{kept}?as_of=2026-01-01")
        other = httpx.get(f"{desk}/meeting/{claim}")
        assert (other.status_code, other.headers["location"]) == (302, f"/fact/{claim}")
        assert httpx.get(f"{desk}/draft/{kept}").headers["location"] == f"/fact/{kept}"


def test_as_of_a_day_only_what_was_published_shows(desk: str) -> None:
    then = httpx.get(f"{desk}/person/Donald Trump", params={"as_of": "2025-11-24", "lang": "en"}).text
    days = {int(day) for day, month in re.findall(r"<span>(\d+) (\w+) 2025", then) if month == "Nov"}
    assert days and max(days) <= 24 and " Dec 2025" not in then.split("<h1>")[1]
    links = re.findall(r'href="(/person/[^"]+)"', then.split("<h1>")[1])
    assert links and all("as_of=2025-11-24" in path for path in links)


def test_facts_are_counted_up_to_a_bound(samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        query = Filters(person="Donald Trump").query(record.store, "statement", people=("speaker",))
        every = record.store.count(query)
        assert [record.store.count(query, most) for most in (1, every, every + 5)] == [1, every, every] and every > 1
