"""What is new in a kept question, without asking it anew."""

from collections.abc import Mapping, Sequence
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from hoadam.errors import HoadamError
from hoadam.interfaces.web.asked import filters_of
from hoadam.interfaces.web.render import VIEWS
from hoadam.interfaces.web.saved import Question
from hoadam.store import Store
from hoadam.views.filters import instant

LOOKED_THROUGH = 1000  # changed facts that are asked whether they pass
HITS = 50  # articles of a search
SORTS = ("person", "party", "issue", "process")
FACTS = ("fact", "meeting", "draft")


def news(store: Store, one: Question) -> int | None:
    """How many facts that answer to a question have changed since it was last looked at, of the latest changes.

    None where that cannot be said, be it that nobody of its names is in the record any more.
    """
    try:
        parts = urlsplit(one.address)
    except ValueError:
        return None
    page, _, rest = parts.path.strip("/").partition("/")
    asked = dict(parse_qsl(parts.query))
    try:
        changed = store.changed(store.moment(instant(one.looked)))
        ids = [id_ for id_, _ in islice(changed, LOOKED_THROUGH)]
        if page in FACTS:
            return int(store.heir(unquote(rest)) in ids)
        if page == "search":
            hits = store.search(asked.get("q", ""), HITS)
            return len({store.fact_of(fact.id) for hit in hits for fact in hit.observations} & set(ids))
        return answering(store, page, {**asked, **({page: unquote(rest)} if page in SORTS else {})}, ids)
    except HoadamError:
        return None


def answering(store: Store, page: str, asked: Mapping[str, str], ids: Sequence[str]) -> int:
    """How many of these facts a page with filters would show."""
    held = filters_of({name: value for name, value in asked.items() if name not in ("as_of", "known_at")})
    kind = next((kind for kind, view in VIEWS.items() if view == page), None)
    return len(store.passing(held.unlimited().query(store, kind), ids))
