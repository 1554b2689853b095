"""A Query → SQL with its values."""

from collections.abc import Sequence

from hoadam.store.observation import Mention, Query
from hoadam.store.rows import OBSERVATION

JOINED = (
    "FROM observation o JOIN current_reading c ON c.reading = o.reading "
    "JOIN reading r ON r.seq = o.reading JOIN revision v ON v.seq = r.revision"
)
# By time, then by what every record of the same articles agrees on; all of it by code point.
ORDER = ("o.low", "o.high", "v.published", "v.article", "o.start_at", "o.end_at", "o.kind", "o.id")


def among(column: str, values: Sequence[str]) -> tuple[str, list[str]]:
    """`column IN (…)` for any number of values, none included."""
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def mentioned(mention: Mention) -> tuple[str, list[str]]:
    """The condition that one of the values stands in one of the slots."""
    clause, values = among("m.value", mention.values)
    if mention.slots:
        slots, names = among("m.slot", mention.slots)
        clause, values = f"{clause} AND {slots}", values + names
    return f"o.seq IN (SELECT m.observation FROM mention m WHERE {clause})", values


def condition(query: Query) -> tuple[str, list[str]]:
    """The WHERE clause of a query, and its values."""
    clauses: list[tuple[str, list[str]]] = [mentioned(mention) for mention in query.mentions]
    clauses += [
        among(column, values)
        for column, values in (("o.kind", query.kinds), ("v.outlet", query.outlets), ("v.article", query.articles))
        if values
    ]
    if query.since:
        clauses.append(("o.high >= ?", [query.since]))
    if query.until:
        clauses.append(("o.low <= ?", [query.until]))
    if query.named:
        clauses.append(("o.named = 1", []))
    text = " AND ".join(clause for clause, _ in clauses) or "1 = 1"
    return text, [value for _, values in clauses for value in values]


def selection(query: Query) -> tuple[str, list[str | int]]:
    """The statement that reads the latest observations first."""
    where, values = condition(query)
    order = ", ".join(f"{column} DESC" for column in ORDER)
    limited: list[str | int] = [*values, -1 if query.limit is None else query.limit]
    return f"SELECT {OBSERVATION} {JOINED} WHERE {where} ORDER BY {order} LIMIT ?", limited


def counting(query: Query) -> tuple[str, list[str]]:
    """The statement that counts them."""
    where, values = condition(query)
    return f"SELECT count(*) {JOINED} WHERE {where}", values
