"""A particular meeting, call or visit: who, where, when, and how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from hoadam.kinds.kind import Kind, Row, equal, overlap, share
from hoadam.model import occasion
from hoadam.model.clause import clause_end, index_of, is_, skip
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.sitting import (
    PAIR,
    before_list,
    behind_names,
    hosts,
    joined_by,
    meets_in_itself,
    members,
    participants,
    seated,
    subject_of,
    travels,
)
from hoadam.model.story import Story, trio

NEAR = 4  # items behind a meeting's words within which it may be told that it was by telephone
OPENING, FAR = 2, 5  # items before a meeting that opens a sentence; items of the clause behind it that tell its stage
OPENS = 9  # items within which a sentence tells in what words something was said
CLAUSE = 10  # items before a day within which the meeting it belongs to is looked for
UNHELD = ("planned", "proposed", "cancelled", "postponed", "denied", "ongoing")
OFF = ("cancelled", "postponed", "denied")


@dataclass(slots=True)
class Around:
    """What a meeting's words give: who, and the stretch of items that tells of it."""

    head: Item
    at: int
    actors: list[Actor]
    first: int
    end: int
    form: str


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return (
        share(a, b, "parties")
        or share(a, b, "people")
        or (not (a.get("parties") or a.get("people")) and equal(a, b, "place"))
    ) and overlap(a.get("when"), b.get("when"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One meeting, with the place, time, issues and status that its clause gives."""
    around = _around(match, story)
    if around is None:
        return
    items = match.sentence.items
    parties = story.parties([*around.actors, *hosts(match)])
    if len(parties) != 3 and occasion.three_sided(items, around.at, around.end):
        parties = story.once("trio", lambda: trio(story.parsed)) or parties
    place = _place(match, items, around)
    when, dated = _when(match, story, around)
    status, firm = _status(match, story, around, when)
    told = (place, when)
    if status is None or _past(when, story.day) or not _stands(match, around, parties, told, status):
        return
    if occasion.game(story) or _swap(around, story) or _merely_beside(items, around.at):
        return
    yield story.fact(
        "meeting",
        match,
        (items[around.first].start, items[around.end - 1].end),
        KIND.empty()
        | {
            "form": around.form,
            "status": status,
            "parties": parties,
            "people": story.people(around.actors),
            "place": occasion.place_name(place),
            "issues": _issues(items, around, story),
        },
        when=when,
        sources={
            "parties": match.captures.get("parties", []),
            "place": [place] if place else [],
            "when": [dated] if dated else [],
            "form": [] if is_(around.head, "goes") else [around.head],
            "status": [around.head] if firm else [],
        },
    )


def _around(match: Match, story: Story) -> Around | None:
    """Head, participants and stretch; None where they are no meeting's."""
    head = match.one("verb") or match.one("noun")
    if head is None:
        return None
    items = match.sentence.items
    at = next(n for n in range(match.first, match.last) if items[n] is head)
    form = str(match.constants.get("form") or _form(head, "verb" if match.one("verb") else "noun"))
    actors = [*before_list(match), *participants(match, story)]
    if match.constants.get("visit"):
        if match.one("verb") is not None and not travels(match, items, actors):
            return None
        actors = actors if story.parties(actors) else [*subject_of(match, story), *actors]
    actors = [seated(actor, story) for actor in joined_by(match, story, actors)]
    actors += members(items, match.last)
    if any(item.says("by-phone") is not None for item in items[match.first : match.last + NEAR]):
        form = "call"
    first = match.first - PAIR if before_list(match) else match.first
    return Around(head, at, actors, first, occasion.reach(items, behind_names(items, match.last)), form)


def _swap(around: Around, story: Story) -> bool:
    """Is it an exchange of captives, told of elsewhere, and none of views?"""
    return is_(around.head, "meet-or-swap") and story.once("swap", lambda: occasion.swaps(story.parsed.sentences))


def _merely_beside(items: list[Item], at: int) -> bool:
    """Is it the conference beside which another meeting of the sentence is held?"""
    if not occasion.setting(items, at):
        return False
    return any(
        _form(item, sort) is not None and not is_(item, "in") and not occasion.setting(items, n)
        for n, item in enumerate(items)
        for sort in ("verb", "noun")
    )


def _form(head: Item, sort: str) -> str | None:
    return head.says(f"meet-{sort}") or head.says(f"visit-{sort}")


def _past(when: str | None, day: str) -> bool:
    """Is it history, not news?"""
    return when is not None and when[:4].isdigit() and int(when[:4]) < int(day[:4]) - 1


def _stands(
    match: Match, around: Around, parties: tuple[str, ...], told: tuple[Item | None, str | None], status: str
) -> bool:
    """Are there enough participants, and is one meeting meant?"""
    items = match.sentence.items
    enough = len(parties) >= 2 or meets_in_itself(match, around.actors)
    if around.head.says("talks-in-general") is not None and match.one("noun") is not None:
        own = told[0] is not None and told[0].start > around.head.start and occasion.exact(told[0])
        told = (told[0] if own else None, told[1])
    if match.constants.get("alone") and not occasion.situated(told[0]):
        told = (None, told[1])
    if not enough and not (match.constants.get("alone") and (any(told) or match.constants.get("definite"))):
        return False
    if match.constants.get("definite"):
        return True
    loose = around.head.says("meet-loose") is not None and match.one("verb") is not None
    near = items[max(0, around.at - occasion.FAR) : around.at]
    wished = status == "proposed" and not any(item.says("ask-talks") is not None for item in near)
    quoted = match.sentence.role == "quotation"
    if loose and not (any(told) or (not quoted and ((status in UNHELD and not wished) or _persons(around.actors)))):
        return False
    if loose and match.constants.get("joint") and around.form == "talks" and not _persons(around.actors):
        after = items[match.last] if match.last < len(items) else None
        ahead = status in UNHELD and told[1] is not None
        if not ahead and around.head.says("talks-in-general") is None and (after is None or not is_(after, "about")):
            return False
    general = around.head.says("talks-in-general") is not None
    if (not any(told) or around.form == "visit") and occasion.kept_up(items, around.at, around.end):
        return False
    if around.head.says("meet-table") is not None and status == "proposed" and told[0] is None:
        return False
    if general and status == "proposed" and not (any(told) or _persons(around.actors)):
        return _asked(items, around.at)
    before = items[around.at - 1] if around.at else around.head
    verbal = before.actor is not None or any(is_(before, name) for name in ("adverb", "stage", "ongoing"))
    joint = match.constants.get("joint") and around.head.says("meet-verb") is not None
    acted = match.one("noun") is None or (joint and verbal)
    if acted or any(told) or status in UNHELD:
        return True
    return occasion.particular(items, around.at, match.last)


def _asked(items: list[Item], at: int) -> bool:
    """Does somebody ask for the talks, rather than that they be only possible, needed or a condition?"""
    near = items[max(0, at - occasion.FAR) : at]
    return any(item.says("directive") is not None or item.says("ask-talks") is not None for item in near)


def _persons(actors: list[Actor]) -> bool:
    return any(actor.people or actor.title or "group" in actor.sources for actor in actors)


def _when(match: Match, story: Story, around: Around) -> tuple[str | None, Item | None]:
    """The day told with the meeting, else the nearest of its sentence that belongs to nothing else."""
    items = match.sentence.items
    for n in (*range(around.at, around.end), *range(around.at - 1, around.first - 1, -1)):
        item = items[n]
        if item.code != "T" or not isinstance(item.value, str) or item.value[:1] == "P" or _ends(items, n):
            continue
        if not _since(item, story.day):
            return item.value, item
    if around.first and items[around.first - 1].says("during") is not None:
        dated = [item for item in items if item.code == "T" and isinstance(item.value, str) and item.value[:1] != "P"]
        if len(dated) == 1:
            return str(dated[0].value), dated[0]
    when, dated_by = story.when(match, around.first, around.end)
    if dated_by is None or _since(dated_by, story.day) or _ends(items, index_of(items, dated_by)):
        return None, None
    if _of_words(items, index_of(items, dated_by)):
        return None, None
    return (None, None) if _others(items, dated_by, around) else (when, dated_by)


def _of_words(items: list[Item], at: int) -> bool:
    """Is it when something was said or written that opens the sentence: `Trong một tuyên bố hôm 5/2, ông …`?"""
    before = items[:at]
    return at < OPENS and any(is_(item, "utterance") for item in before) and not any(i.code == "," for i in before)


def _ends(items: list[Item], at: int) -> bool:
    """Is it only till when the meeting lasted: `kéo dài đến hơn 3h sáng`?"""
    return any(is_(item, "lasts") for item in items[max(0, at - NEAR) : at])


def _since(dated: Item, day: str) -> bool:
    """Is it a time that only begins there, long before: `lần đầu kể từ năm 2019`?"""
    return str(dated.value).endswith("/..") and str(dated.value)[:4] < day[:4]


def _others(items: list[Item], dated: Item, around: Around) -> bool:
    """Does another meeting, or a deal, stand nearer to the day?"""
    at = next(n for n, item in enumerate(items) if item is dated)
    if at < around.first:
        opens = next((n for n in range(at - 1, max(-1, at - CLAUSE), -1) if items[n].code in ",;:."), at - CLAUSE)
        between = items[max(0, opens + 1) : around.first]
        if any(is_(item, "ask-for") for item in items[at + 1 : around.at]):
            return True
    else:
        between = items[around.end : at]
        if any(is_(item, "deal") and not is_(item, "bare-truce") for item in between):
            return True
    first = items.index(between[0]) if between else 0
    return any(
        _form(item, sort) is not None and not is_(item, "in") and not occasion.setting(items, first + n)
        for n, item in enumerate(between)
        for sort in ("verb", "noun")
    )


def _place(match: Match, items: list[Item], around: Around) -> Item | None:
    if around.form == "call":
        return None
    captured = match.one("place") or match.one("host")
    if captured is None and around.head.code == "L":
        captured = around.head
    named = captured if occasion.place_name(captured) else None
    if named is not None and not occasion.topical(items, index_of(items, named)):
        return named
    named = items[around.at + 1] if match.one("noun") is not None and around.at + 1 < len(items) else None
    if named is not None and named.code == "L":
        return named
    near = occasion.place_in(items, around.at, around.end + 1) or occasion.place_behind(items, around.end)
    beside = None if occasion.exact(near) else occasion.beside(items, around.at)
    return beside or near or occasion.hosted(items, around.at) or occasion.leading(items, around.first)


def _issues(items: list[Item], around: Around, story: Story) -> tuple[str, ...]:
    """What the meeting is about, as far as its clause says so; to end the fighting is the purpose of any."""
    stop = clause_end(items, around.end)
    turns = range(around.at + 1, stop)
    within = any(is_(item, "during") or is_(item, "after") for item in items[max(0, around.at - NEAR) : around.at])
    stop = next((n for n in turns if _parts(items, n, within)), stop)
    purpose = next((n for n in range(around.at + 1, stop) if items[n].says("purpose") is not None), stop)
    named = story.issues(items[around.at + 1 : stop])
    plain = story.issues(items[around.at + 1 : purpose])
    return tuple(issue for issue in named if issue in plain or issue != "ceasefire")


def _parts(items: list[Item], at: int, within: bool) -> bool:
    """Does a turn stand here, or a comma that ends a meeting within which something else is done?"""
    then = skip(items, at + 1, "adverb")
    says = then < len(items) and (is_(items[then], "say") or is_(items[then], "stance"))
    comma = items[at].code == "," and (within or says)
    return items[at].says("turn") in ("hard", "soft") or comma or _joins(items, at)


def _joins(items: list[Item], at: int) -> bool:
    """Does another subject begin after this comma?"""
    return items[at].code == "," and at + 1 < len(items) and items[at + 1].actor is not None


def _status(match: Match, story: Story, around: Around, when: str | None) -> tuple[str | None, bool]:
    """How far it has come, from the words around it and its day, and whether they say so; None where none is held."""
    items = match.sentence.items
    if "status" in match.constants:
        fixed = None if occasion.refused(items, around.first - 3, around.first) else str(match.constants["status"])
        return fixed, True
    told = occasion.stage(items, around.first - occasion.FAR, around.at)
    if told in OFF:
        return told, True
    if occasion.refused(items, around.first - 3, around.at):
        return None, True
    after = occasion.undone(items, around.at + 1, around.end)
    after = after or occasion.outcome(items, around.at + 1, around.end) or _opening_ahead(items, around)
    if after not in OFF and (told or after) in ("planned", "proposed"):
        after = occasion.called_off(items, around.end) or after
    if after in OFF:
        return after, True
    before = told == "planned" and occasion.reckoned(items, around.first - occasion.FAR, around.at)
    done = occasion.done(items, around.first - 2, around.at)
    return _dated(told, after, when, story.day), bool(when or after or told or done) and not before


def _opening_ahead(items: list[Item], around: Around) -> str | None:
    """Is it still to come where the meeting opens the sentence: `Trong cuộc gặp ngày 3/12, phái đoàn dự kiến …`?"""
    if around.first > OPENING or around.end >= len(items) or items[around.end].code != ",":
        return None
    main = items[around.end + 1 : around.end + 1 + FAR]
    return "planned" if any(item.says("future") is not None and item.says("after") is None for item in main) else None


def _dated(told: str | None, after: str | None, when: str | None, day: str) -> str:
    """The status where nothing was called off: the day decides, then the words."""
    low, _, high = (when or "").partition("/")
    if when and (high or low)[:10] < day[: len((high or low)[:10])] and ".." not in when:
        return "held"
    if when and low[:10] > day[: len(low[:10])]:
        return told if told == "proposed" else "planned"
    if told == "hoped":
        return "planned" if after == "planned" else "proposed"
    return told or after or "held"


KIND = Kind(
    name="meeting",
    order=0,
    slots={"form": None, "status": None, "parties": (), "people": (), "place": None, "issues": ()},
    further={"mediators": (), "after": None},
    key=("parties",),
    scored=("form", "status", "parties", "people", "place", "when", "issues"),
    agrees=agrees,
    build=build,
    words={
        "form": ("talks", "summit", "meeting", "call", "visit"),
        "status": ("held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied"),
    },
)
