"""Questions that a reader keeps: addresses at the desk with a name and the time last looked, in one cookie."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.words import shown, when

COOKIE = "saved"
MOST = 20  # questions
ROOM = 3600  # characters of the cookie: browsers drop what is longer than 4,096 bytes
NAME, ADDRESS = 80, 300  # characters of one question


@dataclass(frozen=True, slots=True)
class Question:
    """A kept address; `looked` is the time, in UTC, at which its reader last opened it from the list."""

    name: str
    address: str
    looked: str


def kept(cookies: Mapping[str, str]) -> list[Question]:
    """The questions of a browser, in the order in which they were kept; none where its cookie makes no sense."""
    try:
        rows = json.loads(base64.urlsafe_b64decode(cookies.get(COOKIE, "").encode()))
        json.dumps(rows, ensure_ascii=False).encode()  # half a pair of surrogates cannot be shown
        return [Question(*(str(row[name]) for name in ("name", "address", "looked"))) for row in rows[:MOST]]
    except (ValueError, binascii.Error, TypeError, KeyError, RecursionError):
        return []


def packed(questions: Sequence[Question]) -> str | None:
    """The cookie that holds these questions; None where they have no room in it."""
    words = json.dumps([asdict(one) for one in questions], ensure_ascii=False, separators=(",", ":"))
    cookie = base64.urlsafe_b64encode(words.encode()).decode()
    return cookie if len(questions) <= MOST and len(cookie) <= ROOM else None


def lasting(desk: Desk) -> str:
    """The address of a page without what holds for a moment: its page, its point in time, its language."""
    return desk.again(offset="", as_of="", known_at="", lang="")


def suggested(desk: Desk, title: str) -> str:
    """A name for the question of a page: its title and its filters."""
    held = desk.filters
    days = f"{when(held.since) if held.since else ''}–{when(held.until) if held.until else ''}"
    parts = (
        title, held.process, shown("party", held.party), shown("person", held.person), shown("issue", held.issue),
        held.outlet, days if held.since or held.until else None,
    )  # fmt: skip
    return " · ".join(filter(None, parts))[:NAME]
