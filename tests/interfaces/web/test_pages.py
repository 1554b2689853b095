"""The pages answer, in both languages, and say what is wrong."""

import re

import httpx
import pytest

from hoadam.interfaces.web.headers import HEADERS
from hoadam.interfaces.web.pages.questions import QUESTIONS

PAGES = ("/", *(f"/{view}" for view in QUESTIONS))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_in_both_languages(desk: str, path: str) -> None:
    for lang in ("vi", "en"):
        answer = httpx.get(desk + path, params={"lang": lang})
        assert answer.status_code == 200
        assert f'<html lang="{lang}"' in answer.text
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_head_of_a_page_is_that_of_the_page(desk: str) -> None:
    head = httpx.head(f"{desk}/meetings")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == httpx.get(f"{desk}/meetings").headers["etag"]


def test_every_fact_of_a_list_opens_on_its_sentence(desk: str) -> None:
    listed = httpx.get(f"{desk}/meetings").text
    facts = re.findall(r'<a class="evidence" href="(/fact/[^"]+)"', listed)
    assert facts
    for path in facts[:5]:
        answer = httpx.get(desk + path)
        assert answer.status_code == 200
        assert "<mark>" in answer.text
        part = httpx.get(desk + path, headers={"HX-Request": "true"}).text
        assert "<mark>" in part and "<html" not in part


def test_the_point_in_time_is_carried_on_by_every_link_to_a_fact(desk: str) -> None:
    listed = httpx.get(f"{desk}/timeline", params={"as_of": "2025-12-10"}).text
    assert all("as_of=2025-12-10" in path for path in re.findall(r'href="(/fact/[^"]+)"', listed))
    assert "2025-12-10" in listed


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/fact/zzz", 404),
        ("/meetings?party=zzzz", 404),
        ("/meetings?since=zz", 400),
        ("/timeline?limit=x", 400),
        ("/seen", 405),
    ],
)
def test_what_is_wrong_is_a_page_too(desk: str, path: str, status: int) -> None:
    answer = httpx.get(desk + path)
    assert answer.status_code == status
    assert "<h1>" in answer.text and "Traceback" not in answer.text


def test_only_known_hosts_are_answered(desk: str) -> None:
    assert httpx.get(desk, headers={"host": "evil.example"}).status_code == 400


def test_a_form_sent_from_another_site_is_refused(desk: str) -> None:
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert httpx.post(f"{desk}/choices", data={"lang": "en"}, headers=headers).status_code == 403
    kept = httpx.post(f"{desk}/choices", data={"lang": "en", "back": "//evil.example"}, headers={"origin": desk})
    assert kept.status_code == 303 and kept.headers["location"] == "/"
    assert "lang=en" in kept.headers["set-cookie"]


def test_the_visit_is_remembered(desk: str) -> None:
    with httpx.Client(base_url=desk) as browser:
        assert browser.get("/").status_code == 200
        assert browser.post("/seen").status_code == 303
        assert 'class="fact' not in browser.get("/").text
