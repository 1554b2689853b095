"""The pictures by name: what each asks the record, with how many rows at most."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from hoadam.interfaces.record import Record
from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.web.pictures.claims import claims
from hoadam.interfaces.web.pictures.lineage import lineage
from hoadam.interfaces.web.pictures.matrix import matrix
from hoadam.interfaces.web.pictures.network import network, network_picture
from hoadam.interfaces.web.pictures.picture import Link, Picture
from hoadam.interfaces.web.pictures.timeline import KINDS, timeline
from hoadam.views import Filters, chart, pairs
from hoadam.views.names import people_named

EACH_KIND, EVENTS, TURNS, PAIRS, NUMBERS = 20, 60, 4, 60, 80  # rows that a picture asks for

Draw = Callable[[Record, Filters, Link], Picture]


def drawn_timeline(record: Record, filters: Filters, link: Link) -> Picture:
    """What happened when: of each kind the latest."""
    return timeline(rows(chart(record.store, KINDS, first(filters, EACH_KIND))), link)


def drawn_lineage(record: Record, filters: Filters, link: Link) -> Picture:
    """Which draft came of which."""
    return lineage(rows(record.drafts(first(filters, EVENTS))), link)


def drawn_matrix(record: Record, filters: Filters, link: Link) -> Picture:
    """Where each party stands on each issue."""
    return matrix(rows(record.matrix(first(filters, TURNS))), link)


def drawn_network(record: Record, filters: Filters, link: Link) -> Picture:
    """Who met whom: one person's meetings where one is asked for, else people; parties where nobody is named."""
    if filters.person:
        person = people_named(filters.person, record.store)[0]
        met = record.met(filters.person, first(replace(filters, person=None), PAIRS))
        return network_picture(person, rows(met), link)
    found = pairs(record.store, first(filters, PAIRS)) or pairs(record.store, first(filters, PAIRS), "parties")
    return network(rows(found), link)


def drawn_claims(record: Record, filters: Filters, link: Link) -> Picture:
    """Numbers from the field by day."""
    return claims(rows(record.claims(first(filters, NUMBERS))), link)


DRAWN: dict[str, Draw] = {
    "timeline": drawn_timeline, "lineage": drawn_lineage, "matrix": drawn_matrix, "network": drawn_network,
    "claims": drawn_claims,
}  # fmt: skip


def first(filters: Filters, limit: int) -> Filters:
    """The same conditions for a picture, which has no second page."""
    return replace(filters, limit=limit, offset=0)


def rows(found: Iterable[Any]) -> Sequence[dict[str, Any]]:
    """Rows of a view as JSON objects."""
    return [one.row() for one in found]


def links(desk: Desk) -> Link:
    """The addresses of facts at a desk."""
    return lambda id_: desk.url(f"/fact/{segment(id_)}")


def drawn(desk: Desk, name: str, filters: Filters) -> Picture:
    """A picture for a page."""
    return DRAWN[name](desk.record, filters, links(desk))
