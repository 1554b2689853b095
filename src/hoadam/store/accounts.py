"""Merged facts read back: ids and a point in both times in, accounts out."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hoadam.merge import COMPONENT, assemble, minted_from
from hoadam.model.fact import Fact
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report
from hoadam.store.account import Account, Tie
from hoadam.store.acts import Act, Acts, Anchor, anchor, found
from hoadam.store.observation import TODAY, Observation, Point
from hoadam.store.reports import chunks
from hoadam.store.rows import OBSERVATION, to_observation
from hoadam.store.select import both, holding, standing

CHUNK = 200  # facts read at once
COLUMNS = f"x.fact, p.low, p.high, p.derived, p.filed, p.fact, coalesce(c.root, p.article), {OBSERVATION}"
OWN = 7  # columns before those of the observation


def acts_on(connection: sqlite3.Connection, observations: Iterable[str]) -> list[Act]:
    """The acts whose anchors mean any of these observations, then or today, with what undid them, oldest first."""
    ids, acts = set(observations), Acts(connection)
    articles = {last.article for id_ in ids if (last := last_told(connection, id_))}
    held: dict[int, Act] = {}
    for seq in acts.near(sorted(articles)):
        family = list(acts.family(seq))
        meant = (
            one.observation in ids or today_of(connection, one, family[0].slot) in ids for one in acts.anchors(seq)
        )
        if any(meant):
            held.update({act.seq: act for act in family})
    return [held[seq] for seq in sorted(held)]


class Last(NamedTuple):
    """Where an observation was told last: article, number of the revision, and the fact as it was read."""

    article: str
    revision: int
    fact: Fact


def accounts(connection: sqlite3.Connection, ids: Sequence[str], point: Point) -> Iterator[Account]:
    """The facts of these ids in their order; an id that held nothing at that point is left out."""
    for first in range(0, len(ids), CHUNK):
        some = ids[first : first + CHUNK]
        rows = by_fact(connection, some, point)
        yield from (account(rows[id_]) for id_ in some if id_ in rows)


def by_fact(connection: sqlite3.Connection, ids: Sequence[str], point: Point) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the reports of each fact, in the order of publication."""
    clause, values = both((f"x.fact IN ({', '.join('?' * len(ids))})", list(ids)), holding(point))
    copied, more = standing("c", point)
    statement = (
        f"SELECT {COLUMNS} FROM member x CROSS JOIN report p ON p.seq = x.report "
        "CROSS JOIN observation o ON o.seq = p.observation CROSS JOIN reading r ON r.seq = o.reading "
        f"CROSS JOIN revision v ON v.seq = r.revision LEFT JOIN copy c ON c.article = p.article AND {copied} "
        f"WHERE {clause} ORDER BY x.fact, p.published, p.id"
    )
    held: dict[str, list[tuple[Any, ...]]] = {}
    for row in connection.execute(statement, [*more, *values]):
        held.setdefault(row[0], []).append(row)
    return held


def account(rows: Sequence[tuple[Any, ...]]) -> Account:
    """The account of one fact's rows."""
    told = [_told(row) for row in rows]
    reports = [_report(row, one) for row, one in zip(rows, told, strict=True)]
    return Account(
        merged=assemble(reports[:COMPONENT], len(reports)),
        told=tuple(told),
        filed=tuple(sorted({process for row in rows for process in row[4].split()})),
        copies={one.article: row[6] for row, one in zip(rows, told, strict=True) if row[6] != one.article},
        corrected=frozenset(one.id for row, one in zip(rows, told, strict=True) if row[5] is not None),
    )


def _told(row: tuple[Any, ...]) -> Observation:
    held = list(row[OWN:])
    held[1] = row[5] or held[1]
    return to_observation(tuple(held))


def _report(row: tuple[Any, ...], one: Observation) -> Report:
    return Report(one.id, one.fact, one.article, one.outlet, one.published, row[6], row[1], row[2], bool(row[3]))


def ties(connection: sqlite3.Connection, ids: Iterable[str], point: Point = TODAY) -> list[Tie]:
    """What is held, at a point, of two reports of which these are the observations: one of the two, or both."""
    clause, values = standing("l", point)
    held: dict[tuple[Any, ...], None] = {}
    for some in chunks(ids):
        for column in ("one", "other"):
            rows = connection.execute(
                "SELECT l.relation, l.one, l.other, l.reason, l.author, l.weight, l.act FROM link l "
                f"WHERE l.{column} IN ({', '.join('?' * len(some))}) AND {clause}",
                [*some, *values],
            )
            held.update((row, None) for row in rows)
    return [Tie(Judgement(*row[:6]), row[6]) for row in sorted(held, key=lambda row: row[:5])]


def fact_of(connection: sqlite3.Connection, observation: str, point: Point = TODAY) -> str | None:
    """The id of the fact that holds an observation at a point."""
    clause, values = holding(point)
    row = connection.execute(
        f"SELECT x.fact FROM report p CROSS JOIN member x ON x.report = p.seq WHERE p.id = ? AND {clause} "
        "ORDER BY x.opened DESC LIMIT 1",
        [observation, *values],
    ).fetchone()
    return str(row[0]) if row else None


def heir(connection: sqlite3.Connection, fact: str, point: Point = TODAY) -> str | None:
    """The fact that an id leads to: itself while it holds anything, else what holds the observation it was minted from.

    Where that was read anew in other words, what holds the observation that stands in its place.
    """
    clause, values = both(("x.fact = ?", [fact]), holding(point))
    if connection.execute(f"SELECT 1 FROM member x WHERE {clause} LIMIT 1", values).fetchone():
        return fact
    observation = minted_from(fact)
    if observation is None:
        return None
    return fact_of(connection, observation, point) or fact_of(connection, _today(connection, observation) or "", point)


def _today(connection: sqlite3.Connection, observation: str) -> str | None:
    """The observation of today's reading that stands where this one stood."""
    last = last_told(connection, observation)
    if last is None:
        return None
    return today_of(connection, anchor(last.fact, observation, (last.article, last.revision)))


def today_of(connection: sqlite3.Connection, one: Anchor, slot: str | None = None) -> str | None:
    """The observation of today's reading that an anchor means; `slot` is what its act corrects."""
    rows = connection.execute(
        "SELECT o.id, o.fact, v.text FROM current_reading c JOIN reading r ON r.seq = c.reading "
        "JOIN revision v ON v.seq = r.revision JOIN observation o ON o.reading = r.seq WHERE c.article = ?",
        (one.article,),
    ).fetchall()
    told = [(id_, Fact.from_row(json.loads(row))) for id_, row, _ in rows]
    return found(one, told, rows[0][2], slot) if rows else None


def last_told(connection: sqlite3.Connection, observation: str) -> Last | None:
    """The latest observation of an id, whether it is current or not."""
    row = connection.execute(
        "SELECT v.article, v.number, o.fact FROM observation o JOIN reading r ON r.seq = o.reading "
        "JOIN revision v ON v.seq = r.revision WHERE o.id = ? ORDER BY o.seq DESC LIMIT 1",
        (observation,),
    ).fetchone()
    return Last(row[0], row[1], Fact.from_row(json.loads(row[2]))) if row else None
