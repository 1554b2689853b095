"""`hoadam show` and `hoadam search`."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from hoadam.interfaces import options
from hoadam.interfaces.derivation import aligned, derivation
from hoadam.interfaces.messages import say
from hoadam.interfaces.output import write_csv, write_json
from hoadam.interfaces.reading import headline
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import ID_SHOWN, heading, indented
from hoadam.interfaces.table import step as step_line
from hoadam.interfaces.terminal import BOLD, DIM, columns, harmless, styled, wrapped
from hoadam.interfaces.words import printed
from hoadam.interfaces.words import shown as words_of
from hoadam.store import Act
from hoadam.views import Found, ShownArticle, ShownFact
from hoadam.views.show import Source

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
    """A merged fact: what it holds and who says so, what is disputed, its steps, then each of its reports."""
    width, row = columns(), shown.row()
    if shown.asked:
        yield say("message", "redirected", id=shown.asked)
    yield styled(f"{shown.account.id} · {words_of('kind', row['kind'])}", BOLD)
    if not shown.current:
        yield say("message", "superseded")
    yield from merged_lines(row, width)
    for one in row["contradicts"]:
        yield from indented(say("message", "contradicts", id=one["fact"], reason=harmless(one["reason"])), width)
    for one in shown.acts:
        yield from indented(act_line(one), width)
    for one in shown.sources:
        yield ""
        yield from source_lines(one, width)


def merged_lines(row: dict[str, Any], width: int) -> Iterator[str]:
    """The slots of a merged fact with how many reports give each value; disputed ones are marked."""
    several = len(row["reports"]) > 1
    for slot, values in row["support"].items():
        told = [value_line(slot, value, several) for value in values]
        mark = f" {say('message', 'disputed-mark')}" if slot in row["disputed"] else ""
        yield from aligned(heading(slot), harmless("; ".join(told)) + mark, width)
    for step in row["history"] if len(row["history"]) > 1 else ():
        outlets = [one["article"]["outlet"] or "" for one in row["reports"] if one["id"] in step["reports"]]
        yield from indented(step_line({**step, "outlets": list(dict.fromkeys(outlets))}), width)
    yield from indented(say("message", "counts", reports=len(row["reports"]), **row["counts"]), width)
    if row["processes"]:
        yield from indented(f"{say('message', 'processes')}: {', '.join(row['processes'])}", width)


def value_line(slot: str, value: dict[str, Any], several: bool) -> str:
    """A value, and of how many reports it is where there are several."""
    text = words_of(slot, value["value"])
    return f"{text} ({len(value['reports'])})" if several else text


def act_line(act: Act) -> str:
    """What somebody decided, in a line."""
    change = f"{act.slot} = {'' if act.value is None else act.value}" if act.slot else act.other or ""
    parts = (act.id, say("act", act.verb), change, act.author, act.reason, act.at[:16])
    return harmless(" · ".join(filter(None, parts)))


def source_lines(one: Source, width: int) -> Iterator[str]:
    """A report: where it stands, how it was derived, on what it rests, and why it is one with others."""
    yield styled(harmless(f"{one.told.id} · {headline(one.article)}"), DIM)
    yield from derivation(one.told.fact, one.article.text, width)
    for sentence in one.sentences():
        yield from wrapped(f"{say('message', 'also')}: {harmless(sentence)}", width)
    origin = harmless(one.origin) if one.origin else say("message", "origin-unknown")
    yield from aligned(say("message", "origin"), origin, width)
    for other, reason in one.reasons.items():
        text = say("message", "same-as", id=other[:ID_SHOWN], reason=harmless(reason))
        yield from indented(text, width)
    if one.article.url:
        yield harmless(one.article.url)


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
