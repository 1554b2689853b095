"""The page of a negotiation, the pictures that are saved from it, and what it says of each part."""

import re
import struct
import xml.etree.ElementTree as ET
from typing import Any

import httpx
import pytest

from hoadam.interfaces.web.drawing import DRAWN
from hoadam.interfaces.web.sides import faces, ledger, standing

PROCESS = "/process/russia-ukraine"


def test_the_negotiations_are_listed_with_their_facts(desk: str) -> None:
    listed = httpx.get(f"{desk}/processes", params={"lang": "en"}).text
    assert f'href="{PROCESS}"' in listed
    assert re.search(r"[1-9]\d* facts", listed)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_all_of_a_negotiation_is_on_its_page(desk: str, lang: str) -> None:
    answer = httpx.get(desk + PROCESS, params={"lang": lang})
    assert answer.status_code == 200
    for part in ("timeline", "meetings", "drafts", "positions", "statements", "claims", "network", "coming"):
        assert f'id="part-{part}"' in answer.text
        assert f'href="#part-{part}"' in answer.text
    assert "style=" not in answer.text
    assert set(re.findall(r'aria-describedby="[\w-]+ ([\w-]+)"', answer.text)) <= set(
        re.findall(r'id="([\w-]+)"', answer.text)
    )


def test_a_negotiation_as_of_a_day_knows_nothing_later(desk: str) -> None:
    early = httpx.get(desk + PROCESS, params={"as_of": "2025-11-25", "lang": "en"}).text
    assert "20 points" not in early and "28 points" in early
    assert all("as_of=2025-11-25" in link for link in re.findall(r'href="(/fact/[^"]+)"', early))


def test_a_negotiation_that_nobody_defined_is_not_here(desk: str) -> None:
    assert httpx.get(f"{desk}/process/nowhere").status_code == 404


def test_a_negotiation_without_facts_says_so(desk: str) -> None:
    answer = httpx.get(f"{desk}/process/iran-us", params={"lang": "en"})
    assert answer.status_code == 200 and 'class="nothing"' in answer.text


@pytest.mark.parametrize("name", DRAWN)
def test_pictures_are_saved_as_svg_and_png(desk: str, name: str) -> None:
    asked = {"process": "russia-ukraine", "lang": "vi"}
    svg = httpx.get(f"{desk}/picture/{name}.svg", params=asked)
    assert svg.headers["content-type"].startswith("image/svg+xml")
    tree = ET.fromstring(svg.text)
    assert not [one for one in tree.iter() if one.tag.endswith("}a")], "a file leads nowhere"
    png = httpx.get(f"{desk}/picture/{name}.png", params=asked)
    assert png.headers["content-type"] == "image/png"
    assert f"russia-ukraine-{name}.png" in png.headers["content-disposition"]
    assert png.content.startswith(b"\x89PNG")
    width, _ = struct.unpack(">II", png.content[16:24])
    assert width == pytest.approx(2 * float(str(tree.get("width"))), abs=2)


@pytest.mark.parametrize("file", ["nothing.svg", "timeline.gif"])
def test_other_pictures_are_not_here(desk: str, file: str) -> None:
    assert httpx.get(f"{desk}/picture/{file}").status_code == 404


def test_a_person_stands_in_the_middle_of_their_network(desk: str) -> None:
    svg = httpx.get(f"{desk}/picture/network.svg", params={"person": "Witkoff"}).text
    assert svg.count('class="centre"') == 1


def member(person: str) -> dict[str, object]:
    return {"person": person, "titles": []}


def test_sides_face_each_other() -> None:
    seat = {"side": "UKR", "head": None, "members": [member("Rustem Umerov")], "ids": []}
    meeting = {
        "parties": ["USA", "UKR"], "delegations": [seat], "published": "2025-12-01",
        "people": ["Rustem Umerov", "Marco Rubio", "Somebody Else"],
    }  # fmt: skip
    found = {face.side: face for face in faces(meeting)}
    assert list(found) == ["USA", "UKR"]
    assert found["USA"].seat is None and found["USA"].others == ("Marco Rubio",)
    assert found["UKR"].seat == seat and not found["UKR"].others
    assert standing(meeting) == ["Somebody Else"]


def test_numbers_against_each_other_share_a_line() -> None:
    other: dict[str, Any] = {"id": "c2", "claimant": "UKR", "quantity": 18, "bound": "exact"}
    rows: list[dict[str, Any]] = [
        {"id": "c0", "claimant": None, "others": []},
        {**other, "others": [{"id": "c1", "claimant": "RUS"}]},
        {"id": "c1", "claimant": "RUS", "others": [other]},
    ]
    found = ledger(rows, ["RUS", "UKR"])
    assert found.claimants == ("RUS", "UKR")
    assert [[[one["id"] for one in own] for own in line.own] for line in found.lines] == [[["c1"], ["c2"]], [[], []]]
    assert [one["id"] for one in found.lines[1].others] == ["c0"]
