"""BibTeX and CSL-JSON: each article that facts rest on, once, as the readers of these formats take it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from hoadam.interfaces.exports.formats.bibtex import text
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from tests.interfaces.exports.support import HOSTILE, open_record, written

# What the schema of CSL-JSON asks of an item of ours.
CSL = {
    "type": "array",
    "items": {
        "type": "object", "required": ["id", "type"], "additionalProperties": False,
        "properties": {
            "id": {"type": "string"}, "type": {"enum": ["article-newspaper"]}, "title": {"type": "string"},
            "container-title": {"type": "string"}, "language": {"type": "string"}, "URL": {"type": "string"},
            "note": {"type": "string"},
            "issued": {
                "type": "object", "required": ["date-parts"],
                "properties": {"date-parts": {"type": "array", "maxItems": 2, "items": {
                    "type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}}},
            },
        },
    },
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.sqlite")


def entries(file: bytes) -> dict[str, dict[str, str]]:
    """The entries by key, their TeX as text."""
    library = parse_string(file.decode(), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return {one.key: {field.key: field.value for field in one.fields} for one in library.entries}


def test_bibtex_cites_articles(record: Record) -> None:
    found = entries(written("bibtex", record))
    assert set(found) == {"a1", "b2"}
    assert found["b2"]["journal"] == "Tin Bến Nghé" and found["b2"]["url"] == "https://songlam.example/b2"
    assert found["b2"]["title"].strip("{}") == "Bản kế hoạch còn 19 điểm" and found["b2"]["date"] == "2025-12-05"
    assert set(found["b2"]["note"].split("; ")) == {one.id for one in record.timeline(Filters(outlet="Tin Bến Nghé"))}


def test_braces_stay_balanced() -> None:
    written_ = text(HOSTILE)
    depth = 0
    for letter in written_:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0 and "\\input" not in written_


def test_csl_json_is_what_its_schema_asks_for(record: Record) -> None:
    items: list[dict[str, Any]] = json.loads(written("csljson", record))
    jsonschema.validate(items, CSL)
    assert [one["id"] for one in items] == ["a1", "b2"]
    assert items[1]["issued"] == {"date-parts": [[2025, 12, 5]]} and items[1]["container-title"] == "Tin Bến Nghé"


def test_only_what_the_filters_leave_is_cited(record: Record) -> None:
    assert set(entries(written("bibtex", record, "claims"))) == {"b2"}
    assert json.loads(written("csljson", record, filters=Filters(since="2090"))) == []
