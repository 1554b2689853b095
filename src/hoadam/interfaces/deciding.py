"""What people decide on facts: correct, reject, same, apart, undo."""

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record
from hoadam.store import Act
from hoadam.views import decide

ID = click.argument("id", metavar="ID")
IDS = click.argument("ids", nargs=2, metavar="ID ID")


def kept(act: Act) -> None:
    """Say under which id an act is kept."""
    click.echo(say("message", "kept", id=act.id))


@click.command("correct", cls=options.Command)
@ID
@click.argument("change", metavar="SLOT=VALUE")
@options.author
@options.db
@options.lang
def correct(id: str, change: str, author: str, reason: str, db: str | None) -> None:
    """Correct a slot."""
    with Record(db, create=False) as record:
        kept(decide.correct(record.store, id, change, author, reason))


@click.command("reject", cls=options.Command)
@ID
@options.author
@options.db
@options.lang
def reject(id: str, author: str, reason: str, db: str | None) -> None:
    """Withdraw a fact."""
    with Record(db, create=False) as record:
        kept(decide.reject(record.store, id, author, reason))


@click.command("same", cls=options.Command)
@IDS
@options.author
@options.db
@options.lang
def same(ids: tuple[str, str], author: str, reason: str, db: str | None) -> None:
    """Two are one."""
    with Record(db, create=False) as record:
        kept(decide.same(record.store, ids, author, reason))


@click.command("apart", cls=options.Command)
@IDS
@options.author
@options.db
@options.lang
def apart(ids: tuple[str, str], author: str, reason: str, db: str | None) -> None:
    """Two are two."""
    with Record(db, create=False) as record:
        kept(decide.apart(record.store, ids, author, reason))


@click.command("undo", cls=options.Command)
@ID
@options.author
@options.db
@options.lang
def undo(id: str, author: str, reason: str, db: str | None) -> None:
    """Undo what was decided."""
    with Record(db, create=False) as record:
        kept(decide.undo(record.store, id, author, reason))
