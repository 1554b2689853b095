"""Saved questions: kept in the browser, marked for what is new in each, bounded, and never an address elsewhere."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from hoadam import Record
from hoadam.interfaces.web.saved import MOST, ROOM, Question, kept, packed
from hoadam.views import Filters

LONG_AGO = "2001-01-01T00:00:00Z"


def browser(desk: str, *questions: Question, cookie: str = "") -> httpx.Client:
    """A browser that keeps these questions."""
    english = {"accept-language": "en"}
    return httpx.Client(base_url=desk, headers=english, cookies={"saved": cookie or packed(questions) or ""})


def marks(page: str) -> list[str]:
    """The marks of a list of saved questions; empty for one without."""
    rows = re.findall(r"<li>\s*<form method=\"post\" action=\"/saved/open\">.*?</li>", page, re.S)
    return ["".join(re.findall(r'<span class="change">([^<]*)</span>', row)) for row in rows]


def test_every_page_of_a_question_can_be_saved_opened_and_forgotten(desk: str) -> None:
    for path in (
        "/statements?person=Marco%20Rubio",
        "/timeline",
        "/search?q=geneva",
        "/person/Marco%20Rubio",
        "/party/UKR",
        "/issue/territory",
    ):
        with httpx.Client(base_url=desk, headers={"accept-language": "en"}) as client:
            page = client.get(path).text
            name = re.search(r'<input name="name"[^>]*value="([^"]+)"', page)
            form = re.search(r'action="/saved">\s*<input type="hidden" name="address" value="([^"]+)"', page)
            assert name and form, path
            where = form[1].replace("&amp;", "&")
            assert client.post("/saved", data={"address": where, "name": name[1]}).headers["location"] == where
            assert "Saved</summary>" in client.get(path).text
            assert name[1] in client.get("/saved").text
            assert client.post("/saved/open", data={"address": where}).headers["location"] == where
            client.post("/saved/forget", data={"address": where})
            assert name[1] not in client.get("/saved").text.split("<h1>")[1].split("<footer")[0]


def test_the_mark_counts_what_is_new_and_goes_when_opened(desk: str, samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        claims = len(record.claims(Filters(party="Ukraine", process="russia-ukraine")))
        fact = record.meetings()[0].id
    questions = (
        Question("claims", "/claims?party=Ukraine&process=russia-ukraine", LONG_AGO),
        Question("all", "/timeline", LONG_AGO),
        Question("person", "/person/Marco%20Rubio", LONG_AGO), Question("one", f"/meeting/{fact}", LONG_AGO),
        Question("found", "/search?q=geneva", LONG_AGO), Question("nobody", "/person/Nobody%20Known", LONG_AGO),
    )  # fmt: skip
    with browser(desk, *questions) as client:
        found = marks(client.get("/saved").text)
        assert found[:2] == [f"{claims} new", "99+ new"] and found[3] == "1 new" and found[5] == ""
        assert int(found[2].split()[0]) > 1 and int(found[4].split()[0]) > 0
        assert "the record does not know it" in client.get("/saved").text
        client.post("/saved/open", data={"address": questions[0].address})
        assert marks(client.get("/saved").text)[:2] == ["", "99+ new"]


def test_there_is_room_for_so_many_and_no_more(desk: str) -> None:
    full = [Question(f"q{number}", f"/timeline?limit={number + 1}", LONG_AGO) for number in range(MOST)]
    with browser(desk, *full) as client:
        refused = client.post("/saved", data={"address": "/claims", "name": "one more"})
        assert refused.status_code == 409 and "no room" in refused.text
        client.post("/saved/forget", data={"address": full[0].address})
        assert client.post("/saved", data={"address": "/claims", "name": "one more"}).status_code == 303
    assert packed([Question("đ" * 80, "/x" * 150, LONG_AGO)] * 9) is None
    assert len(packed(full) or "x" * ROOM * 2) <= ROOM


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_only_addresses_of_the_desk_are_kept(desk: str, address: str) -> None:
    answer = httpx.post(f"{desk}/saved", data={"address": address, "name": "x"})
    assert answer.status_code in (303, 422) and answer.headers.get("location", "/") == "/"


@pytest.mark.parametrize(
    "rows",
    [None, 3, [], {}, [{"name": "x"}], [["a"]], [{"name": None, "address": "https://evil.example", "looked": "x"}]],
)
def test_a_cookie_written_by_hand_does_no_harm(desk: str, rows: Any) -> None:
    cookie = base64.urlsafe_b64encode(json.dumps(rows).encode()).decode()
    for words in (cookie, "%%%", "=====", "e30", cookie[:-3]):
        with browser(desk, cookie=words) as client:
            page = client.get("/saved")
            assert page.status_code == 200
    assert len(kept({"saved": cookie})) <= 1


def test_names_are_text(desk: str) -> None:
    with browser(desk, Question("<script>alert(1)</script>", '/timeline?q="><b>', LONG_AGO)) as client:
        page = client.get("/saved").text
    assert "<script>alert" not in page and "<b>" not in page


def test_another_site_cannot_save(desk: str) -> None:
    for path in ("", "/open", "/forget"):
        answer = httpx.post(f"{desk}/saved{path}", data={"address": "/"}, headers={"origin": "https://evil.example"})
        assert answer.status_code == 403
