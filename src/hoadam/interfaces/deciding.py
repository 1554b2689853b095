"""What people decide on facts: correct, reject, same, apart, undo."""

from collections.abc import Callable

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record
from hoadam.store import Act
from hoadam.views import decide

ID = click.argument("id", metavar="ID")
IDS = click.argument("ids", nargs=2, metavar="ID ID")


def keep(db: str | None, decision: Callable[..., Act], *values: object) -> None:
    """Keep a decision in a record, and say under which id."""
    with Record(db, create=False) as record:
        click.echo(say("message", "kept", id=decision(record.store, *values).id))


@click.command("correct", cls=options.Command)
@ID
@click.argument("change", metavar="SLOT=VALUE")
@options.author
@options.db
@options.lang
def correct(id: str, change: str, author: str, reason: str, db: str | None) -> None:
    """Correct a slot."""
    keep(db, decide.correct, id, change, author, reason)


@click.command("reject", cls=options.Command)
@ID
@options.author
@options.db
@options.lang
def reject(id: str, author: str, reason: str, db: str | None) -> None:
    """Withdraw a fact."""
    keep(db, decide.reject, id, author, reason)


@click.command("same", cls=options.Command)
@IDS
@options.author
@options.db
@options.lang
def same(ids: tuple[str, str], author: str, reason: str, db: str | None) -> None:
    """Two are one."""
    keep(db, decide.same, ids, author, reason)


@click.command("apart", cls=options.Command)
@IDS
@options.author
@options.db
@options.lang
def apart(ids: tuple[str, str], author: str, reason: str, db: str | None) -> None:
    """Two are two."""
    keep(db, decide.apart, ids, author, reason)


@click.command("undo", cls=options.Command)
@ID
@options.author
@options.db
@options.lang
def undo(id: str, author: str, reason: str, db: str | None) -> None:
    """Undo what was decided."""
    keep(db, decide.undo, id, author, reason)
