"""The entries of a feed of changes: one a fact and state of the record, under an id that never comes to mean another.

A feed reader shows an entry once; what changes after that is a new entry of the same fact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.exports.plain import line, link
from hoadam.interfaces.exports.selection import Selection
from hoadam.interfaces.exports.summary import title, told
from hoadam.interfaces.messages import say
from hoadam.store import TODAY

NEVER = "1970-01-01T00:00:00+00:00"  # when a feed without entries changed


@dataclass(frozen=True, slots=True)
class Entry:
    """A change; `updated` and `first` are times of the record, `page` that of the fact, `source` the article's."""

    id: str
    title: str
    lines: tuple[str, ...]
    updated: str
    first: str
    page: str | None
    source: str | None
    outlet: str | None
    tags: tuple[str, ...]
    row: dict[str, Any]


def entries(selection: Selection) -> list[Entry]:
    """The entries of a selection of changes, the latest first."""
    found = (entry(row.row(), selection) for row in selection.rows())
    return sorted(found, key=lambda one: (one.updated, one.id), reverse=True)


def entry(row: dict[str, Any], selection: Selection) -> Entry:
    """The entry of a row of changes; its revision counts what came and went, here and in what gainsays it."""
    store = selection.record.store
    moves = [move.at for move in store.moves(row["id"])]
    against = [move.at for other in rivals(row["id"], selection) for move in store.moves(other)]
    what = ", ".join(say("change", word) for word in row["what"])
    return Entry(
        id=f"urn:hoadam:fact:{row['id']}:r{len(moves)}" + (f".{len(against)}" if against else ""),
        title=line(f"{what}: {title(row)}"),
        lines=tuple(told(row)),
        updated=max(*moves, *against, moves[0]),
        first=moves[0],
        page=link(selection.settings.page_of(row["id"])),
        source=link(row["url"]),
        outlet=row["outlet"],
        tags=(row["kind"], *row["what"], *row["processes"]),
        row=row,
    )


def rivals(fact: str, selection: Selection) -> list[str]:
    """The facts that contradict a fact."""
    store = selection.record.store
    mine = [one.id for account in store.facts_of([fact]) for one in account.told]
    ties = (tie.judgement for tie in store.ties(mine, TODAY) if tie.judgement.relation == "contradicts")
    others = {str(held.other) if held.one in mine else held.one for held in ties}
    return sorted({found for other in others - set(mine) if (found := store.fact_of(other))})


def named(selection: Selection) -> str:
    """The title of a feed: what it is of, as far as the filters say."""
    filters = selection.filters
    of = (filters.process, filters.person, filters.party, filters.issue, filters.outlet)
    return line(": ".join(filter(None, (say("message", "feed"), " · ".join(filter(None, of))))))


def identity(selection: Selection) -> str:
    """The id of a feed: the same for the same filters."""
    filters = selection.filters
    of = (filters.process, filters.person, filters.party, filters.issue, filters.outlet)
    return f"urn:hoadam:changes:{'/'.join(one or '' for one in of).encode().hex() if any(of) else 'all'}"


def changed(found: list[Entry]) -> str:
    """When a feed changed last."""
    return found[0].updated if found else NEVER


def paragraphs(one: Entry) -> Iterator[str]:
    """What an entry says, with the address that it was read at."""
    yield from one.lines
    if one.source:
        yield one.source
