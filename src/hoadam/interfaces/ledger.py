"""Tables whose rows rest on many sentences: who met whom, and issue × party over time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from hoadam.interfaces.messages import say
from hoadam.interfaces.table import GAP, ID_SHOWN, beside, fitted, indented
from hoadam.interfaces.terminal import BOLD, columns, harmless, styled
from hoadam.interfaces.words import printed, shown

Row = Mapping[str, Any]


def met(rows: Sequence[Row]) -> Iterator[str]:
    """Whom a person met: how often, first and last, where, in what company."""
    names = ("person", "meetings", "first", "last", "places")
    body = [
        [
            shown("person", one["person"]),
            str(one["meetings"]),
            printed(one["first"]),
            printed(one["last"]),
            shown("place", one["places"]),
        ]
        for one in rows
    ]
    heading = [say("heading", name) for name in names]
    safe = [[harmless(text) for text in texts] for texts in body]
    widths = fitted([heading, *safe], columns())
    yield from (styled(line, BOLD) for line in beside(heading, widths))
    yield GAP.join("─" * size for size in widths)
    for texts, row in zip(safe, rows, strict=True):
        yield from beside(texts, widths)
        if row["company"]:
            company = f"{say('heading', 'company')}: {shown('people', row['company'])}"
            yield from indented(harmless(company), columns())
        yield from indented("— " + ", ".join(id_[:ID_SHOWN] for id_ in row["ids"]), columns())


def matrix(rows: Sequence[Row]) -> Iterator[str]:
    """Issue by issue, where each party stands and how it has moved."""
    issue = object()
    for row in rows:
        if row["issue"] != issue:
            issue = row["issue"]
            yield styled(shown("issue", issue) or "–", BOLD)
        moved = " → ".join(turn(one) for one in row["turns"])
        yield from indented(harmless(f"{shown('party', row['party'])}: {moved}"), columns())


def turn(one: Row) -> str:
    """A stance with the days between which it was told."""
    days = printed(one["since"])
    if one["last"] != one["since"]:
        days += f"–{printed(one['last'])}"
    return f"{shown('stance', one['stance'])} ({days}; {one['id'][:ID_SHOWN]})"


LEDGERS: dict[str, Callable[[Sequence[Row]], Iterator[str]]] = {"met": met, "matrix": matrix}
