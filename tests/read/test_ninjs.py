"""Items of ninjs give articles, in each version and however they are laid out."""

import json
from pathlib import Path
from typing import Any

import pytest

from hoadam.model.article import Article
from tests.read.support import dumped, read_bytes

OLD: dict[str, Any] = {
    "uri": "https://thongtan.example/n1", "type": "text", "versioncreated": "2025-12-03T08:30:00+0700",
    "language": "vi", "headline": "Hai bên hẹn ngày gặp", "body_text": "Cuộc gặp sẽ diễn ra ở Oman.",
    "provider": "Thông tấn Cửa Việt",
}  # fmt: skip
NEW: dict[str, Any] = {
    "uri": "https://thongtan.example/n1", "versioncreated": "2025-12-03T08:30:00+07:00", "language": "vi",
    "headlines": [{"role": "alt", "value": "Khác"}, {"role": "main", "value": "Hai bên hẹn ngày gặp"}],
    "bodies": [
        {"contenttype": "text/html", "value": "<p>Có dấu.</p>"},
        {"contenttype": "text/plain", "value": "Cuộc gặp sẽ diễn ra ở Oman."},
    ],
    "infosources": [{"role": "origin"}, {"name": "Thông tấn Cửa Việt"}],
}  # fmt: skip
CAPITALS = {{"versioncreated": "versionCreated"}.get(name, name): value for name, value in NEW.items()}
ARTICLE = Article(
    "https://thongtan.example/n1", "Thông tấn Cửa Việt", "2025-12-03T08:30:00+07:00", "vi",
    "https://thongtan.example/n1", "Hai bên hẹn ngày gặp", "Hai bên hẹn ngày gặp\n\nCuộc gặp sẽ diễn ra ở Oman.",
)  # fmt: skip


@pytest.mark.parametrize("item", [OLD, NEW, CAPITALS], ids=["1.x", "2.x", "3.x"])
def test_each_version_gives_the_same_article(tmp_path: Path, item: dict[str, Any]) -> None:
    assert read_bytes(tmp_path, dumped(item)) == ([ARTICLE], [])


@pytest.mark.parametrize("data", [[OLD, NEW], [[OLD], [NEW]]])
def test_items_stand_in_an_array_or_each_for_itself(tmp_path: Path, data: list[Any]) -> None:
    text = json.dumps(data, indent=2) if isinstance(data[0], dict) else "".join(json.dumps(d[0]) + "\n" for d in data)
    assert read_bytes(tmp_path, text.encode()) == ([ARTICLE, ARTICLE], [])


def test_a_marked_up_body_gives_its_paragraphs(tmp_path: Path) -> None:
    body = (
        "<!-- bỏ <p> --><h1>Hai bên hẹn\n ngày gặp</h1><script>var a = '<p>';</script>"
        "<p>Ông <b>Lê</b> nói:&nbsp;&quot;Rồi&quot; .<br/> Hết</p><figure><figcaption>Ảnh: Báo</figcaption></figure>"
    )
    item = {name: value for name, value in OLD.items() if name != "body_text"} | {"body_xhtml": body}
    articles, _ = read_bytes(tmp_path, dumped(item))
    assert articles[0].text == 'Hai bên hẹn ngày gặp\n\nÔng Lê nói:\xa0"Rồi" .\nHết\n\nẢnh: Báo'


def test_without_versioncreated_the_first_version_counts(tmp_path: Path) -> None:
    item = {("firstcreated" if name == "versioncreated" else name): value for name, value in OLD.items()}
    assert read_bytes(tmp_path, dumped(item)) == ([ARTICLE], [])


def test_without_a_body_the_description_is_read(tmp_path: Path) -> None:
    item = {("description_text" if name == "body_text" else name): value for name, value in OLD.items()}
    assert read_bytes(tmp_path, dumped(item)) == ([ARTICLE], [])


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"versioncreated": None}, "`versioncreated`"),
        ({"versioncreated": 20251203}, "`versioncreated`"),
        ({"body_text": " "}, "`body_text`"),
        ({"body_text": ["x"]}, "`body_text`"),
        ({"headlines": "Hai bên"}, "`headlines`"),
        ({"bodies": [1]}, "`bodies`"),
        ({"provider": {"name": 3}}, "`name`"),
    ],
)
def test_an_item_that_cannot_be_read_is_refused_by_its_field(
    tmp_path: Path, changes: dict[str, Any], named: str
) -> None:
    articles, (refusal,) = read_bytes(tmp_path, dumped(OLD | changes))
    assert articles == [] and named in refusal.problem and refusal.refused
