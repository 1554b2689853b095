"""What the rows of all views have in common: a merged fact with the sentence that states it best."""

from dataclasses import dataclass, fields
from typing import Any, Self

from hoadam.kinds import KINDS
from hoadam.merge import origin
from hoadam.model.report import Report
from hoadam.store import Account, Observation, Store
from hoadam.views.filters import PARTY_SLOTS, PERSON_SLOTS, Filters

LAST = (
    "speaker", "named", "via", "office", "quote", "sentence", "outlet", "published", "article", "url", "id", "start",
    "end", "sentence_start", "reports", "outlets", "origins", "disputed", "corrected", "processes",
)  # fmt: skip
STATUS = ("status", "event", "change")  # slots that say how far a thing has come: the step told last counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A merged fact with its leading report. `when` is EDTF or None; `id` that of the fact, `article` of the report.

    `start`, `end` are the offsets of `quote` and `sentence_start` that of `sentence` in the article's text. `reports`
    counts observations, `outlets` and `origins` how many outlets and independent known origins they come from;
    of the slots in `disputed` the reports give values that exclude each other; `corrected` is True where people
    corrected any of it.
    """

    id: str
    when: str | None
    quote: str
    sentence: str
    speaker: str | None
    named: bool
    via: tuple[str, ...]
    office: str | None
    outlet: str | None
    published: str
    article: str
    url: str | None
    start: int
    end: int
    sentence_start: int
    reports: int
    outlets: int
    origins: int
    disputed: tuple[str, ...]
    corrected: bool
    processes: tuple[str, ...]

    @classmethod
    def of(cls, account: Account, **more: Any) -> Self:
        """The row of a fact; a slot whose name is a Python word has an underscore behind it (`for_`)."""
        merged, one, slots = account.merged, leading(account), slots_of(account)
        own = {name: slots[name.rstrip("_")] for name in names(cls) if name.rstrip("_") in slots}
        common: dict[str, Any] = {
            "id": merged.id, "when": merged.best("when"), "quote": one.fact.quote, "sentence": one.sentence,
            "speaker": one.fact.speaker, "named": any(told.fact.named for told in account.told), "via": one.fact.via,
            "office": one.fact.office, "outlet": one.outlet, "published": one.published, "article": one.article,
            "url": one.url, "start": one.fact.start, "end": one.fact.end, "sentence_start": one.sentence_at,
            "reports": len(account.told), "outlets": merged.counts.outlets, "origins": merged.counts.origins,
            "disputed": merged.disputed, "corrected": bool(account.corrected), "processes": account.filed,
        }  # fmt: skip
        return cls(**{**common, **own, **more})

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The fields in the order of `row`: when, what the kind holds, then the source."""
        return ("when", *(name for name in names(cls) if name != "when" and name not in LAST), *LAST)

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return {name.rstrip("_"): json_value(getattr(self, name)) for name in self.columns()}


def slots_of(account: Account) -> dict[str, Any]:
    """The slots of a merged fact: of a list all members, of a scalar the best supported value, of a status the last."""
    merged = account.merged
    held = {
        slot: listed(account, slot) if isinstance(empty, tuple) else merged.best(slot)
        for slot, empty in KINDS[merged.kind].empty().items()
    }
    if merged.history:
        held.update({slot: merged.history[-1].status for slot in STATUS if slot in held})
    return held


def listed(account: Account, slot: str) -> tuple[Any, ...]:
    """The members of a list slot, those of most reports first, else in the order in which they were told."""
    told = [member for one in account.told for member in one.fact.slots.get(slot) or ()]
    places = {member: place for place, member in reversed(list(enumerate(told)))}
    values = account.merged.slots.get(slot, ())
    return tuple(
        value.value
        for value in sorted(values, key=lambda value: (-len(value.reports), places.get(value.value, len(told))))
    )


def leading(account: Account) -> Observation:
    """The report that tells a fact best: of those that tell its last step, the fullest; of these the earliest."""
    steps = account.merged.history
    last = frozenset(steps[-1].reports) if steps else frozenset()
    telling = [one for one in account.told if one.id in last] or account.told
    return max(telling, key=lambda one: (filled(one), one.fact.speaker == account.merged.best("speaker")))


def filled(one: Observation) -> int:
    """How many slots an observation fills."""
    return sum(value not in (None, ()) for value in (one.fact.when, *one.fact.slots.values()))


def origin_of(account: Account, one: Observation) -> str | None:
    """What an observation rests on; None where that is unknown."""
    return origin(report_of(account, one))


def report_of(account: Account, one: Observation) -> Report:
    """An observation of a fact as merging sees it."""
    text = account.copies.get(one.article, one.article)
    return Report(one.id, one.fact, one.article, one.outlet, one.published, text, one.low, one.high, derived=False)


def names(row: type[Told]) -> tuple[str, ...]:
    """The names of a row's fields."""
    return tuple(field.name for field in fields(row))


def json_value(value: Any) -> Any:
    """A value as JSON knows it; nested rows become objects."""
    if isinstance(value, (list, tuple)):
        return [json_value(member) for member in value]
    if isinstance(value, dict):
        return {name: json_value(member) for name, member in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}
    return value


def seen(
    store: Store, kind: str | None, filters: Filters, parties: tuple[str, ...] = PARTY_SLOTS,
    people: tuple[str, ...] = PERSON_SLOTS,
) -> list[Account]:  # fmt: skip
    """The facts of a kind under these filters, in order of time."""
    return store.facts(filters.query(store, kind, parties, people))


def beside(store: Store, kind: str, told: list[Account], filters: Filters) -> dict[str, list[Account]]:
    """The facts of another kind that are told in the same articles, by article."""
    found: dict[str, list[Account]] = {}
    articles = sorted({one.article for account in told for one in account.told})
    for account in store.beside(articles, (kind,), filters.point(store)):
        for article in dict.fromkeys(one.article for one in account.told):
            found.setdefault(article, []).append(account)
    return found
