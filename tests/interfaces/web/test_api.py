"""The API: rows as JSON and CSV, pages, ETags, one shape of error, writing with a token, a true description."""

import csv
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_spec_validator import validate

from hoadam import Record
from hoadam.interfaces.output import headings
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.api.asking import VIEWS
from hoadam.interfaces.web.api.rows import page_of
from tests.interfaces.web.support import served

PROBLEM = {"type", "title", "status", "detail", "near"}


@pytest.fixture
def own(samples_record: Path, tmp_path: Path) -> Iterator[tuple[str, str, Path]]:
    """The API over a record of one's own, a token for it, and its file."""
    place = Path(shutil.copy(samples_record, tmp_path / "own.sqlite"))
    token = Tokens(place).new("tester")
    with served(place) as address:
        yield f"{address}/api/v1", token, place


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_answers_as_it_is_described(desk: str, view: str) -> None:
    body = httpx.get(f"{desk}/api/v1/{view}", params={"limit": 5}).json()
    page_of(VIEWS[view]).model_validate(body)
    assert 0 < len(body["rows"]) <= 5
    text = httpx.get(f"{desk}/api/v1/{view}", params={"limit": 5, "format": "csv"}).text
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == headings(VIEWS[view]) and len(rows) == len(body["rows"]) + 1


def test_the_pages_of_a_view_are_all_its_rows(desk: str, samples_record: Path) -> None:
    with Record(samples_record) as record:
        expected = [one.id for one in record.statements()]
    found: list[str] = []
    path: str | None = "/api/v1/statements?limit=70"
    while path:
        body: dict[str, Any] = httpx.get(desk + path).json()
        found = [row["id"] for row in body["rows"]] + found
        path = body["next"]
    assert found == expected


def test_an_answer_that_is_held_already_is_not_sent_again(desk: str) -> None:
    first = httpx.get(f"{desk}/api/v1/drafts")
    again = httpx.get(f"{desk}/api/v1/drafts", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.get(f"{desk}/api/v1/drafts", params={"limit": 1}).headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nowhere", 404), ("meetings?party=zzzz", 404), ("meetings?limit=0", 422), ("meetings?colour=red", 422),
        ("facts/m00000000000000000000", 404), ("facts/x", 422), ("timeline?since=2025-02-29", 400), ("judgements", 405),
    ],
)  # fmt: skip
def test_every_error_has_one_shape(desk: str, path: str, status: int) -> None:
    answer = httpx.get(f"{desk}/api/v1/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == PROBLEM and answer.json()["status"] == status


def test_an_unknown_name_brings_the_nearest(desk: str) -> None:
    assert "Marco Rubio" in str(
        httpx.get(f"{desk}/api/v1/statements", params={"person": "Marco Rubbio"}).json()["near"]
    )


def test_writing_needs_a_token_and_bears_its_name(own: tuple[str, str, Path]) -> None:
    api, token, _ = own
    fact = httpx.get(f"{api}/meetings", params={"limit": 1}).json()["rows"][0]
    change = {"slot": "place", "value": "Geneva, CHE", "reason": "the communique says so"}
    for headers in ({}, {"authorization": "Bearer wrong"}):
        answer = httpx.post(f"{api}/facts/{fact['id']}/corrections", json=change, headers=headers)
        assert answer.status_code == 401 and set(answer.json()) == PROBLEM
        assert answer.headers["www-authenticate"] == "Bearer"
    with httpx.Client(base_url=api, headers={"authorization": f"Bearer {token}"}) as writer:
        kept = writer.post(f"/facts/{fact['id']}/corrections", json=change)
        assert kept.status_code == 201 and kept.json()["author"] == "tester"
        assert writer.get(f"/facts/{fact['id']}").json()["place"] == "Geneva, CHE"
        assert writer.post(f"/acts/{kept.json()['id']}/undoings", json={}).status_code == 201
        assert writer.get(f"/facts/{fact['id']}").json()["place"] == fact["place"]
        assert writer.post(f"/acts/{kept.json()['id']}/undoings", json={}).status_code == 409
        wrong = {**change, "slot": "quantity"}
        assert writer.post(f"/facts/{fact['id']}/corrections", json=wrong).status_code == 409


def test_tokens_are_kept_as_hashes_and_can_be_revoked(own: tuple[str, str, Path]) -> None:
    api, token, place = own
    tokens = Tokens(place)
    assert token not in tokens.file.read_text(encoding="utf8")
    assert tokens.file.stat().st_mode & 0o077 == 0
    assert tokens.owner(token) == "tester" and tokens.owner(token + "x") is None
    tokens.revoke("tester")
    answer = httpx.post(f"{api}/judgements", json={}, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code in (401, 422) and tokens.owner(token) is None


def test_the_description_is_openapi(desk: str) -> None:
    described = httpx.get(f"{desk}/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    validate(described)


@pytest.mark.parametrize(
    "phases",
    [
        ("coverage", "--include-operation-id", "timeline", "--include-operation-id", "article"),
        ("fuzzing,stateful", "--max-examples", "4"),
    ],
)
def test_schemathesis_finds_no_fault(own: tuple[str, str, Path], tmp_path: Path, phases: tuple[str, ...]) -> None:
    api, token, _ = own
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{api}/openapi.json", "--seed", "20251203",
        "-H", f"Authorization: Bearer {token}", "--phases", *phases,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
    assert re.search(r"Tested: \d", done.stdout)
