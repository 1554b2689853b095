"""Entities of FollowTheMoney: an id, a schema, and properties that are lists of text in the form its types ask for."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from hoadam.interfaces.exports.actor import Actor
from hoadam.interfaces.exports.codes import alpha2
from hoadam.interfaces.exports.plain import LONGEST, line, link
from hoadam.model.article import Article
from hoadam.model.edtf import Edtf, Point

Entity = dict[str, Any]
Value = str | None | Iterable[str | None]
UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")  # which the model does not keep
# How long a value of a property may be; those not named are of the sort that is cut at STRING.
LENGTHS = {
    "name": 384,
    "location": 250,
    "sourceUrl": LONGEST,
    **dict.fromkeys(("summary", "description", "notes"), 65_000),
}
STRING = 1024
LANGUAGES = {"vi": "vie", "en": "eng"}
SCHEMAS = {"country": "PublicBody", "person": "Person", "unknown": "LegalEntity"}  # bodies of all sorts: Organization


def entity(id_: str, schema: str, **properties: Value) -> Entity:
    """An entity; properties without a value are left out, and every text is one line that any of its tools can hold."""
    held = {name: texts(value, LENGTHS.get(name, STRING)) for name, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: value for name, value in held.items() if value}}


def texts(value: Value, length: int) -> list[str]:
    """The texts of a property, each once."""
    several = (value,) if isinstance(value, str) or value is None else value
    return [text for text in dict.fromkeys([kept(one, length) for one in several if one]) if text]


@lru_cache(maxsize=10_000)  # names, outlets and words of vocabularies come again and again
def kept(text: str, length: int) -> str:
    """A text as the model keeps it: one line, composed, without what nobody sees, cut where it is too long."""
    whole = " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", line(text))).split())
    return whole if len(whole) <= length else f"{whole[: length - 1].rstrip()}…"


@lru_cache(maxsize=10_000)
def made(*parts: str) -> str:
    """An id that follows from what an entity is."""
    return f"hoadam-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:20]}"


def who(one: Actor) -> Entity:
    """A person, a state, a body."""
    schema = SCHEMAS.get(one.sort, "Organization")
    return entity(one.id, schema, name=one.name, country=alpha2(one.country), wikidataId=one.qid)


def printed(article: Article) -> Entity:
    """An article, without its text."""
    return entity(
        made("article", article.id), "Article", title=article.title, fileName=article.id, publisher=article.outlet,
        publishedAt=moment(article.published), sourceUrl=link(article.url), language=LANGUAGES.get(article.lang or ""),
    )  # fmt: skip


def moment(published: str) -> str:
    """A time of publication in UTC, as the model keeps times; a day as it is."""
    if len(published) <= 10:
        return published
    return datetime.fromisoformat(published).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def dates(when: str | None) -> dict[str, str]:
    """A stated time as far as the model can hold it: a date of any precision, or a start and an end."""
    if when is None:
        return {}
    value = Edtf.parse(when)
    ends = {"startDate": value.start, "endDate": value.end}
    if value.start == value.end and value.start and value.start.low.month == value.start.high.month:
        return {"date": day(value.start, first=True)}
    return {name: day(point, name == "startDate") for name, point in ends.items() if point}


def day(point: Point, first: bool) -> str:
    """A point as precise as it is known; a season by its first or last month."""
    edge = point.low if first else point.high
    length = 10 if point.day else 7 if point.month else 4
    return edge.date().isoformat()[:length]
