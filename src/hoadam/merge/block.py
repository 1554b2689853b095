"""Which reports are worth comparing: those that share a key, and keys are split by days.

A key is `kind|what|bucket`. A report stands in the bucket of its reference day and in the next one, so that two whose
days lie no further apart than a bucket is wide share one. The reference day is the stated one, else the published.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from hoadam.knowledge.load import load
from hoadam.merge.meeting import gathered, room
from hoadam.merge.signs import country, members, told, value
from hoadam.merge.voice import states
from hoadam.merge.window import is_ahead, is_day
from hoadam.model.day import number
from hoadam.model.report import Report

BLOCK = 256  # reports of one block that are all compared with each other
FEW = 16  # of a fuller block, each is compared with so many of the first
BOUNDS = {"role": (4, 4)}  # kinds that a key as good as decides: comparing with the first few of a block will do
WIDTH = {"draft": 15, "appointment": 11, "claim": 2, "statement": 3, "position": 3}
USUAL = 4  # days
FRAME = 45  # days: a stated time as long as this is searched in all its buckets
COMPANY = 5  # members of a list that make keys: more make none rarer


def block_keys(report: Report) -> tuple[str, ...]:
    """The keys under which a report is found; those that share none are never one fact."""
    fact = report.fact
    if fact.kind == "role":
        return tuple(f"role|{what}|{report.published[:7]}" for what in _subjects(report))
    width = WIDTH.get(fact.kind, USUAL)
    buckets = sorted({number_ // width + more for number_ in _days(report) for more in (0, 1)})
    return tuple(f"{fact.kind}|{what}|{bucket}" for what in _subjects(report) for bucket in buckets)


def rivals(report: Report, block: Iterable[Report]) -> list[Report]:
    """The members of one block that a report is compared with."""
    others = sorted((other for other in block if other.id != report.id), key=lambda other: other.order)
    bound, few = BOUNDS.get(report.fact.kind, (BLOCK, FEW))
    return others if len(others) < bound or report.order < others[few - 1].order else others[:few]


def pairs(block: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """The pairs of one block that are compared."""
    ordered = sorted(block, key=lambda report: report.order)
    bound, few = BOUNDS.get(ordered[0].fact.kind, (BLOCK, FEW)) if ordered else (BLOCK, FEW)
    for n, report in enumerate(ordered):
        before = n if len(ordered) <= bound else min(n, few)
        yield from ((first, report) for first in ordered[:before])


def _days(report: Report) -> list[int]:
    """The days that place a report: the stated ones; else the published, and for an undated plan those ahead."""
    if is_day(report):
        return [number(report.low), number(report.high)]
    if not report.derived and number(report.high) - number(report.low) <= FRAME:
        step = WIDTH.get(report.fact.kind, USUAL)
        return [*range(number(report.low), number(report.high) + 1, step), number(report.high), told(report)]
    if report.fact.kind == "meeting" and is_ahead(report.fact):
        return [told(report), told(report) + USUAL, told(report) + 2 * USUAL]
    return [told(report)]


def _subjects(report: Report) -> Sequence[str]:
    """What a report is about, in words that every report of the same fact can be hoped to have."""
    match report.fact.kind:
        case "meeting":
            return [f"{room(value(report, 'form'))}|{what}" for what in _company(report)]
        case "agreement":
            return _joined(report, "matter", "event")
        case "statement":
            of_states = [f"speaker|{state.casefold()}" for state in states(report)]
            return [*_joined(report, "speaker"), *of_states, *_via(report)]
        case "claim":
            return _claim(report)
        case "draft":
            return [*_joined(report, "event", "points"), *_joined(report, "event", "author")]
        case "role":
            return [
                *_joined(report, "person", "title"),
                *_joined(report, "person", "title", "of"),
                *_joined(report, "person", "relation", "of"),
            ]
        case "deadline":
            return [*_joined(report, "status", "set_by"), *_joined(report, "status", "for")]
        case "position":
            return _joined(report, "party", "issue", "stance")
        case "delegation":
            return _joined(report, "side")
        case _:
            return _joined(report, "person")


def _joined(report: Report, *slots: str) -> list[str]:
    values = [value(report, slot) for slot in slots]
    return [] if None in values else ["|".join(["+".join(slots), *(str(held).casefold() for held in values)])]


def _via(report: Report) -> list[str]:
    return [f"via|{via}" for via in report.fact.via[:1]] if value(report, "speaker") is None else []


def _company(report: Report) -> list[str]:
    """Every two of the parties and of the people; a sole party with the place or the form."""
    keys: list[str] = []
    parties = members(report, "parties")
    for company in {parties, members(report, "people"), *(gathered(parties, body) for body in load().members)}:
        keys += [f"{one}+{other}" for one, other in combinations(sorted(company)[:COMPANY], 2)]
    if len(parties) == 1:
        keys += parties
    place = value(report, "place")
    return sorted({*keys, f"at {place}"} if place and is_day(report) else {*keys})


def _claim(report: Report) -> list[str]:
    """Object and number; for what contradicts it, object and act with the place or the side that is hit."""
    keys = _joined(report, "object", "quantity")
    keys += _joined(report, "object", "act", "claimant") + _joined(report, "object", "act", "of")
    if value(report, "place"):
        keys += [f"{key}|{country(value(report, 'place'))}" for key in _joined(report, "object", "act")]
    return keys
