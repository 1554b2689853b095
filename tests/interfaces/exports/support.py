"""What the tests of exports share: a record of the invented articles, and one in which every field is hostile."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hoadam.interfaces.exports import Settings, export
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from hoadam.views.decide import correct
from tests.store.support import article, fact, filled

ALL = Settings(since="2000", met="Steve Witkoff")
FORMULA = '=HYPERLINK("http://evil.example","x")'
MARKUP = "</name></entry><script>alert(1)</script> & ]]> <b onmouseover='x'>"
CONTROL = "\x00\x01\x0b\x1b[31m\x7f\x85\ufffe\u202e"
BREAKS = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged\r\nb\u2028c"
TEX = '}}\\input{/etc/passwd}{{%$#_~^"@string'
JSON = '"}]}, {"id": "forged"'
HOSTILE = " ".join((FORMULA, MARKUP, CONTROL, BREAKS, TEX, JSON, "ngưng bắn " * 20))
SCRIPT = 'javascript:alert(document.cookie)//"><script>'
MARK = "HYPERLINK"  # by which the text is known again


def open_record(path: Path) -> Record:
    """The record of the three invented articles."""
    filled(path).close()
    return Record(path)


def hostile_record(path: Path) -> Record:
    """A record of one fact of every kind; headline, outlet, names, address and a corrected value are hostile."""
    text = f"{HOSTILE}\n\n{HOSTILE} Hai bên gặp nhau."
    facts = tuple(fact(text, HOSTILE, kind, when, **slots) for kind, when, slots in every_kind())
    filled(path, [(article('h1 "}, <', text, title=HOSTILE, outlet=HOSTILE, url=SCRIPT), facts)]).close()
    record = Record(path)
    (meeting,) = record.meetings()
    correct(record.store, meeting.id, f"people={FORMULA}{MARKUP}; {HOSTILE}", "@SUM(1)", HOSTILE)
    return record


def every_kind() -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    """Kind, time and slots of hostile facts."""
    who: dict[str, Any] = {"speaker": HOSTILE, "via": (HOSTILE,), "office": HOSTILE}
    yield "meeting", "2025-12-03", {
        "form": "talks", "status": "held", "parties": ("USA", HOSTILE), "people": (HOSTILE, "Steve Witkoff"),
        "place": HOSTILE, "issues": ("territory",), **who,
    }  # fmt: skip
    yield "delegation", "2025-12-03", {"side": HOSTILE, "people": (HOSTILE,), "head": HOSTILE, "place": HOSTILE, **who}
    yield "role", None, {"person": HOSTILE, "title": HOSTILE, "of": HOSTILE, "relation": None, **who}
    yield "draft", "2025-12", {"author": HOSTILE, "points": 19, "was_points": 28, "event": "revised", **who}
    yield "position", None, {
        "party": HOSTILE, "issue": "territory", "stance": "demands", "content": HOSTILE, "to": HOSTILE, **who,
    }  # fmt: skip
    yield "statement", None, {"speech": "direct", "medium": HOSTILE, "to": HOSTILE, "issues": (), **who}
    yield "claim", "2025-12-02", {
        "claimant": HOSTILE, "act": "struck", "quantity": -3, "object": HOSTILE, "place": HOSTILE, "of": HOSTILE,
        "period": HOSTILE, **who,
    }  # fmt: skip
    yield "appointment", "2025-12-01", {
        "person": HOSTILE, "title": HOSTILE, "of": HOSTILE, "change": "resigned", "replaces": HOSTILE,
        "reason": HOSTILE, **who,
    }  # fmt: skip
    yield "deadline", "2025-12-20", {"set_by": HOSTILE, "status": "set", "for": HOSTILE, **who}
    yield "agreement", "2025-12-04", {"matter": "ceasefire", "event": "signed", "parties": (HOSTILE, "RUS"), **who}


def written(
    name: str, record: Record, view: str | None = None, filters: Filters | None = None, settings: Settings = ALL
) -> bytes:
    """The whole file."""
    return b"".join(export(name, record, view, filters or Filters(), settings))
