"""PLOVER: the status decides the class, every record has what the format requires, and what has no class is counted."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hoadam.interfaces.exports import export
from hoadam.interfaces.exports.codes import table
from hoadam.interfaces.exports.coding import QUADS
from hoadam.interfaces.record import Record
from hoadam.kinds import KINDS
from hoadam.model.vocabulary import ISSUES
from tests.interfaces.exports.support import open_record, written
from tests.store.support import ROUND, article, fact, filled

DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
ACTORS = {
    "type": "array", "minItems": 1,
    "items": {
        "type": "object", "required": ["actor_text"], "additionalProperties": False,
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]{3}$"}, "sector": {"enum": ["GOV"]},
            "actor_text": {"type": "string"}, "identifier_id": {"type": "string", "pattern": "^Q[0-9]+$"},
            "identifier_text": {"type": "string"},
        },
    },
}  # fmt: skip
# The fields that the manual names, with those it requires; whatever else hoadam knows stands under its own name.
RECORD = {
    "type": "object", "required": ["id", "date", "source", "event", "quad_code", "hoadam"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"}, "date": DAY, "enddate": DAY, "date_basis": {"enum": ["stated", "published"]},
        "edtf": {"type": "string"}, "source": ACTORS, "recipient": ACTORS,
        "event": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"enum": list(QUADS)}},
        "mode": {"type": "array", "items": {"enum": [
            "visit", "third-party", "multilateral", "phone", "assist", "change", "yield", "meet", "ceasefire",
            "release", "resign", "drone", "aerial"]}},
        "context": {"type": "array", "items": {"enum": [
            "military", "diplomatic", "economic", "resource", "election", "cbrn", "humanitarian", "peacekeeping",
            "political", "government", "future"]}},
        "quad_code": {"enum": [1, 2, 3, 4]}, "event_loc": {"type": "object"}, "event_text": {"type": "array"},
        "dead": {"type": "number"}, "text": {"type": "string"}, "text_info": {"type": "object"},
        "cite_info": {"type": "object"}, "coder": {"type": "string"}, "coded_date": DAY, "hoadam": {"type": "object"},
    },
}  # fmt: skip
EMPTY: dict[str, dict[str, Any]] = {kind: KINDS[kind].empty() for kind in KINDS}


def events(record: Record) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in written("plover", record).decode().splitlines()]
    for one in found:
        jsonschema.validate(one, RECORD)
    return found


def told(tmp_path: Path, kind: str, when: str | None = "2025-12-03", **slots: Any) -> list[dict[str, Any]]:
    """The events of one fact."""
    held = fact(ROUND, "vòng đàm phán thứ tư", kind, when, **{**EMPTY[kind], **slots})
    filled(tmp_path / "r.sqlite", [(article(), (held,))]).close()
    return events(Record(tmp_path / "r.sqlite"))


def test_the_record_as_events(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    found = {one["hoadam"]["kind"]: one for one in events(record)}
    assert {kind: one["event"] for kind, one in found.items()} == {
        "meeting": ["CONSULT"], "position": ["REJECT"], "claim": ["ASSAULT"],
    }  # fmt: skip
    assert found["meeting"]["mode"] == ["third-party"] and found["meeting"]["event_loc"]["cc3"] == "CHE"
    assert [one["code"] for one in found["claim"]["source"] + found["claim"]["recipient"]] == ["RUS", "UKR"]
    assert found["position"]["date_basis"] == "published" and found["position"]["hoadam"]["pax"] == ["SsrFf"]
    pieces = export("plover", record)
    list(pieces)
    counted = {kind: count for (reason, kind), count in pieces.left_out.items() if reason == "no-code"}
    assert counted == {"role": 1, "delegation": 2, "statement": 1, "draft": 1, "deadline": 1}


@pytest.mark.parametrize(
    ("status", "event", "mode", "context"),
    [
        ("held", "CONSULT", ["multilateral"], None), ("ongoing", "CONSULT", ["multilateral"], None),
        ("planned", "AGREE", None, ["future"]), ("proposed", "AGREE", None, ["future"]),
        ("cancelled", "REJECT", ["meet"], None), ("denied", "REJECT", ["meet"], None),
    ],
)  # fmt: skip
def test_the_status_of_a_meeting_decides(
    tmp_path: Path, status: str, event: str, mode: list[str] | None, context: list[str] | None
) -> None:
    (one,) = told(tmp_path, "meeting", status=status, form="talks", parties=("USA", "RUS", "EU"))
    assert one["event"] == [event] and one.get("mode") == mode and one.get("context") == context
    assert sorted(actor["code"] for actor in one["source"]) == ["IGO", "RUS", "USA"]


def test_a_postponed_meeting_has_no_class(tmp_path: Path) -> None:
    assert told(tmp_path, "meeting", status="postponed", form="talks", parties=("USA", "RUS")) == []


def test_people_stand_for_the_state_whose_office_they_hold(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "meeting", status="held", form="call", parties=("USA", "RUS"), people=("Vladimir Putin",))
    assert one["mode"] == ["phone"]
    assert {actor["actor_text"]: actor["code"] for actor in one["source"]} == {
        "United States": "USA", "Vladimir Putin": "RUS",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("stance", "issue", "event", "mode"),
    [
        ("demands", "talks", "REQUEST", ["meet"]), ("demands", "military-aid", "REQUEST", ["assist"]),
        ("rejects", "territory", "REJECT", ["yield"]), ("offers", "ceasefire", "AGREE", None),
        ("accepts", "troop-withdrawal", "CONCEDE", None), ("accepts", "elections", "AGREE", None),
        ("demands", "other", "REQUEST", None),
    ],
)  # fmt: skip
def test_the_stance_of_a_position_decides(
    tmp_path: Path, stance: str, issue: str, event: str, mode: list[str] | None
) -> None:
    (one,) = told(tmp_path, "position", party="RUS", stance=stance, issue=issue, to="UKR")
    assert one["event"] == [event] and one.get("mode") == mode
    assert [actor["code"] for actor in one["recipient"]] == ["UKR"]


@pytest.mark.parametrize(
    ("slots", "event", "mode"),
    [
        ({"event": "signed", "matter": "peace"}, "AGREE", None),
        ({"event": "in-force", "matter": "ceasefire"}, "RETREAT", ["ceasefire"]),
        ({"event": "in-force", "matter": "prisoner-exchange"}, "RETREAT", ["release"]),
        ({"event": "rejected", "matter": "trade"}, "REJECT", None),
        ({"event": "violated", "matter": "ceasefire"}, None, None),
    ],
)
def test_the_event_of_an_agreement_decides(
    tmp_path: Path, slots: dict[str, str], event: str | None, mode: list[str] | None
) -> None:
    found = told(tmp_path, "agreement", parties=("ISR", "Hamas"), **slots)
    assert [one["event"] for one in found] == ([[event]] if event else [])
    assert [one.get("mode") for one in found] == ([mode] if event else [])


def test_claims_are_attacks_on_another_side_alone(tmp_path: Path) -> None:
    shared: dict[str, Any] = {"claimant": "RUS", "quantity": 12, "object": "drones"}
    (one,) = told(tmp_path / "a", "claim", act="launched", of="UKR", **shared)
    assert one["mode"] == ["drone"] and one["quad_code"] == 4
    assert told(tmp_path / "b", "claim", act="controls", of="UKR", **shared) == []
    assert told(tmp_path / "c", "claim", act="killed", of="RUS", **shared) == []
    (one,) = told(tmp_path / "d", "claim", act="killed", of="UKR", **shared)
    assert one["dead"] == 12


def test_a_resignation_is_a_retreat(tmp_path: Path) -> None:
    slots = {"person": "Andriy Yermak", "title": "chief of staff", "of": "UKR"}
    (one,) = told(tmp_path / "a", "appointment", change="resigned", **slots)
    assert one["event"] == ["RETREAT"] and one["mode"] == ["resign"]
    assert told(tmp_path / "b", "appointment", change="appointed", **slots) == []


def test_uncertain_days_are_ranges_beside_their_edtf(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "meeting", "2025-12", status="held", form="talks", parties=("USA", "RUS"))
    assert (one["date"], one["enddate"], one["edtf"]) == ("2025-12-01", "2025-12-31", "2025-12")


def test_every_issue_has_its_codes() -> None:
    assert tuple(table("issues")) == ISSUES


def test_the_document_has_the_same_codes() -> None:
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf8")
    for name, row in table("issues").items():
        cells = (name, row.get("mode", "–"), row.get("context", "–"), ", ".join(row["pax"]) or "–")
        assert f"| {' | '.join(cells)} |" in page
