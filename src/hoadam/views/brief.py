"""One page on a process: what several origins agree on, what is new, what is disputed, what is due.

Lines come without a word of any language: slots of facts, and the numbers of the notes that they rest on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from hoadam.knowledge.process import Process
from hoadam.model.vocabulary import TITLES
from hoadam.store import Account, Mention, Observation, Point, Query, Store
from hoadam.views.changes import LAST
from hoadam.views.dispute import Dispute, disputes
from hoadam.views.filters import EVERYTHING, Filters, day
from hoadam.views.names import process_named
from hoadam.views.planned import comes, first_day, last_day, planned
from hoadam.views.told import json_value, leading, origin_of, slots_of
from hoadam.views.weight import KINDS, Page, Scale, latest, origins, tellable

VERBATIM = ("content", "reason")  # slots that are quoted, and so stand as the report noted below has them
REACH = 31  # days before `since` that a fact told since may be about; older things are told again as background
CONSIDERED = 3000  # facts that are looked through, the latest
AGREED, TOLD, DISPUTED, DUE = 5, 10, 3, 4  # lines: the second of agreed and new together
SEVERAL = 3  # sources noted beneath one line, at most


@dataclass(frozen=True, slots=True)
class Note:
    """A report that a line rests on; `fact` is the id to ask more by, `report` that of the observation.

    `via` are the outlets that `outlet` relays; `sentence` is as printed, the fact's words from `start` to `end` in it.
    """

    number: int
    fact: str
    report: str
    outlet: str | None
    via: tuple[str, ...]
    published: str
    title: str | None
    url: str | None
    article: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a sentence will say. `kind` is that of the fact; of a dispute slot, contradiction, numbers or stances.

    A dispute has its `sides`; where it is about one slot, `slots` holds `slot` and each side its `value`.
    """

    kind: str
    fact: str
    when: str | None = None
    slots: dict[str, Any] = field(default_factory=dict)
    speaker: str | None = None
    named: bool = True
    office: str | None = None
    via: tuple[str, ...] = ()
    outlet: str | None = None
    quote: str = ""
    sentence: str = ""
    origins: int = 0
    outlets: int = 0
    notes: tuple[int, ...] = ()
    sides: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is agreed, new, disputed or due."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The office of somebody on the page, as a fact of the record tells it."""

    title: str
    of: str | None
    fact: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. `since` is a day, or None where it is since the reader's last look; `day` is the page's own day."""

    process: Process
    since: str | None
    day: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    offices: dict[str, Office]

    def row(self) -> dict[str, Any]:
        """The page as a JSON object."""
        return {
            "process": self.process.name, "since": self.since, "day": self.day, "sections": json_value(self.sections),
            "notes": json_value(self.notes), "offices": json_value(self.offices),
        }  # fmt: skip


def brief(
    store: Store, process: str, since: str, filters: Filters = EVERYTHING, reader: str = ""
) -> Brief:  # fmt: skip
    """The page of a process on what was published since a day, or came since this reader's last brief (`last`).

    `filters` narrow it further and say as of when. Where that is left open, its day is that of the last report.
    """
    wanted = replace(filters.unlimited(), process=process)
    named = process_named(process, store)
    definition = next(one for one in store.processes() if one.name == named)
    window = Window(store, definition, wanted, since, bookmark(named, reader))
    return Composer(store, window).page()


def bookmark(process: str, reader: str) -> str:
    """The name under which the record remembers how far somebody's briefs on a process have come."""
    return f"brief:{process}:{reader}"


class Window:
    """What came in the time that a brief is about: `now` are its facts, `before` those that were known by then."""

    def __init__(self, store: Store, process: Process, filters: Filters, since: str, reader: str) -> None:
        self.process = process
        self.store, self.filters, self.point = store, filters, filters.point(store)
        moment = store.bookmark(reader) if since == LAST else 0
        self.since = None if since == LAST else str(day(since, 0))
        query = replace(filters.query(store, None), limit=CONSIDERED)
        if since == LAST and moment:
            ids = store.passing(replace(query, kinds=tuple(KINDS)), [id_ for id_, _ in store.changed(moment)])
            found = store.facts_of(ids[:CONSIDERED], self.point)
            earlier: Point | None = replace(self.point, moment=moment)
        else:
            found = self.published(query)
            earlier = replace(self.point, day=day_before(self.since)) if self.since else None
        last = max((one.told[-1].published[:10] for one in found), default=None)
        self.day = day(filters.as_of, 1) or last
        self.scale = Scale(process, str(self.day or self.since or "0001-01-01"))
        self.now = [one for one in found if tellable(one) and self.scale.concerns(one)]
        self.held = [one for one in self.now if one.merged.kind == "meeting" and not comes(one)]
        known = store.facts_of([one.id for one in self.now], earlier) if earlier else []
        self.before = {one.id: one for one in known}

    def published(self, query: Query) -> list[Account]:
        """The facts of which a report was published since the day."""
        low = None if self.since is None else days_before(self.since, REACH)
        low = max(filter(None, (low, query.since)), default=None)
        found = self.store.facts(replace(query, kinds=tuple(KINDS), since=low))
        return [one for one in found if self.since is None or one.told[-1].published[:10] >= self.since]

    def news(self, one: Account) -> bool:
        """Is a fact new since then, a step further, or confirmed by an origin that was not known?"""
        then = self.before.get(one.id)
        if comes(one) and (came(one, self.held) or "" < last_day(one) < str(self.day)):
            return False  # what was to come is no news once it is over
        return then is None or self.moved(one) or origins(one) > origins(then)

    def moved(self, one: Account) -> bool:
        """Has a fact that was known come a step further?"""
        then, steps = self.before.get(one.id), one.merged.history
        return bool(then and steps and steps[-1].status != then.merged.history[-1].status)

    def coming(self) -> list[Account]:
        """What is due on the day or later, whenever it was told; then what was lately planned without a day."""
        dated = planned(self.store, str(self.day), self.filters) if self.day else []
        due = [one for one in dated if tellable(one) and last_day(one) >= str(self.day)]
        open_ = [one for one in self.now if comes(one) and one.merged.best("when") is None and not came(one, self.held)]
        return [*sorted(due, key=lambda one: (first_day(one), one.id)), *self.scale.first(open_)]


def day_before(day_: str) -> str:
    """The day before a day."""
    return days_before(day_, 1)


def days_before(day_: str, count: int) -> str:
    """So many days earlier."""
    return (date.fromisoformat(day_) - timedelta(days=count)).isoformat()


def came(plan: Account, held: Iterable[Account]) -> bool:
    """Was a meeting of the same parties told of after one was planned?"""
    parties = set(plan.merged.all("parties"))
    return any(
        parties <= set(one.merged.all("parties")) and one.told[-1].published >= plan.told[0].published for one in held
    )


class Composer:
    """Chooses lines for each section and numbers the notes in the order of reading."""

    def __init__(self, store: Store, window: Window) -> None:
        self.store, self.window = store, window
        self.notes: dict[tuple[str, str], Note] = {}

    def page(self) -> Brief:
        """The whole page."""
        window, page = self.window, Page()
        due = page.choose(window.coming(), DUE)
        opposed = list(self.opposed(page))
        ranked = window.scale.first(one for one in window.now if window.news(one))
        agreed = page.choose((one for one in ranked if origins(one) > 1), AGREED)
        new = page.choose(
            (one for one in ranked if one.id not in window.before or window.moved(one)), TOLD - len(agreed)
        )
        sections = (
            Section("agreed", tuple(self.line(one, SEVERAL) for one in agreed)),
            Section("new", tuple(self.line(one, 1) for one in new)),
            Section("disputed", tuple(map(self.dispute, opposed))),
            Section("due", tuple(self.line(one, 1) for one in due)),
        )
        shown = [*agreed, *new, *due, *(one for dispute in opposed for one in dispute.facts)]
        return Brief(
            window.process, window.since, str(window.day or window.since or ""), sections, tuple(self.notes.values()),
            self.offices(shown),
        )  # fmt: skip

    def opposed(self, page: Page) -> Iterator[Dispute]:
        """The disputes that the page has room for."""
        room = DISPUTED
        fresh = self.window.scale.first(self.window.now)
        for one in disputes(self.store, fresh, self.window.point):
            if room and page.room(one.facts):
                room -= 1
                for fact in one.facts:
                    page.take(fact)
                yield one

    def line(self, one: Account, sources: int) -> Line:
        """The line of a fact with the notes of so many of its sources."""
        told = leading(one)
        notes = tuple(self.note(one.id, report) for report in apart(one, told, sources))
        words = {name: told.fact.slots[name] for name in VERBATIM if name in told.fact.slots}
        return Line(
            kind=one.merged.kind, fact=one.id, when=one.merged.best("when"),
            slots=dict(json_value(slots_of(one) | words)),
            speaker=told.fact.speaker, named=told.fact.named, office=told.fact.office, via=told.fact.via,
            outlet=told.outlet, quote=told.fact.quote, sentence=told.sentence, origins=origins(one),
            outlets=one.merged.counts.outlets, notes=notes,
        )  # fmt: skip

    def dispute(self, one: Dispute) -> Line:
        """The line of a dispute with its sides."""
        if one.sort != "slot":
            sides = tuple(self.line(fact, 1) for fact in one.facts)
            return Line(kind=one.sort, fact=one.facts[0].id, slots={"issue": one.slot}, sides=sides)
        (fact,) = one.facts
        told = {report.id: report for report in fact.told}
        base = self.line(fact, 0)
        sides = tuple(
            Line(kind="value", fact=fact.id, slots={"value": json_value(value)}, outlet=told[reports[0]].outlet,
                 notes=(self.note(fact.id, told[reports[0]]),))
            for value, reports in one.values
        )  # fmt: skip
        return Line(kind="slot", fact=fact.id, slots={"slot": one.slot}, sides=(base, *sides))

    def note(self, fact: str, told: Observation) -> int:
        """The number of the note of a report of a fact."""
        key = (fact, told.id)
        if key not in self.notes:
            start = told.fact.start - told.sentence_at
            title = self.store.revisions(told.article)[-1].article.title
            self.notes[key] = Note(
                len(self.notes) + 1, fact, told.id, told.outlet, told.fact.via, told.published, title, told.url,
                told.article, told.sentence, start, start + len(told.fact.quote),
            )  # fmt: skip
        return self.notes[key].number

    def offices(self, shown: Iterable[Account]) -> dict[str, Office]:
        """The office of everybody whom these facts name, as most reports of the record tell it."""
        people = sorted({name for one in shown for name in persons(one)})
        if not people:
            return {}
        mention = Mention(tuple(people), ("person",))
        query = Query(("role",), mentions=(mention,), limit=CONSIDERED, point=self.window.point)
        found: dict[str, Office] = {}
        for one in sorted(self.store.facts(query), key=lambda one: (-len(one.told), one.id)):
            name, slots = one.merged.best("person"), slots_of(one)
            if slots["title"] in TITLES[:-1] and slots["tense"] in (None, "current") and name in people:
                found.setdefault(name, Office(slots["title"], slots["of"], one.id))
        return found


def persons(one: Account) -> set[str]:
    """All names in a fact that may be somebody's."""
    values: Iterable[Any] = (leading(one).fact.speaker, *slots_of(one).values())
    flat = (member for value in values for member in (value if isinstance(value, tuple) else (value,)))
    return {member for member in flat if isinstance(member, str)}


def apart(one: Account, told: Observation, count: int) -> Sequence[Observation]:
    """The leading report and others that rest on other origins; then other outlets."""
    rest = [report for report in latest(one) if report.id != told.id]
    chosen = [told]
    for differs in (lambda report: origin_of(one, report), lambda report: report.outlet):
        for report in rest:
            if differs(report) not in {None, *(differs(other) for other in chosen)}:
                chosen.append(report)
    return chosen[:count]
