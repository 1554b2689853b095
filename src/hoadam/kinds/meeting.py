"""A particular meeting, call or visit: who, where, when, and how far it has come."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal, overlap, share
from hoadam.model.clause import clause_end
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return (
        share(a, b, "parties")
        or share(a, b, "people")
        or (not (a.get("parties") or a.get("people")) and equal(a, b, "place"))
    ) and overlap(a.get("when"), b.get("when"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One meeting, with the place, time, issues and status that its clause gives."""
    actors = match.actors("parties")
    head = match.one("verb") or match.one("noun")
    if match.constants.get("with") == "subject":
        actors = [*_subject(match, story), *actors]
    parties, people = story.parties(actors), story.people(actors)
    visit = match.one("host")
    if visit is not None:
        host = visit.actor.parties if visit.actor else ()
        if not host or host[0] in parties:
            return
        parties = (*parties, *host)
    if head is None or (len(parties) < 2 and not match.constants.get("alone")):
        return
    items = match.sentence.items
    end = _reach(items, match.last)
    place = _place(match, items, end)
    when, dated = story.when(match, match.first, end)
    form = str(
        match.constants.get("form") or head.says("meet-verb") or head.says("meet-noun") or head.says("visit-verb")
    )
    yield story.fact(
        "meeting",
        match,
        (match.start, items[end - 1].end),
        KIND.empty()
        | {
            "form": form,
            "status": _status(match, story, when),
            "parties": parties,
            "people": people,
            "place": _place_name(place),
            "issues": story.issues(items[match.last : clause_end(items, match.last)]),
        },
        when=when,
        sources={
            "parties": match.captures.get("parties", []),
            "place": [place] if place else [],
            "when": [dated] if dated else [],
        },
    )


def _subject(match: Match, story: Story) -> list[Actor]:
    found = sentence_subject(match.sentence, match.first)
    told = story.voice_at(match.start, match.end)
    return found or ([told.actor] if told and told.actor else [])


def _reach(items: list[Item], last: int) -> int:
    """The end of the stretch that still tells where and when: `tại <nơi>`, times, what holds it."""
    at = last
    while at < len(items):
        item = items[at]
        follows = items[at + 1] if at + 1 < len(items) else None
        if item.code == "T" or item.says("meet-hold") is not None:
            at += 1
        elif item.says("at") is not None and follows is not None and (follows.code in "L" or _is_place(follows)):
            at += 2
        elif item.code == "w" and follows is not None and follows.says("at") is not None:
            at += 1
        else:
            break
    return max(at, last)


def _is_place(item: Item) -> bool:
    return item.actor is not None and item.actor.place is not None and item.entry is not None


def _place(match: Match, items: list[Item], end: int) -> Item | None:
    captured = match.one("place") or match.one("host")
    if captured is not None:
        return captured
    here = [
        i for n, i in enumerate(items) if n and items[n - 1].says("in") is not None and (i.code == "L" or _is_place(i))
    ]
    near = [item for item in here if match.start <= item.start <= items[end - 1].end + 60]
    return near[0] if near else None


def _place_name(item: Item | None) -> str | None:
    if item is None:
        return None
    return item.says("place") or item.says("country") or (item.actor.place if item.actor else None)


def _status(match: Match, story: Story, when: str | None) -> str:
    """How far it has come, from the words before the head and around it."""
    if "status" in match.constants:
        return str(match.constants["status"])
    items = match.sentence.items
    for item in reversed(items[max(0, match.first - 4) : match.last]):
        for name in ("deny", "call-off", "propose", "future"):
            if item.says(name) is not None:
                return str(item.says(name))
    after = items[match.last : match.last + 8]
    if any(item.says("call-off") is not None for item in after[:3]):
        return "cancelled"
    if any(item.says("expected") is not None for item in after):
        return "planned"
    held = next((item.says("meet-hold") for item in after[:3] if item.says("meet-hold")), None)
    if when and when[:10] > story.day:
        return "planned"
    return held or "held"


KIND = Kind(
    name="meeting",
    order=0,
    slots={"form": None, "status": None, "parties": (), "people": (), "place": None, "issues": ()},
    further={"mediators": (), "after": None},
    scored=("form", "status", "parties", "people", "place", "when", "issues"),
    agrees=agrees,
    build=build,
    words={
        "form": tuple(["talks", "summit", "meeting", "call", "visit"]),
        "status": tuple(["held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied"]),
    },
)
