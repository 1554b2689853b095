"""The scoring: pairs, figures and differences, and the same figures as the definition of it."""

import gzip
import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from hoadam.errors import InputFault
from hoadam.interfaces.evaluate import eval_command
from hoadam.kinds import KINDS
from hoadam.scoring import gold_rows, marks, output_rows, pairs, score

Row = dict[str, Any]
COMMON: Row = {"quote": "", "speaker": None, "named": True, "via": [], "when": None}


def fact(kind: str, **slots: Any) -> Row:
    """A fact of a kind with all its scored slots, those unnamed being empty."""
    empty = {slot: list(value) if value == () else value for slot, value in KINDS[kind].slots.items()}
    return {"kind": kind, **COMMON, **empty, **slots}


def gold(*facts: Row, name: str = "a1") -> Row:
    return {
        "article": {"id": name, "outlet": "Bản tin", "published": "2025-12-01", "text": "Một. Hai."},
        "facts": facts,
    }


def test_pairs_those_with_most_equal_slots_first() -> None:
    ours = [fact("role", person="A", title="king", of="GBR"), fact("role", person="A", title="king", of="ESP")]
    assert pairs([fact("role", person="A", title="king", of="ESP")], ours) == [(0, 1)]


def test_pairs_each_fact_once() -> None:
    king = fact("role", person="A", title="king")
    assert pairs([king], [king, king]) == [(0, 0)]


def test_a_pair_needs_its_key_slots() -> None:
    assert pairs([fact("claim", quantity=5, object="drones")], [fact("claim", quantity=6, object="drones")]) == []


def test_what_went_wrong_is_named_with_both_values() -> None:
    wanted = [fact("meeting", parties=["USA", "RUS"], place="Miami, USA"), fact("draft", author="USA", event="sent")]
    given = [fact("meeting", parties=["RUS", "USA"]), fact("deadline", status="set")]
    found = marks(gold()["article"], wanted, given, tuple(KINDS)).differences
    assert [(d.what, d.kind) for d in found] == [
        ("half-right", "meeting"),
        ("missed", "draft"),
        ("spurious", "deadline"),
    ]
    assert found[0].slots == {"place": ("Miami, USA", None)}


def test_slots_that_the_gold_leaves_out_are_not_asked() -> None:
    lean = {"kind": "role", "person": "A", "title": "king"}
    assert marks(gold()["article"], [lean], [fact("role", person="A", title="king", of="GBR")], ["role"]).asked == {
        "person": 1,
        "title": 1,
    }


def test_an_article_without_output_misses_its_facts() -> None:
    result = score([gold(fact("role", person="A", title="king"))], {})
    assert (result.tally("role").recall, result.tally().f1, result.macro) == (0.0, 0.0, 0.0)


def test_no_gold_at_all_is_no_fault() -> None:
    result = score([], {})
    assert (result.tally().f1, result.interval(), result.macro, result.slots) == (0.0, (0.0, 0.0), 0.0, {})


def test_the_interval_holds_the_score_and_repeats() -> None:
    rows = [gold(fact("role", person="A", title="king"), name=f"a{n}") for n in range(20)]
    out = {f"a{n}": [fact("role", person="A", title="king")] for n in range(0, 20, 2)}
    result = score(rows, out)
    low, high = result.interval()
    assert low < result.tally().f1 < high and result.interval() == (low, high)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "Expecting"),
        ("[1]", "a list, not an object"),
        ('{"facts": []}', "no article"),
        ('{"article": {}, "facts": []}', "no identity"),
        ('{"article": {"id": "a"}, "facts": [{"kind": "rumour"}]}', "not a fact of a known kind"),
    ],
)
def test_a_bad_gold_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold()) + "\n" + line)
    with pytest.raises(InputFault) as raised:
        gold_rows(path)
    assert raised.value.line == 2 and problem in raised.value.problem


def test_output_is_read_in_both_shapes_and_packed(tmp_path: Path) -> None:
    king = fact("role", person="A", title="king")
    path = tmp_path / "out.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, [{"id": "a", "facts": []}, gold(king)])).encode()))
    assert output_rows(path) == {"a": [], "a1": [king]}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A gold file, and an output that is right, half right, missing and spurious in turn."""
    draw = random.Random(5)
    places = ["Miami, USA", "Geneva, CHE", None]
    rows, out = [], []
    for n in range(40):
        facts = [
            fact("meeting", parties=["USA", draw.choice(["RUS", "UKR"])], place=draw.choice(places), quote="Một."),
            fact("claim", quantity=draw.randint(1, 3), object="drones", claimant="UKR", quote="Hai."),
        ]
        rows.append(gold(*facts, name=f"a{n}"))
        ours = [{**f, "place": draw.choice(places)} for f in facts if draw.random() < 0.8]
        out.append({"id": f"a{n}", "facts": ours + [fact("role", person="A")] * (draw.random() < 0.2)})
    for name, content in (("gold", rows), ("out", out)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in content))
    return tmp_path / "gold.jsonl", tmp_path / "out.jsonl"


def run(*arguments: object) -> str:
    result = CliRunner().invoke(eval_command, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_figures_are_those_of_the_definition(files: tuple[Path, Path], shared: Path) -> None:
    theirs = subprocess.run([sys.executable, shared / "score.py", *files], capture_output=True, text=True, check=True)
    assert run(files[0], "--out", files[1]) == theirs.stdout


def test_one_kind_alone(files: tuple[Path, Path]) -> None:
    lines = run(files[0], "--out", files[1], "--kind", "claim").splitlines()
    assert [line.split()[0] for line in lines] == ["claim", "slots", "ALL"] and "40 gold facts" in lines[-1]


def test_intervals_stand_behind_each_kind(files: tuple[Path, Path]) -> None:
    lines = run(files[0], "--out", files[1], "--intervals").splitlines()
    assert lines[0].startswith("meeting") and lines[0].endswith("]") and lines[-2].startswith("slots together")


def test_errors_stand_beside_their_text(files: tuple[Path, Path]) -> None:
    text = run(files[0], "--out", files[1], "--errors")
    for words in ("   Một. Hai.", "missed     claim:", "spurious   role:", "half-right meeting:", "place: ", " ≠ null"):
        assert words in text


def test_figures_as_json(files: tuple[Path, Path]) -> None:
    figures = json.loads(run(files[0], "--out", files[1], "--format", "json", "--errors", "--intervals"))
    assert figures["all"]["gold"] == 80 and len(figures["kinds"]["claim"]["interval"]) == 2
    assert {row["what"] for row in figures["differences"]} == {"missed", "spurious", "half-right"}


@pytest.fixture(scope="session")
def definition(shared: Path) -> ModuleType:
    """The program that defines the scoring."""
    spec = importlib.util.spec_from_file_location("definition", shared / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VALUES = {
    "quantity": st.sampled_from([1, 2, 2.0]), "points": st.sampled_from([None, 28, 19]), "named": st.booleans(),
    "when": st.sampled_from(
        [None, "2025-12-01", "2025-12", "2025-11-30/2025-12-02", "2025-12-20~", "../2025-12-01", "2025-12-20/.."]
    ),
    "quote": st.sampled_from(["", "a b c", "a b", "b c d e", "A b"]),
}  # fmt: skip
NAMES = st.sampled_from([None, "USA", "RUS", "usa"])
LISTS = st.lists(st.sampled_from(["USA", "RUS", "UKR"]), max_size=2)


@st.composite
def facts_of_a_kind(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """Gold and output of one kind, over so few values that keys often agree."""
    kind = draw(st.sampled_from(list(KINDS)))
    slots = {**COMMON, **KINDS[kind].slots}
    values = {s: VALUES.get(s, LISTS if v in ((), []) else NAMES) for s, v in slots.items()}
    row = st.fixed_dictionaries({"kind": st.just(kind), **values})
    return draw(st.lists(row, max_size=5)), draw(st.lists(row, max_size=5))


@given(facts=facts_of_a_kind())
def test_pairs_are_those_of_the_definition(definition: ModuleType, facts: tuple[list[Row], list[Row]]) -> None:
    assert pairs(*facts) == definition.pair(*facts)


def test_kinds_score_the_slots_of_the_definition(definition: ModuleType) -> None:
    assert {name: list(kind.scored) for name, kind in KINDS.items()} == definition.SLOTS
