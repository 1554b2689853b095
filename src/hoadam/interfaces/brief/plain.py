"""The brief as text for a terminal."""

from collections.abc import Iterator

from hoadam.interfaces.brief.page import Footnote, Page, Sentence
from hoadam.interfaces.messages import say
from hoadam.interfaces.table import ID_SHOWN
from hoadam.interfaces.terminal import BOLD, DIM, columns, styled, wrapped

HANGING = 5


def write(page: Page) -> bytes:
    """The page as UTF-8 text."""
    return "".join(f"{line}\n" for line in lines(page)).encode()


def lines(page: Page) -> Iterator[str]:
    """The lines of the page."""
    width = columns()
    yield styled(page.title, BOLD)
    yield from wrapped(page.subtitle, width)
    for section in page.sections:
        yield ""
        yield styled(section.title, BOLD)
        for one in section.sentences:
            yield from hanging("•", numbered(one), width)
        if not section.sentences:
            yield f"  {page.empty}"
    yield ""
    yield styled(page.noted, BOLD)
    yield from (styled(line, DIM) for line in wrapped(page.quoting, width))
    for note in page.footnotes:
        yield from (styled(line, DIM) for line in hanging(f"[{note.number}]", source(note), width))


def numbered(one: Sentence) -> str:
    """A sentence with its numbers in brackets."""
    return "".join(part.text + "".join(f" [{number}]" for number in part.notes) for part in one.parts)


def source(note: Footnote) -> str:
    """A note in one line."""
    address = " · ".join(filter(None, (note.url, note.fact[:ID_SHOWN])))
    told = ", ".join(filter(None, (note.outlet, note.published)))
    return (
        f"{told}: {say('brief', 'headline', title=note.headline) if note.headline else ''}“{note.sentence}” {address}"
    )


def hanging(mark: str, text: str, width: int) -> Iterator[str]:
    """A text that hangs from its mark."""
    for place, line in enumerate(wrapped(text, width - HANGING)):
        yield f"{'' if place else mark:<{HANGING}}{line}"
