"""The bench: it runs on anything readable and prints its fields. No time is asserted."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hoadam.errors import UsageFault
from hoadam.interfaces.bench import bench_command, median, room_of, shares

QUICK = ("--items", "3", "--passes", "1", "--no-peer")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one dispatch and one file that is none."""
    (tmp_path / "a.txt").write_text(" date 2025-12-01 (Bản tin) -\n\nHai bên hội đàm tại Geneva.\n", encoding="utf8")
    (tmp_path / "b.jsonl").write_text('{"id": ', encoding="utf8")
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(bench_command, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_fields_are_printed(folder: Path) -> None:
    text = run(folder, *QUICK)
    for words in ("1 items", "items/s", "MB/s", "hoadam, rooms 2-4", "rooms: ", "one article joined: 1 × ", "100 × "):
        assert words in text
    assert "peak memory: " in text


def test_fields_for_programs(folder: Path) -> None:
    found = json.loads(run(folder, *QUICK, "--format", "json"))
    assert found["items"] == 1 and found["refused"] == 1
    assert [row["copies"] for row in found["linearity"]] == [1, 10, 100]
    assert found["timings"][0]["items_per_second"] > 0 and not found["timings"][0]["extrapolated"]


def test_leads_are_made_where_nothing_is_named() -> None:
    assert json.loads(run(*QUICK, "--format", "json"))["items"] == 3


def test_processes_are_timed_besides(folder: Path) -> None:
    assert "hoadam, 2 processes" in run(folder, *QUICK, "--jobs", "2")


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="nothing to read"):
        run(tmp_path, *QUICK)


def test_a_file_belongs_to_its_room() -> None:
    assert room_of("/x/src/hoadam/parse/tokens.py") == "parse"
    assert room_of("/x/src/hoadam/flow.py") == "flow"
    assert room_of("/x/src/hoadam/interfaces/bench.py") is None
    assert room_of("/usr/lib/python3/re.py") is None


def test_looking_at_rooms_leaves_no_timer() -> None:
    import signal

    shares(lambda: None)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_the_median_is_a_value_that_was_measured() -> None:
    assert median([3.0, 1.0]) == 1.0 and median([5.0, 1.0, 2.0]) == 2.0
