"""Processes from a few lines of TOML: what they take in, and what is wrong with them, with file and line."""

from pathlib import Path
from typing import Any

import pytest

from hoadam.errors import RuleFault
from hoadam.kinds import KINDS
from hoadam.knowledge.process import Process, about, files, given, processes_in, states
from hoadam.model.fact import Fact

MINE = """
[armenia-azerbaijan]
en = "Armenia–Azerbaijan"
sides = ["ARM", ["AZE"]]
others = ["TUR"]
words = ["Zangezur"]
must = ["hòa đàm", "hòa bình"]
"""


def defined(folder: Path, text: str) -> list[Process]:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return processes_in(file)


def fact(kind: str = "meeting", **slots: Any) -> Fact:
    common = {name: slots.pop(name) for name in ("speaker",) if name in slots}
    return Fact(kind, 0, 1, "x", {**KINDS[kind].empty(), **slots}, **common)


def filed(process: Process, told: Fact, day: str, about_it: bool) -> bool:
    return files(process, states(told, day), about_it)


def test_a_few_lines_make_a_process(tmp_path: Path) -> None:
    (mine,) = defined(tmp_path, MINE)
    assert mine == Process(
        "armenia-azerbaijan", "Armenia–Azerbaijan", "armenia-azerbaijan", (("ARM",), ("AZE",)), ("TUR",),
        ("Zangezur",), ("hòa đàm", "hòa bình"),
    )  # fmt: skip
    assert Process.from_row(mine.row()) == mine


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[a]\nsides = [", "mine.toml: Invalid value (at end of document)"),
        ("\n[a]\nsides = = 2", "(at line 3, column 9)"),
        ('[A b]\nsides = ["ARM", "AZE"]', "(at line 1, column 4)"),
        ('["A b"]\nsides = ["ARM", "AZE"]', "mine.toml:1: A b: a name has small letters"),
        ('sides = ["ARM", "AZE"]', "mine.toml:1: sides: must be a table: [sides]"),
        ("\n[a]\nen = 'A'", "mine.toml:2: a: sides must list two codes or more"),
        ('[a]\nsides = ["ARM"]', "mine.toml:2: a: sides must list two codes or more"),
        ('[a]\nsides = ["ARM", []]', "mine.toml:2: a: sides must list two codes or more, or lists of codes"),
        ('[a]\nsides = ["ARM", [["AZE"]]]', "mine.toml:2: a: sides must list"),
        ('[a]\nsides = ["ARM", "Baku"]', "mine.toml:2: a: 'Baku' is neither a country code nor a body"),
        ('[a]\nsides = ["ARM", "AZE"]\nothers = "TUR"', "mine.toml:3: a: others must be a list of codes"),
        ('[a]\nsides = ["ARM", "AZE"]\nothers = ["QQQ"]', "mine.toml:3: a: 'QQQ' is neither"),
        ('[a]\nsides = ["ARM", "AZE"]\nwords = "Baku"', "mine.toml:3: a: words must be a list of words"),
        ('[a]\nsides = ["ARM", "AZE"]\nmust = [""]', "mine.toml:3: a: must must be a list of words"),
        ('[a]\nsides = ["ARM", "AZE"]\n\nvi = 3', "mine.toml:4: a: vi must be a text"),
        ('[a]\nsides = ["ARM", "AZE"]\nword = ["Baku"]', "mine.toml:3: a: unknown key 'word'; known are en, vi"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(RuleFault) as fault:
        defined(tmp_path, text)
    assert problem in str(fault.value)


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RuleFault) as fault:
        defined(tmp_path, '[a]\nsides = ["ARM"]\n\n[b]\nsides = ["ARM", "AZE"]\nothers = ["QQQ"]\nword = []')
    assert [line.split(": ")[0] for line in str(fault.value).splitlines()] == [
        "mine.toml:2",
        "mine.toml:7",
        "mine.toml:6",
    ]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RuleFault, match=r"mine\.toml: 'utf-8' codec"):
        processes_in(tmp_path / "mine.toml")


def test_a_text_is_about_it_that_names_two_sides_or_a_word_and_one_that_must_stand(tmp_path: Path) -> None:
    (mine,) = defined(tmp_path, MINE)
    assert about(mine, "Armenia và Azerbaijan nối lại hòa đàm")
    assert about(mine, "Hành lang Zangezur và tương lai hòa bình")
    assert not about(mine, "Armenia và Azerbaijan so tài ở vòng loại")
    assert not about(mine, "Armenia bàn chuyện hòa bình với láng giềng")


def test_what_is_filed_and_what_is_not(tmp_path: Path) -> None:
    (mine,) = defined(tmp_path, MINE.replace("must", "others2").replace("others2", "# must"))
    day = "2025-12-01"
    assert filed(mine, fact(parties=("ARM", "AZE")), day, about_it=False)
    assert filed(mine, fact(parties=("TUR", "USA")), day, about_it=True)
    assert filed(mine, fact("statement", speaker=None), day, about_it=True)
    assert not filed(mine, fact(parties=("TUR", "USA")), day, about_it=False)
    assert not filed(mine, fact(parties=("VNM", "JPN")), day, about_it=True)
    assert not filed(mine, fact(parties=("ARM", "USA")), day, about_it=False)


def test_a_side_is_met_by_whoever_holds_its_office_and_by_a_place_in_it(tmp_path: Path) -> None:
    (mine,) = defined(tmp_path, '[a]\nsides = ["RUS", "UKR"]')
    assert filed(mine, fact(people=("Vladimir Putin", "Volodymyr Zelenskyy")), "2025-12-01", about_it=False)
    assert not filed(mine, fact(people=("Vladimir Putin", "Volodymyr Zelenskyy")), "2018-12-01", about_it=False)
    assert filed(mine, fact("claim", claimant="RUS", place="Kharkiv, UKR"), "2025-12-01", about_it=False)


def test_the_given_ones_are_whole() -> None:
    names = [process.name for process in given()]
    assert names == sorted(names) and {"russia-ukraine", "iran-us", "gaza", "thailand-cambodia", "us-china-trade"} <= {
        *names
    }
    assert all(process.en and process.vi and process.vi != process.name for process in given())
