"""How much a fact matters to the reader of one page, and whether it tells enough to make a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hoadam.knowledge.process import Process, states
from hoadam.model.day import number
from hoadam.store import Account, Observation
from hoadam.views.told import leading, origin_of, slots_of

KINDS = {
    "agreement": 6.0, "meeting": 4.0, "draft": 4.0, "appointment": 4.0, "deadline": 4.0, "position": 3.0,
    "statement": 3.0, "claim": 2.0,
}  # fmt: skip
A_PAGE = {"meeting": 3, "agreement": 2, "draft": 2, "position": 2, "statement": 3, "claim": 2}  # of one kind, at most
MANY = 6  # origins beyond which one more adds nothing
TOLD, DIM, DIRECT = 0.7, 1.5, 1.5  # what a telling slot is worth, a vague one costs, a direct quotation is worth
ASIDE = 2.0  # what a fact loses that names somebody who takes no part in the process
EMPTY = 2.0  # what a fact loses that tells nothing beyond what its sentence needs
A_DAY = 0.3  # what a day of age costs
SHORT, WORDS = 2.0, 6  # what a quotation of fewer words loses
LONGEST = 300  # letters of a quotation that a page can bear

# Each line of slots must hold something for a sentence to say anything; `|` stands between those of which one will do.
NEEDED = {
    "agreement": ("parties", "matter", "event"), "meeting": ("parties|people", "status"),
    "draft": ("author|by", "event"), "appointment": ("person", "change", "title|of"),
    "deadline": ("set_by|for", "status"), "position": ("party", "stance", "issue"),
    "statement": (), "claim": ("act", "quantity", "object"),
}  # fmt: skip
# What tells a reader more; its lack tells less.
TELLING = {
    "agreement": ("when",), "meeting": ("when", "place", "people"), "draft": ("points", "when", "to"),
    "appointment": ("when", "title"), "deadline": ("when", "for"), "position": ("content", "to"),
    "statement": ("issues", "medium", "when"), "claim": ("claimant", "place", "when"),
}  # fmt: skip
VAGUE = (
    ("issue", "other"), ("act", "other"), ("act", "controls"), ("object", "people"), ("matter", "other"),
    ("event", "proposed"),
)  # fmt: skip


def tellable(one: Account) -> bool:
    """Does a fact hold what its sentence needs?"""
    merged, quote = one.merged, leading(one).fact.quote
    if merged.kind not in KINDS or len(quote) > LONGEST:
        return False
    held = {slot for slot, value in slots_of(one).items() if value not in (None, ())}
    speaks = merged.kind != "statement" or leading(one).fact.speaker is not None
    company = merged.kind != "meeting" or len(merged.all("parties")) > 1 or len(merged.all("people")) > 1
    return speaks and company and all(held & set(choice.split("|")) for choice in NEEDED[merged.kind])


class Scale:
    """Weighs facts for a page on a process, as of its day."""

    def __init__(self, process: Process, day: str) -> None:
        self.day = day
        self.sides = {code for side in process.sides for code in side}
        self.known = self.sides | set(process.others)

    def weight(self, one: Account) -> float:
        """How much a fact matters: its kind, how many origins, how fresh, how much it tells, how near the matter."""
        held = {**slots_of(one), "when": one.merged.best("when")}
        return KINDS[one.merged.kind] + min(origins(one), MANY) + tells(one, held) - self.age(one) - self.strange(one)

    def age(self, one: Account) -> float:
        """What a fact loses by the days since it happened and was told last."""
        lasts = one.told[0].published[:10] if one.merged.derived else one.merged.high
        return A_DAY * max(0, number(self.day) - number(min(one.told[-1].published[:10], lasts)))

    def strange(self, one: Account) -> float:
        """What it loses by naming somebody who takes no part, though its article is about the process."""
        return ASIDE * bool(states(leading(one).fact, self.day) - self.known)

    def concerns(self, one: Account) -> bool:
        """Is it about a side of the process, or about nobody else?"""
        named = states(leading(one).fact, self.day)
        return bool(named & self.sides) or named <= self.known

    def first(self, found: Iterable[Account]) -> list[Account]:
        """Those that matter most first."""
        return sorted(found, key=lambda one: (-self.weight(one), one.id))


def tells(one: Account, held: Mapping[str, Any]) -> float:
    """What a fact gains by what its slots hold, and loses by what is vague in them."""
    kind = one.merged.kind
    telling = sum(TOLD for slot in TELLING[kind] if held.get(slot) not in (None, ())) or -EMPTY
    vague = sum(DIM for slot, value in VAGUE if held.get(slot) == value and not held.get("points"))
    short = SHORT if kind == "statement" and len(leading(one).fact.quote.split()) < WORDS else 0.0
    return telling - vague - short + (DIRECT if held.get("speech") == "direct" else 0.0)


def latest(one: Account) -> Sequence[Observation]:
    """The reports that tell how far a thing has come: of one with steps those of the last, else all."""
    steps = one.merged.history
    last = frozenset(steps[-1].reports) if steps else frozenset()
    return [told for told in one.told if told.id in last] or one.told


def origins(one: Account) -> int:
    """How many independent origins these rest on; what only announced a meeting does not say that it was held."""
    return min(one.merged.counts.origins, len({origin_of(one, told) for told in latest(one)} - {None}))


class Page:
    """What a page has room for: no sentence of an article twice, nothing that reads the same, few of one kind."""

    def __init__(self) -> None:
        self.taken: set[object] = set()

    def choose(self, found: Iterable[Account], limit: int) -> list[Account]:
        """At most `limit` of these, in their order; what was chosen before is not chosen again."""
        kept: list[Account] = []
        kinds: dict[str, int] = {}
        for one in found:
            kind = one.merged.kind
            if len(kept) < limit and kinds.get(kind, 0) < A_PAGE.get(kind, limit) and self.room([one]):
                kinds[kind] = kinds.get(kind, 0) + 1
                self.take(one)
                kept.append(one)
        return kept

    def room(self, some: Iterable[Account]) -> bool:
        """Does the page say nothing of these facts yet?"""
        return not any(self.taken & set(marks(one)) for one in some)

    def take(self, one: Account) -> None:
        """A fact stands on the page."""
        self.taken.update(marks(one))


ALIKE = {
    "agreement": ("matter", "event"), "meeting": ("parties", "people", "status", "when"),
    "draft": ("author", "event", "points"), "appointment": ("person",), "deadline": ("when", "status", "set_by"),
    "position": ("party", "issue", "stance"), "claim": ("act", "quantity", "object"),
}  # fmt: skip


def marks(one: Account) -> Iterator[object]:
    """By what a fact is known on a page: its id, its leading sentence, and what its sentence would say."""
    told = leading(one)
    yield one.id
    yield told.article, told.sentence_at
    slots = ALIKE.get(one.merged.kind)
    if slots:
        held = {**slots_of(one), "when": one.merged.best("when")}
        yield one.merged.kind, *(held[slot] for slot in slots)
