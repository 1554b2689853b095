"""Parquet: every view comes back from pyarrow with the rows and the types that it has."""

import io
import json
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from hoadam.interfaces.exports import VIEWS, NoSuchFormat, NoSuchView, export, portion
from hoadam.interfaces.exports.format import Missing
from hoadam.interfaces.exports.formats import parquet
from hoadam.interfaces.exports.selection import OF_FACTS
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from tests.interfaces.exports.support import open_record, written


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return open_record(tmp_path_factory.mktemp("rows") / "r.sqlite")


def table(record: Record, view: str, filters: Filters | None = None) -> pyarrow.Table:
    return pyarrow.parquet.read_table(io.BytesIO(written("parquet", record, view, filters)))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_comes_back(record: Record, view: str) -> None:
    rows = [json.loads(line) for line in written("jsonl", record, view).decode().splitlines()]
    found = table(record, view).to_pylist()
    assert len(found) == len(rows) and (rows or view in ("appointments", "agreements"))
    for mine, theirs in zip(rows, found, strict=True):
        for name, value in theirs.items():
            held = json.loads(value) if name == "slots" else value
            assert held == mine[name], name


@pytest.mark.parametrize("view", VIEWS)
def test_types_do_not_hang_on_the_rows(record: Record, view: str) -> None:
    assert table(record, view, Filters(since="2090")).schema == table(record, view).schema


def test_types_are_those_of_the_fields(record: Record) -> None:
    schema = table(record, "claims").schema
    assert schema.field("quantity").type == pyarrow.float64() and schema.field("named").type == pyarrow.bool_()
    assert schema.field("via").type == pyarrow.list_(pyarrow.string())
    assert pyarrow.types.is_struct(schema.field("others").type.value_type)


def test_row_groups_follow_one_another(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "TOGETHER", 4)
    file = pyarrow.parquet.ParquetFile(io.BytesIO(written("parquet", record, "facts")))
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [4, 4, 1]
    assert file.read().num_rows == 9


def test_without_the_library_it_says_what_to_install(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(Missing, match=r"hoadam\[desk\]"):
        next(export("parquet", record))


def test_what_there_is_not_is_said(record: Record) -> None:
    with pytest.raises(NoSuchFormat, match="jsonl"):
        export("xlsx", record)
    with pytest.raises(NoSuchView, match="deadlines"):
        export("ics", record, "claims")


def test_filters_hold_and_facts_are_of_all_kinds(record: Record) -> None:
    kinds = table(record, "facts").column("kind").to_pylist()
    assert {"role", "delegation", "meeting", "claim"} <= set(kinds) and len(kinds) == 9
    assert table(record, "facts", Filters(outlet="Tin Bến Nghé")).num_rows == 3
    assert table(record, "facts", Filters(limit=2)).num_rows == 2


def test_a_file_that_cannot_be_written_is_a_message(record: Record, tmp_path: Path) -> None:
    from tests.interfaces.support import run  # a process of its own

    code, _, err = run("export", "csv", "--db", record.store.path, "--out", tmp_path / "no" / "x.csv")  # type: ignore[attr-defined]
    assert code == 2 and "x.csv" in err and "Traceback" not in err


@pytest.mark.parametrize("view", [view for view in OF_FACTS if view != "facts"])
@pytest.mark.parametrize("conditions", [{}, {"party": "Ukraine"}, {"limit": 1}, {"since": "2025-12-03", "named": True}])
def test_rows_in_portions_are_those_of_the_view(
    record: Record, view: str, conditions: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portion, "TOGETHER", 1)
    filters = Filters(**conditions)
    rows = [json.loads(line) for line in written("jsonl", record, view, filters).decode().splitlines()]
    assert rows == json.loads(json.dumps([one.row() for one in getattr(record, view)(filters)]))
