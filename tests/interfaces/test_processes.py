"""`hoadam processes`: a process of one's own from a few lines of TOML, and what piles up outside all of them."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from hoadam.interfaces.cli import main
from hoadam.interfaces.record import Record
from tests.store.support import Told, article, fact, filled

QUOTE = "Armenia và Azerbaijan hội đàm tại Baku"
MINE = '[armenia-azerbaijan]\nen = "Armenia–Azerbaijan"\nvi = "Armenia – Azerbaijan"\nsides = ["ARM", "AZE"]\n'


def round_of(n: int) -> Told:
    """The talks of one month, in words of its own."""
    day = f"2025-{n:02}-10"
    text = f"Vòng {n}\n\n{QUOTE} ngày 10/{n}, vòng thứ {n} của năm."
    row = fact(text, QUOTE, "meeting", day, form="talks", status="held", parties=("ARM", "AZE"), people=(), place=None,
               issues=())  # fmt: skip
    return article(f"a{n}", text, published=f"{day}T20:00:00+07:00"), (row,)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "r.sqlite"
    filled(path, [round_of(n) for n in (1, 5, 9)]).close()
    with Record(path) as opened:
        opened.define()
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def rows(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON."""
    return [json.loads(line) for line in run(capsys, *arguments, "--format", "json")[1].splitlines()]


def test_facts_that_fit_none_are_kept(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["processes"] for row in rows(capsys, "meetings", "--db", record)] == [[], [], []]
    assert rows(capsys, "meetings", "--db", record, "--process", "gaza") == []


def test_pairs_that_pile_up_outside_are_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "processes", "--db", record, "--lang", "en")[1]
    assert "3 facts fit no process" in out and "Armenia – Azerbaijan: 3 meetings and agreements" in out
    pairs = [row for row in rows(capsys, "processes", "--db", record) if row["name"] is None]
    assert pairs == [{"name": None, "sides": [["ARM"], ["AZE"]], "facts": 3}]


def test_a_process_of_ones_own_takes_in_what_is_there(
    record: Path, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "processes", "--db", record, "--add", mine, "--lang", "en")
    assert code == 0 and "Facts are filed under armenia-azerbaijan now." in out
    assert "0 facts fit no process" in out and "3 meetings and agreements" not in out
    assert len(rows(capsys, "meetings", "--db", record, "--process", "armenia-azerbaijan")) == 3
    assert "now." not in run(capsys, "processes", "--db", record, "--add", mine, "--lang", "en")[1]
    with Record(record) as opened:
        assert [one for one in opened.store.examine() if one.fault] == []


def test_a_definition_that_changes_files_anew(record: Path, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "processes", "--db", record, "--add", mine)
    mine.write_text(MINE.replace('"ARM"', '"GEO"'), encoding="utf-8")
    run(capsys, "processes", "--db", record, "--add", mine)
    assert rows(capsys, "meetings", "--db", record, "--process", "armenia-azerbaijan") == []
    assert len(rows(capsys, "meetings", "--db", record)) == 3


def test_the_folder_of_processes_is_taken_up_when_articles_are_added(
    record: Path, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOADAM_PROCESSES", str(mine.parent))
    (tmp_path / "one.txt").write_text("Mưa lớn\n\nNhiều con đường bị ngập.", encoding="utf-8")
    run(capsys, "add", tmp_path / "one.txt", "--db", record, "--jobs", "1")
    assert len(rows(capsys, "timeline", "--db", record, "--process", "armenia-azerbaijan")) == 3


def test_faults_are_told_with_file_and_line_and_nothing_is_defined(
    record: Path, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine.write_text(f'{MINE}\n[b]\nsides = ["ARM", "Baku"]\n', encoding="utf-8")
    code, _, err = run(capsys, "processes", "--db", record, "--add", mine)
    assert code == 4 and "mine.toml:7: b: 'Baku' is neither a country code nor a body" in err
    assert "armenia-azerbaijan" not in [row["name"] for row in rows(capsys, "processes", "--db", record)]


def test_csv_has_a_row_for_each(record: Path, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "processes", "--db", record, "--add", mine)
    found = list(csv.reader(run(capsys, "processes", "--db", record, "--format", "csv")[1].splitlines()))
    assert found[0] == ["name", "en", "vi", "sides", "others", "facts"]
    assert ["armenia-azerbaijan", "Armenia–Azerbaijan", "3"] in [[row[0], row[1], row[-1]] for row in found]
