"""The fields of an article in, the Article out: NFC, without control characters, its offsets settled for good."""

import re
import unicodedata

from hoadam.model.article import Article, article_id
from hoadam.read.fields import Fields, missing
from hoadam.read.moment import EXPECTED, moment
from hoadam.read.options import ReadOptions
from hoadam.read.pieces import too_long
from hoadam.read.unreadable import Unreadable

UNSETTLED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL = re.compile(r"[\x01-\x08\x0b-\x1f\x7f-\x9f]")
HALF = re.compile(r"[\ud800-\udfff]")
# Unicode's stream-safe format ends a run of combining marks at 30; sorting longer ones takes quadratic time.
MAX_MARKS = 30
PERHAPS_MARKS = re.compile(rf"[^\w\x00-\x7f]{{{MAX_MARKS + 1},}}")
MAX_FIELD = 8192  # characters of an id, a name, an address, a headline


def settled(fields: Fields, options: ReadOptions) -> tuple[Article, list[str]]:
    """The article, and what had to be repaired in it."""
    text = fields.get("text") or ""
    if len(text) * 4 > options.max_article_bytes:
        _check_size(text, options.max_article_bytes)
    repairs: list[str] = []
    clean = {name: _clean(name, value, repairs) for name, value in fields.items() if value}
    if not clean.get("text", "").strip():
        raise Unreadable("an empty text", "the words of an article", "add its text, or leave the article out")
    if "published" not in clean:
        raise missing("published", EXPECTED)
    return _article(clean), repairs


def _article(clean: dict[str, str]) -> Article:
    text, published, title = clean["text"], moment(clean["published"]), clean.get("title")
    outlet, lang, url, own = (clean.get(name, "").strip() or None for name in ("outlet", "lang", "url", "id"))
    return Article(
        id=own or article_id(outlet, published, text),
        outlet=outlet,
        published=published,
        lang=lang,
        url=url,
        title=title if title and title.strip() else None,
        text=text,
    )


def _clean(name: str, value: str, repairs: list[str]) -> str:
    if name != "text" and len(value) > MAX_FIELD:
        raise Unreadable(f"`{name}` has {len(value):,} characters", f"at most {MAX_FIELD:,}", f"shorten `{name}`")
    if value.isascii() and value.isprintable():  # most fields but the text
        return value
    if UNSETTLED.search(value):
        value = _without_controls(name, value, repairs)
    if unicodedata.is_normalized("NFC", value):
        return value
    _check_marks(name, value)
    repairs.append(f"`{name}` is not NFC")
    return unicodedata.normalize("NFC", value)


def _without_controls(name: str, value: str, repairs: list[str]) -> str:
    """Line ends become \\n without a word; NUL goes; other control characters become spaces."""
    half = HALF.search(value)
    if half:
        problem = f"`{name}` holds half a character (\\u{ord(half[0]):04x})"
        raise Unreadable(problem, "whole characters", "write the character with both its halves, or remove it")
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if nuls := value.count("\0"):
        repairs.append(f"`{name}` holds {nuls} NUL characters")
        value = value.replace("\0", "")
    value, others = CONTROL.subn(" ", value)
    if others:
        repairs.append(f"`{name}` holds {others} control characters")
    return value


def _check_marks(name: str, value: str) -> None:
    for run in PERHAPS_MARKS.finditer(value):
        marks = "".join("m" if unicodedata.combining(c) else " " for c in run[0])
        if "m" * (MAX_MARKS + 1) in marks:
            problem = f"`{name}` piles over {MAX_MARKS} accents on one letter"
            raise Unreadable(problem, "letters with their accents", "check what wrote it")


def _check_size(text: str, limit: int) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limit:
        raise too_long(size, limit)
