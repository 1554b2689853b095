"""What each side claims from the field; nothing here is declared true."""

from dataclasses import dataclass

from hoadam.store import Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Told):
    """One number that somebody asserts; slots as in `record.md`."""

    claimant: str | None
    act: str | None
    quantity: int | float | None
    bound: str | None
    object: str | None
    of_: str | None
    place: str | None
    period: str | None


def claims(store: Store, filters: Filters = EVERYTHING) -> list[Claim]:
    """Claims in order of time; a party is the one that claims or the one that is hit."""
    return [Claim.of(one) for one in seen(store, "claim", filters, parties=("claimant", "of"))]
