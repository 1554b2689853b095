import pytest

from hoadam.knowledge.person import Office
from hoadam.knowledge.spelling import folded, spellings


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("Erdoğan", "Erdogan"),
        ("Jens-Frederik Nielsen", "Jens-Frederik Nielsen"),
        ("Tô Lâm", "To Lam"),
        ("Łódź", "Lodz"),
    ],
)
def test_folded(form: str, plain: str) -> None:
    assert folded(form) == plain


@pytest.mark.parametrize(
    ("form", "others"),
    [
        ("Kim Jong-un", ("Kim Jong-un", "Kim Jong Un", "Kim Jong-Un")),
        ("Ben-Gvir", ("Ben-Gvir",)),
        ("Choe Son-hui", ("Choe Son-hui", "Choe Son Hui", "Choe Son-Hui")),
        ("Putin", ("Putin",)),
        ("al-Sharaa", ("al-Sharaa", "Al-Sharaa", "al Sharaa", "Al Sharaa")),
    ],
)
def test_spellings(form: str, others: tuple[str, ...]) -> None:
    assert spellings(form) == others


@pytest.mark.parametrize(
    ("day", "held"),
    [("2025-02-28", False), ("2025-03-01", True), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_a_bound_that_is_a_month_or_year_covers_all_of_it(day: str, held: bool) -> None:
    assert Office("president", "USA", "2025-03", "2026").on(day) is held
