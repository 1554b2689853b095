"""FollowTheMoney: its own library takes every entity, value by value, and every reference leads somewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.types import registry

from hoadam.interfaces.record import Record
from hoadam.views import Filters
from tests.interfaces.exports.support import hostile_record, open_record, written
from tests.store.support import ROUND, article, fact, filled


def entities(record: Record) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in written("ftm", record).decode().splitlines()]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def check(found: dict[str, dict[str, Any]]) -> None:
    """All that the model asks of entities."""
    for row in found.values():
        schema = model.get(row["schema"])
        assert schema is not None and not schema.abstract
        schema.validate({"properties": row["properties"]})
        proxy = model.get_proxy(row)
        assert proxy.to_dict()["properties"].keys() == row["properties"].keys()
        for name, values in row["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (row["schema"], name)
            for value in values:
                assert prop.type.clean(value) == value, (row["schema"], name, value)
                if prop.type == registry.entity:
                    assert prop.range is not None and prop.range.name in schemata(found[value]["schema"])
        assert all(row["properties"].get(name) for name in schema.required)


def schemata(name: str) -> set[str]:
    """A schema and all that it is one of."""
    schema = model.get(name)
    assert schema is not None
    return {one.name for one in schema.schemata}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.sqlite")


def test_the_library_takes_every_entity(record: Record) -> None:
    found = entities(record)
    check(found)
    assert {row["schema"] for row in found.values()} >= {
        "Person", "PublicBody", "Event", "Note", "Document", "Occupancy", "Position", "Representation", "Article",
        "Mention", "Documentation",
    }  # fmt: skip


def test_the_library_takes_hostile_entities(tmp_path: Path) -> None:
    check(entities(hostile_record(tmp_path / "r.sqlite")))


def test_a_meeting_is_an_event_with_those_who_met(record: Record) -> None:
    found = entities(record)
    (round_,) = record.meetings()
    event = found[round_.id]["properties"]
    assert event["date"] == ["2025-12-03"] and event["location"] == ["Geneva, CHE"] and event["country"] == ["ch"]
    names = {found[id_]["properties"]["name"][0] for id_ in event["involved"]}
    assert names == {"Steve Witkoff", "Jared Kushner", "Rustem Umerov", "United States", "Ukraine"}
    assert found["Q30"]["schema"] == "PublicBody" and found["Q30"]["properties"]["country"] == ["us"]
    (article_,) = event["proof"]
    assert found[article_]["properties"]["publishedAt"] == ["2025-12-03T01:30:00"]


def test_an_office_is_an_occupancy(record: Record) -> None:
    found = entities(record)
    (held,) = (row["properties"] for row in found.values() if row["schema"] == "Occupancy")
    assert found[held["holder"][0]]["properties"]["name"] == ["Steve Witkoff"]
    assert found[held["post"][0]]["properties"]["name"] == ["special envoy, United States"]


def test_delegations_have_heads_and_members(record: Record) -> None:
    found = entities(record)
    seats = [row["properties"] for row in found.values() if row["schema"] == "Representation"]
    roles = {found[seat["agent"][0]]["properties"]["name"][0]: seat["role"][0] for seat in seats}
    assert roles == {"Steve Witkoff": "head", "Jared Kushner": "member", "Rustem Umerov": "member"}


def test_kin_and_unfinished_times(tmp_path: Path) -> None:
    told = (
        fact(ROUND, "Jared Kushner", "role", person="Jared Kushner", title=None, of="Donald Trump",
             relation="son-in-law"),
        fact(ROUND, "Ông Steve Witkoff", "appointment", "2025-11~", person="Steve Witkoff", title="special envoy",
             of="USA", change="resigned", replaces=None, reason=None),
        fact(ROUND, "vòng đàm phán", "meeting", "2025-12-20/..", form="talks", status="planned", parties=("USA",),
             people=(), place=None, issues=()),
    )  # fmt: skip
    filled(tmp_path / "r.sqlite", [(article(), told)]).close()
    found = entities(Record(tmp_path / "r.sqlite"))
    check(found)
    by = {row["schema"]: row["properties"] for row in found.values()}
    assert by["Family"]["relationship"] == ["son-in-law"]
    assert found[by["Family"]["relative"][0]]["properties"]["name"] == ["Jared Kushner"]
    assert by["Occupancy"]["endDate"] == ["2025-11"] and "startDate" not in by["Occupancy"]
    assert by["Event"]["startDate"] == ["2025-12-20"] and "endDate" not in by["Event"]
    assert by["Event"]["notes"] == ["from 20 Dec 2025"]


def test_ids_are_the_same_every_time(record: Record) -> None:
    assert written("ftm", record) == written("ftm", record)
    one, all_ = (
        set(entities_of) for entities_of in (json_ids(record, Filters(outlet="Tin Bến Nghé")), entities(record))
    )
    assert one < all_


def json_ids(record: Record, filters: Filters) -> list[str]:
    return [json.loads(line)["id"] for line in written("ftm", record, filters=filters).decode().splitlines()]
