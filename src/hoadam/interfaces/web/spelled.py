"""The spellings that a reader chose, in one cookie."""

import base64
import binascii
import json
from collections.abc import Mapping

from hoadam.interfaces.messages import LANGUAGES
from hoadam.interfaces.spelling import AS_GIVEN, Spelling, forms

COOKIE = "spelling"
MOST = 60  # names of one language
ROOM = 3600  # characters of the cookie: browsers drop what is longer than 4,096 bytes


def chosen(cookies: Mapping[str, str]) -> Spelling:
    """The choices of a browser; what is no known form of a name is left out."""
    words = cookies.get(COOKIE)
    if not words or len(words) > ROOM:
        return AS_GIVEN
    try:
        held = json.loads(base64.urlsafe_b64decode(words.encode()))
        return {code: known(held.get(code, {}), code) for code in LANGUAGES}
    except (ValueError, binascii.Error, AttributeError, RecursionError):
        return AS_GIVEN


def known(rows: Mapping[str, str], code: str) -> dict[str, str]:
    """Those of the choices whose form is one of the name's."""
    return {value: form for value, form in list(rows.items())[:MOST] if form in forms(value, code)}


def packed(spelling: Spelling) -> str | None:
    """The cookie that holds these choices; None where they have no room in it."""
    words = json.dumps({code: dict(rows) for code, rows in spelling.items()}, ensure_ascii=False, separators=(",", ":"))
    cookie = base64.urlsafe_b64encode(words.encode()).decode()
    return cookie if len(cookie) <= ROOM and all(len(rows) <= MOST for rows in spelling.values()) else None
