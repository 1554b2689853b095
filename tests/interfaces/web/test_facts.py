"""How we know: reports by origin, disputes side by side, what was decided, as of a day; in words of the language."""

import re
from pathlib import Path

import httpx
import pytest

from hoadam import Record
from hoadam.views.decide import correct
from tests.interfaces.web.support import record_of_samples, served


def facts_of(record: Path, kind: str) -> list[tuple[str, int, tuple[str, ...]]]:
    """The facts of a kind: id, number of reports, disputed slots."""
    with Record(record, create=False) as held:
        return [(one.id, one.reports, one.disputed) for one in held.timeline() if one.kind == kind]


def test_reports_of_one_origin_stand_together(desk: str, samples_record: Path) -> None:
    id_, count, _ = max(facts_of(samples_record, "meeting"), key=lambda one: one[1])
    page = httpx.get(f"{desk}/fact/{id_}", params={"lang": "en"}).text
    groups = re.split(r'<h3 class="origin">', page)[1:]
    held = {
        re.sub(r"\s*<.*", "", group.split("</h3>")[0], flags=re.S): group.count('class="report"') for group in groups
    }
    assert held["All from Reuters"] == 3
    assert sum(held.values()) == count == page.count('class="report"')
    assert f"{len(held)} independent origins" in page


def test_a_dispute_shows_each_value_with_its_outlets(desk: str, samples_record: Path) -> None:
    id_, _, (slot, *_) = next(one for one in facts_of(samples_record, "claim") if one[2])
    page = httpx.get(f"{desk}/fact/{id_}", params={"lang": "en"}).text
    (table,) = re.findall(r'<table class="dispute">.*?</table>', page, re.S)
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td><a href="#r-(\w+)">([^<]+)</a>', table, re.S)
    assert slot == "quantity"
    assert [(value, outlet) for value, _, outlet in rows] == [("460", "Đất Lành"), ("464", "Chiều Hồng Hà")]
    assert all(f'id="r-{report}"' in page for _, report, _ in rows)


def test_what_contradicts_stands_on_its_own_sentence(desk: str, samples_record: Path) -> None:
    pages = [
        httpx.get(f"{desk}/fact/{id_}", params={"lang": "vi"}).text for id_, *_ in facts_of(samples_record, "claim")
    ]
    opposed = [part for page in pages for part in re.findall(r'<section class="opposed">.*?</section>', page, re.S)]
    assert opposed
    for part in opposed:
        assert len(re.findall(r"<blockquote>[^§]*?<mark>", part)) == 2
        assert "nhưng khác" in part and "but quantity" not in part


def test_what_people_decided_is_told_and_the_history_with_it(tmp_path: Path) -> None:
    place = record_of_samples(tmp_path / "record.sqlite")
    with Record(place) as record:
        id_ = next(one.id for one in record.meetings() if one.reports > 2)
        correct(record.store, id_, "place=Bern, CHE", "Lan <b>", "sửa <i>nơi</i>")
        with served(place) as desk:
            page = httpx.get(f"{desk}/fact/{id_}", params={"lang": "vi"}).text
    assert "Lan &lt;b&gt;" in page and "sửa &lt;i&gt;nơi&lt;/i&gt;" in page
    assert "Nơi = Bern, Thụy Sĩ" in page
    assert page.count("thêm tin") > 2


def test_a_fact_as_of_a_day_has_the_reports_of_that_day(desk: str, samples_record: Path) -> None:
    id_, count, _ = max(facts_of(samples_record, "meeting"), key=lambda one: one[1])
    with Record(samples_record, create=False) as record:
        days = sorted(one.told.published[:10] for one in record.show(id_).sources)  # type: ignore[union-attr]
    then = httpx.get(f"{desk}/fact/{id_}", params={"as_of": days[0]}).text
    assert then.count('class="report"') == days.count(days[0]) < count
    assert httpx.get(f"{desk}/fact/{id_}", params={"as_of": "2001-01-01"}).status_code == 404


@pytest.mark.parametrize(
    "id_", ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2F..%2Fetc%2Fpasswd", "%00", "'--", "%F0%9F%92%A9"]
)
@pytest.mark.parametrize("place", ["fact", "article"])
def test_hostile_ids_are_not_found(desk: str, place: str, id_: str) -> None:
    answer = httpx.get(f"{desk}/{place}/{id_}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text and "<h1>" in answer.text
