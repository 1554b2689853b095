"""Adding a text or an address at the desk: facts to look at, mended, kept; nothing fetched that is not public."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import lxml.html
import pytest

from hoadam import Record
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.fetching import LARGEST, Unfetched, fetched
from tests.interfaces.web.support import served

# A round that nobody held; its gold stands in the test below.
LINES = (Path(__file__).parent / "added.txt").read_text(encoding="utf8").splitlines()
TITLE, BODY = LINES[0], "\n\n".join(line for line in LINES[1:] if line)
PAGE = f"<!doctype html><html lang=vi><head><title>{TITLE}</title></head><body><nav>menu</nav><article><h1>{TITLE}</h1>"
PAGE += "".join(f"<p>{line}</p>" for line in LINES[1:] if line) + "</article></body></html>"


class Site(BaseHTTPRequestHandler):
    """A site with an article, a loop, a heap and a picture."""

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("location", "/loop")
            self.end_headers()
            return
        kind = "image/png" if self.path == "/picture" else "text/html; charset=utf-8"
        body = b"x" * (LARGEST + 1) if self.path == "/heap" else PAGE.encode()
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[httpx.Client]:
    """A browser signed in at a desk over an empty record."""
    place = tmp_path / "own.sqlite"
    Record(place).close()
    token = Tokens(place).new("An")
    with (
        served(place, private=True) as address,
        httpx.Client(base_url=address, follow_redirects=True, timeout=60) as browser,
    ):
        browser.post("/sign-in", data={"token": token})
        yield browser


def fields(text: str) -> dict[str, str]:
    """The fields of the form of a page, as a browser would send them."""
    (form,) = lxml.html.fromstring(text).xpath("//form[@class='adding']")
    return {name: value or "" for name, value in form.form_values()}


def test_a_text_shows_its_facts_and_is_kept_as_mended(editor: httpx.Client) -> None:
    typed = {"outlet": "Bến Nước", "published": "2025-12-04T08:00:00+07:00", "title": TITLE, "text": BODY}
    page = editor.post("/add", data=typed)
    sent = fields(page.text)
    kinds = [name for name in sent if name.startswith("kind-")]
    assert len(kinds) >= 2 and editor.get("/api/v1/timeline").json()["rows"] == []
    meeting = next(name.removeprefix("kind-") for name in kinds if sent[name] == "meeting")
    sent[f"{meeting}-place"] = "Vienna, AUT"
    left_out = next(name.removeprefix("kind-") for name in kinds if sent[name] == "statement")
    del sent[f"keep-{left_out}"]
    kept = editor.post("/add/save", data=sent)
    assert kept.url.path.startswith("/article/")
    row = next(row for row in editor.get("/api/v1/meetings").json()["rows"] if row["status"] == "held")
    assert row["place"] == "Vienna, AUT" and row["corrected"] and row["outlet"] == "Bến Nước"
    assert len(editor.get("/api/v1/statements").json()["rows"]) == sum(sent[k] == "statement" for k in kinds) - 1


def test_an_address_is_fetched(editor: httpx.Client, site: str) -> None:
    sent = fields(editor.post("/add", data={"address": f"{site}/hoà-đàm"}).text)
    assert sent["title"] == TITLE and LINES[-1] in sent["text"] and sent["url"] == f"{site}/hoà-đàm"
    assert "menu" not in sent["text"] and any(value == "meeting" for value in sent.values())


@pytest.mark.parametrize("path", ["gone", "loop", "heap", "picture"])
def test_what_is_no_article_is_said(editor: httpx.Client, site: str, path: str) -> None:
    answer = editor.post("/add", data={"address": f"{site}/{path}"})
    assert answer.status_code == 422 and 'role="alert"' in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::1]:{port}/", "http://169.254.169.254/",
        "http://10.0.0.1/", "http://0.0.0.0:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "file:///etc/passwd",
        "http:///nowhere", "gopher://127.0.0.1/", "http://2130706433:{port}/",
    ],
)  # fmt: skip
def test_nothing_private_is_fetched(site: str, address: str) -> None:
    with pytest.raises(Unfetched):
        fetched(address.format(port=site.rpartition(":")[2]))


def test_an_empty_form_and_a_huge_one_are_refused(editor: httpx.Client) -> None:
    assert editor.post("/add", data={"text": " "}).status_code == 422
    assert editor.post("/add", data={"text": "a" * 2_100_000}).status_code == 413
    assert editor.post("/add", data={"text": "a", "published": "some day"}).status_code == 422
