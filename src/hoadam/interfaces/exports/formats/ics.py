"""iCalendar: meetings and deadlines that have a stated time, for calendars that others subscribe to."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.ical import folded, text
from hoadam.interfaces.exports.plain import link
from hoadam.interfaces.exports.selection import Selection, event
from hoadam.interfaces.exports.span import Span, after, span
from hoadam.interfaces.exports.summary import title, told
from hoadam.interfaces.words import shown, when
from hoadam.store import Account

STATUS = {
    "held": "CONFIRMED", "ongoing": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE",
    "postponed": "TENTATIVE", "cancelled": "CANCELLED", "denied": "CANCELLED", "set": "CONFIRMED",
    "extended": "CONFIRMED", "passed": "CONFIRMED", "dropped": "CANCELLED",
}  # fmt: skip
KINDS = ("meeting", "deadline")


def write(selection: Selection) -> Iterator[bytes]:
    """The calendar, an event a fact."""
    yield from lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hoadam//hoadam//EN", "CALSCALE:GREGORIAN")
    for account in selection.accounts():
        kind = account.merged.kind
        if kind not in KINDS:
            continue
        if account.merged.best("when") is None:
            selection.leave_out("undated", kind)
        else:
            yield from lines("BEGIN:VEVENT", *properties(account, selection), "END:VEVENT")
    yield from lines("END:VCALENDAR")


def lines(*content: str) -> Iterator[bytes]:
    """Content lines, folded."""
    for one in content:
        yield from folded(one)


def properties(account: Account, selection: Selection) -> Iterator[str]:
    """What an event holds; the same fact has the same UID for ever and a SEQUENCE that grows with every change."""
    row = event(account).row()
    at = [datetime.fromisoformat(move.at).strftime("%Y%m%dT%H%M%SZ") for move in selection.moves(account.id)]
    lies = span(row["when"], next(one.published for one in account.told if one.fact.when == row["when"]))
    yield f"UID:{account.id}@hoadam"
    yield f"DTSTAMP:{at[-1]}"
    yield f"CREATED:{at[0]}"
    yield f"LAST-MODIFIED:{at[-1]}"
    yield f"SEQUENCE:{len(at) - 1}"
    yield from times(lies)
    yield f"STATUS:{STATUS.get(row['slots']['status'], 'TENTATIVE')}"
    yield f"SUMMARY:{text(heading(row, lies))}"
    yield f"DESCRIPTION:{text(chr(10).join(told(row)))}"
    if row["slots"].get("place"):
        yield f"LOCATION:{text(shown('place', row['slots']['place']))}"
    if address := link(selection.settings.page_of(account.id) or row["url"]):
        yield f"URL:{address}"
    yield f"CATEGORIES:{','.join(map(text, (row['kind'], *row['processes'])))}"
    yield f"X-HOADAM-WHEN:{text(row['when'])}"


def times(lies: Span) -> Iterator[str]:
    """An instant where one is told, else whole days, which take nobody's time."""
    if lies.moment:
        yield f"DTSTART:{lies.moment:%Y%m%dT%H%M%SZ}"
    else:
        yield f"DTSTART;VALUE=DATE:{lies.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{after(lies.last):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"


def heading(row: dict[str, Any], lies: Span) -> str:
    """The line that a calendar shows; a time that is not known to the day is said in words."""
    return title(row) if lies.exact else f"{title(row)} ({when(row['when'])})"


FORMAT = Format(
    "ics", "text/calendar; charset=utf-8", "ics", ("facts", "timeline", "meetings", "deadlines"), write, kinds=KINDS
)
