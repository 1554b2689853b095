"""Hostile text in every field shows as text: on the pages in a real browser, in the API and files, in a terminal."""

import io
import json
from pathlib import Path
from urllib.parse import quote

import feedparser
import httpx
import icalendar
import pytest
from playwright.sync_api import Browser

from hoadam import Record
from hoadam.interfaces.cli import run
from hoadam.model.article import Article
from hoadam.views.decide import correct
from tests.interfaces.exports.support import HOSTILE, MARK, SCRIPT, hostile_record
from tests.interfaces.web.browsing import FILES, NARROW, routes, visitor

LONG = "Đ" * 10_000
ZALGO = "Z" + "\u0336\u0310\u0489" * 15
STRANGE = f"\U0001f469\u200d\U0001f4bb\u202egnp.exe\u2066 {ZALGO} <img src=x onerror=alert(2)> '\"`{{{{7*7}}}} {LONG}"
NAMED = ("/person/", "/party/")  # a name too long for an address is not found
ID = "h/2?x=<script>alert(3)</script>&#\u202e"
ATTACK = quote("\"'><script>alert(4)</script><svg onload=alert(5)>", safe="")
ASKED = (
    f"/search?q={ATTACK}", f"/person/{ATTACK}", f"/party/{ATTACK}", f"/issue/{ATTACK}", f"/process/{ATTACK}",
    f"/fact/{ATTACK}", f"/article/{ATTACK}", f"/meetings?party={ATTACK}", f"/timeline?since={ATTACK}",
    f"/claims?limit={ATTACK}", f"/coming?as_of={ATTACK}", f"/network?person={ATTACK}", f"/brief/{ATTACK}",
    f"/sign-in?back={ATTACK}", "/sign-in?back=javascript:alert(6)", f"/statements?lang={ATTACK}&x={ATTACK}",
)  # fmt: skip
HARM = """() => [
    ...[...document.querySelectorAll("script")].filter((one) => !one.src.startsWith(location.origin + "/static/")),
    ...document.querySelectorAll("main img, iframe, object, embed, base, style, [style], [srcdoc], meta[http-equiv]"),
    ...[...document.querySelectorAll("a[href]")].filter((one) => !/^https?:$/.test(new URL(one.href.baseVal ?? one.href,
        location.href).protocol)),
    ...[...document.querySelectorAll("*")].filter((one) => [...one.attributes].some((name) => /^on/i.test(name.name))),
].map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose every field is hostile, in one article made by hand and in one that was read."""
    path = tmp_path_factory.mktemp("hostile") / "record.sqlite"
    hostile_record(path).close()
    text = (
        f"{STRANGE}\n\nNgày 3/12/2025, Ngoại trưởng Mỹ Marco Rubio gặp Ngoại trưởng Ukraine Andrii Sybiha tại Geneva. "
        f"Ông Rubio nói cuộc gặp có ích, {STRANGE}."
    )
    with Record(path) as record:
        record.add([Article(ID, STRANGE, "2025-12-03", "vi", SCRIPT, STRANGE, text)])
        told = next(one for one in record.meetings() if one.article == ID)
        correct(record.store, told.id, f"place={STRANGE}", STRANGE, STRANGE)
    return path


@pytest.fixture(scope="module")
def addresses(place: Path) -> list[str]:
    """All pages without a name, those of all facts and of all that is named with hostile letters."""
    plain = [route for route in sorted(routes() - FILES.keys()) if "{" not in route]
    with Record(place, create=False) as record:
        facts = [one.id for one in record.timeline()]
        meetings, drafts = [one.id for one in record.meetings()], [one.id for one in record.drafts()]
        names = {one.person for one in record.people()}
    own = [f"/{sort}/{id_}" for sort, ids in (("meeting", meetings), ("draft", drafts)) for id_ in ids]
    named = [f"/{sort}/{quote(name, safe='')}" for name in sorted(names) for sort in ("person", "party")]
    pages = [
        "/process/russia-ukraine", "/brief/russia-ukraine?since=2025", "/issue/territory", f"/search?q={MARK}",
        "/search?q=Rubio", f"/article/{quote(ID, safe='')}", "/meetings?form=list", "/claims?form=list",
    ]  # fmt: skip
    return [*plain, *(f"/fact/{id_}" for id_ in facts), *(f"/correct/{id_}" for id_ in facts[:2]), *own, *named, *pages]


def test_no_page_runs_or_loads_what_a_record_says(
    browser: Browser, base: str, token: str, addresses: list[str]
) -> None:
    shown = 0
    with visitor(browser, base, "vi", token) as one:
        one.page.set_viewport_size({"width": NARROW, "height": 800})
        for path in addresses:
            assert one.open(path) in ((200, 404) if path.startswith(NAMED) else (200,)), path
            assert one.page.evaluate(HARM) == [], path
            wide, room = one.page.evaluate("(one => [one.scrollWidth, one.clientWidth])(document.scrollingElement)")
            assert wide <= room, path
            shown += MARK in one.page.content()
        assert [fault for fault in one.faults if "status of 404" not in fault] == [] and one.outside == []
    assert shown > 30


def test_no_page_runs_what_an_address_says(browser: Browser, base: str) -> None:
    with visitor(browser, base, "en") as one:
        for path in ASKED:
            assert one.open(path) < 500, path
            assert one.page.evaluate(HARM) == [], path
        assert [fault for fault in one.faults if not fault.startswith("Failed to load resource")] == []
        assert one.outside == []


def test_evidence_that_opens_over_a_page_is_text_too(browser: Browser, base: str) -> None:
    with visitor(browser, base, "vi") as one:
        one.open("/statements")
        for link in one.page.locator("main a.evidence").all():
            link.click()
            one.page.locator("dialog[open] mark").first.wait_for()
            assert one.page.evaluate(HARM) == []
            one.page.keyboard.press("Escape")
        assert one.faults == []


def test_the_api_and_the_files_hold_it_as_data(base: str) -> None:
    with httpx.Client(base_url=base, timeout=30) as client:
        for view in ("timeline", "meetings", "statements", "claims", "people"):
            answer = client.get(f"/api/v1/{view}")
            assert answer.headers["content-type"].startswith("application/json")
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert json.loads(answer.content)["rows"]
        assert not feedparser.parse(client.get("/feeds/changes.atom").content).bozo
        calendar = icalendar.Calendar.from_ical(client.get("/feeds/coming.ics").content)
        assert "forged" not in {str(event["UID"]) for event in calendar.walk("VEVENT")}
        table = client.get("/export/csv?view=claims")
        assert table.headers["content-disposition"].startswith("attachment")
        assert not any(line.startswith(("=", "+", "-", "@")) for line in io.StringIO(table.text))


@pytest.mark.parametrize(
    "words",
    [
        ["timeline"], ["meetings"], ["delegations"], ["people"], ["drafts"], ["positions"], ["statements"], ["claims"],
        ["appointments"], ["deadlines"], ["agreements"], ["changes", "--since", "2020"], ["search", MARK],
        ["brief", "russia-ukraine", "--since", "2025"], ["show", ID], ["revisions", ID], ["show", HOSTILE[:60]],
        ["timeline", "--person", STRANGE[:40]],
    ],
)  # fmt: skip
def test_a_terminal_is_told_nothing_to_do(place: Path, words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    run([*words, "--db", str(place)])
    out, err = capfd.readouterr()
    assert out + err
    assert [one for one in (out + err).replace("\n", "") if not one.isprintable()] == []


def test_what_became_of_a_hostile_fact_is_harmless_in_a_terminal(
    place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with Record(place, create=False) as record:
        ids = [one.id for one in record.meetings()]
    for id_ in ids:
        for command in ("show", "history"):
            assert run([command, id_, "--db", str(place)]) == 0
    out, err = capfd.readouterr()
    assert MARK in out
    assert [one for one in (out + err).replace("\n", "") if not one.isprintable()] == []
