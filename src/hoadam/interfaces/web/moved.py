"""Addresses of facts that lead elsewhere."""

from fastapi.responses import RedirectResponse

from hoadam.interfaces.web.asked import segment
from hoadam.interfaces.web.desk import Desk
from hoadam.merge import minted_from
from hoadam.views import ShownFact


def moved(desk: Desk, shown: ShownFact, asked: str, kind: str = "fact") -> RedirectResponse | None:
    """Where a fact of `kind` (`fact` for the evidence of any) has its page, if not at the id that was asked for.

    For good (301) from an id that lost out; for now from a report, which may come to tell another fact, and from the
    beginning of an id.
    """
    if shown.account.id == asked:
        return None
    lost = shown.asked == asked and minted_from(asked) is not None
    return RedirectResponse(desk.url(f"/{kind}/{segment(shown.account.id)}"), 301 if lost else 302)
