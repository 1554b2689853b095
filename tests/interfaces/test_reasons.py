"""Why reports were judged one, in the words of the language."""

import pytest

from hoadam.interfaces.messages import choose
from hoadam.interfaces.reasons import reasoned


@pytest.mark.parametrize(
    ("reason", "vi", "en"),
    [
        ("day 2025-11-23; place Geneva, CHE; parties UKR, USA", "Thời gian: 23/11/2025; Nơi: Geneva, Thụy Sĩ; "
         "Các bên: Ukraine, Mỹ", "When: 23 Nov 2025; Place: Geneva, Switzerland; Parties: Ukraine, United States"),
        ("told within 3 days; form room", "đưa tin cách nhau 3 ngày; gặp trực tiếp",
         "told within 3 days; people in one room"),
        ("object drones; but quantity 1375 and 89",
         "Đối tượng: máy bay không người lái; nhưng khác Số lượng: 1.375 / 89",
         "Object: drones; but not Quantity: 1,375 / 89"),
        ("quantity 460 and, rounded, 464", "Số lượng: 460 / 464", "Quantity: 460 / 464"),
        ("Lan: place Bern; số sai", "Lan: place Bern; số sai", "Lan: place Bern; số sai"),
        ("something new", "something new", "something new"),
    ],
)  # fmt: skip
def test_reasons_are_said_in_both_languages(reason: str, vi: str, en: str) -> None:
    choose("vi")
    assert reasoned(reason) == vi
    choose("en")
    assert reasoned(reason) == en
