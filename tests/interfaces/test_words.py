"""Values as people read them, in both languages; a time is never more precise than it was told."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam import lang
from hoadam.interfaces import messages
from hoadam.interfaces.columns import LAYOUTS, SUMMARIES
from hoadam.interfaces.messages import choose, has, say, table, wanted
from hoadam.interfaces.words import number, period, place, printed, shown, when
from hoadam.kinds import KINDS
from hoadam.knowledge import load
from hoadam.model.vocabulary import ISSUES, TITLES

LANG = Path(lang.__file__).parent


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    choose("en")


@pytest.mark.parametrize(
    ("value", "english", "vietnamese"),
    [
        (None, "undated", "không rõ ngày"),
        ("2025-11-30", "30 Nov 2025", "30/11/2025"),
        ("2025-11", "Nov 2025", "11/2025"),
        ("2025", "2025", "2025"),
        ("2025-12-20~", "about 20 Dec 2025", "khoảng 20/12/2025"),
        ("2025-12-20?", "20 Dec 2025 (?)", "20/12/2025 (?)"),
        ("2025-12-21/2025-12-22", "21–22 Dec 2025", "21–22/12/2025"),
        ("2025-11-29/2025-12-02", "29 Nov–2 Dec 2025", "29/11–02/12/2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025–2 Jan 2026", "30/12/2025–02/01/2026"),
        ("2025-12-20/..", "from 20 Dec 2025", "từ 20/12/2025"),
        ("../2025-12-20", "until 20 Dec 2025", "đến 20/12/2025"),
        ("2025-12-20T14:30", "20 Dec 2025 14:30", "20/12/2025 14:30"),
        ("2025-22", "2025-22", "2025-22"),
    ],
)
def test_times(value: str | None, english: str, vietnamese: str) -> None:
    choose("en")
    assert when(value) == english
    choose("vi")
    assert when(value) == vietnamese


def test_numbers_places_and_periods() -> None:
    choose("vi")
    assert number(1375) == "1.375" and number(17.5) == "17,5"
    assert place("Miami, USA") == "Miami, Mỹ" and place("USA") == "Mỹ" and place("Persian Gulf") == "Vịnh Ba Tư"
    assert place("Hanoi, VNM") == "Hà Nội, Việt Nam" and place("Sea of Azov") == "Biển Azov"
    assert period("PT24H") == "24 giờ" and period("bao lâu") == "bao lâu"
    choose("en")
    assert number(1375) == "1,375" and number(2.0) == "2" and period("P2D") == "2 d"
    assert printed("2025-12-01T00:00:00+07:00") == "1 Dec 2025"


@pytest.mark.parametrize(
    ("slot", "value", "english", "vietnamese"),
    [
        ("person", "Xi Jinping", "Xi Jinping", "Tập Cận Bình"),
        ("speaker", "Xi Jinping", "Xi Jinping", "Tập Cận Bình"),
        ("speaker", "Marco Rubio", "Marco Rubio", "Marco Rubio"),
        ("object", "oil rigs", "oil rigs", "giàn khoan"),
        ("office", "Air Force", "Air Force", "Không quân"),
        ("title", "Thứ trưởng Ngoại giao", "deputy foreign minister", "Thứ trưởng Ngoại giao"),
        ("title", "secretary (NSDC)", "NSDC secretary", "thư ký Hội đồng An ninh - Quốc phòng"),
        ("place", "White House, USA", "White House, United States", "Nhà Trắng, Mỹ"),
    ],
)
def test_names_and_words_of_either_language(slot: str, value: str, english: str, vietnamese: str) -> None:
    choose("en")
    assert shown(slot, value) == english
    choose("vi")
    assert shown(slot, value) == vietnamese


def test_every_name_of_a_table_is_known() -> None:
    rows, values = table("vocabulary.toml"), {name.value for name in load().names}
    assert set(rows["name"]) <= values
    assert set(rows["office"]) <= {name.office for name in load().names}
    assert all(title == title.lower() for title in rows["title"])


def test_whatever_a_language_counts_has_a_vietnamese_word() -> None:
    counted = tomllib.loads((LANG / "vi" / "words" / "claim.toml").read_text(encoding="utf-8"))["object"]
    rows = table("vocabulary.toml")["word"]
    assert {str(one) for one in counted.values()} - {name.removeprefix("object.") for name in rows} == set()


def test_numbers_agree_with_their_words() -> None:
    choose("en")
    one = say("message", "told-by", reports=1, outlets=2, origins=1)
    assert one == "1 report, 2 outlets, 1 independent origin"
    assert say("message", "article-reader", count=0) == "0 facts"
    assert say("reason", "within-days", days="1") == "told within 1 day"


def test_lists_and_words() -> None:
    choose("vi")
    assert shown("parties", ("USA", "UKR")) == "Mỹ, Ukraine"
    assert shown("issues", ["security-guarantees"]) == "bảo đảm an ninh"
    assert shown("title", "son of a friend") == "son of a friend"


def test_every_word_of_the_vocabularies_has_a_vietnamese_row() -> None:
    rows = table("vocabulary.toml")["word"]
    words = {(slot, word) for kind in KINDS.values() for slot, closed in kind.words.items() for word in closed}
    words |= {("title", title) for title in TITLES} | {("issue", issue) for issue in ISSUES}
    words |= {("kind", kind) for kind in KINDS}
    assert [(slot, word) for slot, word in words if not (rows.get(f"{slot}.{word}") or rows.get(word))] == []


def test_every_message_stands_in_both_languages() -> None:
    lacking = [
        f"{section}.{key}"
        for section, rows in table("messages.toml").items()
        for key, row in rows.items()
        if set(row) != set(messages.LANGUAGES)
    ]
    assert lacking == []


def test_every_slot_has_a_heading() -> None:
    slots = {slot for layout in LAYOUTS.values() for slot in (*layout.columns, *layout.details)}
    slots |= {slot for summary in SUMMARIES.values() for slot in summary}
    slots |= {slot for kind in KINDS.values() for slot in kind.empty()}
    assert [slot for slot in slots if not has("heading", slot)] == []


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        (["meetings", "--lang", "vi"], {}, "vi"),
        (["--lang=vi", "meetings"], {}, "vi"),
        (["--lang", "en"], {"LANG": "vi_VN.UTF-8"}, "en"),
        (["search", "--", "--lang", "vi"], {}, "en"),
        (["--lang"], {}, "en"),
    ],
)
def test_the_language_that_is_wanted(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert wanted(arguments, environment) == language
