"""`hoadam eval --merge` as people run it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hoadam.errors import UsageFault
from hoadam.interfaces.evaluate import eval_command
from hoadam.kinds import KINDS

ROUND = {"form": "talks", "status": "held", "parties": ["USA", "UKR"], "place": "Geneva, CHE"}
DAYS = {"a": "2025-11-23", "b": "2025-11-23", "c": "2025-11-25"}


def row(name: str) -> dict[str, Any]:
    """An article with a meeting of its day and a role."""
    text = f"Hai bên gặp nhau, theo tờ {name}."
    common: dict[str, Any] = {"speaker": None, "named": True, "via": [], "start": 0, "end": 16, "quote": text[:16]}
    meeting = {**KINDS["meeting"].empty(), **ROUND, **common, "kind": "meeting", "when": DAYS[name]}
    role = {**KINDS["role"].empty(), **common, "kind": "role", "when": None, "person": "Marco Rubio"}
    article = {"id": name, "outlet": name, "published": "2025-11-26", "lang": "vi", "text": text}
    return {"article": article, "facts": [meeting, {**role, "title": "foreign minister", "of": "USA"}]}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Gold with three meetings and roles; gold for merging that holds two of the meetings to be one."""
    gold, merge = tmp_path / "gold.jsonl", tmp_path / "merge.jsonl"
    gold.write_text("".join(json.dumps(row(name)) + "\n" for name in DAYS), encoding="utf8")
    lines = [
        {"relation": "same", "of": [["b", "meeting", 0, 16], ["c", "meeting", 0, 16]]},
        {"relation": "same", "of": [[name, "role", 0, 16] for name in DAYS]},
        {"relation": "contradicts", "of": [["a", "meeting", 0, 16], ["c", "meeting", 0, 16]]},
    ]
    merge.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf8")
    return gold, merge


def run(files: tuple[Path, Path], *more: str) -> str:
    """Standard output."""
    arguments = [str(files[0]), "--merge", str(files[1]), *more]
    return CliRunner().invoke(eval_command, arguments, catch_exceptions=False).output


def test_the_figures(files: tuple[Path, Path]) -> None:
    assert run(files).splitlines() == [
        "meeting      P 0.667  R 0.667  F1 0.667   reports    3",
        "role         P 1.000  R 1.000  F1 1.000   reports    3",
        "contradicts  P 0.000  R 0.000  F1 0.000   gold    1 out    0 hit    0",
        "follows      P 0.000  R 0.000  F1 0.000   gold    0 out    0 hit    0",
        "grouped      P 0.833  R 0.833  F1 0.833   reports    6",
        "ALL          P 0.833  R 0.833  F1 0.833   reports    6  split 1  mixed 1",
    ]


def test_one_kind_alone(files: tuple[Path, Path]) -> None:
    assert (
        run(files, "--kind", "role")
        .splitlines()[-1]
        .startswith("ALL          P 1.000  R 1.000  F1 1.000   reports    3")
    )


def test_what_went_wrong(files: tuple[Path, Path]) -> None:
    blocks = run(files, "--errors").split("\n\n")[1:]
    assert [block.splitlines()[0].split() for block in blocks] == [
        ["split", "meeting"], ["mixed", "meeting"], ["missed", "contradicts"],
    ]  # fmt: skip
    assert blocks[0].splitlines()[1:] == [
        "           b · 2025-11-23 · “Hai bên gặp nhau”",
        "           ──",
        "           c · 2025-11-25 · “Hai bên gặp nhau”",
    ]


def test_as_json(files: tuple[Path, Path]) -> None:
    found = json.loads(run(files, "--format", "json", "--errors"))
    assert found["all"]["reports"] == 6 and found["kinds"]["role"]["f1"] == 1
    assert found["relations"]["contradicts"] == {
        "precision": 0, "recall": 0, "f1": 0, "gold": 1, "out": 0, "hit": 0,
    }  # fmt: skip
    assert found["differences"]["split"] == [[[["b", "meeting", 0, 16]], [["c", "meeting", 0, 16]]]]
    assert found["differences"]["contradicts"]["missed"] == [[["a", "meeting", 0, 16], ["c", "meeting", 0, 16]]]


def test_what_does_not_go_together_is_refused(files: tuple[Path, Path]) -> None:
    with pytest.raises(UsageFault):
        run(files, "--intervals")
