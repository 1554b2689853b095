"""A fact in a line of words, in the chosen language."""

from collections.abc import Iterator, Mapping
from typing import Any

from hoadam.interfaces.exports.plain import line
from hoadam.interfaces.messages import say
from hoadam.interfaces.table import column, credit, difference, told_by
from hoadam.interfaces.words import printed, shown, when

Row = Mapping[str, Any]


def title(row: Row) -> str:
    """The kind and what the timeline says of it: "Meeting: talks · held · USA, Ukraine"."""
    words = column("what", row)
    kind = shown("kind", row["kind"])
    return line(f"{kind[:1].upper()}{kind[1:]}: {words}" if words else kind)


def source(row: Row) -> str:
    """Where a row comes from: outlet, day, whose word it is, through whom."""
    via = say("message", "via", outlets=", ".join(row["via"])) if row["via"] else None
    return line(" · ".join(filter(None, (row["outlet"], printed(row["published"]), credit(row), via, told_by(row)))))


def told(row: Row) -> Iterator[str]:
    """The lines of an entry: when, the sentence, where it comes from, what changed and what is disputed."""
    yield f"{say('heading', 'when')}: {when(row['when'])}"
    yield f"“{line(row['sentence'])}”"
    yield f"— {source(row)}"
    yield from (line(difference(one)) for one in row.get("differences", ()))
    if row["disputed"]:
        yield say("message", "disputed", slots=", ".join(row["disputed"]))
