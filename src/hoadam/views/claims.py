"""What each side claims from the field, with what the others say of the same; nothing here is declared true."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hoadam.store import Account, Mention, Query, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, seen

MONTH = 31  # days
CROWD = 100  # claims of one day that are looked through for the other side's number


@dataclass(frozen=True, slots=True)
class Counter:
    """What another claimant says of the same day and place, or of the same losses."""

    id: str
    claimant: str | None
    act: str | None
    quantity: int | float | None
    bound: str | None
    object: str | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Told):
    """One number that somebody asserts; slots as in `record.md`. `others` are the numbers beside it."""

    claimant: str | None
    act: str | None
    quantity: int | float | None
    bound: str | None
    object: str | None
    of_: str | None
    place: str | None
    period: str | None
    others: tuple[Counter, ...]


def claims(store: Store, filters: Filters = EVERYTHING) -> list[Claim]:
    """Claims in order of time; a party is the one that claims or the one that is hit."""
    told = seen(store, "claim", filters, parties=("claimant", "of"))
    days: dict[str, set[str]] = {}
    for one in told:
        days.setdefault(day_of(one), set()).update(one.merged.all("object"))
    by_day = {day: of_day(store, day, objects, filters) for day, objects in days.items()}
    return [Claim.of(one, others=tuple(counter(other) for other in others(one, by_day[day_of(one)]))) for one in told]


def day_of(claim: Account) -> str:
    """The day that a claim is about as far as it says so, else the one on which it was first told."""
    return claim.told[0].published[:10] if claim.merged.derived else claim.merged.low


def of_day(store: Store, day: str, objects: set[str], filters: Filters) -> list[Account]:
    """The claims on these objects about one day, or about a time around it that began within a month."""
    mention = Mention(tuple(sorted(objects)), ("object",))
    query = Query(
        ("claim",), since=day, until=day, begun=days_before(day, MONTH), mentions=(mention,), limit=CROWD,
        point=filters.point(store),
    )  # fmt: skip
    return store.facts(query) if objects else []


def days_before(day: str, count: int) -> str:
    """The day so many days before; the first day there is where it has none."""
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - count)).isoformat()


def others(claim: Account, near: Iterable[Account]) -> list[Account]:
    """The claims of others about the same thing on the same day: its place, or the side that is hit."""
    mine = claim.merged
    found = []
    for one in near:
        other = one.merged
        same_thing = other.best("object") == mine.best("object") and other.best("act") == mine.best("act")
        same_ground = any(mine.best(slot) and mine.best(slot) == other.best(slot) for slot in ("place", "of"))
        told_apart = other.best("claimant") != mine.best("claimant") or other.best("quantity") != mine.best("quantity")
        if other.id != mine.id and same_thing and same_ground and told_apart:
            found.append(one)
    return found


def counter(claim: Account) -> Counter:
    """A claim as it stands beside another."""
    slots = ("claimant", "act", "quantity", "bound", "object", "place")
    return Counter(claim.id, *(claim.merged.best(slot) for slot in slots))
