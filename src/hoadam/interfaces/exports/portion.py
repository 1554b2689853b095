"""Views taken in portions, so that a file of a whole record needs no more memory than one of a few facts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, cast

from hoadam import views
from hoadam.store import Account, Query, Store
from hoadam.views import Filters

TOGETHER = 500  # facts in a portion


class Portion:
    """A store that gives these facts to whoever asks for facts first, and is the whole store besides.

    `query` is what was asked for.
    """

    def __init__(self, store: Store, facts: Sequence[Account] = ()) -> None:
        self._store, self._facts = store, list(facts)
        self.query: Query | None = None

    def facts(self, query: Query) -> list[Account]:
        """The portion; to any further question the store's own answer."""
        if self.query is not None:
            return self._store.facts(query)
        self.query = query
        return self._facts

    def __getattr__(self, name: str) -> Any:
        """Whatever else a store can do."""
        return getattr(self._store, name)


def query_of(view: str, store: Store, filters: Filters) -> Query:
    """What a view of facts asks the store for; UsageFault where the filters make no sense."""
    portion = Portion(store)
    asked(view, portion, filters)
    assert portion.query is not None  # a view of facts begins with them
    return portion.query


def rows_of(view: str, store: Store, filters: Filters, facts: Iterator[Account]) -> Iterator[Any]:
    """The rows of a view of these facts."""
    while some := list(islice(facts, TOGETHER)):
        yield from asked(view, Portion(store, some), filters)


def asked(view: str, portion: Portion, filters: Filters) -> Sequence[Any]:
    """The rows of a view of a portion."""
    question = cast(Callable[[Store, Filters], Sequence[Any]], getattr(views, view))
    return question(cast(Store, portion), filters)
