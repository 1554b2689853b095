"""What could not be read, told on standard error, one row each."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from hoadam.errors import InputFault
from hoadam.interfaces.messages import say
from hoadam.interfaces.terminal import harmless
from hoadam.model.refusal import Refusal

REFUSED = InputFault.exit_code  # of a run in which anything was refused

Item = TypeVar("Item")


class Refusals:
    """Tells of refusals and notices as they come, and counts the refusals."""

    def __init__(self) -> None:
        self.refused = 0

    def tell(self, refusal: Refusal) -> None:
        """One row on standard error."""
        self.refused += refusal.refused
        click.echo(row(refusal), err=True)

    def but(self, items: Iterable[Item | Refusal]) -> Iterator[Item]:
        """The items that are no refusals; those are told in their place."""
        for item in items:
            if isinstance(item, Refusal):
                self.tell(item)
            else:
                yield item


def row(refusal: Refusal) -> str:
    """`file:line: refused: problem; expected …; advice`."""
    sort = say("message", "refused" if refusal.refused else "notice")
    expected = say("message", "expected", expected=refusal.expected)
    return harmless(f"{refusal.file}:{refusal.line}: {sort}: {refusal.problem}; {expected}; {refusal.advice}")
