"""`hoadam eval --merge`: how well what several articles tell is put together, against gold for merging."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from hoadam.kinds import KINDS
from hoadam.merge import copy_roots, merge, report_of, signature
from hoadam.merge.measure import Found, Group, Pairs, Rates, compare, read_gold
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.report import Report
from hoadam.scoring import Tally
from hoadam.store.identity import observation_ids

Row = Mapping[str, Any]


def reports_of(rows: Sequence[Row]) -> list[Report]:
    """The facts of a gold file as reports, near-copies of one text marked as such."""
    articles = [Article.from_row(row["article"]) for row in rows]
    roots = copy_roots({article.id: (article.published, signature(article.text)) for article in articles})
    found: list[Report] = []
    for article, row in zip(articles, rows, strict=True):
        facts = [Fact.from_row(fact) for fact in row["facts"]]
        ids = observation_ids(article.id, facts)
        found += [report_of(id, fact, article, roots[article.id]) for id, fact in zip(ids, facts, strict=True)]
    return found


def found_in(reports: Sequence[Report], file: Path, kinds: Sequence[str] = tuple(KINDS)) -> Found:
    """What merging makes of these reports, beside the gold of a file; of the given kinds alone."""
    gold = read_gold(file, reports)
    chosen = [report for report in reports if report.fact.kind in kinds]
    return compare(gold.within({report.id for report in chosen}), merge(chosen), chosen)


def print_grouping(rows: Sequence[Row], file: Path, kinds: Sequence[str], form: str, errors: bool) -> None:
    """The figures on standard output, as text or JSON; what went wrong besides where `errors` asks for it."""
    reports = reports_of(rows)
    found = found_in(reports, file, kinds)
    known = {report.id: report for report in reports}
    if form == "json":
        click.echo(json.dumps(as_json(found, known, errors), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join([*figures(found), *(differences(found, known) if errors else ())]))


def figures(found: Found) -> Iterator[str]:
    """A line for each kind and relation, then for the reports that are grouped at all, and for all."""
    for kind in (kind for kind in KINDS if kind in found.kinds):
        yield f"{kind:12} {_prf(found.kinds[kind])}   reports {found.kinds[kind].count:4}"
    for relation, pairs in found.pairs.items():
        tally = tallied(pairs)
        yield f"{relation:12} {_prf(tally)}   gold {tally.gold:4} out {tally.out:4} hit {tally.hit:4}"
    yield f"{'grouped':12} {_prf(found.grouped)}   reports {found.grouped.count:4}"
    parted = f"split {len(found.split)}  mixed {len(found.mixed)}"
    yield f"{'ALL':12} {_prf(found.all)}   reports {found.all.count:4}  {parted}"


def tallied(pairs: Pairs) -> Tally:
    """Pairs as counts."""
    hit, missed, spurious = (len(side) for side in (pairs.found, pairs.missed, pairs.spurious))
    return Tally(hit, hit + missed, hit + spurious)


def _prf(rates: Rates | Tally) -> str:
    return f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"


def differences(found: Found, known: Mapping[str, Report]) -> Iterator[str]:
    """Facts that came out split or mixed, their parts divided by a line, and pairs missed or spurious."""
    for what, groups in (("split", found.split), ("mixed", found.mixed)):
        for parts in groups:
            yield f"\n{what:10} {known[parts[0][0]].fact.kind}"
            yield f"\n{'':11}──\n".join("\n".join(_lines(part, known)) for part in parts)
    for relation, pairs in found.pairs.items():
        for what, side in (("missed", pairs.missed), ("spurious", pairs.spurious)):
            for pair in side:
                yield f"\n{what:10} {relation}"
                yield from _lines(pair, known)


def _lines(group: Group, known: Mapping[str, Report]) -> Iterator[str]:
    for id in group:
        report = known[id]
        yield f"{'':11}{report.article} · {report.fact.when or report.published[:10]} · “{report.fact.quote}”"


def as_json(found: Found, known: Mapping[str, Report], errors: bool) -> dict[str, Any]:
    """The figures as one JSON object."""
    listed = {"differences": _listed(found, known)} if errors else {}
    return {
        "kinds": {kind: _rates(rates) for kind, rates in found.kinds.items()},
        "relations": {
            name: {**_rates(t := tallied(pairs)), "gold": t.gold, "out": t.out, "hit": t.hit}
            for name, pairs in found.pairs.items()
        },
        "grouped": {**_rates(found.grouped), "reports": found.grouped.count},
        "all": {**_rates(found.all), "reports": found.all.count},
        **listed,
    }


def _rates(rates: Rates | Tally) -> dict[str, float]:
    return {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1}


def _listed(found: Found, known: Mapping[str, Report]) -> dict[str, Any]:
    sides = {"split": found.split, "mixed": found.mixed}
    relations = {name: {"missed": pairs.missed, "spurious": pairs.spurious} for name, pairs in found.pairs.items()}
    return {
        **{what: [[_references(part, known) for part in parts] for parts in groups] for what, groups in sides.items()},
        **{
            name: {what: [_references(pair, known) for pair in side] for what, side in of.items()}
            for name, of in relations.items()
        },
    }


def _references(group: Iterable[str], known: Mapping[str, Report]) -> list[list[Any]]:
    """Observations as gold for merging names them."""
    return [[r.article, r.fact.kind, r.fact.start, r.fact.end] for r in map(known.__getitem__, group)]
