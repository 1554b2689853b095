"""The gate: no F1 under its floor, no floor lowered in silence, and the gate's own workings."""

import argparse
import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.gate import raise_floors
from tests.gate.gate import FLOORS, TOP, Floors, below, fingerprint, found, load, lowered_unsaid, raised

GOLD = load()["gold"]


@pytest.mark.parametrize("gold", GOLD)
def test_no_kind_is_under_its_floor(gold: str) -> None:
    file = TOP / GOLD[gold]["file"]
    if GOLD[gold]["file"].startswith("../") and not file.exists():
        pytest.skip("the shared folder is not beside this repository")
    assert fingerprint(file) == GOLD[gold]["sha256"], f"{file.name} is not the gold that was measured: make gate"
    assert below(GOLD[gold]["floors"], found(gold, GOLD[gold]), load()["noise"]) == {}


def test_floors_have_only_risen() -> None:
    if shutil.which("git") is None or not (TOP / ".git").exists():
        pytest.skip("not a clone")
    path = FLOORS.relative_to(TOP).as_posix()
    commits = git("log", "-20", "--format=%H", "--", path).split()
    versions = [load(), *(json.loads(git("show", f"{commit}:{path}")) for commit in commits)]
    fallen = [line for new, old in pairwise(versions) for line in lowered_unsaid(old, new)]
    assert fallen == []


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=TOP, capture_output=True, text=True, check=True).stdout


def floors(lowered: list[dict[str, str]] | None = None, **names: float) -> Floors:
    entry = {"file": "README.md", "sha256": None, "floors": names}
    return {"noise": 0.0, "margin": 0.01, "gold": {"samples": entry}, "lowered": lowered or []}


def test_a_floor_rises_with_what_is_measured_and_never_falls() -> None:
    assert raised({"claim": 0.5, "role": 0.9}, {"claim": 0.8, "role": 0.7}, 0.01) == {"claim": 0.79, "role": 0.9}


def test_a_floor_begins_where_a_kind_is_first_measured() -> None:
    assert raised({}, {"claim": 0.005, "role": 1.0}, 0.01) == {"claim": 0.0, "role": 0.99}


def test_what_falls_is_named() -> None:
    assert below({"claim": 0.5, "role": 0.9}, {"claim": 0.5}, 0.0) == {"role": (0.9, 0.0)}


def test_noise_is_let_pass() -> None:
    assert below({"claim": 0.5}, {"claim": 0.49}, 0.02) == {}


def test_lowering_in_silence_is_refused() -> None:
    assert list(lowered_unsaid(floors(claim=0.5), floors(claim=0.4))) == ["samples claim: 0.5 → 0.4"]
    assert list(lowered_unsaid(floors(claim=0.5), floors())) == ["samples claim: 0.5 → 0.0"]


def test_lowering_with_a_reason_is_let_pass_once() -> None:
    why = [{"gold": "samples", "name": "claim", "because": "the gold grew"}]
    assert list(lowered_unsaid(floors(claim=0.5), floors(why, claim=0.4))) == []
    assert list(lowered_unsaid(floors(why, claim=0.4), floors(why, claim=0.3))) == ["samples claim: 0.4 → 0.3"]


def test_the_hash_tells_gold_apart(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    assert fingerprint(tmp_path / "a") != fingerprint(tmp_path / "b")


def renewed(before: Floors, lower: list[str], monkeypatch: pytest.MonkeyPatch, **measured: float) -> list[str]:
    """What fell, after renewing floors in place with this measured."""
    monkeypatch.setattr(raise_floors, "found", lambda gold, entry: measured)
    options = argparse.Namespace(lower=lower, because="the gold grew")
    return list(raise_floors.renewed(before, "samples", options))


def test_renewing_raises_and_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    before = floors(claim=0.5)
    assert renewed(before, [], monkeypatch, claim=0.8) == []
    assert before["gold"]["samples"]["floors"] == {"claim": 0.79} and before["gold"]["samples"]["sha256"]


def test_renewing_keeps_a_floor_that_is_not_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    before = floors(claim=0.5)
    assert renewed(before, [], monkeypatch, claim=0.4) == ["samples claim fell below its floor: 0.400 < 0.500"]
    assert before["gold"]["samples"]["floors"] == {"claim": 0.5} and before["lowered"] == []


def test_renewing_lowers_on_purpose_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = floors(claim=0.5), floors(claim=0.5)
    assert renewed(after, ["claim"], monkeypatch, claim=0.4) == []
    assert after["gold"]["samples"]["floors"] == {"claim": 0.39}
    assert after["lowered"][0]["because"] == "the gold grew" and list(lowered_unsaid(before, after)) == []
