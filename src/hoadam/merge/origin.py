"""Where reports come from: which texts copy one another, and how many independent origins a set of reports has."""

import re
from collections.abc import Iterable, Mapping

import rensa

from hoadam.lang.fold import fold
from hoadam.model.day import number
from hoadam.model.merged import Counts
from hoadam.model.report import Report

HASHES = 128
BANDS = 32
SHINGLE = 3  # words
COPY = 0.4  # the share of common shingles from which one text copies the other: below, outlets share names alone
SPREAD = 4  # days: copies are printed within so many; what comes back later is a column with a fixed opening
SEED = 42

Signature = tuple[int, ...]


def signature(text: str) -> Signature:
    """The MinHash of a text's runs of three words, 128 numbers; empty where the text is shorter than a run."""
    words = re.findall(r"\w+", fold(text.lower()))
    if len(words) < SHINGLE:
        return ()
    made = rensa.RMinHash(num_perm=HASHES, seed=SEED)
    made.update([" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)])
    return tuple(made.digest())


def bands(signature: Signature, published: str) -> tuple[str, ...]:
    """Keys of which two near-copies, printed within a few days, share at least one, as good as always."""
    rows = HASHES // BANDS
    cut = [signature[n : n + rows] for n in range(0, len(signature), rows)]
    bucket = number(published) // SPREAD
    return tuple(
        f"{when}:{n}:" + "-".join(map(str, part)) for n, part in enumerate(cut) for when in (bucket, bucket + 1)
    )


def copies(one: Signature, other: Signature) -> bool:
    """Does one of two texts copy the other?"""
    equal = sum(a == b for a, b in zip(one, other, strict=False))
    return bool(one and other) and equal >= COPY * HASHES


def origin(report: Report) -> str | None:
    """What a report rests on: the outlet it relays, else its own text (that of the article it copies).

    None where it is unknown: a source that is neither named nor anybody's.
    """
    fact = report.fact
    if fact.via:
        return f"via {fact.via[0].casefold()}"
    return None if not fact.named and fact.speaker is None else f"text {report.text}"


def counts(reports: Iterable[Report]) -> Counts:
    """Outlets, texts, independent origins: a text, its copies and the outlet that it relays are one origin."""
    reports = list(reports)
    known, unknown = together(reports)
    return Counts(
        outlets=len({report.outlet or report.article for report in reports}),
        texts=len({report.text for report in reports}),
        origins=len(known),
        unknown=len({one.text for one in unknown} - {one.text for group in known for one in group}),
    )


def together(reports: Iterable[Report]) -> tuple[list[list[Report]], list[Report]]:
    """The reports of each independent origin, in their order, then those whose origin is unknown."""
    reports = list(reports)
    known = [report for report in reports if origin(report) is not None]
    root: dict[str, str] = {}
    for report in known:
        _tie(root, origin(report) or "", f"text {report.text}")
    groups: dict[str, list[Report]] = {}
    for report in known:
        groups.setdefault(_root(root, f"text {report.text}"), []).append(report)
    return list(groups.values()), [report for report in reports if origin(report) is None]


def copy_roots(articles: Mapping[str, tuple[str, Signature]]) -> dict[str, str]:
    """For each article (id -> published, signature) the earliest article of its group of near-copies."""
    by_band: dict[str, list[str]] = {}
    root: dict[str, str] = {}
    order = sorted(articles, key=lambda id: (articles[id][0], id))
    for id in order:
        for band in bands(articles[id][1], articles[id][0]):
            for other in by_band.setdefault(band, []):
                if copies(articles[id][1], articles[other][1]):
                    _tie(root, other, id)
            by_band[band].append(id)
    first: dict[str, str] = {}
    for id in order:
        first.setdefault(_root(root, id), id)
    return {id: first[_root(root, id)] for id in order}


def _root(root: dict[str, str], item: str) -> str:
    while (above := root.get(item, item)) != item:
        item = above
    return item


def _tie(root: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(root, one), _root(root, other)))
    root[second] = first
    root.setdefault(first, first)
