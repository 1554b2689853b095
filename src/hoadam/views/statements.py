"""What was said, by whom, through whom we know it."""

from dataclasses import dataclass, replace

from hoadam.store import Account, Mention, Query, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.names import knowledge
from hoadam.views.told import Told


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an utterance as one report gives them."""

    quote: str
    speech: str | None
    via: tuple[str, ...]
    outlet: str | None
    published: str
    article: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Told):
    """One utterance; `quote` is its fullest report's, `wordings` has all of them."""

    speech: str | None
    medium: str | None
    to: str | None
    issues: tuple[str, ...]
    wordings: tuple[Wording, ...]


def statements(store: Store, filters: Filters = EVERYTHING) -> list[Statement]:
    """Statements in order of time; a party speaks itself or through whoever is known to hold office there."""
    query = filters.query(store, "statement", ("speaker",), ("speaker",))
    told = store.facts(with_officials(query) if filters.party else query)
    return [Statement.of(one, wordings=wordings(one)) for one in told]


def wordings(statement: Account) -> tuple[Wording, ...]:
    """Every wording in the order of publication."""
    return tuple(
        Wording(
            one.fact.quote, one.fact.slots.get("speech"), one.fact.via, one.outlet, one.published, one.article, one.id
        )
        for one in statement.told
    )


def with_officials(query: Query) -> Query:
    """The same question with the officials of the party counted as its voice; the party is the first condition."""
    party, *others = query.mentions
    officials = [
        person.name for person in knowledge().people.values() if any(o.of in party.values for o in person.offices)
    ]
    return replace(query, mentions=(Mention((*party.values, *officials), party.slots), *others))
