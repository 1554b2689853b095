"""What became of things: changes, history, revisions; and the processes that facts are filed under."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from hoadam.interfaces import options
from hoadam.interfaces.asking import TABLE_LIMIT, write
from hoadam.interfaces.messages import language, say
from hoadam.interfaces.output import write_csv, write_json
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import ID_SHOWN, indented
from hoadam.interfaces.terminal import BOLD, DIM, columns, harmless, styled
from hoadam.interfaces.wording import Stretch, differences
from hoadam.interfaces.words import printed, shown
from hoadam.knowledge.process import processes_in
from hoadam.views import Filters, Happening
from hoadam.views.changes import LAST
from hoadam.views.outside import Outside, outside
from hoadam.views.revised import Revised, revised


@click.command("changes", cls=options.Command)
@options.option("--since", "after", default=LAST, show_default=True, metavar="DATE|last")
@options.option("--reader", envvar="HOADAM_READER", default=options.user, metavar="NAME")
@options.filters
@options.limit
@options.form
@options.db
@options.lang
def changes(after: str, reader: str, form: str, limit: int | None, db: str | None, **conditions: Any) -> None:
    """What is new."""
    limit = (TABLE_LIMIT if form == "table" else 0) if limit is None else limit
    with Record(db, create=False) as record:
        found = record.changes(after, Filters(limit=limit + 1 if limit else None, **conditions), reader)
        cut = bool(limit) and len(found) > limit
        rows = [one.row() for one in (found[-limit:] if cut else found)]
        write("changes", rows, form, cut)
        if after == LAST:
            record.store.mark(reader)


@click.command("history", cls=options.Command)
@click.argument("id", metavar="ID")
@options.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@options.db
@options.lang
def history(id: str, form: str, db: str | None) -> None:
    """What became of a fact."""
    with Record(db, create=False) as record:
        found = record.history(id)
    if form == "json":
        write_json(one.row() for one in found)
    else:
        sys.stdout.writelines(f"{line}\n" for one in found for line in happening(one))


def happening(one: Happening) -> Iterator[str]:
    """A line on what happened."""
    undone = "" if one.stands else say("message", "undone")
    parts = (printed(one.at[:16]), say("act", one.what), one.id[:ID_SHOWN], one.source, one.words, undone)
    yield from indented(harmless(" · ".join(filter(None, parts))), columns())


@click.command("revisions", cls=options.Command)
@click.argument("article", metavar="ARTICLE")
@options.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@options.db
@options.lang
def revisions(article: str, form: str, db: str | None) -> None:
    """The states of an article."""
    with Record(db, create=False) as record:
        found = revised(record.store, article)
    if form == "json":
        write_json(one.row() for one in found)
    else:
        sys.stdout.writelines(f"{line}\n" for line in revision_lines(found))


def revision_lines(found: Sequence[Revised]) -> Iterator[str]:
    """Each revision, how its words differ from those before, and the facts that only it holds."""
    before: str | None = None
    for one in found:
        heading = say("message", "revision", number=one.number, learned=printed(one.learned[:16]))
        yield styled(f"{heading} · {harmless(one.title or '')}", BOLD)
        if before is not None:
            yield from indented(" ".join(map(difference, differences(before, one.text))), columns())
        before = one.text
        for gone in one.only_here:
            yield from indented(
                say("message", "only-here", kind=shown("kind", gone.kind), quote=harmless(gone.quote)), columns()
            )


def difference(stretch: Stretch) -> str:
    """What was taken out, as [-words-], and what was put in, as {+words+}; what stayed is left out."""
    if stretch.sort == "kept":
        return "…"
    words = harmless(" ".join(stretch.words))
    return f"[-{words}-]" if stretch.sort == "out" else f"{{+{words}+}}"


@click.command("processes", cls=options.Command)
@options.option("--add", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@options.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@options.db
@options.lang
def processes(file: Path | None, form: str, db: str | None) -> None:
    """Negotiations."""
    with Record(db, create=file is not None) as record:
        news = record.define(processes_in(file)) if file else []
        found = outside(record.store)
    if form == "json":
        write_json(found.rows())
    elif form == "csv":
        write_csv(found.rows(), ("name", "en", "vi", "sides", "others", "facts"))
    else:
        sys.stdout.writelines(f"{line}\n" for line in process_lines(found, news))


def process_lines(found: Outside, news: Sequence[str]) -> Iterator[str]:
    """Each process with its sides and how many facts it holds; then pairs of parties outside all of them."""
    for name in news:
        yield say("message", "filed", name=name)
    for process, count in found.processes:
        sides = " – ".join(", ".join(shown("party", code) for code in side) for side in process.sides)
        title = process.vi if language() == "vi" else process.en
        yield styled(harmless(f"{title} ({process.name})"), BOLD)
        yield from indented(harmless(f"{sides} · {say('message', 'article-reader', count=count)}"), columns())
    yield styled(say("message", "unfiled", count=found.unfiled), DIM)
    for one, other, count in found.pairs:
        pair = f"{shown('party', one)} – {shown('party', other)}"
        yield from indented(say("message", "pair", pair=harmless(pair), count=count), columns())
