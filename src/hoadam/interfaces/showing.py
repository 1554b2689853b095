"""`hoadam show` and `hoadam search`."""

import sys
from collections.abc import Iterator

import click

from hoadam.interfaces import options
from hoadam.interfaces.derivation import derivation
from hoadam.interfaces.messages import say
from hoadam.interfaces.output import write_csv, write_json
from hoadam.interfaces.reading import headline
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import ID_SHOWN, indented
from hoadam.interfaces.terminal import BOLD, DIM, columns, harmless, styled, wrapped
from hoadam.interfaces.words import printed
from hoadam.views import Found, ShownArticle, ShownFact

FOUND = ("title", "sentence", "outlet", "published", "article", "url", "facts")


@click.command("show", cls=options.Command)
@click.argument("id", metavar="ID")
@options.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@options.db
@options.lang
def show(id: str, form: str, db: str | None) -> None:
    """A fact or an article."""
    with Record(db, create=False) as record:
        shown = record.show(id)
    if form == "json":
        write_json([shown.row()])
        return
    lines = fact_lines(shown) if isinstance(shown, ShownFact) else article_lines(shown)
    sys.stdout.writelines(f"{line}\n" for line in lines)


def fact_lines(shown: ShownFact) -> Iterator[str]:
    """A fact, where it stands, and the other sentences that supply its slots."""
    width = columns()
    yield styled(shown.told.id, DIM)
    yield from derivation(shown.told.fact, shown.article.text, width)
    if not shown.current:
        yield say("message", "superseded")
    for sentence in shown.sentences():
        yield from wrapped(f"{say('message', 'also')}: {harmless(sentence)}", width)
    yield ""
    yield from wrapped(f"{say('message', 'article')}: {headline(shown.article)}", width)
    if shown.article.url:
        yield harmless(shown.article.url)


def article_lines(shown: ShownArticle) -> Iterator[str]:
    """An article, its paragraphs, and its facts."""
    width = columns()
    yield from (styled(line, BOLD) for line in wrapped(headline(shown.article), width))
    if shown.revisions > 1:
        yield say("message", "revisions", count=shown.revisions)
    if shown.article.url:
        yield harmless(shown.article.url)
    for paragraph in filter(None, shown.article.text.split("\n")):
        yield ""
        yield from wrapped(harmless(paragraph), width)
    for one in shown.facts:
        yield ""
        yield styled(one.id, DIM)
        yield from derivation(one.fact, shown.article.text, width)
    if not shown.facts:
        yield ""
        yield say("message", "no-facts")


@click.command("search", cls=options.Command)
@click.argument("words", nargs=-1, required=True)
@options.form
@options.limit
@options.db
@options.lang
def search(words: tuple[str, ...], form: str, limit: int | None, db: str | None) -> None:
    """Articles by their words."""
    asked = " ".join(f'"{word}"' if " " in word and len(words) > 1 else word for word in words)
    with Record(db, create=False) as record:
        found = record.search(asked, -1 if limit == 0 else limit or 20)
    if form == "json":
        write_json(one.row() for one in found)
    elif form == "csv":
        write_csv((one.row() for one in found), FOUND)
    elif not found:
        click.echo(say("message", "no-hits", words=harmless(asked)), err=True)
    else:
        sys.stdout.write("\n\n".join("\n".join(found_lines(one)) for one in found) + "\n")


def found_lines(one: Found) -> Iterator[str]:
    """An article that was found: title, sentence, source, facts."""
    width = columns()
    yield from (styled(line, BOLD) for line in wrapped(harmless(one.title or ""), width))
    if one.sentence != one.title:
        yield from indented(harmless(one.sentence), width)
    parts = (one.outlet, printed(one.published), one.article)
    yield from (styled(line, DIM) for line in indented("— " + harmless(" · ".join(filter(None, parts))), width))
    if one.facts:
        yield from indented(f"{say('message', 'hits')}: {', '.join(id_[:ID_SHOWN] for id_ in one.facts)}", width)
