"""What keeps groups apart: as if every report were compared with every other, at a cost that does not square."""

from dataclasses import replace
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from hoadam.merge import excludes, solve
from hoadam.merge.group import Exclusions, Group, face
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report
from tests.merge.support import report, talks

DAYS = st.sampled_from(["2025-11-22", "2025-11-23", "2025-11-27"])
CLOCKS = st.sampled_from(["", "T08:00:00+07:00", "T21:30:00+07:00"])
SPEAKERS = st.sampled_from(["Marco Rubio", "USA", "Andriy Yermak"])
WORDS = st.sampled_from(["the talks went well today", "12 days are left", "nobody will give way"])


@st.composite
def meetings(draw: st.DrawFn, id: str) -> Report:
    """Talks told on one of some days by one of some articles."""
    people = draw(st.sampled_from([(), ("Marco Rubio",), ("Andriy Yermak",)]))
    place = draw(st.sampled_from([None, "Geneva, CHE", "Miami, USA"]))
    status = draw(st.sampled_from(["held", "planned"]))
    published = draw(DAYS) + draw(CLOCKS)
    return talks(id, published, article=draw(st.sampled_from("xyz")), people=people, place=place, status=status)


@st.composite
def statements(draw: st.DrawFn, id: str) -> Report:
    """Something said, in one of some articles."""
    published, article = draw(DAYS) + draw(CLOCKS), draw(st.sampled_from("xyz"))
    return report(id, "statement", published, article=article, speaker=draw(SPEAKERS), quote=draw(WORDS))


@st.composite
def some(draw: st.DrawFn) -> list[Report]:
    """Reports of one kind."""
    kind = draw(st.sampled_from([meetings, statements]))
    return [draw(kind(f"{number:02}")) for number in range(draw(st.integers(2, 10)))]


@settings(max_examples=200)
@given(some(), st.integers(1, 9), st.booleans())
def test_groups_exclude_what_any_two_reports_exclude(reports: list[Report], cut: int, joined: bool) -> None:
    seen = Exclusions({one.id: one for one in reports})
    cut = min(cut, len(reports) - 1)
    sides = (reports[:cut], reports[cut:])
    units = [[side[:2], *([one] for one in side[2:])] if joined else [[one] for one in side] for side in sides]
    groups = [grown(side, seen) for side in units]
    expected = any(all(excludes(a, b) for a, b in product(*pair)) for pair in product(*units))
    assert (groups[0].excluded(groups[1]) is not None) == expected


def grown(units: list[list[Report]], seen: Exclusions) -> Group:
    """The group of some units."""
    first, *others = (Group([one.id for one in unit], seen) for unit in units)
    for other in others:
        first.absorb(other)
    return first


@settings(max_examples=200)
@given(some(), WORDS, CLOCKS)
def test_reports_that_look_alike_exclude_alike(reports: list[Report], words: str, clock: str) -> None:
    one, other = reports[0], reports[-1]
    fact = replace(one.fact, quote=words, end=len(words))
    twin = replace(one, fact=fact, outlet="elsewhere", published=one.published[:10] + clock)
    assert face(twin) == face(one)
    assert (excludes(twin, other) is None) == (excludes(one, other) is None)


def test_thousands_of_like_reports_are_one_fact() -> None:
    """Compared one by one these would take minutes."""
    reports = [talks(f"{number:05}", when="2025-12-01") for number in range(5000)]
    links = [Judgement("same", a.id, b.id, "", "rule:meeting", 1) for a, b in pairwise(reports)]
    assert [len(ids) for ids in solve(reports, links).components] == [5000]
