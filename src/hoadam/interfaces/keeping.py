"""The care of a record: made anew, examined, kept in one file and taken back."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from hoadam.errors import StoreFault, UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record
from hoadam.interfaces.terminal import harmless
from hoadam.store.care import Finding

FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")


@click.command("rebuild", cls=options.Command)
@options.db
@options.lang
def rebuild(db: str | None) -> None:
    """Make the merged facts anew."""
    with Record(db, create=False) as record:
        click.echo(say("message", "rebuilt", facts=record.store.rebuild()))


@click.command("doctor", cls=options.Command)
@click.argument("what", nargs=-1, metavar="[lang [FOLDERS]...]")
@options.db
@options.lang
def doctor(what: tuple[str, ...], db: str | None) -> int:
    """Say whether a record is whole, or the folder of a language."""
    if what:
        from hoadam.interfaces.checking import check

        if what[0] != "lang":
            raise UsageFault(say("fault", "no-patient", asked=what[0]))
        return check(what[1:])
    with Record(db, create=False) as record:
        findings = list(record.store.examine())
    sys.stdout.writelines(f"{line}\n" for one in findings for line in lines(one))
    faults = [one for one in findings if one.fault]
    click.echo(say("message", "broken" if faults else "whole"))
    return StoreFault.exit_code if faults else 0


def lines(one: Finding) -> Iterator[str]:
    """A finding as a line."""
    yield harmless(say("finding", one.sort, **one.values))


@click.command("backup", cls=options.Command)
@FILE
@options.db
@options.lang
def backup(file: Path, db: str | None) -> None:
    """Copy the record into one file."""
    with Record(db, create=False) as record:
        record.store.backup(file)
    click.echo(say("message", "backed-up", file=harmless(str(file))))


@click.command("restore", cls=options.Command)
@FILE
@options.db
@options.lang
def restore(file: Path, db: str | None) -> None:
    """Take a copy back."""
    with Record(db) as record:
        record.store.restore(file)
    click.echo(say("message", "restored", file=harmless(str(file))))
