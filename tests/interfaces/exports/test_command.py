"""`hoadam export` as people type it."""

import io
import json
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

from hoadam.interfaces.cli import main
from hoadam.interfaces.exports import FORMATS
from hoadam.interfaces.exports.plain import link
from hoadam.interfaces.messages import LANGUAGES
from tests.interfaces.exports.support import hostile_record, open_record

TEXT = [name for name, of in FORMATS.items() if not of.binary]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command") / "r.sqlite"
    open_record(path).close()
    return path


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str | Path) -> tuple[int, bytes, str]:
    """Exit code, standard output as bytes, standard error."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return int(ended.value.code or 0), out, err.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEXT)
def test_every_text_format_goes_to_standard_output(
    name: str, language: str, place: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, err = run(capfdbinary, "export", name, "--db", place, "--lang", language, "--since", "2000")
    assert code == 0 and out and "\x1b" not in err
    assert all(line.startswith("Left out" if language == "en" else "Bỏ ra") for line in err.splitlines())


def test_what_is_left_out_is_counted(place: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    _, _, err = run(capfdbinary, "export", "plover", "--db", place, "--lang", "en")
    assert "Left out, delegation that no class of this format fits: 2" in err.splitlines()


def test_a_file_that_is_no_text_asks_for_a_place(
    place: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, err = run(capfdbinary, "export", "parquet", "--db", place)
    assert (code, out) == (2, b"") and "--out" in err
    file = tmp_path / "rows.parquet"
    assert run(capfdbinary, "export", "parquet", "--db", place, "--out", file)[0] == 0
    assert pyarrow.parquet.read_table(file).num_rows == 6
    _, out, _ = run(capfdbinary, "export", "parquet", "--db", place, "--out", "-")
    assert pyarrow.parquet.read_table(io.BytesIO(out)).num_rows == 6


def test_views_and_filters_are_those_of_the_questions(place: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    _, asked, _ = run(capfdbinary, "claims", "--db", place, "--party", "Russia", "--format", "json")
    _, out, _ = run(capfdbinary, "export", "jsonl", "--db", place, "--view", "claims", "--party", "Russia")
    assert out == asked and len(out.splitlines()) == 1
    _, out, _ = run(capfdbinary, "export", "jsonl", "--db", place, "--view", "met", "--met", "Umerov")
    assert {json.loads(line)["person"] for line in out.splitlines()} == {"Steve Witkoff", "Jared Kushner"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ics", "--view", "claims"), "deadlines"), (("csv", "--party", "Atlantis"), "Atlantis"),
        (("word",), "csljson"), (("csv", "--view", "nothing"), "timeline"), (("csv", "--from", "1.2.25"), "YYYY"),
        (("csv", "--view", "met"), "person"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_before_anything_is_written(
    place: Path, arguments: tuple[str, ...], said: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "out"
    code, out, err = run(capfdbinary, "export", *arguments, "--db", place, "--out", file, "--lang", "en")
    assert (code, out) == (2, b"") and said in err and not file.exists()


def test_hostile_words_do_nothing_on_standard_error(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    hostile_record(tmp_path / "r.sqlite").close()
    for name in TEXT:
        code, _, err = run(capfdbinary, "export", name, "--db", tmp_path / "r.sqlite", "--since", "2000")
        assert code == 0 and "\x1b" not in err


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://songlam.example/a?b=c&d=%20e#f", True), ("http://báo.example/tin", True),
        ("HTTPS://songlam.example/", True), ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False), ("//songlam.example/a", False), ("https://", False), ("https://a b", False),
        ("https://a.example/\nX", False), ('https://a.example/"onclick=', False), ("https://[::1", False),
        ("https://a.example:port/", False), ("ftp://a.example/", False), ("", False), (None, False),
        ("https://a.example/" + "x" * 5000, False), ("\x01https://a.example", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_followed(address: str | None, followed: bool) -> None:
    assert link(address) == (address if followed else None)
