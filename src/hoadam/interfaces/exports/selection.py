"""What goes into a file: the rows of a view under filters, and the merged facts behind them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hoadam import views
from hoadam.interfaces.asking import OTHERS, ROWS
from hoadam.interfaces.exports.portion import query_of, rows_of
from hoadam.interfaces.output import headings
from hoadam.interfaces.record import Record
from hoadam.store import Account, Move, Query
from hoadam.views import Filters
from hoadam.views.filters import day, instant
from hoadam.views.told import Told, json_value, slots_of

FACTS = "facts"  # facts of all kinds, roles and delegations too
VIEWS: dict[str, Any] = {FACTS: views.Event, **ROWS, **OTHERS}  # every view with the sort of row it gives
OF_FACTS = tuple(name for name, row in VIEWS.items() if issubclass(row, Told) and name != "changes")  # one each
BEGINNING = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Settings:
    """What besides filters a file depends on.

    `since` (a day or time, or `last`) and `reader` are those of `changes`, the whole record where None; `met` is whose
    encounters `met` lists. `page` is the address of a fact's page with `{id}` in it, `feed` that of the file itself,
    both for links alone.
    """

    since: str | None = None
    reader: str = ""
    met: str | None = None
    page: str | None = None
    feed: str | None = None

    def page_of(self, fact: str) -> str | None:
        """The address of a fact's page, where pages are served."""
        return self.page.replace("{id}", fact) if self.page else None


PLAIN = Settings()


@dataclass(frozen=True, slots=True)
class Selection:
    """A view of a record under filters. Writers count in `left_out` what they leave out, by reason and kind.

    `query` is what the view asks the store for, where its rows are one fact each; else `found` are the rows.
    """

    record: Record
    view: str
    filters: Filters
    settings: Settings
    query: Query | None
    found: Sequence[Any] = ()
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def columns(self) -> list[str]:
        """The names that the rows' JSON objects have, rows or none."""
        return headings(VIEWS[self.view])

    def rows(self) -> Iterator[Any]:
        """The rows of the view."""
        if self.query is None:
            return iter(self.found)
        if self.view == FACTS:
            return map(event, self.accounts())
        return rows_of(self.view, self.record.store, self.filters, self.accounts())

    def accounts(self) -> Iterator[Account]:
        """The merged facts behind the rows with all their reports, in order of time."""
        assert self.query is not None  # no format that wants facts takes a view of anything else
        store = self.record.store
        return iter(store.facts(self.query)) if self.query.limit or self.query.offset else store.walk(self.query)

    def moves(self, fact: str) -> list[Move]:
        """What happened to a fact in the record as far as the filters look."""
        store, known = self.record.store, self.filters.known_at
        last, until = instant(known) if known else None, day(self.filters.as_of, 1)
        moves = store.moves(fact)
        return [one for one in moves if (last is None or one.at <= last) and (until is None or one.day <= until)]

    def leave_out(self, reason: str, kind: str) -> None:
        """Count a fact that the format has no place for."""
        self.left_out[reason, kind] += 1


def selected(record: Record, view: str, filters: Filters, settings: Settings, kinds: tuple[str, ...]) -> Selection:
    """The selection of a view; of `facts` those of these kinds alone, of all where there are none.

    UsageFault where filters or settings make no sense.
    """
    store = record.store
    if view == FACTS:
        query = replace(filters.query(store, None), kinds=kinds)
        return Selection(record, view, filters, settings, query)
    if view in OF_FACTS:
        return Selection(record, view, filters, settings, query_of(view, store, filters))
    return Selection(record, view, filters, settings, None, others(record, view, filters, settings))


def others(record: Record, view: str, filters: Filters, settings: Settings) -> Sequence[Any]:
    """The rows of a view of something else than facts."""
    if view == "changes":
        return record.changes(settings.since or BEGINNING, filters, settings.reader)
    if view == "met":
        return record.met(settings.met or filters.person or "", replace(filters, person=None))
    rows: Sequence[Any] = getattr(record, view)(filters)
    return rows


def event(account: Account) -> views.Event:
    """A fact of any kind as a row."""
    return views.Event.of(account, kind=account.merged.kind, slots=dict(json_value(slots_of(account))))
