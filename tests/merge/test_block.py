"""Blocks: what is one shares a key, and the cost of one more article does not grow with the record."""

from datetime import date, timedelta

from hoadam.merge import BLOCK, block_keys, compared, judge, pairs, rivals
from hoadam.model.report import Report
from tests.merge.support import report, talks
from tests.merge.test_kinds import ONE


def test_what_is_one_shares_a_block() -> None:
    for kind, one, other in ONE:
        a, b = report("a", kind, **one), report("b", kind, **other)
        assert set(block_keys(a)) & set(block_keys(b)), (kind, one, other)


def days_of_news(count: int) -> list[Report]:
    """Four reports a day of the same two parties."""
    first = date(2020, 1, 1)
    return [
        talks(f"{n:05}", (first + timedelta(days=n // 4)).isoformat(), place=None, people=("Marco Rubio",))
        for n in range(count)
    ]


def comparisons(reports: list[Report]) -> int:
    blocks: dict[str, list[Report]] = {}
    for one in reports:
        for key in block_keys(one):
            blocks.setdefault(key, []).append(one)
    return len({(a.id, b.id) for block in blocks.values() for a, b in pairs(block)})


def test_comparisons_grow_with_the_news_and_not_with_its_square() -> None:
    few, many = comparisons(days_of_news(200)), comparisons(days_of_news(2000))
    assert many < 11 * few


def test_a_block_that_is_too_full_is_bounded() -> None:
    crowd = [talks(f"{n:05}") for n in range(BLOCK * 2)]
    assert len(list(pairs(crowd))) < BLOCK * 2 * 20
    assert len(rivals(talks("99999"), crowd)) < 20
    one = rivals(crowd[-1], crowd)
    assert {(a.id, b.id) for a, b in pairs(crowd) if crowd[-1].id in (a.id, b.id)} == {
        (other.id, crowd[-1].id) for other in one
    }


def test_compared_is_judge_over_blocks() -> None:
    reports = days_of_news(12)
    found = {(j.one, j.other) for j in compared(reports)}
    assert found == {
        (a.id, b.id) for a in reports for b in reports if a.id < b.id and judge(a, b) is not None
    }  # fmt: skip
