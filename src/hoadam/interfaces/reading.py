"""Commands that read without a record: extract, parse, explain."""

import sys
from collections.abc import Iterable, Iterator

import click

from hoadam.flow import Read, parse_articles, read_articles
from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.output import json_line
from hoadam.interfaces.refusals import REFUSED, Refusals
from hoadam.interfaces.terminal import BOLD, columns, harmless, styled
from hoadam.interfaces.words import printed
from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read import read

PATHS = click.argument("paths", nargs=-1, metavar="[PATHS]...")


def inputs(paths: tuple[str, ...]) -> Iterator[Article | Refusal]:
    """The articles of the paths; standard input where there are none."""
    return read(paths or ("-",))


@click.command("extract", cls=options.Command)
@PATHS
@options.jobs
@options.lang
def extract(paths: tuple[str, ...], jobs: int | None) -> int:
    """One line of facts an article."""
    refusals = Refusals()
    for article, facts in refusals.but(read_articles(inputs(paths), jobs)):
        write({"id": article.id, "facts": [fact.row() for fact in facts]})
    return REFUSED if refusals.refused else 0


@click.command("parse", cls=options.Command)
@PATHS
@options.jobs
@options.lang
def parse(paths: tuple[str, ...], jobs: int | None) -> int:
    """One line of spans an article."""
    refusals = Refusals()
    for article, spans in refusals.but(parse_articles(inputs(paths), jobs)):
        write({"id": article.id, "spans": [span.row() for span in spans]})
    return REFUSED if refusals.refused else 0


@click.command("explain", cls=options.Command)
@PATHS
@options.jobs
@options.lang
def explain(paths: tuple[str, ...], jobs: int | None) -> int:
    """The derivation of every fact."""
    refusals = Refusals()
    for line in explained(refusals.but(read_articles(inputs(paths), jobs))):
        sys.stdout.write(line + "\n")
    return REFUSED if refusals.refused else 0


def explained(read_: Iterable[Read]) -> Iterator[str]:
    """The lines on articles and their facts."""
    from hoadam.interfaces.derivation import derivation

    width = columns()
    for article, facts in read_:
        yield styled(headline(article), BOLD)
        for fact in facts:
            yield ""
            yield from derivation(fact, article.text, width)
        if not facts:
            yield say("message", "no-facts")
        yield ""


def headline(article: Article) -> str:
    """An article in a line: outlet, day, title, id."""
    parts = (article.outlet, printed(article.published), article.title, article.id)
    return harmless(" · ".join(part for part in parts if part))


def write(row: object) -> None:
    """A line of JSON on standard output."""
    sys.stdout.write(json_line(row) + "\n")
