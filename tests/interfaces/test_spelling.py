"""House spelling: names are shown in the forms chosen, in tables and briefs; quotations stay as they were printed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam.interfaces.messages import choose
from hoadam.interfaces.spelling import AS_GIVEN, BadSpelling, forms, named, over, spell, spelling_in
from hoadam.interfaces.words import shown
from tests.interfaces.web.support import record_of_samples

HOUSE = """
[vi]
"Moscow, RUS" = "Matxcơva"
"Kyiv, UKR" = "Kiev"
"Volodymyr Zelenskyy" = "Volodymyr Zelensky"
USA = "Hoa Kỳ"

[en]
"Kyiv, UKR" = "Kiev"
"""


@pytest.fixture(autouse=True)
def as_given() -> Iterator[None]:
    yield
    spell(AS_GIVEN)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    file = tmp_path / "house.toml"
    file.write_text(HOUSE, encoding="utf8")
    return file


def test_names_are_shown_as_the_house_spells_them(house: Path) -> None:
    spell(spelling_in(house))
    choose("vi")
    assert shown("place", "Moscow, RUS") == "Matxcơva, Nga"
    assert shown("places", "x") == "x"
    assert shown("people", ["Volodymyr Zelenskyy", "Marco Rubio"]) == "Volodymyr Zelensky, Marco Rubio"
    assert shown("speaker", "Volodymyr Zelenskyy") == "Volodymyr Zelensky"
    assert shown("parties", ["USA", "RUS"]) == "Hoa Kỳ, Nga"
    choose("en")
    assert shown("place", "Moscow, RUS") == "Moscow, Russia" and shown("place", "Kyiv, UKR") == "Kiev, Ukraine"
    assert shown("party", "USA") == "United States"


@pytest.mark.parametrize("slot", ["content", "reason", "medium", "quote"])
def test_words_of_a_text_are_never_respelt(house: Path, slot: str) -> None:
    spell(spelling_in(house))
    for code in ("vi", "en"):
        choose(code)
        assert (
            shown(slot, "Moscow, RUS") == "Moscow, RUS" and shown(slot, "Volodymyr Zelenskyy") == "Volodymyr Zelenskyy"
        )


def test_forms_are_whole_names_of_the_language() -> None:
    assert {"Moscow", "Moskva", "Matxcơva"} <= set(forms("Moscow, RUS", "vi"))
    assert "Matxcơva" not in forms("Moscow, RUS", "en") and "Moskva" in forms("Moscow, RUS", "en")
    assert {"Volodymyr Zelenskyy", "Volodymyr Zelensky"} <= set(forms("Volodymyr Zelenskyy", "vi"))
    assert "Zelensky" not in forms("Volodymyr Zelenskyy", "vi")
    assert {"Xi Jinping", "Tập Cận Bình"} <= set(forms("Xi Jinping", "vi")) and forms("Nobody", "vi") == ()
    assert {"Mỹ", "Hoa Kỳ"} <= set(forms("USA", "vi"))
    assert sum(len(known) > 1 for known in named().values()) > 1000


def test_a_readers_own_choice_goes_before_that_of_the_house() -> None:
    both = over({"vi": {"a": "1", "b": "2"}}, {"vi": {"b": "3"}, "en": {"c": "4"}})
    assert both == {"vi": {"a": "1", "b": "3"}, "en": {"c": "4"}}


@pytest.mark.parametrize(
    "words",
    ["[fr]\n", "vi = 3\n", '[vi]\n"Mosccow, RUS" = "x"\n', '[vi]\nUSA = ""\n',
     "[vi]\nUSA = 3\n", '[vi]\nUSA = "a\\u001b[0m"\n', "[[["]
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "x.toml").write_text(words, encoding="utf8")
    with pytest.raises(BadSpelling):
        spelling_in(tmp_path / "x.toml")


def test_the_command_spells_names_and_leaves_sentences(tmp_path: Path, house: Path) -> None:
    place = record_of_samples(tmp_path / "r.sqlite")

    def asked(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from hoadam.interfaces.cli import main; main()", *words, "--db", str(place)]
        return subprocess.run(
            command, env={**os.environ, "COLUMNS": "400", **more}, capture_output=True, text=True, check=False
        )

    plain = asked("statements", "--lang", "vi", "--person", "Zelensky", "--limit", "0").stdout
    spelt = asked(
        "statements", "--lang", "vi", "--person", "Zelensky", "--limit", "0", HOADAM_SPELLING=str(house)
    ).stdout
    quoted = [[line for line in page.split("\n") if line.startswith("  ")] for page in (plain, spelt)]
    others = [[line for line in page.split("\n") if not line.startswith("  ")] for page in (plain, spelt)]
    assert quoted[0] == quoted[1] and "Volodymyr Zelenskyy" in "".join(quoted[1])  # as one sentence was printed
    assert "Volodymyr Zelenskyy" in "".join(others[0]) and "Volodymyr Zelenskyy" not in "".join(others[1])
    rows = [asked("statements", "--format", "json", HOADAM_SPELLING=file).stdout for file in ("", str(house))]
    assert rows[0] == rows[1] and rows[0]
    wrong = asked("statements", HOADAM_SPELLING=str(tmp_path / "nowhere.toml"))
    assert wrong.returncode == 2 and "nowhere.toml" in wrong.stderr and "Traceback" not in wrong.stderr
