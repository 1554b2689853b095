"""The command as people run it: tables, JSON, CSV, exit codes, languages, and how quickly it is there."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from hoadam.interfaces.bench_made import made
from hoadam.interfaces.cli import COMMANDS, main
from hoadam.interfaces.terminal import cells
from tests.interfaces.support import COMMAND, run
from tests.store.support import PLAN, ROUND, article, fact, filled, told

VIEWS = (
    "timeline", "meetings", "delegations", "people", "drafts", "positions", "statements", "claims", "appointments",
    "deadlines", "agreements",
)  # fmt: skip
# All that `hoadam --help` may load: what is added here is paid at every start.
AT_START = {
    "hoadam", "hoadam.errors", "hoadam.interfaces", "hoadam.interfaces.cli", "hoadam.interfaces.messages",
    "hoadam.interfaces.options",
}  # fmt: skip
HEAVY = {"rich", "sqlite3", "platformdirs", "json", "multiprocessing", "concurrent", "asyncio", "http", "csv", "babel"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "r.sqlite"
    filled(path).close()
    return path


@pytest.fixture(scope="module")
def dispatches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles as JSON Lines."""
    path = tmp_path_factory.mktemp("dispatches") / "all.jsonl"
    path.write_text("".join(json.dumps(one.row(), ensure_ascii=False) + "\n" for one, _ in told()), encoding="utf8")
    return path


class Here:
    """Runs the command in this process, which has its words loaded already."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = self.capsys.readouterr()
        return int(ended.value.code or 0), out, err


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("COLUMNS", raising=False)
    return Here(capsys)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_tables_fit(
    record: Path, view: str, language: str, width: int, monkeypatch: pytest.MonkeyPatch, here: Here
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, _ = here(view, "--db", record, "--lang", language)
    assert code == 0 and "\x1b" not in out
    assert all(cells(line) <= width for line in out.splitlines())


def test_a_meeting_as_people_see_it(record: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    _, out, _ = here("meetings", "--db", record, "--lang", "vi")
    assert out.splitlines() == [
        "Thời gian   Hình thức  Tình trạng  Các bên      Nơi",
        "──────────  ─────────  ──────────  ───────────  ───────────────",
        "03/12/2025  đàm phán   đã diễn ra  Mỹ, Ukraine  Geneva, Thụy Sĩ",
        "  Người: Steve Witkoff, Jared Kushner, Rustem Umerov · Vấn đề: lãnh thổ",
        "  Phái đoàn Mỹ: Steve Witkoff (trưởng đoàn; đặc phái viên), Jared Kushner",
        "  Phái đoàn Ukraine: Rustem Umerov",
        "  Sáng 3/12, đoàn Mỹ và đoàn Ukraine mở vòng đàm phán thứ tư tại Geneva.",
        "  — Báo Sông Lam · 03/12/2025 08:30 · " + out.split(" · ")[-1].strip(),
    ]


def test_the_words_of_a_statement_are_marked(record: Path, here: Here) -> None:
    assert "Ông Umerov nói [hai bên đã tiến gần nhau hơn về lãnh thổ]." in here("statements", "--db", record)[1]


def test_an_unnamed_source_is_told_as_one(record: Path, here: Here) -> None:
    _, out, _ = here("positions", "--db", record, "--lang", "en")
    assert "unnamed source, Russia" in out
    assert here("positions", "--db", record, "--named")[1] == ""


def test_json_is_one_object_a_row(record: Path, here: Here) -> None:
    _, out, _ = here("timeline", "--db", record, "--format", "json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["kind"] for row in rows] == ["meeting", "statement", "position", "draft", "claim", "deadline"]
    assert all(row["sentence"] and row["id"] for row in rows)


@pytest.mark.parametrize("view", VIEWS)
def test_csv_heads_its_columns_even_without_rows(record: Path, view: str, here: Here) -> None:
    _, out, _ = here(view, "--db", record, "--format", "csv")
    _, empty, _ = here(view, "--db", record, "--format", "csv", "--from", "2031")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert out.endswith("\r\n")
    assert [rows[0]] == list(csv.reader(io.StringIO(empty)))
    assert all(len(row) == len(rows[0]) for row in rows) and "sentence" in rows[0]


def test_hostile_text_is_shown_as_text(tmp_path: Path, here: Here) -> None:
    text = "=HYPERLINK(1) \x1b]0;x\x07 và \x9b31m \u202eđỏ: bên A đòi đất."
    one = article("x\x1b[2J", text, outlet="@Báo\x1b[31m", title=None)
    row = fact(text, text[:-1], "position", party="=UKR", issue="territory", stance="demands", content="+x")
    path = tmp_path / "r.sqlite"
    filled(path, [(one, (row,))]).close()
    for form in ("table", "json", "csv"):
        _, out, _ = here("positions", "--db", path, "--format", form)
        assert form == "csv" or not any(c in out for c in "\x1b\x9b\x07\u202e")
    cells_ = next(csv.DictReader(io.StringIO(out)))
    assert cells_["party"] == "'=UKR" and cells_["outlet"].startswith("'@") and cells_["quote"].startswith("'=")
    for arguments in (("show", "x"), ("search", "đòi")):
        _, out, _ = here(*arguments, "--db", path)
        assert out and not any(c in out for c in "\x1b\x9b\x07\u202e")


def test_limits_say_that_there_is_more(record: Path, here: Here) -> None:
    code, out, err = here("timeline", "--db", record, "--limit", "2", "--format", "json")
    assert code == 0 and len(out.splitlines()) == 2 and "--limit 0" in err
    assert json.loads(out.splitlines()[-1])["kind"] == "deadline"


def test_show_and_search(record: Path, here: Here) -> None:
    (row,) = map(json.loads, here("deadlines", "--db", record, "--format", "json")[1].splitlines())
    _, out, _ = here("show", row["id"][:6], "--db", record, "--lang", "vi")
    assert "[hạn chót cho Ukraine vào ngày 20/12]" in out and "<thử>" in out and "Tin Bến Nghé" in out
    assert json.loads(here("show", row["id"], "--db", record, "--format", "json")[1])["when"] == "2025-12-20"
    assert "Hai đoàn ngồi lại" in here("show", "a1", "--db", record)[1]
    _, out, _ = here("search", "dam", "phan", "--db", record)
    assert "đàm phán" in out
    assert here("search", "khongcogi", "--db", record)[1] == ""


def test_evidence_shows_the_words_of_a_slot(record: Path, here: Here) -> None:
    (row,) = map(json.loads, here("meetings", "--db", record, "--format", "json")[1].splitlines())
    out = here("show", row["id"], "--db", record)[1]
    assert "← “Geneva” 20–26" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("timeline", "--db", "none.sqlite"), 5, "no record at none.sqlite"),
        (("timeline", "--db", "none.sqlite", "--lang", "vi"), 5, "không có hồ sơ"),
        (("meetings", "--party", "Atlantis", "--db", "DB"), 2, "no party Atlantis"),
        (("meetings", "--issue", "teritory", "--db", "DB", "--lang", "vi"), 2, "có phải territory?"),
        (("show", "zzz", "--db", "DB"), 6, "no fact or article zzz"),
        (("timeline", "--to", "30/11", "--db", "DB"), 2, "no date"),
        (("timeline", "--db", "mysql://x/y"), 2, "no store"),
        (("nosuch", "--lang", "vi"), 2, "không có lệnh nosuch"),
        (("timeline", "--nosuch"), 2, "no such option"),
        (("show",), 2, "missing"),
        (("timeline", "--limit", "x", "--lang", "vi"), 2, "giá trị không hợp lệ"),
        (("timeline", "extra"), 2, "extra"),
    ],
)
def test_faults_are_one_message_and_an_exit_code(
    record: Path, arguments: tuple[str, ...], code: int, said: str, here: Here
) -> None:
    found, out, err = here(*(str(record) if word == "DB" else word for word in arguments))
    assert (found, out) == (code, "")
    assert said in err and "Traceback" not in err


def test_extract_keeps_order_and_bytes(dispatches: Path) -> None:
    code, out, _ = run("extract", dispatches)
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a1", "b2", "c3"]
    assert all(set(json.loads(line)) == {"id", "facts"} for line in out.splitlines())
    assert run("extract", dispatches)[1] == out == run("extract", "--jobs", "2", dispatches)[1]
    for dash in ((), ("-",)):
        assert run("extract", *dash, stdin=dispatches.read_bytes())[1] == out


def test_facts_are_their_words(dispatches: Path, here: Here) -> None:
    texts = {one.id: one.text for one, _ in told()}
    for line in here("extract", dispatches)[1].splitlines():
        row = json.loads(line)
        assert all(texts[row["id"]][one["start"] : one["end"]] == one["quote"] for one in row["facts"])


def test_parse_and_explain(dispatches: Path, here: Here) -> None:
    code, out, _ = here("parse", dispatches)
    assert code == 0 and [set(json.loads(line)) for line in out.splitlines()] == [{"id", "spans"}] * 3
    code, out, _ = here("explain", dispatches)
    assert code == 0 and "Báo Sông Lam" in out


def test_what_is_refused_is_a_row_and_an_exit_code(dispatches: Path, tmp_path: Path, here: Here) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(dispatches.read_text("utf8") + "{không phải JSON\n", encoding="utf8")
    for command in (("extract",), ("parse",), ("explain",), ("add", "--db", str(tmp_path / "r.sqlite"))):
        code, out, err = here(*command, bad)
        assert code == 3 and out
        assert len(err.splitlines()) == 1 and "bad.jsonl:4: refused:" in err
    assert here("extract", tmp_path / "missing.txt")[0] == 3
    assert "từ chối" in here("extract", tmp_path / "missing.txt", "--lang", "vi")[2]


def test_add_tells_what_was_new(dispatches: Path, tmp_path: Path) -> None:
    db = tmp_path / "new" / "r.sqlite"
    code, out, err = run("add", dispatches, HOADAM_DB=str(db))
    assert (code, err) == (0, "") and "3 new" in out
    assert "0 new" in run("add", dispatches, "--db", db)[1]
    assert "3 known" in run("add", "--jobs", "2", dispatches, "--db", db)[1]
    changed = dispatches.read_text("utf8").replace("Mưa lớn", "Mưa to")
    assert "1 revised" in run("add", "-", "--db", db, stdin=changed.encode())[1]


@pytest.mark.parametrize("command", ["extract", "parse", "explain"])
def test_reading_gives_the_same_bytes_with_any_number_of_jobs(command: str, tmp_path: Path) -> None:
    rows = [article(f"n{n}", f"{text}\n\nTin {n}.").row() for n in range(150) for text in (ROUND, PLAN)]
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", encoding="utf8")
    code, out, err = run(command, many, "--jobs", "1")
    assert (code, len(err.splitlines())) == (3, 1)
    assert [run(command, many, *jobs) for jobs in (("--jobs", "3"), ())] == [(code, out, err)] * 2


def test_add_keeps_the_same_with_any_number_of_jobs(tmp_path: Path) -> None:
    rows = [article(f"n{n}", f"{text}\n\nTin {n}.").row() for n in range(150) for text in (ROUND, PLAN)]
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    assert run("extract", many, "--jobs", "1")[1] == run("extract", many, "--jobs", "3")[1]


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    filled(path, list(made(300))).close()
    command = [str(COMMAND), "timeline", "--db", str(path), "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait() == 1
    process.stderr.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_speaks_both_languages(language: str) -> None:
    code, out, _ = run("--help", LANG=f"{language}_XX.UTF-8")
    assert code == 0 and all(name in out for name in COMMANDS)
    assert ("Cách dùng" in out) == (language == "vi")
    assert ("Tùy chọn" in run("meetings", "--help", "--lang", language)[1]) == (language == "vi")


def test_start_loads_no_more_than_it_must() -> None:
    program = (
        "import sys\nfrom hoadam.interfaces.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert {name for name in loaded if name.startswith("hoadam")} == AT_START
    assert {name.split(".")[0] for name in loaded} & HEAVY == set()
