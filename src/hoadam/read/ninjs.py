"""An item of ninjs (IPTC's News in JSON, 1.x to 3.x) in, the article's fields out.

1.x has `headline` and `body_text`, `body_xhtml`; 2.x lists of `headlines`, `bodies`, `infosources`; 3.x the same with
capitals inside the names, which is why names are compared in small letters.
"""

from typing import Any

from hoadam.read.fields import Fields, Row, composed, missing, string
from hoadam.read.markup import plain
from hoadam.read.strict_json import type_name
from hoadam.read.unreadable import Unreadable

SIGNS = {"uri", "guid", "versioncreated", "firstcreated", "headlines", "bodies", "body_text", "body_xhtml"}
MARKED_UP = ("html", "xml")


def recognised(row: Row) -> bool:
    """Does the object look like ninjs rather than like an article row?"""
    return "text" not in row and "published" not in row and any(name.lower() in SIGNS for name in row)


def fields_of(item: Row) -> Fields:
    """The fields of a ninjs item; `versioncreated` is when this wording was published."""
    row = {name.lower(): value for name, value in item.items()}
    published = string(row, "versioncreated") or string(row, "firstcreated")
    if not published:
        raise missing("versioncreated", "RFC 3339, such as 2025-12-01T08:30:00+07:00")
    uri, title = string(row, "uri") or string(row, "guid"), _title(row)
    return {
        "id": uri,
        "outlet": _outlet(row),
        "published": published,
        "lang": string(row, "language"),
        "url": uri if uri and uri.startswith(("http://", "https://")) else None,
        "title": title,
        "text": composed(title, _body(row)),
    }


def _title(row: Row) -> str | None:
    if row.get("headlines") is None:
        return string(row, "headline")
    entries = _entries(row, "headlines")
    main = [entry for entry in entries if entry.get("role") == "main"] or entries
    return string(main[0], "value") if main else None


def _outlet(row: Row) -> str | None:
    """Who sends it: the first named source, else the provider, else who holds the copyright."""
    names = (string(entry, "name") for entry in _entries(row, "infosources"))
    provider = row.get("provider")
    if isinstance(provider, dict):
        provider = string(provider, "name")
    candidates = (*names, provider, string(row, "source"), string(row, "copyrightholder"))
    return next((name for name in candidates if isinstance(name, str) and name.strip()), None)


def _body(row: Row) -> str:
    """The plain body, else the marked-up one without its marks, else the description."""
    for listed, prefix in (("bodies", "body_"), ("descriptions", "description_")):
        bodies = [*_listed(row, listed), *_prefixed(row, prefix)]
        bodies.sort(key=lambda body: body[0])
        for marked_up, body in bodies:
            text = plain(body) if marked_up else body
            if text.strip():
                return text
    raise missing("body_text", "`body_text`, `body_xhtml` or `bodies`")


def _listed(row: Row, name: str) -> list[tuple[bool, str]]:
    entries = _entries(row, name)
    kinds = [f"{entry.get('contenttype')} {entry.get('role')} {entry.get('name')}".lower() for entry in entries]
    bodies = [string(entry, "value") or "" for entry in entries]
    return [(any(sign in kind for sign in MARKED_UP), body) for kind, body in zip(kinds, bodies, strict=True)]


def _prefixed(row: Row, prefix: str) -> list[tuple[bool, str]]:
    names = [name for name in row if name.startswith(prefix)]
    return [(any(sign in name for sign in MARKED_UP), string(row, name) or "") for name in names]


def _entries(row: Row, name: str) -> list[dict[str, Any]]:
    """The objects of a list, their names in small letters."""
    entries = row.get(name) or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        problem = f"`{name}` is {type_name(entries)}" if not isinstance(entries, list) else f"`{name}` holds no objects"
        raise Unreadable(problem, f"`{name}` as an array of objects", "check what wrote the item")
    return [{key.lower(): value for key, value in entry.items()} for entry in entries]
