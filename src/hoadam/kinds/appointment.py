"""Who was named to an office or left it."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import clause_end, is_, trimmed
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject
from hoadam.model.succession import last_holder, office_left, predecessors

# The offices that count: who leads, who speaks for a state abroad, who commands, and those closest to them.
COUNTED = (
    "president", "vice president", "prime minister", "foreign minister", "defence minister", "special envoy",
    "ambassador", "national security adviser", "adviser", "chief of staff", "secretary (NSDC)",
    "chief of general staff", "intelligence chief", "negotiator", "secretary-general", "commander", "supreme leader",
    "general secretary", "king",
)  # fmt: skip
VERBS = (
    "name-verb", "name-weak", "named-verb", "take-office", "succeed", "drop-verb", "dropped-verb", "leave-verb",
)  # fmt: skip
LEADS = "negotiator"  # of whoever is made the head of a delegation
LEFT = ("dismissed", "resigned")
BEFORE = 3  # items: what stands there tells whether the thing is done or only talked about


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "person", "change")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Who was named to an office, or left one, and whom he or she replaces."""
    verb = match.one("verb")
    if verb is None or _doubted(match, verb):
        return
    change = next(value for name in VERBS if (value := verb.says(name)))
    people, office = _who(match, story)
    person = next(iter(story.people(people)), None)
    title = LEADS if "lead" in match.captures else _title(office, people, person, change, story)
    of = _of(match, office, people, person, story)
    if of is None or title not in (*COUNTED, None) or (title is None and (person is None or change not in LEFT)):
        return
    start, end, reason = _span(match, story)
    if people and people[0] not in match.actors("person") and people != [office]:
        start = verb.start
    replaced = next(iter(story.people(match.actors("replaces"))), None)
    if replaced is None and change not in LEFT:
        replaced = predecessors(story).get(person or "") or last_holder(person, title, of, story)
    named = office if office is not None else next(iter(people), None)
    sources = ("person", "by", "office", "lead", "replaces", "reason")
    yield story.fact(
        "appointment",
        match,
        (start, end),
        KIND.empty()
        | {
            "person": person,
            "title": title,
            "of": of,
            "change": change,
            "replaces": replaced if replaced != person else None,
            "reason": reason,
            "to": named.to if named else None,
            "tense": "designate" if change == "nominated" else named.tense if named else None,
        },
        when=story.when(match, match.first, match.last)[0],
        sources={"change": [verb]} | {_slot(name): match.captures[name] for name in sources if name in match.captures},
    )


def _slot(capture: str) -> str:
    return {"office": "title", "lead": "title", "by": "of"}.get(capture, capture)


def _doubted(match: Match, verb: Item) -> bool:
    """Is the naming or the leaving only asked for, weighed, denied or feared?"""
    items = match.sentence.items
    at = next(n for n, item in enumerate(items) if item is verb)
    low = max(0, match.first - BEFORE)
    return any(item.says("no-appointment") is not None for item in items[low:at] if item.code not in ".;")


def _who(match: Match, story: Story) -> tuple[list[Actor], Actor | None]:
    """The people concerned, and the office; an office with its holder's name gives both."""
    people, offices = match.actors("person"), match.actors("office")
    office = offices[0] if offices else None
    if match.constants.get("person") == "subject" or (people and _governed(match)):
        people = _set_beside(match) or sentence_subject(match.sentence, match.first)
    if match.constants.get("titled") and not any(actor.called for actor in people):
        return [], None
    if not people and office is not None and "name" in office.sources:
        return [office], office
    if match.constants.get("named") == "elsewhere":
        return people, story.once("open office", lambda: _open_office(story))
    return people, office


def _governed(match: Match) -> bool:
    """Does the actor before the verb only belong to a phrase about the one who is meant ("an ally of X, resigned")?"""
    items = match.sentence.items
    first = match.captures["person"][0]
    at = next(n for n, item in enumerate(items) if item is first)
    return at > 0 and items[at - 1].says("of") is not None


def _set_beside(match: Match) -> list[Actor]:
    """Whom a noun in apposition and a relative clause tell of: "A - an ally of B, who resigned"."""
    items = match.sentence.items
    at = next((n for n, item in enumerate(items) if item is match.captures.get("person", [None])[0]), 0)
    if at + 2 >= len(items) or items[at + 1].code != "," or not is_(items[at + 2], "people-of"):
        return []
    for n in range(at - 1, max(0, at - 10), -1):
        actor = items[n - 1].actor
        if items[n].code in "-," and actor is not None and actor.people:
            return [actor]
    return []


def _open_office(story: Story) -> Actor | None:
    """The office that the article says is filled, where it does not say with whom."""
    for sentence in story.parsed.sentences:
        for one, other in zip(sentence.items, sentence.items[1:], strict=False):
            if one.says("name-verb") is not None and other.actor and "name" not in other.actor.sources:
                return other.actor
    return None


def _title(office: Actor | None, people: list[Actor], person: str | None, change: str, story: Story) -> str | None:
    """The office: as said, else that which the person leaves or takes by the words about him or her."""
    if office is not None:
        return office.called or office.title
    if change not in LEFT and not any(actor.called for actor in people):
        return None
    own = [actor.called for actor in people if actor.called]
    told = story.once("called", lambda: _called(story)).get(person or "")
    left = _replaced(people, story) or office_left(person, story) if change in LEFT else None
    return left or next(iter(own), None) or told


def _called(story: Story) -> dict[str, str]:
    """The office by which the article first calls each person."""
    found: dict[str, str] = {}
    for actor in story.parsed.actors():
        if actor.called and actor.called != "counterpart":
            for person in actor.people:
                found.setdefault(person, actor.called)
    return found


def _replaced(people: list[Actor], story: Story) -> str | None:
    """The office that the words before "replacing X" give to somebody else was X's."""
    told = story.once("replaced", lambda: {actor.start: (actor, office) for actor, office in _replacing(story)})
    pairs = [told[actor.start] for actor in sorted(people, key=lambda actor: actor.start) if actor.start in told]
    return next((office for actor, office in pairs if actor in people), None)


def _replacing(story: Story) -> Iterable[tuple[Actor, str]]:
    """Everybody who is said to be replaced, with the office that goes to somebody else."""
    for sentence in story.parsed.sentences:
        office = None
        for mark, item in zip(sentence.items, sentence.items[1:], strict=False):
            if item.actor and mark.says("replace") is not None and office:
                yield item.actor, office
            if item.actor and item.actor.called:
                office = item.actor.called


def _of(match: Match, office: Actor | None, people: list[Actor], person: str | None, story: Story) -> str | None:
    if office is not None and office.of:
        return office.of
    told = (_served(match, story) or _whose(match, story)) if office else None
    if told:
        return told
    by = story.parties(match.actors("by") or (sentence_subject(match.sentence, match.first) if office else []))
    if by:
        return by[0]
    return next((actor.of for actor in people if actor.of), None) or story.states.get(person or "")


def _served(match: Match, story: Story) -> str | None:
    """The body that the new holder works for: "bổ nhiệm làm cố vấn cho Hội đồng Hòa bình"."""
    behind = match.sentence.items[match.last : match.last + 2]
    if len(behind) == 2 and is_(behind[0], "for-whom") and behind[1].actor:
        return next(iter(story.parties([behind[1].actor])), None)
    return None


def _whose(match: Match, story: Story) -> str | None:
    """The state that stands a little behind the office: "Thủ tướng đầu tiên trong lịch sử của Nepal"."""
    items = match.sentence.items
    for before, item in zip(items[match.last - 1 : match.last + 6], items[match.last : match.last + 7], strict=False):
        if item.code in ",.;:":
            return None
        if item.actor and is_(before, "of"):
            return next(iter(story.parties([item.actor])), None)
    return None


def _span(match: Match, story: Story) -> tuple[int, int, str | None]:
    """Where the fact begins and ends, and the reason in its own words."""
    reason = match.captures.get("reason")
    if not reason:
        return match.start, match.end, None
    items = match.sentence.items
    first = next(n for n, item in enumerate(items) if item is reason[0])
    last = next((n for n in range(first, len(items)) if items[n].code in ",.;:!?"), len(items))
    low, high = trimmed(items, first, min(last, clause_end(items, first)) if last > first else first + 1)
    return match.start, items[high - 1].end, story.text(items[low].start, items[high - 1].end)


KIND = Kind(
    name="appointment",
    order=7,
    slots={"person": None, "title": None, "of": None, "change": None, "replaces": None, "reason": None},
    further={"to": None, "tense": None},
    key=("person", "change"),
    scored=("person", "title", "of", "change", "replaces"),
    agrees=agrees,
    build=build,
    words={"change": ("appointed", "nominated", "dismissed", "resigned")},
)
