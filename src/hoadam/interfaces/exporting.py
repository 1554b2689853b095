"""`hoadam export`: a view as a file in a format of the field."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.exports import FORMATS, VIEWS, Exported, Settings
from hoadam.interfaces.exports import export as exported
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record
from hoadam.interfaces.words import shown
from hoadam.views import Filters

WEEK = timedelta(days=7)
STANDARD = Path("-")


@click.command("export", cls=options.Command)
@click.argument("format", type=click.Choice(sorted(FORMATS)), metavar="FORMAT")
@options.option("--view", type=click.Choice(list(VIEWS)), metavar="VIEW")
@options.option("--out", "place", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@options.option("--since", "newer", metavar="DATE")
@options.option("--met", "whom", metavar="NAME")
@options.filters
@options.option("--limit", "most", type=click.IntRange(1), metavar="N")
@options.db
@options.lang
def export(
    format: str, view: str | None, place: Path | None, db: str | None, **conditions: Any
) -> None:  # fmt: skip
    """Write a view as a file."""
    if FORMATS[format].binary and place is None:
        raise UsageFault(say("fault", "binary", form=format))
    settings = Settings(since=conditions.pop("newer") or week_ago(), met=conditions.pop("whom"))
    filters = Filters(limit=conditions.pop("most"), **conditions)
    with Record(db, create=False) as record:
        pieces = exported(format, record, view, filters, settings)
        put(pieces, place)
    for (reason, kind), count in sorted(pieces.left_out.items()):
        click.echo(say("message", f"left-{reason}", count=count, kind=shown("kind", kind)), err=True)


def week_ago() -> str:
    """The day a week before today, in UTC."""
    return (datetime.now(UTC) - WEEK).date().isoformat()


def put(pieces: Exported, place: Path | None) -> None:
    """The file at its place or on standard output; nothing is touched where not even its beginning can be written."""
    first = next(pieces, b"")
    if place is None or place == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(chained(first, pieces))
        return
    try:
        with place.open("wb") as file:
            file.writelines(chained(first, pieces))
    except OSError as fault:
        raise UsageFault(say("fault", "unwritable", file=place, reason=fault.strerror)) from fault


def chained(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A piece that was taken out, and the others."""
    yield first
    yield from pieces
