"""Calendars: what has a stated time is in them, as precisely as it is stated, and keeps its identity."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from hoadam.interfaces.exports import export
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from hoadam.views.decide import correct, undo
from tests.interfaces.exports.support import ALL, open_record, written
from tests.store.support import ROUND, Told, article, fact, filled

MEET = "đoàn Mỹ và đoàn Ukraine mở vòng đàm phán"


def events(record: Record, **conditions: Any) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(written("ics", record, filters=Filters(**conditions)))
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    return calendar.walk("VEVENT")


def meeting(when: str | None, status: str = "planned", **changes: Any) -> Told:
    slots: dict[str, Any] = {"form": "talks", "parties": ("USA", "UKR"), "people": (), "place": "Geneva, CHE"}
    return article(**changes), (fact(ROUND, MEET, "meeting", when, status=status, issues=(), **slots),)


def of(tmp_path: Path, when: str | None, status: str = "planned", **changes: Any) -> Record:
    filled(tmp_path / "r.sqlite", [meeting(when, status, **changes)]).close()
    return Record(tmp_path / "r.sqlite")


def test_meetings_and_deadlines_are_there_and_nothing_else(tmp_path: Path) -> None:
    found = {one["UID"].split("@")[0]: one for one in events(open_record(tmp_path / "r.sqlite"))}
    with Record(tmp_path / "r.sqlite") as record:
        (round_,), (due,) = record.meetings(), record.deadlines()
    assert set(found) == {round_.id, due.id}
    assert found[round_.id].decoded("DTSTART") == date(2025, 12, 3)
    assert found[round_.id].decoded("DTEND") == date(2025, 12, 4)
    assert found[round_.id]["LOCATION"] == "Geneva, Switzerland"
    assert "Meeting: talks · held · United States, Ukraine" in found[round_.id]["SUMMARY"]
    assert "Báo Sông Lam" in found[round_.id]["DESCRIPTION"] and round_.sentence in found[round_.id]["DESCRIPTION"]
    assert str(found[round_.id]["URL"]) == "https://songlam.example/a1"


@pytest.mark.parametrize(
    ("when", "first", "end", "said"),
    [
        ("2025-12-20", date(2025, 12, 20), date(2025, 12, 21), ""),
        ("2025-12-21/2025-12-22", date(2025, 12, 21), date(2025, 12, 23), ""),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1), "(Dec 2025)"),
        ("2026-22", date(2026, 6, 1), date(2026, 9, 1), "(2026-22)"),
        ("2025-12-20~", date(2025, 12, 20), date(2025, 12, 21), "(about 20 Dec 2025)"),
        ("2025-12-20/..", date(2025, 12, 20), date(2025, 12, 21), "(from 20 Dec 2025)"),
        ("../2025-12-25", date(2025, 12, 25), date(2025, 12, 26), "(until 25 Dec 2025)"),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "(9999)"),
    ],
)
def test_days_are_those_that_are_stated(tmp_path: Path, when: str, first: date, end: date, said: str) -> None:
    (one,) = events(of(tmp_path, when))
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (first, end)
    assert str(one["SUMMARY"]).endswith(said) and ("(" in one["SUMMARY"]) == bool(said)
    assert one["X-HOADAM-WHEN"] == when and one["TRANSP"] == "TRANSPARENT"


def test_a_clock_is_told_in_the_time_of_the_outlet(tmp_path: Path) -> None:
    (one,) = events(of(tmp_path, "2025-12-20T14:30"))
    assert one.decoded("DTSTART") == datetime(2025, 12, 20, 7, 30, tzinfo=UTC) and "DTEND" not in one


def test_a_clock_without_an_offset_is_a_day(tmp_path: Path) -> None:
    (one,) = events(of(tmp_path, "2025-12-20T14:30", published="2025-12-03"))
    assert one.decoded("DTSTART") == date(2025, 12, 20)


def test_what_has_no_stated_time_is_counted(tmp_path: Path) -> None:
    record = of(tmp_path, None)
    assert events(record) == []
    pieces = export("ics", record)
    assert b"VEVENT" not in b"".join(pieces) and pieces.left_out == {("undated", "meeting"): 1}


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("held", "CONFIRMED"), ("ongoing", "CONFIRMED"), ("planned", "TENTATIVE"), ("proposed", "TENTATIVE"),
        ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED"),
    ],
)  # fmt: skip
def test_status(tmp_path: Path, status: str, shown: str) -> None:
    (one,) = events(of(tmp_path, "2025-12-20", status))
    assert one["STATUS"] == shown


def test_one_meeting_keeps_its_uid_and_its_sequence_grows(tmp_path: Path) -> None:
    record = of(tmp_path, "2025-12-20")
    (planned,) = events(record)
    record.store.add([meeting("2025-12-20", "cancelled", id_="z9", published="2025-12-10T08:00:00+07:00")], "tests+1")
    (called_off,) = events(record)
    assert called_off["UID"] == planned["UID"]
    assert (planned["STATUS"], called_off["STATUS"]) == ("TENTATIVE", "CANCELLED")
    assert called_off["SEQUENCE"] > planned["SEQUENCE"]
    assert called_off.decoded("LAST-MODIFIED") >= planned.decoded("LAST-MODIFIED")
    (before,) = events(record, as_of="2025-12-05")
    assert (before["STATUS"], before["SEQUENCE"]) == ("TENTATIVE", planned["SEQUENCE"])
    act = correct(record.store, str(planned["UID"]).split("@")[0], "when=2025-12-22", "tests")
    (moved,) = events(record)
    assert moved["UID"] == planned["UID"] and moved["SEQUENCE"] > called_off["SEQUENCE"]
    assert moved.decoded("DTSTART") == date(2025, 12, 22)
    undo(record.store, act.id, "tests")
    (back,) = events(record)
    assert back["SEQUENCE"] > moved["SEQUENCE"] and back.decoded("DTSTART") == date(2025, 12, 20)


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    assert written("ics", record) == written("ics", record, settings=ALL)
    before = written("ics", record)
    record.store.rebuild()
    assert written("ics", record) == before
