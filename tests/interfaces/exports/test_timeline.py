"""TimelineJS: what its documentation asks of a timeline, with dates as precise as they are stated."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hoadam.interfaces.exports import export
from hoadam.interfaces.record import Record
from tests.interfaces.exports.support import open_record, written
from tests.store.support import ROUND, article, fact, filled

DAY = {"year": 2025, "month": 12, "day": 20}
DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31}, "hour": {"type": "integer"},
        "minute": {"type": "integer"},
    },
    "dependentRequired": {"day": ["month"], "hour": ["day"], "minute": ["hour"]},
}  # fmt: skip
TIMELINE = {
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "events": {"type": "array", "items": {
            "type": "object", "required": ["start_date", "text", "unique_id"], "additionalProperties": False,
            "properties": {
                "start_date": DATE, "end_date": DATE, "display_date": {"type": "string"}, "group": {"type": "string"},
                "unique_id": {"type": "string"},
                "text": {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}},
            },
        }},
    },
}  # fmt: skip


def slides(record: Record) -> list[dict[str, Any]]:
    timeline = json.loads(written("timelinejs", record))
    jsonschema.validate(timeline, TIMELINE, cls=jsonschema.Draft202012Validator)
    events: list[dict[str, Any]] = timeline["events"]
    return events


def test_dated_facts_are_slides_with_all_their_sources(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    (round_,), (due,) = record.meetings(), record.deadlines()
    first, last = slides(record)
    assert (first["unique_id"], last["unique_id"]) == (round_.id, due.id)
    assert first["start_date"] == {"year": 2025, "month": 12, "day": 3} and first["group"] == "meeting"
    assert first["display_date"] == "3 Dec 2025"
    assert f'<a href="{round_.url}" rel="noopener">Báo Sông Lam</a>' in first["text"]["text"]
    pieces = export("timelinejs", record)
    assert list(pieces) and sum(pieces.left_out.values()) == 4


@pytest.mark.parametrize(
    ("when", "start", "end", "said"),
    [
        ("2025-12", {"year": 2025, "month": 12}, None, "Dec 2025"),
        ("2025", {"year": 2025}, None, "2025"),
        ("2025-12-20/2025-12-22", DAY, {**DAY, "day": 22}, "20–22 Dec 2025"),
        ("2025-12-20~", DAY, None, "about 20 Dec 2025"),
        ("2025-12-20/..", DAY, None, "from 20 Dec 2025"),
        ("../2025-12-20", DAY, None, "until 20 Dec 2025"),
        ("2025-24", {"year": 2025, "month": 12}, {"year": 2026, "month": 2}, "2025-24"),
        (
            "2025-12-20T14:30",
            {"year": 2025, "month": 12, "day": 20, "hour": 14, "minute": 30},
            None,
            "20 Dec 2025 14:30",
        ),
    ],
)
def test_dates_are_no_more_precise_than_stated(
    tmp_path: Path, when: str, start: dict[str, int], end: dict[str, int] | None, said: str
) -> None:
    slots: dict[str, Any] = {"form": "talks", "status": "planned", "parties": ("USA",), "people": (), "place": None}
    told = fact(ROUND, "vòng đàm phán", "meeting", when, issues=(), **slots)
    filled(tmp_path / "r.sqlite", [(article(), (told,))]).close()
    (one,) = slides(Record(tmp_path / "r.sqlite"))
    assert one["start_date"] == start and one["display_date"] == said
    assert one.get("end_date") == end
