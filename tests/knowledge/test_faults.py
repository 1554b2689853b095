from pathlib import Path

import pytest

from hoadam.errors import RuleFault
from hoadam.knowledge.load import read

WHOLE = {
    "cldr.toml": 'FRA = { en = "France", vi = "Pháp" }\nITA = { en = "Italy", vi = "Italy" }',
    "countries.toml": 'FRA = { qid = "Q142" }',
    "bodies.toml": 'EU = { kind = "bloc" }',
    "institutions.toml": '"Élysée" = { stands = "FRA" }',
    "people-all.toml": '["Emmanuel Macron"]\noffices = [{ title = "president", of = "FRA", from = "2017-05-14" }]',
    "places-all.toml": '"Paris, FRA" = { stands = "FRA" }',
    "media.toml": '"Le Monde" = { kind = "outlet" }',
}


def faults(folder: Path, **changed: str) -> str:
    files = WHOLE | {name.replace("_", "-") + ".toml": text for name, text in changed.items()}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault) as caught:
        read(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("countries", "XYZ = {}", "countries.toml: XYZ: unknown country code 'XYZ'"),
        ("countries", 'FRA = { form = ["x"] }', "countries.toml: FRA: unknown key 'form'"),
        ("countries", 'FRA = { forms = ["Italy"] }', "form 'Italy' already names the country 'FRA'"),
        ("countries", 'FRA = { forms = ["Pha\u0301p quốc"] }', "is not NFC"),
        ("countries", 'FRA = { forms = ["Pháp  quốc"] }', "has stray spaces"),
        ("countries", "FRA = {", "countries.toml: "),
        ("countries", "FRA = 3", "countries.toml: FRA: is no table"),
        ("countries", 'FRA = { forms = "Pháp quốc" }', "countries.toml: FRA: forms is 'Pháp quốc'"),
        ("bodies", 'EU = { kind = "bloc", members = ["QQQ"] }', "bodies.toml: EU: unknown country code 'QQQ'"),
        ("bodies", 'EU = { kind = "club" }', "bodies.toml: EU: unknown kind 'club'"),
        (
            "institutions",
            'Duma = { stands = "QQQ" }',
            "institutions.toml: Duma: 'QQQ' is neither a country code nor a body",
        ),
        ("places_all", '"Rome, QQQ" = {}', "places-all.toml: Rome, QQQ: unknown country code 'QQQ'"),
        ("media", '"Le Monde" = { kind = "paper" }', "media.toml: Le Monde: unknown kind 'paper'"),
        ("people_all", '[Macron]\ngender = "x"', "people-all.toml: Macron: gender 'x'"),
        ("people_all", '[A]\noffices = [{ title = "boss", of = "FRA" }]', "people-all.toml: A: unknown title 'boss'"),
        ("people_all", '[A]\noffices = [{ title = "president", of = "QQQ" }]', "'QQQ' is neither"),
        ("people_all", '[A]\nkin = [{ relation = "son" }]', "people-all.toml: A: kin {'relation': 'son'} lacks"),
        (
            "people_all",
            '[A]\noffices = [{ title = "king", of = "FRA", from = "May" }]',
            "'May' is no day, month or year",
        ),
        ("people_all", '[A]\nkin = [{ relation = "son" }]', "people-all.toml: A: kin {'relation': 'son'} lacks"),
        (
            "people_all",
            '[A]\noffices = [{ title = "king", of = "FRA", from = "2025", to = "2024-05" }]',
            "held from 2025 to 2024-05, which is earlier",
        ),
    ],
)
def test_a_fault_names_its_file_and_row(tmp_path: Path, file: str, text: str, problem: str) -> None:
    assert problem in faults(tmp_path, **{file: text})


def test_a_person_stands_in_one_file(tmp_path: Path) -> None:
    assert "people-two.toml: Emmanuel Macron: this person stands in another file too" in faults(
        tmp_path, people_two="['Emmanuel Macron']"
    )


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    told = faults(tmp_path, bodies='EU = { kind = "club" }', media="X = {}").splitlines()
    assert [line.split(":")[0] for line in told] == ["bodies.toml", "media.toml"]
