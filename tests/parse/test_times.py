"""The reading of times: every rule's own sentences, the corpus, the seeds, and what must hold on any text."""

import json
import os
import pickle
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoadam.errors import RuleFault
from hoadam.lang import times as lang_times
from hoadam.lang.times import OPS, TimeRule, TimeRules, load_times
from hoadam.model.article import Article
from hoadam.model.edtf import Edtf
from hoadam.parse.time_lunar import lunar_date, lunar_month
from hoadam.parse.time_piece import operations
from hoadam.parse.times import TimeSpan, times_in

VI = Path(lang_times.__file__).parent / "vi"
RULES = load_times(VI)
CORPUS = [json.loads(line) for line in (VI / "corpus" / "time.jsonl").read_text(encoding="utf8").splitlines()]
TOP = Path(__file__).parents[2]
SEEDS = TOP.parent / "shared" / "data"


def read(text: str, published: str, outlet: str | None = None, rules: TimeRules = RULES) -> tuple[TimeSpan, ...]:
    return times_in(Article("x", outlet, published, "vi", None, None, text), rules)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_sentences_and_not_on_its_near_misses(rule: TimeRule) -> None:
    assert (rule.fires or rule.op == "nothing") and rule.misses
    for text, published, said, value in rule.fires:
        found = {span.text: (span.value or "", span.rule.split(" + ")) for span in read(text, published)}
        assert said in found, (text, found)
        assert found[said][0] == value and rule.name in found[said][1], (text, found[said])
    for text in rule.misses:
        made = [span for span in read(text, "2025-12-20") if span.value and rule.name in span.rule.split(" + ")]
        assert made == [], text


def test_rule_names_and_operations_are_known_once() -> None:
    assert len({rule.name for rule in RULES.rules}) == len(RULES.rules)
    assert operations() == OPS == {rule.op for rule in RULES.rules}


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 150 and sum(not row["spans"] for row in CORPUS) >= 40


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["text"][:40])
def test_a_line_of_the_corpus(row: dict[str, object]) -> None:
    outlet = str(row["outlet"]) if row["outlet"] else None
    found = read(str(row["text"]), str(row["published"]), outlet)
    assert [{"text": span.text, "value": span.value} for span in found if span.value] == row["spans"]


def seeds() -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Text, day of publication and spans of the two seed articles, which stay outside the repository."""
    for line in (SEEDS / "spans-seeds.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        head, text = (SEEDS / "seeds" / row["id"]).read_text(encoding="utf8").split("\n\n", 1)
        times = [(span["start"], span["end"], span["value"]) for span in row["spans"] if span["type"] == "time"]
        yield text, head.split()[1], times


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are kept outside the repository")
def test_the_seeds() -> None:
    for text, published, times in seeds():
        assert [(span.start, span.end, span.value) for span in read(text, published) if span.value] == times


def test_the_clock_of_the_machine_does_not_matter() -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]; from tests.parse.test_times import CORPUS, read\n"
        "for row in CORPUS: print([span.value for span in read(row['text'], row['published'], row['outlet'])])"
    )
    outputs = set()
    for zone in ("UTC", "Pacific/Auckland"):
        env = {**os.environ, "TZ": zone, "PYTHONIOENCODING": "utf8"}
        command = [sys.executable, "-c", script, str(TOP)]
        outputs.add(subprocess.run(command, env=env, cwd=TOP, capture_output=True, check=True).stdout)
    assert len(outputs) == 1


def test_kinds_durations_and_derived_windows() -> None:
    text = "Từ ngày 20/12, trong 24 giờ qua, trước ngày 5/1, hôm nay, gần đây."
    since, length, before, today, recent = read(text, "2025-12-22")
    assert (since.kind, since.after, since.before) == ("interval", "2025-12-20", None)
    assert (length.kind, length.duration, length.after, length.before) == (
        "duration", "PT24H", "2025-12-21", "2025-12-22"
    )  # fmt: skip
    assert (before.value, before.before) == ("../2026-01-05", "2026-01-05")
    assert (today.kind, recent.kind, recent.value, recent.before) == ("date", "open", None, "2025-12-22")


def test_blanks_dashes_and_capitals_do_not_matter() -> None:
    for text in (
        "từ ngày 21 - 22/12",
        "từ ngày 21–22/12",
        "TỪ NGÀY 21 — 22/12",
        "từ\u00a0ngày\u202f21\u00a0-\u00a022/12",
    ):
        assert [span.value for span in read(f"Họ họp {text}.", "2025-12-20")] == ["2025-12-21/2025-12-22"], text


def test_a_date_does_not_reach_over_a_line() -> None:
    assert [span.text for span in read("Tin ngày\n5/12 và từ\nngày 3/12", "2025-12-20")] == ["ngày 3/12"]


def test_absurd_dates_are_no_times() -> None:
    assert [span for span in read("Ngày 31/2, ngày 30/2/2025, ngày 31 tháng 4.", "2025-12-20") if span.value] == []


@pytest.mark.parametrize("published", ["", "yesterday", "2025-13-01", "0001-01-01", "9999-12-31T23:59:59-12:00"])
def test_an_odd_date_of_publication_never_raises(published: str) -> None:
    read("Hôm qua, ngày mai, tuần trước, ngày 5/3, 5000 năm nữa, 90 thế kỷ trước, tháng 8, thứ Hai, Tết.", published)


WORDS = [word for row in CORPUS for word in str(row["text"]).split()]
hostile = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from([*"0123456789./-–: ,()\n", "ngày ", "İ", "từ "]), max_size=60).map("".join),
)


@given(hostile, st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([None, "Thanh Niên"]))
def test_any_text_gives_ordered_spans_with_right_offsets_and_values(text: str, day: date, outlet: str | None) -> None:
    end = 0
    for span in read(text, f"{day}T20:00:00+07:00", outlet):
        assert end <= span.start < span.end and text[span.start : span.end] == span.text
        assert span.kind in ("date", "interval", "duration", "open") and (span.value is None) == (span.kind == "open")
        if span.kind in ("date", "interval"):
            assert span.value is not None and str(Edtf.parse(span.value)) == span.value
        for bound in (span.after, span.before):
            assert bound is None or date.fromisoformat(bound)
        end = span.end


@given(st.sampled_from(CORPUS))
def test_decomposed_text_reads_the_same_once_it_is_normalised(row: dict[str, object]) -> None:
    text, published = str(row["text"]), str(row["published"])
    decomposed = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    assert read(decomposed, published) == read(unicodedata.normalize("NFC", text), published)


def test_rules_survive_pickling() -> None:
    again = pickle.loads(pickle.dumps(RULES))
    assert again.tools == {} and read("Hôm nay họ họp.", "2025-12-22", rules=again)[0].value == "2025-12-22"


def test_faults_name_file_line_and_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "times.toml").write_text(
        "[shapes]\nd = '\\d'\n[[lead]]\nwords = ['a']\nedje = 'from'\n"
        "[[rule]]\nname = 'x'\nop = 'dat'\npattern = ['<d>']\nfires = []\nmisses = []\n"
        "[[rule]]\nname = 'y'\nop = 'date'\npattern = ['z <dd>']\nfires = []\nmisses = []\n"
        "[[rule]]\nname = 'w'\n",
        encoding="utf8",
    )
    with pytest.raises(RuleFault) as caught:
        load_times(tmp_path)
    said = str(caught.value)
    for part in ("times.toml:6: ", "mean 'date'", "times.toml:12: ", "mean 'd'", "  ^", "times.toml:18: ", "lacks op",
                 "times.toml:3: ", "mean 'edge'"):  # fmt: skip
        assert part in said, said
    with pytest.raises(RuleFault, match=r"times\.toml"):
        load_times(tmp_path / "nowhere")


NEW_YEARS = (
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-02"
)


def test_lunar_new_years() -> None:
    days = NEW_YEARS.split()  # those of 2007 and 2030 differ from the calendar of China
    assert [str(lunar_date(int(day[:4]), 1, 1)) for day in days] == days


def test_lunar_feasts() -> None:
    assert str(lunar_date(2025, 8, 15)) == "2025-10-06"
    assert str(lunar_date(2023, 3, 10)) == "2023-04-29"  # behind a leap second month
    assert lunar_date(1850, 1, 1) is None and lunar_date(2025, 13, 1) is None and lunar_date(2025, 1, 31) is None


def test_lunar_months_follow_each_other() -> None:
    for year in range(1900, 2101):
        for month in range(1, 13):
            first, following = lunar_month(year, month)
            assert following - first in (timedelta(29), timedelta(30))
