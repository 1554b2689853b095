"""A Query → SQL with its values, shaped so that a first page costs the same in a record of any size.

CROSS JOIN holds SQLite to the order in which the tables are written, and a plus sign keeps it off an index: left to
itself it sorts the whole record for the latest fifty rows.
"""

from collections.abc import Sequence

from hoadam.kinds import KINDS
from hoadam.store.moments import FOREVER, LAST_DAY
from hoadam.store.observation import Mention, Point, Query

# By time, then by what every record of the same articles agrees on; all of it by code point.
ORDER = ("f.low", "f.high", "f.first", "f.id")
FEW = 5000  # mentions up to which they are looked up one by one; more are met soon enough on a walk through time

# All values by leaps through the index: DISTINCT would read every mention.
VALUES = (
    "WITH RECURSIVE leap(v) AS (SELECT min(value) FROM mention UNION ALL "
    "SELECT (SELECT min(value) FROM mention WHERE value > v) FROM leap WHERE v IS NOT NULL) "
    "SELECT v FROM leap WHERE v IS NOT NULL"
)

Clause = tuple[str, list[str | int]]


def among(column: str, values: Sequence[str]) -> Clause:
    """`column IN (…)` for any number of values, none included."""
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def standing(table: str, point: Point) -> Clause:
    """The condition that a row of the projection stood at a moment."""
    if point.moment is None:
        return f"{table}.closed = {FOREVER}", []
    return f"{table}.opened <= ? AND {table}.closed > ?", [point.moment, point.moment]


def published(table: str, point: Point) -> Clause:
    """The condition that a version of a fact is that of a day of publication."""
    if point.day is None:
        return f"{table}.until = '{LAST_DAY}'", []
    return f"{table}.since <= ? AND {table}.until > ?", [point.day, point.day]


def holding(point: Point) -> Clause:
    """The condition that a report (`x`, a row of `member`) belonged to its fact at a point in both times."""
    clause, values = standing("x", point)
    if point.day is None:
        return clause, values
    return f"{clause} AND x.day <= ?", [*values, point.day]


def learned(point: Point) -> Clause:
    """The condition that a revision (`v`) was published by the day, and in the record at the moment, of a point."""
    clauses: list[Clause] = [("1", [])]
    if point.day is not None:
        clauses.append(("substr(v.published, 1, 10) <= ?", [point.day]))
    if point.moment is not None:
        clauses.append(("v.learned <= (SELECT at FROM moment WHERE seq = ?)", [point.moment]))
    return both(*clauses)


def both(*clauses: Clause) -> Clause:
    """All of the conditions."""
    return " AND ".join(text for text, _ in clauses), [value for _, values in clauses for value in values]


def named(mention: Mention, sign: str = "+") -> Clause:
    """The condition on a row of `mention` that one of the values stands in one of the slots."""
    return both(among(f"{sign}m.value", mention.values), among(f"{sign}m.slot", mention.slots))


def mentioned(mention: Mention, kinds: Sequence[str]) -> Clause:
    """The same for these kinds (all where there are none), by the index of values."""
    return both(named(mention, ""), among("m.kind", kinds or tuple(KINDS)))


def counted(mention: Mention, kinds: Sequence[str]) -> Clause:
    """The statement that counts mentions up to FEW."""
    clause, values = mentioned(mention, kinds)
    return f"SELECT count(*) FROM (SELECT 1 FROM mention m WHERE {clause} LIMIT {FEW})", values


def conditions(query: Query, rare: Sequence[Mention]) -> list[Clause]:
    """The conditions of a query; `rare` are those of its mentions that are few in the record."""
    clauses = [standing("f", query.point), published("f", query.point)]
    for mention in query.mentions:
        if mention in rare:
            clause, values = both(mentioned(mention, query.kinds), holding(query.point))
            found = "SELECT x.fact FROM mention m CROSS JOIN member x ON x.report = m.report"
            clauses.append((f"f.id IN ({found} WHERE {clause})", values))
        else:
            clause, values = both(holding(query.point), named(mention))
            found = "SELECT 1 FROM member x CROSS JOIN mention m ON m.report = x.report"
            clauses.append((f"EXISTS ({found} WHERE x.fact = f.id AND {clause})", values))
    if query.kinds:
        clauses.append(among("f.kind" if len(query.kinds) == 1 and not rare else "+f.kind", query.kinds))
    if query.ids:
        clauses.append(among("f.id", query.ids))
    if query.since:
        clauses.append(("+f.high >= ?", [query.since]))
    if query.begun:
        clauses.append(("f.low >= ?", [query.begun]))
    if query.until:
        clauses.append(("f.low <= ?", [query.until]))
    if query.named:
        clauses.append(("+f.named = 1", []))
    return clauses


def selection(query: Query, rare: Sequence[Mention], latest: bool = True) -> Clause:
    """The statement that gives the ids of the latest facts first; where not `latest`, of all in order of time."""
    clause, values = both(*conditions(query, rare))
    if not latest:
        return f"SELECT f.id FROM fact f WHERE {clause} ORDER BY {', '.join(ORDER)}", values
    order = ", ".join(f"{column} DESC" for column in ORDER)
    return f"SELECT f.id FROM fact f WHERE {clause} ORDER BY {order} LIMIT ? OFFSET ?", [
        *values, query.limit or -1, query.offset,
    ]  # fmt: skip


def counting(query: Query, rare: Sequence[Mention]) -> Clause:
    """The statement that counts them."""
    clause, values = both(*conditions(query, rare))
    return f"SELECT count(*) FROM fact f WHERE {clause}", values
