"""Facts as the rows that a page is made of."""

from collections.abc import Sequence
from typing import Any

from fastapi.responses import RedirectResponse, Response

from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.web.moved import moved
from hoadam.store import Account
from hoadam.views import ShownFact, Told
from hoadam.views.show import NoSuchId
from hoadam.views.timeline import event


def as_event(account: Account) -> dict[str, Any]:
    """The row of a fact of any kind."""
    return event(account).row()


def latest(rows: Sequence[Told]) -> list[dict[str, Any]]:
    """Rows of a view, the last of them first."""
    return [row.row() for row in reversed(rows)]


def one_of(desk: Desk, kind: str, id_: str) -> tuple[ShownFact, Response | None]:
    """The fact of an id, and where to go instead if that is of another kind or has another address."""
    shown = desk.record.show(id_, desk.at)
    if not isinstance(shown, ShownFact):
        raise NoSuchId(id_)
    if shown.account.merged.kind != kind or not shown.current:  # what the record holds no longer has its evidence alone
        return shown, RedirectResponse(desk.url(f"/fact/{segment(shown.account.id)}"), 302)
    return shown, moved(desk, shown, id_, kind)


def with_it(desk: Desk, articles: Sequence[str], kinds: Sequence[str]) -> list[dict[str, Any]]:
    """The facts of these kinds that any of these articles was the first to tell, in the order of publication."""
    found = desk.record.store.beside(articles, kinds, desk.at.point(desk.record.store))
    return [as_event(one) for one in found if one.told[0].article in articles]
