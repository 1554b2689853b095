"""Every kind of page in real Chromium: in both languages, narrow and wide, light and dark, in print, by keyboard."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from hoadam.interfaces.web.pages.questions import QUESTIONS
from hoadam.interfaces.words import knowledge
from tests.interfaces.web.browsing import (
    FILES,
    HEIGHT,
    NARROW,
    WIDE,
    Visitor,
    axe,
    pages,
    routes,
    visitor,
    words,
)  # fmt: skip
from tests.interfaces.web.support import SAMPLES

INTERFACES = Path(__file__).parents[3] / "src" / "hoadam" / "interfaces"
ROUTES = sorted(routes() - FILES.keys())
MISSING = ("/nobodyofthisname",)  # addresses that answer 404 and say so
SAME = {"csv", "json", "svg", "png", "html", "docx", "markdown", "text", "atom", "feed", "icalendar", "openapi"}


@pytest.fixture(scope="module")
def place(samples_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(samples_record, tmp_path_factory.mktemp("browser") / "record.sqlite"))


@pytest.fixture(scope="module")
def addresses(place: Path) -> dict[str, tuple[str, ...]]:
    return pages(place)


@pytest.fixture(scope="module", params=("vi", "en"))
def here(request: pytest.FixtureRequest, browser: Browser, base: str, token: str) -> Iterator[Visitor]:
    with visitor(browser, base, request.param, token) as found:
        found.lang = request.param
        yield found


@pytest.fixture
def guest(browser: Browser, base: str) -> Iterator[Visitor]:
    with visitor(browser, base, "vi") as found:
        yield found


@pytest.fixture(scope="module")
def foreign(samples_record: Path) -> set[str]:
    """English words of the vocabulary and of the pages that no Vietnamese label and no sample dispatch has."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in (
        INTERFACES / "vocabulary.toml", INTERFACES / "messages.toml", INTERFACES / "web" / "texts.toml",
    )]  # fmt: skip
    english, vietnamese = set[str](), set[str]()
    for key, row in (pair for one in tables for pair in leaves(one)):
        english |= words(re.sub(r"\{\w+\}", "", row.get("en", key.rpartition(".")[2])))
        vietnamese |= words(row["vi"])
    told = words("\n".join(file.read_text("utf-8") for file in SAMPLES.rglob("*") if file.is_file()))
    return {word for word in english - vietnamese - told - SAME if len(word) > 1}


CODES = {code for code in knowledge().english if re.fullmatch("[A-Z]{3}", code)} - {"PNG"}  # a form of pictures


def leaves(table: dict[str, object]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a file of words with their keys."""
    for key, row in table.items():
        if isinstance(row, dict) and isinstance(row.get("vi"), str):
            yield key, row
        elif isinstance(row, dict):
            yield from leaves(row)


def test_every_route_that_wants_a_name_has_an_address_here(addresses: dict[str, tuple[str, ...]]) -> None:
    wanting = {route for route in ROUTES if "{" in route}
    assert wanting <= addresses.keys(), "a new page: give it an address in browsing.pages"
    assert addresses.keys() | FILES.keys() <= routes()
    assert {f"/{view}" for view in QUESTIONS} <= set(ROUTES)


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_is_as_it_should_be(
    here: Visitor, addresses: dict[str, tuple[str, ...]], foreign: set[str], route: str
) -> None:
    for path in addresses.get(route, (f"{route}?limit=12" if route.strip("/") in QUESTIONS else route,)):
        here.faults.clear()
        here.page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        missing = path.endswith(MISSING)
        assert here.open(path) == (404 if missing else 200)
        assert [one for one in here.faults if not (missing and "404" in one)] == [] and here.outside == []
        assert empty_headings(here.page) == [] and here.page.locator("h1").count() == 1
        assert here.page.evaluate("document.documentElement.lang") == here.lang
        text = visible(here.page)
        if here.lang == "vi":
            assert "None" not in words_as_they_stand(text)
            assert words(text) & foreign == set()
            assert [word for word in words_as_they_stand(text) if word in CODES] == []
        assert_it_fits(here.page, path)
        here.page.emulate_media(color_scheme="light" if here.lang == "vi" else "dark")
        assert axe(here.page) == []


def words_as_they_stand(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def visible(page: Page) -> str:
    """What a reader sees, without the words of articles and of names; what is behind a summary too, and hints."""
    text: str = page.evaluate("""() => {
        const copy = document.body.cloneNode(true);
        const quoted = "blockquote, q, code, kbd, textarea, script, [lang]:not(html), select[name=form]";
        copy.querySelectorAll(quoted).forEach(
            (one) => one.remove());
        const hints = [...copy.querySelectorAll("[title], [aria-label], [placeholder], [data-copied]")].flatMap(
            (one) => ["title", "aria-label", "placeholder"].map((name) => one.getAttribute(name) || ""));
        const said = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT), found = [];
        while (said.nextNode()) found.push(said.currentNode.textContent);
        return [...found, ...hints].join("\\n");
    }""")
    return text


def empty_headings(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, th, caption, legend, summary')]"
        ".filter((one) => !one.textContent.trim()).map((one) => one.outerHTML)"
    )
    return found


def assert_it_fits(page: Page, path: str) -> None:
    """No page scrolls sideways, narrow or wide."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wide, room = page.evaluate("(one => [one.scrollWidth, one.clientWidth])(document.scrollingElement)")
        assert wide <= room, f"{path} at {width}: {wide}"


@pytest.mark.parametrize("route", sorted(FILES))
def test_a_file_is_taken_away(base: str, route: str) -> None:
    for path in FILES[route]:
        answer = httpx.get(base + path, timeout=30)
        assert answer.status_code == 200 and answer.content


def test_print_leaves_out_what_paper_cannot_do(guest: Visitor, addresses: dict[str, tuple[str, ...]]) -> None:
    guest.page.emulate_media(media="print")
    for path in ("/", *addresses["/fact/{id_}"][:1], *addresses["/brief/{process}"], "/process/russia-ukraine"):
        guest.open(path)
        for gone in (".top", ".bottom", "dialog", ".filters"):
            assert not guest.page.locator(gone).first.is_visible()
        assert guest.page.locator("main h1").is_visible()
        assert guest.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert guest.page.pdf().startswith(b"%PDF")


def test_three_clicks_from_today_to_the_sentence_behind_a_claim(guest: Visitor) -> None:
    guest.open("/")
    guest.page.locator("nav a", has_text="Con số các bên").click()
    number = guest.page.locator("table.sides a.evidence").first
    said = number.inner_text().split()[-1]
    number.click()
    mark = guest.page.locator("dialog[open] mark").first
    mark.wait_for()
    assert said in guest.page.locator("dialog[open] h1").inner_text()
    sentence = mark.inner_text()
    guest.page.locator("dialog[open] .report .source a").first.click()
    guest.page.wait_for_url("**/article/**")
    assert sentence in " ".join(guest.page.locator("article.read").inner_text().split())
    assert guest.faults == []


def test_the_keyboard_moves_opens_copies_and_closes(guest: Visitor) -> None:
    guest.context.grant_permissions(["clipboard-read", "clipboard-write"])
    guest.open("/statements")
    keys, active = guest.page.keyboard, "document.activeElement.dataset.fact"
    facts = guest.page.evaluate("[...document.querySelectorAll('main .fact')].map((one) => one.dataset.fact)")
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        keys.press(key)
        assert guest.page.evaluate(active) == facts[place]
    keys.press("c")
    guest.page.locator("[role=status]", has_text="Đã chép").wait_for()
    copied = guest.page.evaluate("navigator.clipboard.readText()")
    assert copied == guest.page.evaluate("document.activeElement.dataset.copy") and " — " in copied
    keys.press("e")
    guest.page.locator("dialog[open] mark").first.wait_for()
    for _ in range(40):
        keys.press("Tab")
        assert guest.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    keys.press("Escape")
    assert not guest.page.locator("dialog").is_visible()
    assert guest.page.evaluate(active) == facts[1]
    keys.press("/")
    assert guest.page.evaluate("document.activeElement.name") == "q"
    keys.type("j")
    assert guest.page.evaluate("document.activeElement.value") == "j"
    assert guest.faults == []


REACHABLE = """[...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility() && !one.closest("dialog"))"""


@pytest.mark.parametrize("path", ["/meetings?limit=3", "/search?q=dam+phan", "/add"])
def test_tab_reaches_everything_and_shows_where_it_is(browser: Browser, base: str, token: str, path: str) -> None:
    with visitor(browser, base, "vi", token) as one:
        one.open(path)
        wanted = one.page.evaluate(f"{REACHABLE}.length")
        one.page.evaluate("window.reached = new Set()")
        for _ in range(wanted + 10):  # a date has a stop for each of its parts
            one.page.keyboard.press("Tab")
            outline = one.page.evaluate(
                "(one => { reached.add(one); const look = getComputedStyle(one);"
                " return one === document.body ? 'none here' : look.outlineStyle + look.outlineWidth; })"
                "(document.activeElement)"
            )
            assert outline == "none here" or outline not in ("none0px", "none3px")
        assert one.page.evaluate(f"{REACHABLE}.filter((one) => !reached.has(one)).map((one) => one.outerHTML)") == []


def test_without_scripts_a_link_leads_to_the_evidence(browser: Browser, base: str) -> None:
    with visitor(browser, base, "en", scripts=False) as one:
        one.open("/meetings")
        one.page.locator("main a.evidence").first.click()
        assert "/fact/" in one.page.url and one.page.locator("main mark").first.is_visible()
        one.page.locator(".report .source a").first.click()
        assert "/article/" in one.page.url and one.page.locator("main .mark").first.is_visible()
        one.page.locator(".find input").fill("dam phan")
        one.page.locator(".find input").press("Enter")
        assert one.page.locator(".hit mark").first.is_visible()
