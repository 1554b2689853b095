"""What a kind may ask about the article while it turns captures into facts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from hoadam.model.fact import Evidence, Fact
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Match, Parsed
from hoadam.model.plan import Plan
from hoadam.model.reported import bracketed, fenced, of_outlet, of_report
from hoadam.model.seat import seats
from hoadam.model.vocabulary import ISSUES

Found = TypeVar("Found")
BLOCK = 512  # code points
PAIR = 2
GENERAL = ("talks", "peace-deal", "other")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is credited: `speaker` canonical or null, `named`, and the institution that speaks."""

    speaker: str | None
    named: bool = True
    office: str | None = None


@dataclass(slots=True)
class Told:
    """A stretch that somebody says, so that facts inside it are credited to the same voice."""

    start: int
    end: int
    voice: Voice
    actor: Actor | None


@dataclass(slots=True)
class Story:
    """An article being read: its actors are bound, its statements known as they are found."""

    parsed: Parsed
    day: str
    states: Mapping[str, str]  # person -> the state or body whose leader or official the person is
    told: list[Told] = field(default_factory=list)
    last_voice: Voice | None = None
    plans: dict[int, Plan] | None = None
    last_actor: Actor | None = None
    last_paragraph: int = 0
    last_medium: Item | None = None
    found: dict[str, Any] = field(default_factory=dict)  # what `once` has found
    blocks: dict[int, list[Told]] = field(default_factory=dict)  # what is told, by the stretches of text it lies in
    filed: int = 0  # how many of `told` stand in `blocks`

    def once(self, name: str, find: Callable[[], Found]) -> Found:
        """What holds for the whole article, found out when it is first asked for."""
        if name not in self.found:
            self.found[name] = find()
        return cast(Found, self.found[name])

    def text(self, start: int, end: int) -> str:
        """The words of a stretch, as printed."""
        return self.parsed.article.text[start:end]

    def parties(self, actors: Iterable[Actor]) -> tuple[str, ...]:
        """The states and bodies that actors are or stand for, in their order."""
        found: list[str] = []
        for actor in actors:
            found += actor.parties or [self.states[p] for p in actor.people if p in self.states]
        return tuple(dict.fromkeys(found))

    def people(self, actors: Iterable[Actor]) -> tuple[str, ...]:
        """The people among actors, in their order."""
        return tuple(dict.fromkeys(person for actor in actors for person in actor.people))

    def voices(self, actors: Iterable[Actor]) -> list[Voice]:
        """One voice for each speaker."""
        found: list[Voice] = []
        for actor in actors:
            who = actor.people or actor.parties or ((None,) if actor.vague else ())
            found += [Voice(speaker, not actor.vague, actor.office) for speaker in who]
        return list(dict.fromkeys(found))

    def voice_at(self, start: int, end: int) -> Told | None:
        """The narrowest stretch of somebody's words that holds this one."""
        around = [told for told in self._told_near(start) if told.start <= start and end <= told.end + 1]
        return min(around, key=lambda told: told.end - told.start, default=None)

    def told_as(self, one: Told) -> list[Told]:
        """All that is told in the very same stretch, by several speakers."""
        return [told for told in self._told_near(one.start) if (told.start, told.end) == (one.start, one.end)]

    def _told_near(self, offset: int) -> list[Told]:
        """What is told around an offset, found without going through the whole article."""
        for told in self.told[self.filed :]:
            for block in range(told.start // BLOCK, (told.end + 1) // BLOCK + 1):
                self.blocks.setdefault(block, []).append(told)
        self.filed = len(self.told)
        return self.blocks.get(offset // BLOCK, [])

    def sides(self, sentences: list[Sentence] | None = None) -> tuple[str, ...]:
        """The two states or bodies that the article (or some sentences) sets against each other: the first pair."""
        for sentence in self.parsed.sentences if sentences is None else sentences:
            items = sentence.items
            for n in range(len(items) - 2):
                one, two = items[n].actor, items[n + 2].actor
                if one and two and (items[n + 1].code in ",-" or items[n + 1].says("and") is not None):
                    pair = self.parties([one, two])
                    if len(pair) == 2:
                        return pair
        return ()

    def opposed(self, but: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The two sides of the article, `but` whoever stands between them: a pair, foes, the only two named."""
        return self.once(f"opposed, but {but}", lambda: self._opposed(but))

    def _opposed(self, but: tuple[str, ...]) -> tuple[str, ...]:
        heads = [sentence for sentence in self.parsed.sentences if sentence.role == "headline"]
        for pair in (
            self.sides(heads),
            self.foes(),
            self._only(heads, but),
            self.sides(),
            self._only(None, but),
            self._most(but),
        ):
            if len(pair) == PAIR and not set(pair) & set(but):
                return pair
        return ()

    def _only(self, sentences: list[Sentence] | None, but: tuple[str, ...]) -> tuple[str, ...]:
        """All states and bodies that the sentences name, without some."""
        told = self.parsed.sentences if sentences is None else sentences
        actors = [item.actor for sentence in told for item in sentence.items if item.actor and not item.actor.vague]
        return tuple(party for party in self.parties(actors) if party not in but)

    def _most(self, but: tuple[str, ...]) -> tuple[str, ...]:
        """The two states or bodies that the article names most, where it names no third half as often."""
        places = {start for sentence in self.parsed.sentences for start in seats(sentence)}
        items = (item for sentence in self.parsed.sentences for item in sentence.items)
        actors = (item.actor for item in items if item.actor and item.start not in places)
        told = Counter(party for actor in actors for party in self.parties([actor]) if party not in but)
        most = [*told.most_common(PAIR + 1), ("", 0)]
        return (most[0][0], most[1][0]) if len(told) >= PAIR and most[1][1] > 2 * most[2][1] else ()

    def foes(self) -> tuple[str, ...]:
        """Who strikes or accuses whom, told first."""
        for sentence in self.parsed.sentences:
            items = sentence.items
            for n in range(1, len(items) - 1):
                if items[n].says("foe") is None:
                    continue
                before = next((i.actor for i in reversed(items[max(0, n - 3) : n]) if i.actor), None)
                after = next((i.actor for i in items[n + 1 : n + 5] if i.actor), None)
                pair = self.parties([a for a in (before, after) if a])
                if len(pair) == PAIR:
                    return pair
        return ()

    def issue(self, items: Iterable[Item]) -> str:
        """What the words are about: the first special issue named, else a general one, else `other`."""
        found = [issue for issue in (_issue(item) for item in flat(items)) if issue]
        special = [issue for issue in found if issue not in GENERAL]
        return special[0] if special else found[0] if found else "other"

    def issues(self, items: Iterable[Item]) -> tuple[str, ...]:
        """All special issues that the words name, in the order of the vocabulary."""
        found = {issue for issue in (_issue(item) for item in flat(items)) if issue}
        return tuple(issue for issue in ISSUES if issue in found and issue not in GENERAL)

    def when(self, match: Match, first: int, last: int) -> tuple[str | None, Item | None]:
        """The date told for what happens in `items[first:last]`: inside it, else the nearest in its sentence."""
        items = match.sentence.items
        dated = [
            (n, i) for n, i in enumerate(items) if i.code == "T" and isinstance(i.value, str) and i.value[:1] != "P"
        ]
        inside = [item for n, item in dated if first <= n < last and not of_outlet(items, n)]
        if inside:
            return str(inside[0].value), inside[0]
        near = [
            (n, i)
            for n, i in dated
            if not (of_report(items, n) or fenced(items, n, first, last) or bracketed(items, n))
        ]
        if near:
            item = min(near, key=lambda found: abs(found[0] - first))[1]
            return str(item.value), item
        return None, None

    def fact(self, kind: str, match: Match, span: tuple[int, int], slots: dict[str, Any], **common: Any) -> Fact:
        """A fact of this match over a stretch of the text; evidence is what the captures supply."""
        start, end = span
        sources = common.pop("sources", {})
        evidence = {slot: tuple(Evidence(i.start, i.end) for i in items) for slot, items in sources.items() if items}
        return Fact(
            kind=kind, start=start, end=end, quote=self.text(start, end), slots=slots, rule=match.rule,
            evidence=evidence, **common,
        )  # fmt: skip


def trio(parsed: Parsed) -> tuple[str, ...]:
    """The three states that the article first names in a row."""
    for sentence in parsed.sentences:
        row: list[str] = []
        for n, item in enumerate(sentence.items):
            if item.actor and item.actor.parties:
                row += item.actor.parties
                after = sentence.items[n + 1] if n + 1 < len(sentence.items) else None
                if after is None or not (after.code in ",-" or after.says("and") is not None):
                    if len(set(row)) == 3:
                        return tuple(dict.fromkeys(row))
                    row = []
            elif not (row and (item.code in ",-" or item.says("and") is not None)):
                row = []
    return _often(parsed)


def _often(parsed: Parsed) -> tuple[str, ...]:
    """The three states that the article names most, if it names each more than once and no fourth as often."""
    places = {start for sentence in parsed.sentences for start in seats(sentence)}
    actors = (actor for actor in parsed.actors() if actor.start not in places)
    told = Counter(party for actor in actors for party in actor.parties)
    most = told.most_common(4)
    if len(most) < 3 or most[2][1] < 2 or (len(most) > 3 and most[3][1] == most[2][1]):
        return ()
    return tuple(party for party, _ in most[:3])


def flat(items: Iterable[Item]) -> Iterable[Item]:
    """The items with those inside actors and quotations."""
    for item in items:
        if item.inner:
            yield from flat(item.inner)
        yield item


def _issue(item: Item) -> str | None:
    found = item.says("issue")
    return found


def sentence_subject(sentence: Sentence, before: int) -> list[Actor]:
    """The actors that are the subject at the item `before`: those that open the last clause which opens with any."""
    items = sentence.items
    opens = next((n for n, item in enumerate(items) if item.actor or item.code == "Q"), before)
    if opens >= before or items[opens].code == "Q":
        return []
    led = any(not _sets_off(item) for item in items[:opens])
    for at in range(before - 1, opens, -1):
        if (
            items[at].actor
            and _opens_clause(items, at, led)
            and (_is_set(items, at, before) or not _is_object(items, at))
        ):
            return row(items, at, before)
    comma = max((n for n in range(opens) if items[n].code == ","), default=-1)
    if any(item.says("at") is not None or item.says("of") is not None for item in items[comma + 1 : opens]):
        return []
    return row(items, opens, before)


def opener(sentence: Sentence) -> Actor | None:
    """The person whom a sentence is about: its subject, else the first one named in it."""
    items = sentence.items
    named = [n for n, item in enumerate(items) if item.actor is not None and item.actor.people]
    if not named:
        return None
    first = next(n for n, item in enumerate(items) if item.actor is not None)
    led = any(not _sets_off(item) for item in items[:first])
    for at in named if led else ():
        if items[at - 1].code == "," and not _is_object(items, at):
            return items[at].actor
    deed = led and items[0].says("that") is not None and items[first - 1] is not items[0]
    return items[named[-1 if deed else 0]].actor


def _sets_off(item: Item) -> bool:
    """May the item stand before the subject of a main clause, as an adverb or a date does?"""
    return item.code in "T,-" or item.says("adverb") is not None or item.says("determiner") is not None


def subject_around(match: Match) -> list[Actor]:
    """The subject before a match, else the one that opens the clause after it: `Trước cuộc gặp với A, B …`."""
    found = sentence_subject(match.sentence, match.first)
    items = match.sentence.items
    for n in range(match.last, min(match.last + 8, len(items) - 1)):
        if not found and items[n].code == "," and items[n + 1].actor is not None:
            return row(items, n + 1, len(items))
    return found


def _opens_clause(items: list[Item], at: int, led: bool) -> bool:
    """Does the actor stand where a new subject would, after a turn, or after a comma of a sentence that none opens?"""
    last = items[at - 1]
    if last.says("turn") in ("hard", "soft"):
        return True
    return last.code == "," and led


def _is_set(items: list[Item], at: int, before: int) -> bool:
    """Is it somebody with an office told behind or before the name, whom commas set off from the verb?"""
    actor = items[at].actor
    return actor is not None and at + 1 == before and items[at].code == "A" and bool(actor.people and actor.title)


def _is_object(items: list[Item], at: int) -> bool:
    """Is the actor one of a list, or followed by what no subject has after it?"""
    then = items[at + 1] if at + 1 < len(items) else None
    return then is None or then.code in ",)" or then.says("of") is not None


def row(items: list[Item], at: int, before: int) -> list[Actor]:
    """The actors of the list that begins at an item."""
    found: list[Actor] = []
    while at < before and at < len(items):
        actor = items[at].actor
        if actor is None:
            if items[at].code in ",-" or items[at].says("and") is not None:
                at += 1
                continue
            break
        if not (found and found[-1].people and (actor.vague or (actor.title and not actor.people))):
            found.append(actor)  # else it is an office set beside the name
        at += 1
    return found
