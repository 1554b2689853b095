"""Facts of any kind as the rows that a card is made of."""

from typing import Any

from hoadam.store import Account
from hoadam.views import Event
from hoadam.views.told import json_value, slots_of


def as_event(account: Account) -> dict[str, Any]:
    """The row of a fact of any kind."""
    return Event.of(account, kind=account.merged.kind, slots=dict(json_value(slots_of(account)))).row()
