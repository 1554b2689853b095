"""A record of samples as a static site: every link leads somewhere, nothing of the server is left, no text leaks."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from hoadam.interfaces.cli import main
from tests.interfaces.web.support import record_of_samples

SITE = "https://example.org/talks"
FORBIDDEN = ("/review", "/add", "/saved", "/sign-in", "/correct/", "/api/", 'method="post"', 'name="as_of"', "htmx")


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of_samples(tmp_path_factory.mktemp("publish") / "record.sqlite")


@pytest.fixture(scope="session")
def site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sites") / "talks"
    published(record, folder, "--url", SITE, "--limit", "60")
    return folder


def published(record: Path, folder: Path, *more: str) -> str:
    answer = CliRunner().invoke(main, ["publish", str(folder), "--db", str(record), *more], catch_exceptions=False)
    return answer.output


class Page(HTMLParser):
    """The addresses and ids of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids |= {held["id"] or ""} if "id" in held else set()
        self.addresses += [held[name] or "" for name in ("href", "src", "action") if name in held]


def pages(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.html"))


def test_every_link_leads_to_a_file_and_every_fragment_to_its_place(site: Path) -> None:
    held = {
        file.resolve(): Page(file) for file in pages(site) if "brief" not in file.parts or file.name == "index.html"
    }
    wrong, followed = [], 0
    for file, page in held.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https"):
                continue
            to = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            followed += 1
            inside = to.is_file() and to.is_relative_to(site.resolve()) and not address.startswith("/")
            if not inside or (parts.fragment and to in held and parts.fragment not in held[to].ids):
                wrong.append((str(file), address))
    assert followed > 1000 and wrong == []


def test_nothing_is_left_that_only_a_server_answers(site: Path) -> None:
    for file in pages(site):
        words = file.read_text(encoding="utf-8")
        assert [one for one in FORBIDDEN if one in words] == [], file


def test_two_languages_lead_to_each_other(site: Path) -> None:
    vietnamese, english = ((site / name / "people" / "index.html").read_text() for name in ("", "en"))
    assert 'lang="vi"' in vietnamese[:60] and 'href="../en/people/index.html"' in vietnamese
    assert 'lang="en"' in english[:60] and 'href="../../people/index.html"' in english
    assert len(list((site / "fact").iterdir())) == len(list((site / "en" / "fact").iterdir())) > 10


def test_feeds_lead_to_published_pages(site: Path) -> None:
    for folder in ("", "en/"):
        for name in ("changes.atom", "coming.ics"):
            words = (site / folder / "feeds" / name).read_text(encoding="utf-8").replace("\n ", "")
            led = set(re.findall(rf"{SITE}/({folder}fact/[\w.-]+/index\.html)", words))
            assert led and all((site / one).is_file() for one in led)
    assert f'href="{SITE}/en/feeds/changes.atom"' in (site / "en/feeds/changes.atom").read_text(encoding="utf-8")


def test_whole_texts_stay_with_their_outlets_unless_asked_for(record: Path, tmp_path: Path) -> None:
    for more, leaks in (((), False), (("--with-texts",), True)):
        folder = tmp_path / f"{leaks}"
        published(record, folder, "--lang", "vi", "--process", "gaza", *more, "--limit", "80")
        read = [file.read_text(encoding="utf-8") for file in (folder / "article").glob("*/index.html")]
        assert read
        assert all(("toàn văn" in one) is not leaks for one in read)
        assert any('class="part"' in one for one in read) is leaks
        assert not (folder / "en").exists()


def test_files_of_each_view(site: Path) -> None:
    for view in ("meetings", "statements", "claims"):
        rows = (site / "export" / "jsonl" / f"view-{view}.jsonl").read_text(encoding="utf-8").splitlines()
        assert rows and all("sentence" in json.loads(row) for row in rows)
        assert (site / "export" / "csv" / f"view-{view}.csv").read_bytes().count(b"\n") > len(rows)
    assert (site / "picture" / "timeline-process-russia-ukraine.svg").read_text().startswith("<svg")
    assert (site / "picture" / "timeline-process-russia-ukraine.png").read_bytes()[:4] == b"\x89PNG"


def test_the_same_bytes_again_in_the_place_of_the_old(record: Path, site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(site, folder)
    (folder / "stale.html").write_text("old")
    published(record, folder, "--url", SITE, "--limit", "60")
    assert digests(folder) == digests(site)
    assert [one.name for one in tmp_path.iterdir()] == ["again"]


def digests(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("held", ["notes.txt", "publication.json"])
def test_what_is_not_ours_stays(record: Path, tmp_path: Path, held: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / held).write_text('{"made_by": "me"}')
    answer = CliRunner().invoke(main, ["publish", str(tmp_path / "mine"), "--db", str(record)])
    assert answer.exit_code == 2 and "mine" in answer.output
    assert [one.name for one in (tmp_path / "mine").iterdir()] == [held]
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]


def test_one_negotiation_is_all_that_the_first_page_tells_of(record: Path, tmp_path: Path) -> None:
    published(record, tmp_path / "one", "--process", "Gaza", "--lang", "en", "--limit", "1")
    words = (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
    assert "<h2>" in words and "Russia–Ukraine <" not in words
    assert 'action="search/index.html"' in words
