"""What a format is: how a file of it is called, which views it takes, and how it is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoadam.errors import UsageFault
from hoadam.interfaces.exports.selection import Selection

ANY = "*"  # among the views of a format: it takes every view


class Missing(UsageFault):
    """A format needs a `library` that is not installed; `extra` is hoadam's own that brings it."""

    def __init__(self, form: str, library: str, extra: str) -> None:
        self.form, self.library, self.extra = form, library, extra
        super().__init__(f"{form} needs {library}: pip install 'hoadam[{extra}]'")


@dataclass(frozen=True, slots=True)
class Format:
    """A format by `name`. `views` are those it takes, the first unless told; `write` gives the pieces of a file.

    `kinds` are the kinds of fact that it is for, of all where there are none; `binary` is True of what no terminal
    should be given.
    """

    name: str
    media_type: str
    suffix: str
    views: tuple[str, ...]
    write: Callable[[Selection], Iterator[bytes]]
    kinds: tuple[str, ...] = ()
    binary: bool = False
