"""Filing: what an article that rounds up the news tells of others stays out of a process."""

from typing import Any

from hoadam.knowledge.process import Process
from hoadam.model.fact import Fact
from hoadam.store.filing import Filing
from tests.store.support import fact

WAR = Process("war", "War", "Chiến sự", (("RUS",), ("UKR",)), ("USA", "FRA"), ("Donbass",))
ROUNDUP = (
    "Điểm tin sáng\n\nNga và Ukraine giao tranh dữ dội; Mỹ kêu gọi Thái Lan, Campuchia ngừng bắn. "
    "Pháp và Trung Quốc bàn cách chấm dứt chiến sự ở Ukraine; Mỹ gặp Pháp tại Paris."
)


def under(quote: str, kind: str, text: str = ROUNDUP, **slots: Any) -> str:
    told: Fact = fact(text, quote, kind, **slots)
    return Filing([WAR], text, "2025-12-28").under(told)


def test_a_fact_of_a_side_and_one_of_those_who_take_part_are_filed() -> None:
    assert under("Nga và Ukraine giao tranh", "meeting", parties=("RUS", "UKR")) == "war"
    assert under("Mỹ gặp Pháp", "meeting", parties=("USA", "FRA"), place="Paris, FRA") == "war"


def test_what_others_do_is_filed_where_its_own_words_tie_it_to_the_process() -> None:
    assert under("Pháp và Trung Quốc bàn cách", "meeting", parties=("FRA", "CHN")) == "war"
    assert under("Mỹ kêu gọi Thái Lan", "meeting", speaker="USA", parties=("THA", "KHM")) == ""


def test_another_article_is_not_about_it() -> None:
    text = "Mỹ gặp Pháp tại Paris để bàn thuế quan."
    assert under("Mỹ gặp Pháp", "meeting", text, parties=("USA", "FRA")) == ""
