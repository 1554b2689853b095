"""One command for each question: filters in, rows out as a table, JSON Lines or CSV."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import click

from hoadam import views
from hoadam.interfaces import options
from hoadam.interfaces.ledger import LEDGERS as ledgers
from hoadam.interfaces.messages import say
from hoadam.interfaces.output import headings, write_csv, write_json
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import table
from hoadam.views import Filters

TABLE_LIMIT = 50

# Each question with the sort of row it gives, whose fields head an empty CSV.
ROWS: dict[str, Any] = {
    "timeline": views.Event, "meetings": views.Meeting, "delegations": views.Delegation, "people": views.Person,
    "drafts": views.Draft, "positions": views.Position, "statements": views.Statement, "claims": views.Claim,
    "appointments": views.Appointment, "deadlines": views.Deadline, "agreements": views.Agreement,
}  # fmt: skip
OTHERS: dict[str, Any] = {"met": views.Encounter, "matrix": views.Cell, "changes": views.Change}


FIRST = ("people", "met", "matrix")  # views that put what matters most first
SPECIAL = {
    "people": options.option("--met", metavar="NAME"),
    "positions": options.option("--matrix", is_flag=True),
}


def command(view: str) -> click.Command:
    """The command of a view."""

    def ask(form: str, limit: int | None, db: str | None, **conditions: Any) -> None:
        met, matrix = conditions.pop("met", None), conditions.pop("matrix", False)
        shown = "met" if met is not None else "matrix" if matrix else view
        limit = (TABLE_LIMIT if form == "table" else 0) if limit is None else limit
        # One row more than is wanted tells whether there are more; of the matrix it limits the stances of each cell.
        filters = Filters(limit=limit + (not matrix) if limit else None, **conditions)
        with Record(db, create=False) as record:
            asked = getattr(record, shown)
            question: Callable[[Filters], Sequence[Any]] = partial(asked, met) if met is not None else asked
            rows = [row.row() for row in question(filters)]
        cut = bool(limit) and len(rows) > limit and not matrix
        if cut:
            rows = rows[:limit] if shown in FIRST else rows[-limit:]
        write(shown, rows, form, cut)

    for decorate in (options.lang, options.db, options.form, options.limit, options.filters):
        ask = decorate(ask)
    if view in SPECIAL:
        ask = SPECIAL[view](ask)
    return click.command(view, cls=options.Command)(ask)


def write(view: str, rows: list[dict[str, Any]], form: str, cut: bool) -> None:
    """Rows on standard output; that some were left out is said on standard error."""
    if form == "json":
        write_json(rows)
    elif form == "csv":
        write_csv(rows, rows[0] if rows else headings({**ROWS, **OTHERS}[view]))
    elif not rows:
        click.echo(say("message", "rows-none"), err=True)
    else:
        lines = ledgers[view](rows) if view in ledgers else table(view, rows)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    if cut:
        key = "people-cut" if view in FIRST else "rows-cut"
        click.echo(say("message", key, shown=len(rows)), err=True)


timeline, meetings, delegations, people, drafts, positions, statements, claims, appointments, deadlines, agreements = (
    command(view) for view in ROWS
)
