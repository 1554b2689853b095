"""Pictures are well-formed, escaped, the same each time, and hold all their data as a table."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hoadam import Record
from hoadam.interfaces.messages import LANGUAGES, choose
from hoadam.interfaces.web.drawing import DRAWN
from hoadam.interfaces.web.pictures.claims import claims
from hoadam.interfaces.web.pictures.lineage import lineage, plans
from hoadam.interfaces.web.pictures.matrix import grid, matrix
from hoadam.interfaces.web.pictures.network import network, network_picture
from hoadam.interfaces.web.pictures.picture import Picture, nowhere, style
from hoadam.interfaces.web.pictures.svg import cut, room
from hoadam.interfaces.web.pictures.timeline import LEFT, RIGHT, timeline
from hoadam.views import Filters

NAMESPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script> \"quoted\" 'and' & \x00\x1b]]>"


@pytest.fixture(scope="module")
def record(samples_record: Path) -> Iterator[Record]:
    with Record(samples_record, create=False) as opened:
        yield opened


def parsed(picture: Picture) -> list[ET.Element]:
    """Both forms of a picture, read by an XML parser."""
    return [ET.fromstring(picture.inline()), ET.fromstring(picture.file())]


def texts(tree: ET.Element) -> str:
    return " ".join("".join(one.itertext()) for one in tree.iter())


def event(**held: Any) -> dict[str, Any]:
    """A row of the chart."""
    row = {
        "id": "m1", "kind": "meeting", "when": "2025-12-01", "low": "2025-12-01", "high": "2025-12-01",
        "derived": False, "published": "2025-12-02T10:00:00+07:00", "named": True, "speaker": None,
        "slots": {"form": "talks", "status": "held", "parties": ["USA", "UKR"], "people": [], "place": "Miami, USA"},
    }  # fmt: skip
    return {**row, **held}


def draft(**held: Any) -> dict[str, Any]:
    row = {
        "id": "d1", "when": "2025-11-20", "published": "2025-11-21", "author": "USA", "event": "proposed",
        "points": 28, "was_points": None, "by": None, "to": None, "done": "done", "place": None, "follows": [],
        "processes": ["russia-ukraine"],
    }  # fmt: skip
    return {**row, **held}


def claim(**held: Any) -> dict[str, Any]:
    row = {
        "id": "c1", "when": "2025-12-01", "published": "2025-12-02", "claimant": "RUS", "act": "shot-down",
        "quantity": 91, "bound": "exact", "object": "drones", "of": None, "place": None, "period": None, "others": [],
    }  # fmt: skip
    return {**row, **held}


def pair(one: str, other: str, meetings: int = 1) -> dict[str, Any]:
    return {"one": one, "other": other, "meetings": meetings, "first": "2025-12-01", "last": "2025-12-02", "ids": ["m"]}


def stance(issue: str, party: str, *turns: str) -> dict[str, Any]:
    told = [
        {"stance": turn, "since": f"2025-12-0{day}", "last": f"2025-12-0{day}", "id": f"p{day}", "reports": 1}
        for day, turn in enumerate(turns, 1)
    ]
    return {"issue": issue, "party": party, "turns": told}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_pictures_of_a_record_are_sound(record: Record, name: str, language: str) -> None:
    choose(language)
    picture = DRAWN[name](record, Filters(process="russia-ukraine"), lambda id_: f"/fact/{id_}")
    assert picture == DRAWN[name](record, Filters(process="russia-ukraine"), lambda id_: f"/fact/{id_}")
    page, file = parsed(picture)
    assert [one.tag.removeprefix(NAMESPACE) for one in file][:2] == ["title", "desc"]
    assert file.get("role") == "img" and page.get("role") == "group"
    assert set(str(page.get("aria-describedby")).split()) == {f"{name}-about", f"{name}-data"}
    assert picture.rows and all(len(row.cells) == len(picture.headings) for row in picture.rows)
    drawn = {str(one.get("href")).removeprefix("/fact/") for one in page.iter("a")}
    assert drawn and drawn <= {str(row.fact) for row in picture.rows}
    assert "style" not in {key for one in page.iter() for key in one.attrib}, "the policy of pages refuses it"


@pytest.mark.parametrize("name", DRAWN)
def test_a_record_without_facts_gives_an_empty_picture(tmp_path: Path, name: str) -> None:
    with Record(tmp_path / "empty.sqlite") as empty:
        picture = DRAWN[name](empty, Filters(), nowhere)
    assert not picture.rows
    assert parsed(picture)


def hostile() -> list[Picture]:
    return [
        timeline([event(slots={"place": HOSTILE}), event(kind="claim", slots=claim(object=HOSTILE))]),
        lineage([draft(author=HOSTILE, by=HOSTILE)]),
        matrix([stance(HOSTILE, HOSTILE, "demands", HOSTILE)]),
        network([pair(HOSTILE, "B"), pair("B", "C")]),
        claims([claim(claimant=HOSTILE, object=HOSTILE)]),
    ]  # fmt: skip


@pytest.mark.parametrize("picture", hostile(), ids=lambda picture: picture.name)
def test_hostile_names_are_text(picture: Picture) -> None:
    for tree in parsed(picture):
        assert not [one for one in tree.iter() if one.tag.endswith("script")]
        assert "</text>" in texts(tree)


def test_uncertain_times_are_drawn_as_uncertain() -> None:
    rows = [
        event(id="day"),
        event(id="about", when="2025-12-01~", low="2025-11-21", high="2025-12-11"),
        event(id="span", when="2025-12-03/2025-12-05", low="2025-12-03", high="2025-12-05"),
        event(id="undated", when=None, derived=True, low="0001-01-01", high="2025-12-02"),
        event(id="open", when="2025-12-04/..", low="2025-12-04", high="9999-12-31"),
    ]
    tree = ET.fromstring(timeline(rows, lambda id_: id_).inline())
    shapes = {
        str(a.get("href")): [(one.tag, str(one.get("class"))) for one in a if one.get("class")] for a in tree.iter("a")
    }
    assert shapes["day"][0] == ("circle", "mark")
    assert shapes["about"][0] == ("rect", "mark unsure")
    assert shapes["span"][0] == ("rect", "mark")
    assert shapes["undated"][:2] == [("rect", "mark unsure open"), ("path", "end")]
    assert shapes["open"][:2] == [("rect", "mark open"), ("path", "end")]


def test_a_day_that_lies_far_off_does_not_stretch_the_timeline() -> None:
    near = [
        event(id=f"n{day}", when=f"2025-12-{day:02}", low=f"2025-12-{day:02}", high=f"2025-12-{day:02}")
        for day in range(1, 30)
    ]
    tree = ET.fromstring(
        timeline([event(id="far", when="1994", low="1994-01-01", high="1994-12-31"), *near], str).inline()
    )
    places = [float(str(one.get("cx"))) for a in tree.iter("a") for one in a.iter("circle")]
    assert max(places) - min(places) > (RIGHT - LEFT) / 2


def test_the_line_of_drafts() -> None:
    rows = [
        draft(),
        draft(id="d2", points=19, was_points=28, event="revised", follows=[{"id": "d1", "points": 28, "reason": "r"}]),
        draft(id="d3", points=20, author="UKR", was_points=19, event="revised"),
        draft(id="d4", points=12, author="CHN", was_points=10),
    ]
    found = {plan.key[1]: plan for plan in plans(rows)}
    before = {points: plan.before.key[1] if plan.before else None for points, plan in found.items()}
    assert before == {28: None, 19: 28, 20: 19, 12: 10, 10: None}
    assert not found[10].events, "a plan that is only told of has a card too"
    tree = ET.fromstring(lineage(rows).inline())
    assert len([one for one in tree.iter("path") if one.get("class") == "arrow"]) == 3


def test_a_plan_that_goes_back_on_itself_has_an_end() -> None:
    rows = [draft(id="d1", points=20, was_points=28), draft(id="d2", points=28, was_points=20)]
    assert parsed(lineage(rows))


def test_several_plans_come_from_one_that_is_only_told_of() -> None:
    rows = [draft(id="d1", points=20, was_points=28), draft(id="d2", points=19, was_points=28)]
    found = {plan.key[1]: plan for plan in plans(rows)}
    assert found[20].before is found[19].before is found[28]


def test_the_grid_puts_the_sides_first_and_what_is_other_last() -> None:
    cells = [
        stance("other", "USA", "demands", "offers"),
        stance("territory", "USA", "rejects"),
        stance("territory", "UKR", "rejects"),
    ]
    held = grid(cells, first=["UKR"])
    assert held.parties == ("UKR", "USA") and held.issues == ("territory", "other")
    assert [turn["stance"] for turn in held.turns("other", "USA")] == ["demands", "offers"]
    assert not held.turns("other", "UKR")
    assert grid(cells, parties=1).parties == ("USA",)


def test_numbers_of_one_day_stand_side_by_side() -> None:
    tree = ET.fromstring(
        claims([claim(), claim(id="c2", claimant="UKR", quantity=18), claim(id="c3", when=None)], str).inline()
    )
    bars = {str(a.get("href")): next(a.iter("rect")) for a in tree.iter("a")}
    assert float(str(bars["c1"].get("height"))) > float(str(bars["c2"].get("height"))) * 4
    places = sorted(float(str(bar.get("x"))) for bar in bars.values())
    assert places[1] - places[0] >= 9 and places[2] - places[1] >= 9
    assert "unsure" in str(bars["c3"].get("class")) and "unsure" not in str(bars["c1"].get("class"))


def test_whom_a_person_met() -> None:
    rows = [
        {"person": "B", "meetings": 2, "first": "2025-12-01", "last": "2025-12-02", "ids": ["m1", "m2"]},
        {"person": "C", "meetings": 1, "first": "2025-12-02", "last": "2025-12-02", "ids": ["m2"]},
    ]
    picture = network_picture("A", rows)
    assert [row.cells[:3] for row in picture.rows] == [("A", "B", "2"), ("A", "C", "1"), ("B", "C", "1")]
    tree = ET.fromstring(picture.inline())
    assert [one.get("class") for one in tree.iter("circle")].count("centre") == 1


def test_saved_pictures_hold_their_colours() -> None:
    assert "var(" not in style() and "light-dark" not in style()
    assert ".pic .mark{" in style().replace(" {", "{")


def test_long_names_are_cut_to_their_room() -> None:
    assert cut("short", 200) == "short"
    shortened = cut("a rather long name that finds no room", 80)
    assert shortened.endswith("…") and room(shortened) <= 80
