"""A real browser at the desk: what it sees, what it says is wrong, and an address for every kind of page."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, sync_playwright

from hoadam import Record
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.app import routers
from hoadam.interfaces.web.asked import segment
from hoadam.views import ShownFact

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NARROW, WIDE = 390, 1440
HEIGHT = 900
GRAVE = ("serious", "critical")
FILES = {  # routes whose answer is a file
    "/export/{name}": ("/export/csv?view=meetings",),
    "/feeds/changes.{ending}": ("/feeds/changes.atom", "/feeds/changes.json"),
    "/feeds/process/{name}.{ending}": ("/feeds/process/russia-ukraine.atom",),
    "/feeds/person/{name}.{ending}": ("/feeds/person/Marco%20Rubio.json",),
    "/feeds/coming.ics": ("/feeds/coming.ics",),
    "/picture/{name}.{form}": ("/picture/timeline.svg", "/picture/network.png"),
    "/brief/{process}/file/{form}": ("/brief/russia-ukraine/file/docx", "/brief/russia-ukraine/file/markdown"),
}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window; a test that wants it is skipped where there is none."""
    if not Path(CHROMIUM).exists():
        pytest.skip("no chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A browser's window at one desk; `faults` are complaints of pages, `outside` requests to other hosts."""

    context: BrowserContext
    page: Page
    base: str
    lang: str = ""
    faults: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down what goes wrong, and let nothing out."""
        self.page.on("console", lambda one: self.faults.append(one.text) if one.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("dialog", self.refuse)
        self.context.route("**/*", self.route)

    def refuse(self, dialog: Dialog) -> None:
        """No page of ours opens a dialog of the browser."""
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def route(self, route: Route) -> None:
        """Only requests to the desk go on."""
        if route.request.url.startswith((self.base + "/", "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def open(self, path: str) -> int:
        """Go to an address of the desk; its status."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        return answer.status


@contextmanager
def visitor(browser: Browser, base: str, lang: str, token: str = "", scripts: bool = True) -> Iterator[Visitor]:
    """A window of its own, in a language, signed in where a token is given."""
    context = browser.new_context(
        viewport={"width": WIDE, "height": HEIGHT}, locale=lang, color_scheme="light", java_script_enabled=scripts
    )
    if token:
        context.add_cookies([{"name": "token", "value": token, "url": base}])
    found = Visitor(context, context.new_page(), base)
    found.watch()
    yield found
    context.close()


def token_for(place: Path) -> str:
    """A token of a record."""
    return Tokens(place).new("An")


def routes() -> set[str]:
    """The paths of all pages and files of the desk, from its routers."""
    found = (route for router in routers("pages") for route in router.routes)
    return {route.path for route in found if isinstance(route, APIRoute) and "GET" in (route.methods or ())}


def pages(place: Path) -> dict[str, tuple[str, ...]]:
    """An address or more for each page that wants a name or an id, by its route; other pages are their own address."""
    with Record(place, create=False) as record:
        article = record.statements()[-1].article
        fact = max(record.timeline(), key=lambda one: (len(one.disputed), one.reports)).id
        against = next(
            (one.id for one in record.claims() if one.others and is_told(record, one.id)), record.claims()[-1].id
        )
        meeting = max(record.meetings(), key=lambda one: (len(one.history), one.reports)).id
        draft = max(record.drafts(), key=lambda one: bool(one.points)).id
        person = record.people()[0].person
        party = next(party for one in record.meetings() for party in one.parties)
        issue = next(iter(record.positions())).issue or "territory"
    return {
        "/fact/{id_}": (f"/fact/{fact}", f"/fact/{against}"),
        "/article/{id_:path}": (f"/article/{segment(article)}",),
        "/meeting/{id_}": (f"/meeting/{meeting}",),
        "/draft/{id_}": (f"/draft/{draft}",),
        "/correct/{id_}": (f"/correct/{fact}",),
        "/person/{name:path}": (f"/person/{segment(person)}", "/person/nobodyofthisname"),
        "/party/{name:path}": (f"/party/{segment(party)}",),
        "/issue/{name:path}": (f"/issue/{segment(issue)}",),
        "/process/{name}": ("/process/russia-ukraine",),
        "/brief/{process}": ("/brief/russia-ukraine?since=2025-12-10",),
        "/search": ("/search", "/search?q=dam+phan"),
        "/meetings": ("/meetings?limit=12", "/meetings?form=list&limit=6"),
        "/claims": ("/claims?limit=12", "/claims?form=list&limit=6"),
        "/network": ("/network", f"/network?person={segment(person)}"),
        "/timeline": ("/timeline?limit=12", "/timeline?as_of=2025-12-10&party=RUS&limit=5"),
    }


def is_told(record: Record, id_: str) -> bool:
    """Has the fact a page?"""
    return isinstance(record.show(id_), ShownFact)


@cache
def axe_source() -> str:
    """axe-core, from its package."""
    return Path(AXE_FILE_PATH).read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """The grave faults that axe-core finds, each with the first elements it is at."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(axe_source())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)")
    return [
        f"{one['id']} ({one['impact']}): {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in GRAVE
    ]


def words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+", text)}
