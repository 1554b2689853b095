"""A Query → SQL with its values, shaped so that a first page costs the same in a record of any size.

CROSS JOIN holds SQLite to the order in which the tables are written, and a plus sign keeps it off an index: left to
itself it sorts the whole record for the latest fifty rows.
"""

from collections.abc import Sequence

from hoadam.kinds import KINDS
from hoadam.store.observation import Mention, Query
from hoadam.store.rows import OBSERVATION

BY_TIME = (
    "FROM observation o CROSS JOIN current_reading c ON c.reading = o.reading "
    "CROSS JOIN reading r ON r.seq = o.reading CROSS JOIN revision v ON v.seq = r.revision"
)
BY_ARTICLE = (
    "FROM revision v CROSS JOIN reading r ON r.revision = v.seq CROSS JOIN current_reading c ON c.reading = r.seq "
    "CROSS JOIN observation o ON o.reading = r.seq"
)
# By time, then by what every record of the same articles agrees on; all of it by code point.
ORDER = ("o.low", "o.high", "v.published", "v.article", "o.start_at", "o.end_at", "o.kind", "o.id")
FEW = 5000  # mentions up to which they are looked up one by one; more are met soon enough on a walk through time

Clause = tuple[str, list[str]]


def among(column: str, values: Sequence[str]) -> Clause:
    """`column IN (…)` for any number of values, none included."""
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def standing(mention: Mention, sign: str = "+") -> Clause:
    """The condition on a row of `mention` that one of the values stands in one of the slots."""
    clause, values = among(f"{sign}m.value", mention.values)
    if not mention.slots:
        return clause, values
    slots, names = among(f"{sign}m.slot", mention.slots)
    return f"{clause} AND {slots}", values + names


def mentioned(mention: Mention, kinds: Sequence[str]) -> Clause:
    """The same for these kinds (all where there are none), by the index of values."""
    clause, values = standing(mention, "")
    of_kinds, names = among("m.kind", kinds or tuple(KINDS))
    return f"{clause} AND {of_kinds}", values + names


def counted(mention: Mention, kinds: Sequence[str]) -> Clause:
    """The statement that counts mentions up to FEW."""
    clause, values = mentioned(mention, kinds)
    return f"SELECT count(*) FROM (SELECT 1 FROM mention m WHERE {clause} LIMIT {FEW})", values


def conditions(query: Query, rare: Sequence[Mention]) -> list[Clause]:
    """The conditions of a query; `rare` are those of its mentions that are few in the record."""
    clauses = []
    for mention in query.mentions:
        if mention in rare:
            clause, values = mentioned(mention, query.kinds)
            clauses.append((f"o.seq IN (SELECT m.observation FROM mention m WHERE {clause})", values))
        else:
            clause, values = standing(mention)
            clauses.append((f"EXISTS (SELECT 1 FROM mention m WHERE m.observation = o.seq AND {clause})", values))
    kind = "o.kind" if len(query.kinds) == 1 and not (rare or query.articles) else "+o.kind"
    for column, wanted in ((kind, query.kinds), ("v.outlet", query.outlets), ("v.article", query.articles)):
        if wanted:
            clauses.append(among(column, wanted))
    if query.since:
        clauses.append(("+o.high >= ?", [query.since]))
    if query.until:
        clauses.append(("o.low <= ?", [query.until]))
    if query.named:
        clauses.append(("o.named = 1", []))
    return clauses or [("1 = 1", [])]


def body(query: Query, rare: Sequence[Mention]) -> Clause:
    """FROM and WHERE of a query."""
    clauses = conditions(query, rare)
    where = " AND ".join(clause for clause, _ in clauses)
    tables = BY_ARTICLE if query.articles else BY_TIME
    return f"{tables} WHERE {where}", [value for _, values in clauses for value in values]


def selection(query: Query, rare: Sequence[Mention]) -> tuple[str, list[str | int]]:
    """The statement that reads the latest observations first."""
    text, values = body(query, rare)
    order = ", ".join(f"{column} DESC" for column in ORDER)
    limited: list[str | int] = [*values, -1 if query.limit is None else query.limit]
    return f"SELECT {OBSERVATION} {text} ORDER BY {order} LIMIT ?", limited


def counting(query: Query, rare: Sequence[Mention]) -> Clause:
    """The statement that counts them."""
    text, values = body(query, rare)
    return f"SELECT count(*) {text}", values
