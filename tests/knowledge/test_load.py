import pickle
import unicodedata

import pytest

from hoadam.knowledge import Knowledge, Name, load
from hoadam.model.vocabulary import TITLES


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load()


def strong(known: Knowledge, form: str) -> list[Name]:
    return [name for name in known.names if name.form == form and not name.weak]


@pytest.mark.parametrize(
    ("form", "type", "value"),
    [
        ("Hoa Kỳ", "country", "USA"),
        ("CHDCND Triều Tiên", "country", "PRK"),
        ("Li Băng", "country", "LBN"),
        ("Liên hợp quốc", "body", "UN"),
        ("Zelensky", "person", "Volodymyr Zelenskyy"),
        ("Andrej Babis", "person", "Andrej Babiš"),
        ("Kim Jong Un", "person", "Kim Jong-un"),
        ("Tập Cận Bình", "person", "Xi Jinping"),
        ("Dải Gaza", "place", "Gaza, PSE"),
        ("Biển Đông", "place", "South China Sea"),
        ("Tân Hoa xã", "medium", "Xinhua"),
        ("FSB", "institution", "Federal Security Service"),
    ],
)
def test_a_press_form_has_one_value(known: Knowledge, form: str, type: str, value: str) -> None:
    assert [(name.type, name.value) for name in strong(known, form)] == [(type, value)]


@pytest.mark.parametrize(
    ("form", "value", "stands", "office"),
    [
        ("Matxcơva", "Moscow, RUS", "RUS", None),
        ("Điện Kremlin", "Kremlin, RUS", "RUS", "Kremlin"),
        ("Nhà Trắng", "White House, USA", "USA", "White House"),
        ("Brussels", "Brussels, BEL", "EU", None),
        ("Bộ Quốc phòng", "Ministry of Defence", None, "Ministry of Defence"),
    ],
)
def test_who_acts_behind_a_place_or_an_institution(
    known: Knowledge, form: str, value: str, stands: str | None, office: str | None
) -> None:
    [name] = strong(known, form)
    assert (name.value, name.stands, name.office) == (value, stands, office)


@pytest.mark.parametrize("form", ["Mỹ", "Nga", "Anh", "Đức", "Tập", "Viên", "Thanh Niên"])
def test_everyday_words_are_weak(known: Knowledge, form: str) -> None:
    assert any(name.form == form for name in known.names)
    assert not strong(known, form)


@pytest.mark.parametrize(
    ("title", "of", "day", "name"),
    [
        ("president", "USA", "2024-06-01", "Joe Biden"),
        ("president", "USA", "2025-12-01", "Donald Trump"),
        ("chief of staff", "UKR", "2025-11-27", "Andriy Yermak"),
        ("chief of staff", "UKR", "2026-02-01", "Kyrylo Budanov"),
        ("prime minister", "THA", "2025-11-01", "Anutin Charnvirakul"),
    ],
)
def test_who_held_an_office_on_a_day(known: Knowledge, title: str, of: str, day: str, name: str) -> None:
    assert name in known.holders(title, of, day)


def test_an_office_ends(known: Knowledge) -> None:
    assert "Andriy Yermak" not in known.holders("chief of staff", "UKR", "2025-11-29")


def test_every_country_has_its_names(known: Knowledge) -> None:
    countries = {name.value for name in known.names if name.type == "country"}
    assert len(countries) == 250
    assert countries <= known.english.keys()
    assert known.vietnamese["USA"] == "Mỹ"
    assert known.english["CIV"] == "Ivory Coast"
    assert known.qids["VNM"] == "Q881"


def test_forms_are_nfc_and_offices_have_known_titles(known: Knowledge) -> None:
    assert all(unicodedata.is_normalized("NFC", name.form) for name in known.names)
    assert {office.title for person in known.people.values() for office in person.offices} <= set(TITLES)


def test_every_qid_looks_like_one_and_is_given_once(known: Knowledge) -> None:
    assert all(qid[0] == "Q" and qid[1:].isdecimal() for qid in known.qids.values())
    assert len(set(known.qids.values())) == len(known.qids)


def test_kin_are_people_of_the_data(known: Knowledge) -> None:
    assert {other for person in known.people.values() for _, other in person.kin} <= known.people.keys()


def test_knowledge_pickles(known: Knowledge) -> None:
    assert pickle.loads(pickle.dumps(known)).names == known.names
