"""What stands above the lists, the pages of people, networks and things to come; and a picture under a mouse."""

import re

import httpx
import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"


def asked(desk: str, path: str, **params: str) -> str:
    answer = httpx.get(desk + path, params={"lang": "en", **params})
    assert answer.status_code == 200
    assert "style=" not in answer.text
    return answer.text


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("/timeline", "pic-timeline"),
        ("/drafts", "pic-lineage"),
        ("/claims", "pic-claims"),
        ("/claims", 'class="sides"'),
        ("/positions", 'class="grid"'),
        ("/meetings", 'class="faces"'),
    ],
)
def test_answers_that_are_more_than_a_list(desk: str, path: str, holds: str) -> None:
    assert holds in asked(desk, path)
    listed = asked(desk, path, form="list")
    assert holds not in listed and '<article class="fact' in listed


def test_a_second_page_has_no_picture(desk: str) -> None:
    assert "pic-timeline" not in asked(desk, "/timeline", offset="20")
    assert 'class="grid"' not in asked(desk, "/positions", offset="5")


def test_pictures_follow_the_filters(desk: str) -> None:
    page = asked(desk, "/drafts", as_of="2025-11-25")
    assert "28 points" in page and "20 points" not in page
    assert "/picture/lineage.svg?as_of=2025-11-25" in page


def test_each_stance_opens_its_sentences(desk: str) -> None:
    page = asked(desk, "/positions", process="russia-ukraine")
    stances = re.findall(r'class="evidence turn stance-(\w+)[^"]*" href="(/fact/[^"]+)"', page)
    assert {stance for stance, _ in stances} >= {"demands", "offers", "rejects"}
    for stance, path in stances[:5]:
        assert stance in httpx.get(desk + path, params={"lang": "en"}).text


def test_people_come_with_offices_and_company(desk: str) -> None:
    page = asked(desk, "/people")
    names = re.findall(r'<h2><a href="/person/[^"]*">([^<]+)</a></h2>', page)
    counts = [int(count) for count in re.findall(r'<span class="count">(\d+) facts', page)]
    assert names[0] == "Volodymyr Zelenskyy" and counts == sorted(counts, reverse=True)
    second = asked(desk, "/people", limit="5", offset="5")
    assert re.findall(r'<h2><a href="/person/[^"]*">([^<]+)</a></h2>', second) == names[5:10]


def test_a_network_names_everybody_of_its_pairs(desk: str) -> None:
    page = asked(desk, "/network", process="russia-ukraine")
    table = page[page.index('id="network-data"') :]
    assert table.count("<tr>") > 10 and "Steve Witkoff" in table
    assert httpx.get(f"{desk}/network", params={"person": "zzzz"}).status_code == 404


def test_what_is_coming_is_seen_from_a_day(desk: str) -> None:
    now, then = (asked(desk, "/coming", **params) for params in ({}, {"as_of": "2025-12-24"}))
    assert "31 Dec 2025" in now and "24 Dec 2025" in then
    assert 'class="ahead"' in now and 'class="ahead"' in then
    assert '/feeds/coming.ics?as_of=2025-12-24"' in then
    assert set(re.findall(r'data-fact="(\w+)"', now)) != set(re.findall(r'data-fact="(\w+)"', then))
    assert 'class="nothing"' in asked(desk, "/coming", since="2031-01-01")


def test_a_mark_in_a_picture_opens_its_sentence_and_wide_pictures_scroll_in_their_frame(desk: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 844}, locale="vi")
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{desk}/process/russia-ukraine")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        frame = page.locator("figure.picture .scroll").first
        assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
        page.locator(".pic-timeline .kind-deadline a.evidence").first.click()
        page.locator("dialog[open] mark").first.wait_for()
        assert not faults
        browser.close()
