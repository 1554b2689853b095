"""Search: the same with and without diacritics, hits marked with their own accents, pages that do not overlap."""

import re
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from hoadam import Record
from hoadam.interfaces.web.folded import highlighted
from hoadam.views import Filters

HIT = re.compile(r'<li class="hit">\s*<h2><a href="/article/([^"?]+)')


def hits(page: str) -> list[str]:
    """The articles that a page lists."""
    return [unquote(one) for one in HIT.findall(page)]


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [("Vòng Đàm phán ở Geneva", "dam phan", "Vòng <mark>Đàm phán</mark> ở Geneva"),
     ("Vòng dam phan", "đàm phán", "Vòng <mark>dam phan</mark>"),
     ("một <b> & hai", "hai b", "một &lt;<mark>b</mark>&gt; &amp; <mark>hai</mark>"),
     ("đàm phánx", "phan", "đàm phánx"), ("không có", '"!?"', "không có"), ("", "x", ""),
     ("Ảnh 😀 Kyiv", "anh kyiv", "<mark>Ảnh</mark> 😀 <mark>Kyiv</mark>")],
)  # fmt: skip
def test_words_are_marked_whatever_accents_they_wear(text: str, asked: str, marked: str) -> None:
    assert str(highlighted(text, asked)) == marked


def test_with_and_without_diacritics_the_same_is_found(desk: str) -> None:
    one, other = (httpx.get(f"{desk}/search", params={"q": words}).text for words in ("đàm phán", "DAM PHAN"))
    assert len(hits(one)) > 5 and hits(one) == hits(other)
    assert "<mark>đàm phán</mark>" in one and 'class="fact kind-meeting"' in one


def test_a_phrase_finds_no_more_than_its_words(desk: str) -> None:
    words, phrase = (hits(httpx.get(f"{desk}/search", params={"q": q}).text) for q in ("28 điểm", '"28 điểm"'))
    assert phrase and set(phrase) <= set(words)


def test_pages_do_not_overlap_and_hold_all(desk: str, samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        every = [one.article for one in record.search("Ukraine", 1000)]
    listed: list[str] = []
    path = "/search?q=Ukraine&limit=7"
    while path:
        page = httpx.get(desk + path).text
        listed += hits(page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        path = onward[1].replace("&amp;", "&") if onward else ""
    assert listed == every and len(every) > 7


def test_as_of_a_day_later_articles_are_not_found(desk: str, samples_record: Path) -> None:
    then = hits(httpx.get(f"{desk}/search", params={"q": "Ukraine", "as_of": "2025-11-25"}).text)
    with Record(samples_record, create=False) as record:
        days = {one.article: one.published[:10] for one in record.search("Ukraine", 1000)}
        assert record.search("Ukraine", 5, Filters(known_at="2001-01-01")) == []
    assert then and all(days[article] <= "2025-11-25" for article in then)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_without_words_it_says_how_to_search(desk: str, lang: str) -> None:
    page = httpx.get(f"{desk}/search", params={"lang": lang, "q": "  "}).text
    assert "dam phan" in page and not hits(page)


@pytest.mark.parametrize(
    "words", ['"', "*", "a OR b NEAR(", "<script>alert(1)</script>", "x" * 5000, "\x00", "đ" * 299, "- - -"]
)
def test_hostile_words_are_words(desk: str, words: str) -> None:
    answer = httpx.get(f"{desk}/search", params={"q": words})
    assert answer.status_code == 200 and "<script>alert" not in answer.text
