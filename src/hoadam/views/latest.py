"""What was told last, whatever time it tells of."""

from itertools import islice

from hoadam.kinds import KINDS
from hoadam.store import Query, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.timeline import TIMELESS, Event, event

PORTION = 64  # facts that are looked at together
MOST = 5000  # that are looked at for those known at a time


def latest(store: Store, filters: Filters = EVERYTHING) -> list[Event]:
    """The facts told last at the point in time of the filters, as many as their limit, the last one first.

    No other condition holds; roles and delegations, which happen at no time, are left out.
    """
    point = filters.point(store)
    query = Query(kinds=tuple(kind for kind in KINDS if kind not in TIMELESS), point=point)
    told, rows = islice(store.changed(0, point.day), MOST), list[Event]()
    while (filters.limit is None or len(rows) < filters.limit) and (some := [id_ for id_, _ in islice(told, PORTION)]):
        passing = set(store.passing(query, some))
        found = store.facts_of([id_ for id_ in some if id_ in passing], point)
        rows += [event(one) for one in found]
    return sorted(rows, key=lambda row: (row.published, row.id), reverse=True)[: filters.limit]
