"""The queue of doubts and what is decided there, with a token and never without."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hoadam import Record
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.accuracy import accuracy
from hoadam.views.review import WEIGHTS, review
from tests.interfaces.web.support import served


@pytest.fixture
def editor(samples_record: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    """A browser that has signed in at a desk over a record of its own."""
    place = Path(shutil.copy(samples_record, tmp_path / "own.sqlite"))
    token = Tokens(place).new("An")
    with served(place) as address, httpx.Client(base_url=address, follow_redirects=True, timeout=30) as browser:
        assert browser.get("/review").url.path == "/sign-in"
        wrong = browser.post("/sign-in", data={"token": "hoadam_wrong"})
        assert wrong.status_code == 401 and "token" not in browser.cookies
        page = browser.post("/sign-in", data={"token": token, "back": "/review"})
        assert page.url.path == "/review" and "An" in page.text
        yield browser


def ids(text: str) -> list[str]:
    return re.findall(r'id="q-(m[0-9a-f]+)"', text)


def test_the_queue_puts_the_least_certain_first(samples_record: Path) -> None:
    with Record(samples_record) as record:
        rows = review(record.store)
    weights = [row.weight for row in rows]
    assert weights == sorted(weights, reverse=True) and all(row.doubts for row in rows)
    words = {word for row in rows for word in row.doubts}
    assert "alike" in words and words <= set(WEIGHTS)


def test_what_is_accepted_leaves_the_queue_and_comes_back_when_undone(editor: httpx.Client) -> None:
    before = ids(editor.get("/review").text)
    after = editor.post("/decide", data={"verb": "accept", "id": before[0], "back": "/review"})
    assert after.url.path == "/review" and before[0] not in ids(after.text)
    (act, *_) = re.findall(r'value="(j\d+)"', after.text)
    assert ids(editor.post("/decide", data={"verb": "undo", "id": act}).text) == before


def test_a_fact_is_corrected_split_and_rejected(editor: httpx.Client) -> None:
    (fact, *_) = ids(editor.get("/review").text)
    page = editor.post(
        "/decide",
        data={"verb": "correct", "id": fact, "slot": "when", "value": "2025-12-03", "back": f"/correct/{fact}"},
    )
    assert page.status_code == 200 and "03/12/2025" in page.text and "An" in page.text
    refused = editor.post("/decide", data={"verb": "correct", "id": fact, "slot": "when", "value": "soon"})
    assert refused.status_code == 409
    gone = editor.post("/decide", data={"verb": "reject", "id": fact})
    assert fact not in ids(gone.text)


def test_two_facts_are_merged_and_taken_apart(editor: httpx.Client) -> None:
    rows = editor.get("/api/v1/claims", params={"limit": 2}).json()["rows"]
    one, other = (row["id"] for row in rows)
    assert editor.post("/decide", data={"verb": "same", "id": one, "other": other}).status_code == 200
    merged = editor.get(f"/api/v1/facts/{other}").json()
    assert len(merged["reports"]) == sum(row["reports"] for row in rows)
    reports = [report["id"] for report in merged["reports"]]
    assert editor.post("/decide", data={"verb": "apart", "id": reports[0], "other": reports[-1]}).status_code == 200
    assert len(editor.get(f"/api/v1/facts/{reports[-1]}").json()["reports"]) < len(reports)


@pytest.mark.parametrize("path", ["/review", "/correct/m00000000000000000000"])
def test_writing_pages_ask_for_a_token(desk: str, path: str) -> None:
    answer = httpx.get(desk + path)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/sign-in?back=%2F")


def test_a_decision_without_a_token_or_from_another_site_is_refused(desk: str, editor: httpx.Client) -> None:
    assert httpx.post(f"{desk}/decide", data={"verb": "reject", "id": "m0"}).status_code == 303
    forged = editor.post("/decide", data={"verb": "reject", "id": "m0"}, headers={"origin": "https://evil.example"})
    assert forged.status_code == 403


def test_signing_in_leads_nowhere_else(editor: httpx.Client) -> None:
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        form = editor.get("/sign-in", params={"back": back}).text.partition('action="/sign-in"')[2]
        assert '<input type="hidden" name="back" value="/">' in form


def test_about_tells_the_accuracy_that_the_gate_measured(desk: str) -> None:
    text = httpx.get(f"{desk}/about", params={"lang": "en"}).text
    for one in accuracy()["sets"]:
        assert f"{round(one['micro']['f1'] * 100, 1)} %" in text
