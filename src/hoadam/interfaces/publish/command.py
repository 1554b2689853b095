"""`hoadam publish`: the pages of the desk as a static site."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.messages import LANGUAGES, choose, language, say

LIMIT = 5000  # pages of one language


@click.command("publish", cls=options.Command)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@options.option("--url", "site_url", metavar="URL")
@options.option("--lang", "tongue", type=click.Choice(LANGUAGES))
@options.option("--process", metavar="NAME")
@options.option("--as-of", "as_of", metavar="DATE")
@options.option("--with-texts", "texts", is_flag=True)
@options.option("--limit", "pages", default=LIMIT, show_default=True, type=click.IntRange(1), metavar="N")
@options.db
def command(folder: Path, pages: int, db: str | None, **settings: Any) -> None:
    """The desk as a static site."""
    try:
        from hoadam.interfaces.publish.site import publish
        from hoadam.interfaces.web.published import Publication
    except ModuleNotFoundError as fault:
        raise click.ClickException(say("message", "no-desk", module=fault.name)) from fault
    url, tongue = web_address(settings.pop("site_url")), settings.pop("tongue")
    spoken = tongue or language()
    made = Publication((tongue,) if tongue else LANGUAGES, url=url, **settings)
    with progress() as seen:
        told = publish(db, made, folder, pages, seen)
    choose(spoken)  # rendering spoke each language in turn
    click.echo(say("message", "published", folder=folder, pages=told.pages, files=told.files))
    if told.left_out:
        click.echo(say("message", "published-not", count=told.left_out, limit=pages), err=True)


class BadAddress(UsageFault):
    """`asked` is no address at which a site can stand."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"{asked} is no address that begins with http:// or https://")


def web_address(asked: str | None) -> str | None:
    """The address of a site; BadAddress where it is none."""
    parts = urlsplit(asked or "")
    if asked and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise BadAddress(asked)
    return asked


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """What is to be called after each page: it draws a bar where standard error is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda done, known: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("message", "publishing"), total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)
