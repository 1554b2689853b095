"""What was said, by whom, through whom we know it."""

from dataclasses import dataclass, replace

from hoadam.store import Mention, Query, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.names import knowledge
from hoadam.views.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Told):
    """One uninterrupted stretch of words, `quote`; slots as in `record.md`."""

    speech: str | None
    medium: str | None
    to: str | None
    issues: tuple[str, ...]


def statements(store: Store, filters: Filters = EVERYTHING) -> list[Statement]:
    """Statements in order of time; a party speaks itself or through whoever is known to hold office there."""
    query = filters.query(store, "statement", ("speaker",), ("speaker",))
    return [Statement.of(one) for one in store.observations(with_officials(query) if filters.party else query)]


def with_officials(query: Query) -> Query:
    """The same question with the officials of the party counted as its voice; the party is the first condition."""
    party, *others = query.mentions
    officials = [
        person.name for person in knowledge().people.values() if any(o.of in party.values for o in person.offices)
    ]
    return replace(query, mentions=(Mention((*party.values, *officials), party.slots), *others))
