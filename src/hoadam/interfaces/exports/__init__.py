"""The record in the formats of the field: a view and filters in, the bytes of one file out.

`export` is the whole of it, `FORMATS` what there is. Whoever serves a file, or writes it, takes pieces as they come.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from hoadam.errors import UsageFault
from hoadam.interfaces.exports.format import ANY, Format
from hoadam.interfaces.exports.formats import FORMATS
from hoadam.interfaces.exports.selection import PLAIN, VIEWS, Settings, selected
from hoadam.interfaces.record import Record
from hoadam.views import Filters
from hoadam.views.filters import EVERYTHING

PIECE = 1 << 16  # bytes that are handed on together

__all__ = ["ANY", "FORMATS", "VIEWS", "Exported", "Format", "NoSuchFormat", "NoSuchView", "Settings", "export"]


class NoSuchFormat(UsageFault):
    """`asked` is no format; `near` are those there are."""

    def __init__(self, asked: str) -> None:
        self.asked, self.known = asked, tuple(FORMATS)
        super().__init__(f"no format {asked!r}; there are {', '.join(FORMATS)}")


class NoSuchView(UsageFault):
    """A format does not take the view that was `asked`; `known` are those it takes."""

    def __init__(self, asked: str, of: Format) -> None:
        self.asked, self.form, self.known = asked, of.name, views_of(of)
        super().__init__(f"{of.name} does not take the view {asked!r}; it takes {', '.join(self.known)}")


class Exported(Iterator[bytes]):
    """The pieces of a file. `left_out` counts, once they are through, what the format has no place for.

    Its keys are the reason (a message of `left-REASON`) and the kind of fact.
    """

    def __init__(self, of: Format, pieces: Iterator[bytes], left_out: Counter[tuple[str, str]]) -> None:
        self.format, self.left_out = of, left_out
        self._pieces = gathered(pieces)

    def __next__(self) -> bytes:
        """The next piece."""
        return next(self._pieces)


def export(
    name: str, record: Record, view: str | None = None, filters: Filters = EVERYTHING, settings: Settings = PLAIN
) -> Exported:
    """The rows of a view (the format's first where None) as a file of a format, piece by piece.

    NoSuchFormat and NoSuchView where there is no such thing, Missing where a library is not installed; filters that
    make no sense are UsageFault, all of them before the first piece.
    """
    if name not in FORMATS:
        raise NoSuchFormat(name)
    of = FORMATS[name]
    chosen = view or of.views[0]
    if chosen not in views_of(of):
        raise NoSuchView(chosen, of)
    selection = selected(record, chosen, filters, settings, of.kinds)
    return Exported(of, of.write(selection), selection.left_out)


def views_of(of: Format) -> tuple[str, ...]:
    """The views that a format takes."""
    return tuple(dict.fromkeys([*of.views, *VIEWS])) if ANY in of.views else of.views


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
