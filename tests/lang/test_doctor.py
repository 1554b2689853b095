"""Broken folders of a language beside what the doctor must say of them."""

import shutil
from pathlib import Path

import pytest

from hoadam.flow import rules_fired
from hoadam.interfaces.checking import check, line
from hoadam.interfaces.messages import LANGUAGES, choose
from hoadam.lang.doctor import Complaint, examine
from hoadam.lang.load import HERE, languages
from hoadam.lang.syllable import is_right, respelt

WORDS = """
[say]
"nói" = "that"
"cho biết" = "that"

[that]
"rằng" = ""

[and]
"và" = ""

[plan]
"kế hoạch" = "plain"
"""
ACTOR = """
[[rule]]
name = "<nước>"
level = 1
pattern = "{party:party}"
fires = ["Nga rút quân."]
misses = ["Trời mưa to."]
"""
RULE = """
[[rule]]
name = "<bên> nói rằng"
pattern = "{speaker:actor} {verb:say} {that}"
fires = ["Nga nói rằng trời mưa."]
misses = ["Nga nói trời mưa."]
"""
SOUND = {"words/speech.toml": WORDS, "rules/actor.toml": ACTOR, "rules/statement.toml": RULE}
Expected = list[tuple[str, int, str, str | None]]  # file, line, sort, nearest known name


def made(folder: Path, **changed: str) -> Path:
    """A small language; `changed` is text by file, with `__` for the stroke."""
    files = {**SOUND, **{name.replace("__", "/") + ".toml": text for name, text in changed.items()}}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.lstrip("\n"), encoding="utf8")
    for name in ("times.toml", "home.txt", "letters.txt"):
        shutil.copy(HERE / "vi" / name, folder / name)
    return folder


def told(folder: Path) -> Expected:
    found = examine(folder, rules_fired)
    return [(Path(one.file).relative_to(folder).as_posix(), one.line, one.sort, one.near) for one in found]


def test_a_sound_folder_has_no_complaints(tmp_path: Path) -> None:
    assert told(made(tmp_path)) == []


RULES = "rules/statement.toml"
BROKEN: dict[str, tuple[dict[str, str], Expected]] = {
    "a class that does not exist": (
        {"rules__statement": RULE.replace("{verb:say}", "{verb:sayy}")},
        [(RULES, 1, "loading", "say")],
    ),
    "a slot that nothing reads": (
        {"rules__statement": RULE.replace("{speaker:", "{speakr:")},
        [(RULES, 1, "slot", "speaker")],
    ),
    "a row that nothing reads": (
        {"rules__statement": RULE.replace("fires", 'noum = "x"\nfires')},
        [(RULES, 1, "row", "noun")],
    ),
    "a rule that never fires": (
        {"rules__statement": RULE.replace("Nga nói rằng trời", "Nga nói là trời")},
        [(RULES, 1, "silent", None)],
    ),
    "a near miss that fires": (
        {"rules__statement": RULE.replace('["Nga nói trời mưa."]', '["Nga cho biết rằng trời mưa."]')},
        [(RULES, 1, "loud", None)],
    ),
    "a rule without a sentence": (
        {"rules__statement": RULE.replace('["Nga nói rằng trời mưa."]', "[]")},
        [(RULES, 1, "no-sentence", None)],
    ),
    "a rule whose sentences are missing": (
        {"rules__statement": RULE.replace("fires", "fire")},
        [(RULES, 1, "loading", None)],
    ),
    "a rule without a near miss": (
        {"rules__statement": RULE.replace("misses = ", "miss = ")},
        [(RULES, 1, "no-miss", None), (RULES, 1, "row", "misses")],
    ),
    "a rule that stands twice": (
        {"rules__statement": RULE + RULE},
        [(RULES, 7, "twice", None)],
    ),
    "two values in two files": (
        {"words__more": '[say]\n"nói" = "weak"\n'},
        [("words/speech.toml", 2, "clash", None)],
    ),
    "two values under two spellings": (
        {"words__more": '[say]\n"đe doạ" = "weak"\n"đe dọa" = "news"\n'},
        [("words/more.toml", 3, "clash", None)],
    ),
    "a word to be left alone that is another": (
        {"words__plain": '# Left alone.\n\n[plain]\n"lời nói" = ""\n"cho biết" = ""\n'},
        [("words/plain.toml", 5, "alone", None)],
    ),
    "a tone mark in the wrong place": (
        {"words__more": '[say]\n"hòan toàn nói" = "that"\n'},
        [("words/more.toml", 2, "tone", "hoàn")],
    ),
    "a syllable that cannot be": (
        {"words__more": '[say]\n"tôc độ nói" = "that"\n'},
        [("words/more.toml", 2, "syllable", None)],
    ),
    "a misspelt word in a pattern": (
        {"rules__statement": RULE.replace("{that}", "( {that} | ngừơi )?")},
        [(RULES, 1, "loud", None), (RULES, 1, "tone", "người")],
    ),
    "a class that nothing uses": (
        {"words__more": '[sayy]\n"hét" = ""\n'},
        [("words/more.toml", 2, "unused", "say")],
    ),
    "a word file that is no TOML": (
        {"words__more": '[say\n"hét" = ""\n'},
        [("words/more.toml", 0, "loading", None)],
    ),
    "a rule file that is no TOML": (
        {"rules__statement": RULE + "name = \n"},
        [(RULES, 0, "loading", None)],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_fault_is_told_with_its_file_its_line_and_the_nearest_name(name: str, tmp_path: Path) -> None:
    changed, expected = BROKEN[name]
    assert told(made(tmp_path, **changed)) == expected


@pytest.mark.parametrize("code", languages())
def test_our_own_languages_are_sound(code: str) -> None:
    assert [line(one) for one in examine(HERE / code, rules_fired)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_complaint_has_words(language: str) -> None:
    sorts = {sort for _, expected in BROKEN.values() for _, _, sort, _ in expected}
    values = dict.fromkeys(("rule", "name", "form", "value", "other", "place", "text", "syllable", "problem"), "Ω")
    choose(language)
    try:
        assert all("Ω" in line(Complaint("f", 1, sort, values)) for sort in sorts)
    finally:
        choose("en")


def test_the_command_gives_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check((str(made(tmp_path / "sound")),)) == 0
    assert check((str(made(tmp_path / "broken", words__more='[say]\n"nói" = "weak"\n')),)) == 4
    assert "speech.toml:2: “nói” in [say] is “that” here and “weak” in" in capsys.readouterr().out


RIGHT = (
    "hòa hoà thủy thuỷ quý hoàn người giếng gì nghĩa tuyên khuya thuở quốc được điện thoại ngoài việt già giáo quỳnh "
    "hoặc thuế quyết loạt phía mùa cửa rượu yêu oán hoẵng uyển giữa quận chiến yếu khoảng nghiêng kilômét vđv"
)
WRONG = {
    "hòan": "hoàn", "gìa": "già", "tìên": "tiền", "qúôc": None, "ngừơi": "người", "nghiã": "nghĩa", "họăc": "hoặc",
    "tôc": None, "đươc": None, "điệnn": None, "múôn": None,
}  # fmt: skip


@pytest.mark.parametrize("syllable", RIGHT.split())
def test_right_syllables(syllable: str) -> None:
    assert is_right(syllable) and is_right(syllable.capitalize())


@pytest.mark.parametrize("syllable", WRONG)
def test_wrong_syllables(syllable: str) -> None:
    assert not is_right(syllable)
    assert WRONG[syllable] is None or respelt(syllable) == WRONG[syllable]
