"""The brief in words: no sentence without a fact, none without its note, in both languages and as of any day."""

import re
from dataclasses import replace
from typing import Any

import pytest

from hoadam import Filters, Record
from hoadam.interfaces.brief import Page, wording
from hoadam.interfaces.brief.naming import Names, before_name, office, place
from hoadam.interfaces.brief.page import speaking
from hoadam.interfaces.brief.telling import Telling
from hoadam.interfaces.brief.template import filled
from hoadam.interfaces.messages import LANGUAGES, table
from hoadam.kinds import KINDS
from hoadam.views.brief import Brief, Line, Note, brief

WEEKS = [("2025-11-20", "2025-11-26"), ("2025-12-01", "2025-12-05"), ("2025-12-24", None), ("2025", None)]


def week(record: Record, since: str, as_of: str | None) -> Brief:
    return brief(record.store, "russia-ukraine", since, Filters(as_of=as_of))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("since", "as_of"), WEEKS)
def test_every_sentence_has_notes_and_every_note_its_sentence(
    record: Record, since: str, as_of: str | None, lang: str
) -> None:
    page = wording(week(record, since, as_of), lang)
    used = [number for section in page.sections for one in section.sentences for number in one.notes]
    assert sorted(set(used)) == [note.number for note in page.footnotes] == list(range(1, len(page.footnotes) + 1))
    assert list(dict.fromkeys(used)) == sorted(set(used))  # numbered in the order of reading
    for section in page.sections:
        for one in section.sentences:
            assert all(part.notes for part in one.parts) and one.text[0] == one.text[0].upper()
            assert not re.search(r"[{}\[\]]|None|\(\)|,,| {2}|,\.|: *[.,]", one.text), one.text


@pytest.mark.parametrize(("since", "as_of"), WEEKS)
def test_notes_give_the_sentence_as_printed(record: Record, since: str, as_of: str | None) -> None:
    for note in week(record, since, as_of).notes:
        shown = record.show(note.article)
        assert note.sentence in shown.article.text  # type: ignore[union-attr]
        assert note.outlet == shown.article.outlet and note.title == shown.article.title  # type: ignore[union-attr]
        fact = record.show(note.fact).row()
        report = next(one for one in fact["reports"] if one["id"] == note.report)
        assert note.sentence[note.start : note.end] == report["quote"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_in_quotation_marks_was_printed(record: Record, lang: str) -> None:
    made = week(record, "2025", None)
    printed = " ".join(" ".join(note.sentence for note in made.notes).split())
    page = wording(made, lang)
    quotes = [
        quote for section in page.sections for one in section.sentences for quote in re.findall("“(.*?)”", one.text)
    ]
    assert quotes and all(quote.strip("“") in printed for quote in quotes)


def test_as_of_a_day_nothing_later_is_known(record: Record) -> None:
    made = week(record, "2025-12-01", "2025-12-05")
    assert made.day == "2025-12-05" and all(note.published[:10] <= "2025-12-05" for note in made.notes)
    assert wording(made, "en").title == "Russia–Ukraine: brief of 5 Dec 2025"


def test_it_stays_one_page_and_says_nothing_twice(record: Record) -> None:
    made = week(record, "2025", None)
    sizes = {section.name: len(section.lines) for section in made.sections}
    assert list(sizes) == ["agreed", "new", "disputed", "due"]
    assert sizes["agreed"] == 5 and sizes["new"] == 5 and 0 < sizes["disputed"] <= 3 and sizes["due"] <= 4
    facts = [fact for section in made.sections for line in section.lines for fact in facts_of(line)]
    assert len(facts) == len(set(facts))


def facts_of(line: Line) -> set[str]:
    return {line.fact, *(side.fact for side in line.sides)}


def test_what_is_agreed_has_several_origins_and_what_is_new_has_one(record: Record) -> None:
    agreed, new, *_ = week(record, "2025-12-24", None).sections
    assert agreed.lines and all(line.origins > 1 and len(line.notes) > 1 for line in agreed.lines)
    assert new.lines and all(line.origins < 2 and len(line.notes) == 1 for line in new.lines)


def test_contradicting_numbers_stand_side_by_side(record: Record) -> None:
    page = wording(week(record, "2025-12-24", None), "en")
    (line,) = (one for one in page.sections[2].sentences if "91 drones" in one.text)
    assert "Foreign Minister Sergey Lavrov" in line.text and "89 drones" in line.text and len(line.notes) == 3


def test_what_is_due_lies_ahead(record: Record) -> None:
    made = week(record, "2025-11-20", "2025-11-23")
    due = made.sections[3].lines
    assert any(line.kind == "deadline" and line.when == "2025-11-27" for line in due)
    assert all(line.when is None or line.when[:10] >= "2025-11-23" or "/" in line.when for line in due)


def test_people_are_introduced_once(record: Record) -> None:
    text = " ".join(one.text for section in wording(week(record, "2025-12-24", None), "en").sections
                    for one in section.sentences)  # fmt: skip
    assert text.count("US President Donald Trump") == 1 and text.count("Donald Trump") > 1


def test_a_place_without_news_says_so(record: Record) -> None:
    made = brief(record.store, "iran-us", "2025-12-31")
    page = wording(made, "vi")
    assert [section.sentences for section in page.sections] == [()] * 4 and page.empty == "Không có gì."


def line(kind: str, **slots: Any) -> Line:
    common = {name: slots.pop(name) for name in ("when", "speaker", "named", "quote", "outlet", "office")
              if name in slots}  # fmt: skip
    empty = {slot: list(value) if value == () else value for slot, value in KINDS[kind].empty().items()}
    return Line(kind=kind, fact="m1", slots={**empty, **slots}, notes=(1,), **common)


def said(lang: str, one: Line, day: str = "2025-12-23") -> str:
    with speaking(lang):
        return Telling(Names({}), day).sentence(one)


@pytest.mark.parametrize(
    ("one", "vietnamese", "english"),
    [
        (line("meeting", form="talks", status="planned", parties=["USA", "RUS"], when="2026-01-05", place="Miami, USA"),
         "Mỹ và Nga dự kiến hội đàm ngày 5/1/2026 tại Miami (Mỹ)",
         "the US and Russia plan to hold talks in Miami, US on 5 January 2026"),
        (line("meeting", form="call", status="denied", parties=["USA", "RUS"], speaker="RUS"),
         "thông tin về cuộc điện đàm giữa Mỹ và Nga bị phủ nhận",
         "a phone call between the US and Russia has been denied"),
        (line("meeting", form="visit", status="held", people=["Xi Jinping"], parties=["CHN", "VNM"], place="Hanoi, VNM",
              when="2025-12-20/2025-12-21"),
         "trong hai ngày 20 và 21/12, Tập Cận Bình thăm Hà Nội (Việt Nam)",
         "Xi Jinping visited Hanoi, Vietnam on 20–21 December"),
        (line("draft", author="USA", event="sent", by="USA", to="UKR", points=28),
         "Mỹ gửi kế hoạch 28 điểm của mình cho Ukraine",
         "the US sent its own 28-point plan to Ukraine"),
        (line("draft", author="USA", event="accepted", done="planned", by="UKR", quote="sẽ nhận bản ấy",
              outlet="Báo A"),
         "theo Báo A: “sẽ nhận bản ấy”", "according to Báo A: “sẽ nhận bản ấy”"),
        (line("position", party="RUS", issue="territory", stance="demands", to="UKR", content="Ukraine rút đi"),
         "Về lãnh thổ, Nga yêu cầu “Ukraine rút đi”", "On territory, Russia demands “Ukraine rút đi”"),
        (line("claim", claimant="UKR", act="struck", quantity=1, object="refineries", of="RUS", bound="exact",
              speaker="UKR", office="Air Force", period="PT24H"),
         "theo Không quân Ukraine, một nhà máy lọc dầu của Nga bị đánh trúng trong 24 giờ",
         "according to the Ukrainian Air Force, one Russian refinery was hit within 24 hours"),
        (line("claim", claimant=None, act="killed", quantity=1375, object="soldiers", bound="at-least", named=False,
              speaker="RUS", when="2025-12"),
         "theo một nguồn không nêu tên của Nga, trong tháng 12, ít nhất 1.375 binh sĩ thiệt mạng",
         "according to an unnamed Russian source, at least 1,375 soldiers were killed in December"),
        (line("appointment", person="An Bình", title="ambassador", of="VNM", to="USA", change="resigned",
              when="2026-01"),
         "trong tháng 1/2026, An Bình sẽ từ chức đại sứ Việt Nam tại Mỹ",
         "An Bình is to step down as Vietnamese ambassador to the US in January 2026"),
        (line("deadline", set_by="EU", status="set", when="2025-12-30", quote="hạn tự đặt", **{"for": "EU"}),
         "EU tự đặt hạn chót ngày 30/12: “hạn tự đặt”", "the EU set itself a deadline of 30 December: “hạn tự đặt”"),
        (line("agreement", parties=["THA", "KHM"], matter="ceasefire", event="violated", speaker="KHM"),
         "thỏa thuận ngừng bắn giữa Thái Lan và Campuchia bị vi phạm",
         "the ceasefire between Thailand and Cambodia was violated"),
        (line("statement", speech="direct", speaker="USA", medium="X", quote="“Xong rồi.”", when="2025-12-20~"),
         "vào khoảng 20/12, Mỹ nói trên X: “Xong rồi.”", "the US said on X around 20 December: “Xong rồi.”"),
    ],
)  # fmt: skip
def test_sentences(one: Line, vietnamese: str, english: str) -> None:
    assert said("vi", one) == vietnamese and said("en", one) == english


def test_every_case_of_every_kind_has_its_rows_in_both_languages() -> None:
    sentences = table("brief/sentences.toml")
    cases = {"meeting": "status", "agreement": "event", "draft": "event", "appointment": "change",
             "deadline": "status", "position": "stance", "statement": "speech"}  # fmt: skip
    lacking = [f"{kind}.{case}" for kind, slot in cases.items() for case in KINDS[kind].words[slot]
               if case not in sentences[kind]]  # fmt: skip
    rows = [row for kind in (*cases, "claim") for told in sentences[kind].values() for row in told]
    assert lacking == [] and all(set(row) == set(LANGUAGES) for row in rows)
    assert set(sentences["form"]) == set(KINDS["meeting"].words["form"])
    assert set(sentences["deal"]) == set(KINDS["agreement"].words["matter"])


def test_a_slot_cannot_bring_a_slot() -> None:
    assert filled("{a}[ and {b}][ or {c}]", {"a": "[{b}]", "b": "{a}", "c": None}) == "[{b}] and {a}"
    assert filled("{a}", {"a": ""}) is None


def test_hostile_text_does_no_harm(record: Record) -> None:
    made = week(record, "2025-12-24", None)
    note = Note(99, "m1", "r1", "A\x1b[31mB\u202e", ("\x00",), "2025-12-30", "x\ny", "javascript:\x07", "a",
                "cut \x9b here", 0, 3)  # fmt: skip
    page = wording(replace(made, notes=(note,)), "en")
    assert isinstance(page, Page) and all(
        text.isprintable() for one in page.footnotes for text in (one.outlet, one.headline, one.url or "", one.sentence)
    )


def test_titles_and_places_as_the_press_has_them() -> None:
    with speaking("vi"):
        assert before_name(office("defence minister", "USA") or "") == "Bộ trưởng Quốc phòng"
        assert place("White House, USA") == "Nhà Trắng (Mỹ)" and place("Moscow, RUS") == "Moskva (Nga)"
    with speaking("en"):
        assert before_name(office("defence minister", "USA") or "") == "Defence Secretary"
        assert office("president", "EU") is None and place("White House, USA") == "the White House, US"
