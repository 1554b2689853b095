"""TimelineJS: a timeline in JSON, with uncertain dates told in words and all sources in each slide."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.plain import line, link
from hoadam.interfaces.exports.selection import OF_FACTS, Selection, event
from hoadam.interfaces.exports.summary import source, title
from hoadam.interfaces.output import json_line
from hoadam.interfaces.words import printed, shown, when
from hoadam.model.edtf import Edtf, Point
from hoadam.store import Account


def write(selection: Selection) -> Iterator[bytes]:
    """The timeline, a slide a line."""
    yield b'{"scale": "human", "events": ['
    count = 0
    for account in selection.accounts():
        if account.merged.best("when") is None:
            selection.leave_out("undated", account.merged.kind)
            continue
        yield f"{',' if count else ''}\n{json_line(slide(account))}".encode()
        count += 1
    yield b"\n]}\n"


def slide(account: Account) -> dict[str, Any]:
    """A fact. What the library shows as HTML is escaped; `display_date` says what is known, the dates only place it."""
    row = event(account).row()
    value = Edtf.parse(row["when"])
    start, end = value.start or value.end, value.end if value.start else None
    dates = {"start_date": placed(start, first=True), "end_date": placed(end or start, first=False)}
    if dates["start_date"] == dates["end_date"]:
        del dates["end_date"]
    text = "".join(paragraphs(account, row))
    return {
        "unique_id": account.id, **dates, "display_date": escape(when(row["when"])),
        "text": {"headline": escape(title(row)), "text": text}, "group": escape(shown("kind", row["kind"])),
    }  # fmt: skip


def placed(point: Point | None, first: bool) -> dict[str, int]:
    """A point as the library takes dates, as precise as it is; a season by the month it begins or ends in."""
    assert point is not None  # Edtf refuses a time that is open on both sides
    edge: date = (point.low if first else point.high).date()
    parts = {"year": point.year}
    if point.month:
        parts |= {"year": edge.year, "month": edge.month}
    if point.day:
        parts["day"] = point.day
    if point.clock:
        parts |= {"hour": int(point.clock[:2]), "minute": int(point.clock[3:5])}
    return parts


def paragraphs(account: Account, row: dict[str, Any]) -> Iterator[str]:
    """The best sentence, then every report with the words that it has for it."""
    yield f"<blockquote>{escape(line(row['sentence']))}</blockquote><p>{escape(source(row))}</p><ul>"
    for told in account.told:
        named = escape(line(told.outlet or told.article))
        address = link(told.url)
        linked = f'<a href="{escape(address)}" rel="noopener">{named}</a>' if address else named
        yield f"<li>{linked}, {escape(printed(told.published))}: {escape(line(told.fact.quote))}</li>"
    yield "</ul>"


FORMAT = Format("timelinejs", "application/json", "json", tuple(dict.fromkeys(("timeline", *OF_FACTS))), write)
