"""`hoadam add`: articles into the record."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.reading import PATHS, inputs
from hoadam.interfaces.record import Listener, Record, Summary
from hoadam.interfaces.refusals import REFUSED, Refusals

Kept = Callable[[Summary], None]


@click.command("add", cls=options.Command)
@PATHS
@options.db
@options.jobs
@options.lang
def add(paths: tuple[str, ...], db: str | None, jobs: int | None) -> int:
    """Read into the record, and say what was new."""
    refusals = Refusals()
    with Record(db) as record, progress() as kept:
        summary = record.add(inputs(paths), jobs=jobs, listener=Listener(refusals.tell, kept))
    words = {name: getattr(summary, name) for name in ("articles", *summary.__slots__)}
    click.echo(say("message", "added", **words))
    return REFUSED if refusals.refused else 0


@contextmanager
def progress() -> Iterator[Kept]:
    """What is to be called after each batch: it draws a bar where standard error is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda summary: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("message", "reading"), total=None)
        yield lambda summary: bar.update(task, completed=summary.articles)
