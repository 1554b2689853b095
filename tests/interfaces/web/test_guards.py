"""What somebody may send to do harm, or by mistake: answered with a page, never with a fault."""

import asyncio
import base64
import http.client
import json
import os
import shutil
import socket
import sqlite3
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from hoadam import Record
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.bounds import LARGEST
from hoadam.interfaces.web.fetching import Unfetched, fetched, public
from hoadam.interfaces.web.headers import HEADERS, holds
from hoadam.interfaces.web.kept import Keeping
from hoadam.interfaces.web.pages.choices import local
from tests.interfaces.web.support import served

EMPTY = (
    "/", "/about", "/processes", "/timeline", "/meetings", "/delegations", "/drafts", "/positions", "/statements",
    "/claims", "/appointments", "/deadlines", "/agreements", "/people", "/network", "/coming", "/search?q=a", "/saved",
    "/choices", "/picture/timeline.svg", "/picture/matrix.png", "/feeds/changes.atom", "/feeds/coming.ics",
    "/export/csv?view=meetings", "/issue/territory", "/api/v1/meetings",
)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/?path=x", 200),
        ("/meetings?path=x&limit=3&self=1", 200),
        ("/sign-in?back=//[x", 200),
        ("/timeline?known_at=0001-01-01T00:00:00%2B14:00", 400),
        ("/timeline?known_at=9999-12-31T23:59:59-14:00", 400),
        ("//evil.example/", 404),
        ("/static/%00", 404),
        ("/person/%ED%A0%80", 404),
        ("/meetings?offset=999999999", 200),
        (f"/search?q={'%22' * 300}", 200),
    ],
)
def test_no_address_is_a_fault(desk: str, path: str, status: int) -> None:
    parts = urlsplit(desk)
    door = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    door.putrequest("GET", path)
    door.endheaders()
    answer = door.getresponse()
    words = answer.read().decode()
    door.close()
    assert (answer.status, "<h1" in words, 'href="//' in words or 'action="//' in words) == (status, True, False)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_form_of_another_shape_is_a_page(desk: str) -> None:
    for path in ("/saved", "/choices/spelling"):
        answer = httpx.post(desk + path, data={"a": "1"})
        assert answer.status_code == 422 and "<h1>Không thực hiện được" in answer.text


@pytest.mark.parametrize("origin", ["null", "http://[", "https://evil.example", "//127.0.0.1"])
def test_forms_of_other_origins_are_refused_in_the_readers_language(desk: str, origin: str) -> None:
    answer = httpx.post(f"{desk}/seen", headers={"origin": origin})
    assert answer.status_code == 403 and "gửi từ một trang khác" in answer.text and "set-cookie" not in answer.headers
    assert httpx.post(f"{desk}/seen", headers={"origin": desk}).status_code == 303


def test_too_large_a_body_is_refused_unread_to_anybody(desk: str) -> None:
    large = b"a=" + b"x" * LARGEST
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert httpx.post(f"{desk}/choices", content=large, headers=form).status_code == 413
    pieces = (large[at : at + 65536] for at in range(0, len(large), 65536))  # which do not say how many they are
    for body in (large, pieces):
        judged = httpx.post(f"{desk}/api/v1/judgements", content=body, headers={"content-type": "application/json"})
        assert (judged.status_code, judged.headers["content-type"]) == (413, "application/problem+json")


@pytest.mark.parametrize(
    "rows", ["[" * 9000, '{"a": 1}', "7", '[{"name": "x", "address": "//[", "looked": "x"}]', '[{"name": 1}]',
             json.dumps([{"name": "\ud800", "address": "/meetings?a=\ud800", "looked": "9999-12-31T23:59:59-14:00"}]),
             json.dumps([{"name": "<i>", "address": "javascript:alert(1)", "looked": "2025"}])],
)  # fmt: skip
def test_a_cookie_written_by_hand_breaks_nothing(desk: str, rows: str) -> None:
    made = base64.urlsafe_b64encode(rows.encode()).decode()
    answer = httpx.get(f"{desk}/saved", cookies={"saved": made, "spelling": made, "seen": rows[:40].replace('"', "")})
    assert answer.status_code == 200 and "<i>" not in answer.text
    assert httpx.get(desk, cookies={"seen": "0001-01-01T00:00:00+14:00"}).status_code == 200


def test_no_way_back_leads_elsewhere() -> None:
    foreign = ("//evil", "/\\evil", "https://evil", "javascript:x", "//[", "\t//evil", "/\n/evil", "", "evil")
    assert {local(one) for one in foreign} == {"/"}
    assert local("/meetings?party=UKR") == "/meetings?party=UKR"


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "224.0.0.1",
                "169.254.169.254", "fe80::1%eth0", "fec0::1", "ff02::1", "2001::1", "0.0.0.0", "100.64.0.1"],
)  # fmt: skip
def test_no_address_of_a_network_of_ours_is_public(address: str) -> None:
    assert not public(address)
    assert public("1.1.1.1") and public("2606:4700::1111")


@pytest.mark.parametrize(
    "address", ["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://[",
                "http://a:b@example.org/", "file:///etc/passwd", "http://127.1:99999/", "http://", "gopher://x/"],
)  # fmt: skip
def test_no_spelling_of_an_address_leads_here(address: str) -> None:
    with pytest.raises(Unfetched):
        fetched(address)


def test_what_one_asker_holds_is_not_answered_to_another() -> None:
    """Two ask at once, one of whom has the page: the other gets all of it."""
    asked: list[Scope] = []

    async def app(scope: Scope, _: Receive, send: Send) -> None:
        asked.append(scope)
        await asyncio.sleep(0.05)
        held = any(name == b"if-none-match" for name, _ in scope["headers"])
        tag = [(b"etag", b'"a"'), (b"content-length", b"0" if held else b"4")]
        await send({"type": "http.response.start", "status": 304 if held else 200, "headers": tag})
        await send({"type": "http.response.body", "body": b"" if held else b"page"})

    keeping = Keeping(app, Path("none"))

    async def ask(*headers: tuple[bytes, bytes]) -> tuple[int, bytes]:
        sent = []

        async def send(message: dict[str, object]) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "scheme": "http", "path": "/x", "query_string": b"",
                 "headers": list(headers)}  # fmt: skip
        await keeping(scope, None, send)  # type: ignore[arg-type]
        return sent[0]["status"], sent[1]["body"]  # type: ignore[return-value]

    async def both() -> list[tuple[int, bytes]]:
        return list(await asyncio.gather(ask((b"if-none-match", b'W/"a", "b"')), ask()))

    assert asyncio.run(both()) == [(304, b""), (200, b"page")] and len(asked) == 1
    asyncio.run(ask((b"cookie", b"lang=vi"), (b"cookie", b"token=t")))  # a second header of cookies counts too
    assert len(asked) == 2 and len(keeping.pages) == 1


def test_an_etag_is_known_among_others() -> None:
    assert holds('"a", W/"b"', '"b"') and holds("*", '"b"') and not holds("", '"b"') and not holds('"ab"', '"b"')


def test_a_fresh_record_has_every_page(tmp_path: Path) -> None:
    place = tmp_path / "new.sqlite"
    Record(place).close()
    with served(place) as address:
        for path in EMPTY:
            for lang in ("vi", "en"):
                answer = httpx.get(address + path, headers={"accept-language": lang})
                assert answer.status_code == 200, path


def test_a_record_that_is_no_record_is_said_without_its_place(samples_record: Path, tmp_path: Path) -> None:
    for number, words in enumerate((None, b"no record at all" * 400)):
        place = tmp_path / f"{number}.sqlite"
        if words:
            place.write_bytes(words)
        with served(place) as address:
            answer = httpx.get(f"{address}/meetings")
            assert (
                answer.status_code == 503 and "Hiện chưa đọc được" in answer.text and str(tmp_path) not in answer.text
            )
            told = httpx.get(f"{address}/api/v1/meetings")
            assert told.status_code == 503 and str(tmp_path) not in told.text


def test_a_fault_of_ours_is_a_page_with_every_guard(samples_record: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(samples_record, tmp_path / "broken.sqlite"))
    with served(place) as address:
        with sqlite3.connect(place) as broken:
            broken.execute("DROP TABLE fact" if has(broken, "fact") else "DROP TABLE facts")
        answer = httpx.get(f"{address}/meetings")
        assert answer.status_code in (500, 503) and "<h1>" in answer.text and "sqlite" not in answer.text
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def has(base: sqlite3.Connection, table: str) -> bool:
    """Is there a table of this name?"""
    return bool(base.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchall())


def test_tokens_are_nobody_elses_to_read(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "record.sqlite")
    left = tmp_path / "record.sqlite.tokens.part"
    left.write_text("[]")
    os.chmod(left, 0o666)
    tokens.new("An")
    assert tokens.file.stat().st_mode & 0o777 == 0o600


def test_a_desk_answers_by_the_address_of_either_protocol(desk: str) -> None:
    port = urlsplit(desk).port
    assert httpx.get(desk, headers={"host": f"[::1]:{port}"}).status_code == 200
    with socket.create_connection(("127.0.0.1", port or 0), timeout=30) as line:
        line.sendall(b"GET /meetings HTTP/1.0\r\n\r\n")
        assert b" 400 " in line.recv(65536).partition(b"\r\n")[0]


def test_a_path_with_marks_of_an_address_stays_a_path(desk: str) -> None:
    answer = httpx.get(f"{desk}/person/{quote('A?b#c', safe='')}")
    assert answer.status_code == 404 and 'action="/person/A%3Fb%23c"' in answer.text
