"""An article with its facts marked: nothing is lost by cutting, all facts are there, and changed words show."""

import html
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import httpx
import pytest

from hoadam import Record
from hoadam.interfaces.web.marking import paragraphs
from hoadam.interfaces.wording import differences
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store import Observation
from hoadam.views import ShownArticle
from tests.interfaces.web.support import served

TEXT = "Tiêu đề một dòng\n\nĐoạn hai có vài chữ.\nĐoạn ba <b>ở cuối</b>"


SPANS = [(0, 4), (2, 9), (0, 9), (18, 30), (20, 45), (18, len(TEXT))]


def told(start: int, end: int) -> Observation:
    """A fact on a stretch of TEXT."""
    fact = Fact("statement", start, end, TEXT[start:end], {})
    return Observation(f"o{start}-{end}", fact, "a", None, "2025-12-01", None, "", "", 0, "", 1, "r", "")


@pytest.mark.parametrize("spans", list(product(SPANS, repeat=3)))
def test_cutting_keeps_every_letter_and_every_fact(spans: tuple[tuple[int, int], ...]) -> None:
    notes = [told(*span) for span in sorted(set(spans))]
    parts = paragraphs(TEXT, notes)
    assert ["".join(piece.text for piece in part.pieces) for part in parts] == TEXT.replace("\n\n", "\n").split("\n")
    begun = [one.told for part in parts for one in part.notes]
    assert begun == notes
    for one in notes:
        covered = "".join(p.text for part in parts for p in part.pieces if one.id in {n.told.id for n in p.notes})
        assert covered == one.fact.quote.replace("\n", "")
    assert sum(len(piece.begun) for part in parts for piece in part.pieces) == len(notes)


def test_every_fact_is_marked_and_noted(desk: str, samples_record: Path) -> None:
    with Record(samples_record, create=False) as record:
        shown = record.show("bn-12")
        assert isinstance(shown, ShownArticle) and len(shown.facts) > 20
    page = httpx.get(f"{desk}/article/bn-12").text
    assert page.count('class="note fact') == len(shown.facts)
    assert {one.id for one in shown.facts} <= set(re.findall(r' id="(\w+)"', page))
    text = html.unescape(re.sub(r"<aside.*?</aside>|<[^>]+>", "", page.split('<article class="read">')[1], flags=re.S))
    for paragraph in filter(None, shown.article.text.split("\n")):
        assert " ".join(paragraph.split()) in " ".join(text.split())
    links = [httpx.get(desk + path) for path in re.findall(r'class="mark evidence[^>]*href="([^"]+)"', page)[:3]]
    assert [answer.status_code for answer in links] == [302, 302, 302]


def test_revisions_show_what_was_taken_out_and_put_in(tmp_path: Path) -> None:
    first = Article("a/1?<x>", "Báo Thử", "2025-12-03", "vi", "javascript:alert(1)", None,
                    "Ngày 3/12, phái đoàn Mỹ và phái đoàn Ukraine đã đàm phán tại Geneva. Trời <mưa> to.")  # fmt: skip
    second = replace(first, text="Theo thông báo, trời <nắng> to.")
    with Record(tmp_path / "r.sqlite") as record:
        record.add([first])
        record.add([second])
    with served(tmp_path / "r.sqlite") as desk:
        page = httpx.get(f"{desk}/article/a%2F1%3F%3Cx%3E", params={"lang": "en"}).text
    assert "&lt;nắng&gt;" in page and re.search(r"<del>[^<]*Geneva\.[^<]*&lt;mưa&gt;</del>", page)
    assert "Only this revision says:" in page and "javascript:" not in page


def test_differences_give_both_texts_back() -> None:
    before, now = "một hai ba bốn năm", "một ba ba bốn sáu bảy"
    found = list(differences(before, now))
    assert [word for one in found if one.sort != "in" for word in one.words] == before.split()
    assert [word for one in found if one.sort != "out" for word in one.words] == now.split()
    assert any(one.sort == "in" for one in differences("x " * 5000, "x " * 5001))
