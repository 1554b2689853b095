"""Names in addresses: to the one name that the record uses, to a choice among several, or to names that are near."""

from collections.abc import Callable
from typing import NamedTuple

from fastapi.responses import RedirectResponse, Response

from hoadam.interfaces.web.asked import LONGEST, segment
from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.web.render import page
from hoadam.store import Store
from hoadam.views.names import Unknown, issue_named, parties_named, people_named

FIND: dict[str, Callable[[str, Store], tuple[str, ...]]] = {
    "person": people_named, "party": parties_named, "issue": lambda asked, _: (issue_named(asked),),
}  # fmt: skip


class Found(NamedTuple):
    """The name that the record uses, or the answer to give where the one asked for is not that."""

    name: str
    answer: Response | None


def settled(desk: Desk, sort: str, asked: str) -> Found:
    """What a name in an address means, `sort` being person, party or issue; nobody of that name is a 404 page."""
    try:
        names = FIND[sort](asked[:LONGEST], desk.record.store)
    except Unknown as fault:
        return Found(asked, choice(desk, sort, asked, fault.near, 404))
    if asked in names:
        return Found(asked, None)
    if len(names) > 1:
        return Found(asked, choice(desk, sort, asked, names, 300))
    return Found(names[0], RedirectResponse(desk.url(f"/{sort}/{segment(names[0])}"), 302))


def choice(desk: Desk, sort: str, asked: str, names: tuple[str, ...], status: int) -> Response:
    """A page of names that may have been meant."""
    answer = page(desk, "unknown.html", sort=sort, asked=asked[:LONGEST], names=names, several=status == 300)
    answer.status_code = status
    return answer
