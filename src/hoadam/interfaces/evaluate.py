"""`hoadam eval`: how well the reader does against a gold file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.kinds import KINDS
from hoadam.scoring import Difference, Marks, Score, Tally, gold_rows, output_rows, score

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
CONTEXT = 500  # a text up to this length stands whole beside its differences, a longer one by its paragraphs


@click.command("eval", cls=options.Command)
@click.argument("gold", type=FILE)
@options.option("--out", "output", type=FILE, metavar="FILE")
@options.option("--merge", type=FILE, metavar="FILE")
@options.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)), metavar="KIND")
@options.option("--intervals", is_flag=True)
@options.option("--errors", is_flag=True)
@options.option("--format", "figures", type=click.Choice(["text", "json"]), default="text")
@options.lang
def eval_command(gold: Path, **asked: Any) -> None:
    """Print the score of the reader, or of an output file, against gold."""
    rows = gold_rows(gold)
    kinds = tuple(kind for kind in KINDS if kind in asked["kinds"]) or tuple(KINDS)
    if asked["merge"]:
        grouping(rows, kinds, asked)
        return
    out = output_rows(asked["output"]) if asked["output"] else read_again(rows)
    result = score(rows, out, kinds)
    if asked["figures"] == "json":
        click.echo(json.dumps(as_json(result, asked["intervals"], asked["errors"]), ensure_ascii=False, indent=2))
        return
    for line in figures(result, asked["intervals"]):
        click.echo(line)
    if asked["errors"]:
        click.echo("\n".join(differences(result)))


def grouping(rows: Sequence[Mapping[str, Any]], kinds: Sequence[str], asked: Mapping[str, Any]) -> None:
    """The score of merging what the gold holds; UsageFault where it is asked for what it does not have."""
    from hoadam.interfaces.grouping import print_grouping

    if asked["output"] or asked["intervals"]:
        raise UsageFault(say("fault", "merge-alone"))
    print_grouping(rows, asked["merge"], kinds, asked["figures"], asked["errors"])


def read_again(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The facts that the reader finds in the articles of a gold file, by identity of the article."""
    from hoadam.flow import facts_of
    from hoadam.model.article import Article

    return {row["article"]["id"]: [f.row() for f in facts_of(Article.from_row(row["article"]))] for row in rows}


def figures(result: Score, intervals: bool) -> Iterator[str]:
    """The figures as lines of text: a line for each kind, the slots, and all kinds together."""
    for kind in result.kinds:
        tally = result.tally(kind)
        counts = f"gold {tally.gold:4} out {tally.out:4} hit {tally.hit:4}"
        yield f"{kind:12} {_prf(tally)}   {counts}" + (f"  {_bounds(result.interval(kind))}" if intervals else "")
    slots = result.slots
    yield "slots " + "  ".join(f"{slot} {right / asked:.2f}" for slot, (right, asked) in slots.items())
    if intervals:
        right, asked = (sum(counts[n] for counts in slots.values()) for n in (0, 1))
        yield f"slots together {right / asked if asked else 0:.3f}  {right} of {asked}"
    tally, bounds = result.tally(), _bounds(result.interval())
    size = f"{len(result.articles)} articles, {tally.gold} gold facts"
    yield f"{'ALL':12} {_prf(tally)}  {bounds}  macro {result.macro:.3f}  {size}"


def _prf(tally: Tally) -> str:
    return f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"


def _bounds(interval: tuple[float, float]) -> str:
    return f"[{interval[0]:.3f}, {interval[1]:.3f}]"


def differences(result: Score) -> Iterator[str]:
    """What went wrong, article by article, as lines of text: the text first, then the facts."""
    for article in result.articles:
        if article.differences:
            yield ""
            yield "── " + " · ".join(str(article.article.get(name)) for name in ("id", "outlet", "published"))
            yield from (f"   {line}" for line in _beside(article))
            yield from (f" {line}" for difference in article.differences for line in _difference(difference))


def _beside(article: Marks) -> list[str]:
    """The text of the article, or of a long one the paragraphs that hold evidence of what went wrong."""
    text: str = article.article["text"]
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph]
    if len(text) <= CONTEXT:
        return paragraphs
    quotes = [str(d.fact.get("quote")).split("\n")[0] for d in article.differences]
    return [paragraph for paragraph in paragraphs if any(quote in paragraph for quote in quotes)]


def _difference(difference: Difference) -> Iterator[str]:
    fact = difference.fact
    shown = [name for name in KINDS[difference.kind].scored if name in fact and name not in difference.slots]
    slots = "  ".join(f"{name} {_value(fact[name])}" for name in shown if fact[name] not in (None, []))
    rule = f"  (rule {fact['rule']})" if difference.what == "spurious" and fact.get("rule") else ""
    yield f"{difference.what:10} {difference.kind}: {slots}{rule}"
    yield f"{'':11}“{fact.get('quote')}”"
    for slot, (gold, ours) in difference.slots.items():
        yield f"{'':11}{slot}: {_value(gold)} ≠ {_value(ours)}"


def _value(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(str, value)) + "]"
    return "null" if value is None else str(value)


def as_json(result: Score, intervals: bool, errors: bool) -> dict[str, Any]:
    """The figures as one JSON object, with the differences where `errors` asks for them."""
    listed = [_row(article, difference) for article in result.articles for difference in article.differences]
    return {
        "kinds": {kind: _tally(result, (kind,), intervals) for kind in result.kinds},
        "slots": {slot: {"right": right, "of": asked} for slot, (right, asked) in result.slots.items()},
        "all": {**_tally(result, (), True), "macro": result.macro, "articles": len(result.articles)},
        **({"differences": listed} if errors else {}),
    }


def _tally(result: Score, kinds: tuple[str, ...], interval: bool) -> dict[str, Any]:
    tally = result.tally(*kinds)
    counts = {"gold": tally.gold, "out": tally.out, "hit": tally.hit}
    rates = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**rates, **({"interval": result.interval(*kinds)} if interval else {}), **counts}


def _row(article: Marks, difference: Difference) -> dict[str, Any]:
    slots = {slot: {"gold": gold, "ours": ours} for slot, (gold, ours) in difference.slots.items()}
    fact = dict(difference.fact)
    return {"article": article.article["id"], "what": difference.what, "fact": fact, "slots": slots}
