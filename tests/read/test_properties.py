"""What holds for any input at all."""

import gzip
import io
import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read import ReadOptions, read
from hoadam.read.values import values
from tests.read.support import DATE_LINE, dumped, row

SHORT = ReadOptions(max_article_bytes=200, max_line_bytes=400, max_depth=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=8,
)
NAMES = st.sampled_from([
    "id", "outlet", "published", "text", "title", "body", "article", "uri", "versioncreated", "headlines", "bodies",
    "body_xhtml", "provider", "infosources", "value", "name",
])  # fmt: skip
ROWS = st.dictionaries(NAMES, JSON | st.just("2025-12-03") | st.dictionaries(NAMES, JSON), max_size=6)
LINES = st.one_of(
    st.binary(max_size=60),
    ROWS.map(lambda value: json.dumps(value).encode()),
    st.sampled_from([b"[", b"]", b"{", DATE_LINE.encode(), b"", b"\xff\xfe", b"\0", b'"\\', dumped(row()).strip()]),
)
ANYTHING = st.one_of(st.binary(max_size=300), st.lists(LINES, max_size=6).map(b"\n".join))


def reading(data: bytes, options: ReadOptions) -> list[Article | Refusal]:
    """What these bytes give on standard input."""
    return list(read("-", stdin=io.BytesIO(data), options=options))


@given(ANYTHING, st.sampled_from([SHORT, ReadOptions()]), st.booleans())
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_articles_or_refusals(data: bytes, options: ReadOptions, packed: bool) -> None:
    found = reading(gzip.compress(data) if packed else data, options)
    assert found
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip() and unicodedata.is_normalized("NFC", item.text)
            assert not set(item.text) & set(map(chr, (*range(9), *range(11, 32))))
        json.dumps(item.row() if isinstance(item, Article) else item.problem, ensure_ascii=False).encode()


@given(ANYTHING)
@settings(deadline=None, max_examples=50)
def test_reading_is_deterministic(data: bytes) -> None:
    assert reading(data, SHORT) == reading(data, SHORT)


@given(st.text(alphabet="aáạăặâđeêệoơợuư ờ\u0323\u0301\n.", min_size=1, max_size=40))
@settings(deadline=None)
def test_nfc_and_nfd_give_the_same_text(text: str) -> None:
    forms = [
        reading(dumped(row(text=f"x{unicodedata.normalize(form, text)}")), ReadOptions()) for form in ("NFC", "NFD")
    ]
    one, other = ([item for item in found if isinstance(item, Article)] for found in forms)
    assert one == other and len(one) == 1


@given(st.lists(st.dictionaries(st.text(max_size=3), JSON, max_size=3), max_size=5), st.integers(1, 7))
@settings(deadline=None)
def test_an_array_is_cut_at_its_members_wherever_the_chunks_end(rows: list[object], size: int) -> None:
    data = json.dumps(rows, indent=1).encode()
    chunks = (data[at : at + size] for at in range(0, len(data), size))
    pieces = list(values(chunks, 10_000))
    assert [json.loads(piece.data) for piece in pieces] == rows
    lines = data.split(b"\n")
    assert all(piece.data.startswith(lines[piece.line - 1].strip().rstrip(b",")) for piece in pieces)
