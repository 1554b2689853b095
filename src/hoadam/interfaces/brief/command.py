"""`hoadam brief`: the page on a process, written in one of five formats."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.messages import language, say
from hoadam.interfaces.output import json_line
from hoadam.interfaces.record import Record
from hoadam.store import TODAY
from hoadam.views import Filters
from hoadam.views.brief import Brief, bookmark
from hoadam.views.changes import LAST
from hoadam.views.names import process_named

WRITERS = {"text": "plain", "markdown": "markdown", "html": "html", "docx": "word"}


@click.command("brief", cls=options.Command)
@click.argument("process", metavar="PROCESS")
@options.option("--since", "briefed", default=LAST, show_default=True, metavar="DATE|last")
@options.option("--format", "page_form", type=click.Choice([*WRITERS, "json"]), default="text")
@options.option("--out", "out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@options.option("--reader", envvar="HOADAM_READER", default=options.user, metavar="NAME")
@options.option("--as-of", "as_of", metavar="DATE")
@options.option("--known-at", "known_at", metavar="TIME")
@options.option("--named", is_flag=True)
@options.db
@options.lang
def command(
    process: str, briefed: str, out: Path | None, db: str | None, **settings: Any
) -> None:  # fmt: skip
    """One page on a process."""
    form, reader = settings.pop("page_form"), settings.pop("reader")
    if form == "docx" and out is None and sys.stdout.isatty():
        raise BinaryOutput()
    with Record(db, create=False) as record:
        filters = Filters(**settings)
        made = record.brief(process, briefed, filters, reader)
        deliver(rendered(made, form), out)
        if briefed == LAST and filters.point(record.store) == TODAY:  # a page as of a past day leaves no mark
            record.store.mark(bookmark(process_named(process, record.store), reader))


class BinaryOutput(UsageFault):
    """A file that is no text would go to a terminal."""

    def __init__(self) -> None:
        super().__init__("a docx file goes to --out FILE or into a pipe, not to a terminal")


def rendered(made: Brief, form: str) -> bytes:
    """The bytes of the page in a format."""
    from hoadam.interfaces.brief.page import wording

    if form == "json":
        return (json_line(made.row()) + "\n").encode()
    try:
        write: Callable[[Any], bytes] = import_module(f"hoadam.interfaces.brief.{WRITERS[form]}").write
    except ModuleNotFoundError as fault:
        raise click.ClickException(say("message", "no-desk", module=fault.name)) from fault
    return write(wording(made, language()))


def deliver(content: bytes, out: Path | None) -> None:
    """Into a file, or to standard output."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise UsageFault(f"{out}: {fault.strerror}") from fault
