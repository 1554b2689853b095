"""What is set aside at first glance is of no subject of ours; what is of ours, or of none that was seen, is read."""

import pytest

from hoadam.extract import worth_reading
from hoadam.extract.glance import MOST, first_words, odds
from hoadam.flow import facts_of
from hoadam.lang import languages, load
from hoadam.model.article import Article
from hoadam.scoring import gold_rows
from tests.gate.gate import TOP

VI = load("vi")


def test_every_sample_with_facts_is_worth_reading() -> None:
    rows = [row for row in gold_rows(TOP / "samples/gold/gold.jsonl") if row["facts"]]
    assert rows and all(worth_reading(row["article"]["text"], VI) for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Đội tuyển Anh thắng Pháp 2-1 ở trận chung kết, thủ môn cản phá hai cú sút phạt đền trong hiệp phụ.",
        "Bác sĩ bệnh viện phẫu thuật cứu bệnh nhân người Đức bị tai nạn giao thông trên đường về nhà.",
        "Diễn viên và ca sĩ Hàn Quốc xuất hiện trong bộ phim mới, khán giả Nhật Bản thích thú.",
    ],
)
def test_sport_health_and_stage_are_set_aside(text: str) -> None:
    article = Article("1", "Bến Nước", "2026-02-10T08:00:00+07:00", None, "vi", None, text)
    assert odds(text, VI) < VI.glance["#floor"] and facts_of(article) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nga và Ukraine nối lại đàm phán tại Abu Dhabi.",
        "Hai bên ký thỏa thuận ngừng bắn sau vòng đàm phán ở Doha do Qatar làm trung gian giữa CHDC Congo và M23.",
        "Ngoại trưởng Peru gặp người đồng cấp Ecuador bàn về đường biên giới chung.",
    ],
)
def test_talks_are_read(text: str) -> None:
    assert worth_reading(text, VI)


def test_words_never_seen_are_no_reason_to_set_aside() -> None:
    assert odds("Qwerty uiop asdfgh Zxcvb " * 40, VI) > VI.glance["#floor"]


def test_only_the_beginning_counts() -> None:
    text = "Nga và Ukraine nối lại đàm phán tại Abu Dhabi. " * 50
    assert first_words(text + "Giá vàng tăng mạnh.") == first_words(text)
    assert len(first_words("a b " * 1000)) == 4 and len(first_words(" ".join(map(str, range(500))))) <= 2 * MOST


def test_a_language_without_weights_reads_what_names_somebody() -> None:
    for code in languages():
        language = load(code)
        kept, language.glance = language.glance, {}
        try:
            assert worth_reading("Nga", language) and not worth_reading("abc", language)
        finally:
            language.glance = kept
