"""A deal and its stage."""

from collections.abc import Iterable, Iterator

from hoadam.kinds.kind import Kind, Row, equal, share
from hoadam.model.clause import clause_end, index_of, is_
from hoadam.model.deal import Stage, is_term, stages, told_of_another
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.matter import binds, clause_of, complement, complement_end, topic
from hoadam.model.parsed import Match
from hoadam.model.sides import customer, named_sides, of_land, truce_land
from hoadam.model.story import Story
from hoadam.model.undone import day_behind, is_day, unreal

REACH = 14  # items behind a deal in which it is told what it is on
ON = 8  # items behind a verb of agreeing in which it is told what on
FURTHER = 20  # items behind the clause of a deal in which it may still be told what is traded
PAIR = 2
WHOLES = frozenset(
    ("ASEAN", "Arab League", "Europe", "EU", "G7", "NATO", "UN", "coalition of the willing")
)  # agree in themselves


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "matter", "event") and (share(a, b, "parties") or not a.get("parties"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """A deal, its parties and its stages. Wishes and plans are none."""
    items = match.sentence.items
    verb = match.one("verb")
    deal = match.one("deal")
    if deal is None and verb is None:
        return
    if deal is None or "matter" in match.constants:
        yield from _clinched(match, story)
        return
    at = items.index(deal)
    matter = _matter(items, at, story)
    if is_(deal, "deals-at-large") and not _told_apart(items, at):
        return
    between = named_sides(items, at)
    parties: tuple[str, ...] = ()
    for stage in stages(match.sentence, at):
        stage.to = customer(items, at)
        parties = of_land(items, at, _parties(stage, between, matter, story) or parties)
        known = matter if matter != "plain" else _unnamed(stage, parties)
        if stage.event == "mediated" and matter == "other" and deal.says("deal") == "plain":
            known = "peace"
        if known is None or _is_ahead(match, story, stage):
            continue
        yield _fact(match, story, stage, (known, parties))


def _told_apart(items: list[Item], at: int) -> bool:
    """Are deals at large told apart by their sides or by what they are on?"""
    return complement(items, at) is not None or any(is_(item, "between") for item in items[at + 1 : at + 4])


def _unnamed(stage: Stage, parties: tuple[str, ...]) -> str | None:
    """What a deal is on of which nothing tells it: peace where somebody mediates; None where it is no deal of two."""
    if stage.verb is None or len(parties) < (1 if stage.spoken is not None else PAIR):
        return None
    return "peace" if stage.event == "mediated" else "other"


def _fact(match: Match, story: Story, stage: Stage, what: tuple[str, tuple[str, ...]]) -> Fact:
    items = match.sentence.items
    first, last = stage.first, stage.last
    event = "reached" if stage.event == "mediated" else stage.event
    when, dated = _when(match, story, stage)
    return story.fact(
        "agreement",
        match,
        (items[first].start, items[last - 1].end),
        KIND.empty() | {"parties": what[1], "matter": what[0], "event": event},
        when=when,
        sources={
            "parties": [item for item in items if item.actor and set(story.parties([item.actor])) & set(what[1])],
            "matter": match.captures.get("deal", []),
            "event": [stage.verb] if stage.verb else [],
            "when": [dated] if dated else [],
        },
    )


def _when(match: Match, story: Story, stage: Stage) -> tuple[str | None, Item | None]:
    """The date of the stage. A truce merely named has none, a round-up's is that of the page, one between the deal and
    its verb belongs to the deal, and one before a deal that a clause tells of to the main verb.
    """
    items = match.sentence.items
    if stage.verb is None:
        own = items[stage.last - 1]
        return (str(own.value), own) if is_day(own) else (None, None)
    verb = index_of(items, stage.verb)
    dated = day_behind(items, verb)
    when = str(dated.value) if dated else None
    if dated is None:
        when, dated = story.when(match, stage.first, min(len(items), stage.last + 2))
    if when is None or dated is None or dated is stage.undated or is_term(when):
        return None, None
    if when.endswith("/..") and stage.event in ("reached", "signed", "mediated"):
        when = when.removesuffix("/..") if stage.event == "reached" else None
    at = index_of(items, dated)
    if told_of_another(items, verb, at):
        return None, None
    if match.sentence.role == "headline" and items[min(at + 1, len(items) - 1)].code == ":":
        return None, None
    told_by = items[stage.first + 1 : verb] if is_(items[stage.first], "deal") else []
    aside = at < stage.first and any(is_(item, "maker") for item in told_by)
    between = stage.first < at < verb and bool(told_by)
    return (None, None) if aside or between else (when, dated)


def _is_ahead(match: Match, story: Story, stage: Stage) -> bool:
    """Is a deal merely named by its day still to come?"""
    when = _when(match, story, stage)[0] if stage.verb is None else None
    return when is not None and when[:10] >= story.day[: len(when[:10])]


def _clinched(match: Match, story: Story) -> Iterator[Fact]:
    """A deal told by its verb alone: what is sold, lent or done together."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None or unreal(items, items.index(verb)):
        return
    actors = [*match.actors("parties"), *match.actors("with")]
    parties = story.parties(actors)
    if len(parties) < PAIR and match.constants.get("pair"):
        near = [item.actor for item in items[match.last : clause_end(items, match.last)] if item.actor]
        parties = story.parties(near) if len(story.parties(near)) == PAIR else story.opposed()
    joint = bool(match.constants.get("joint"))
    if joint and not match.constants.get("on") and not binds(items, match.last):
        return
    whole = joint and is_(verb, "agree-jointly") and bool(set(parties) & WHOLES)
    if len(parties) < (PAIR if joint and not whole else 1):
        return
    last = max(match.last, clause_end(items, match.last)) if joint else match.last
    matter = (
        topic(items, range(match.last, complement_end(items, match.last, min(last, match.last + ON))))
        if joint
        else None
    )
    stage = Stage(str(match.constants.get("event", "reached")), match.first, last, verb)
    yield _fact(match, story, stage, (matter or str(match.constants["matter"]), parties))


def _parties(stage: Stage, named: tuple[str, list[Actor]], matter: str, story: Story) -> tuple[str, ...]:
    """Both sides where the phrase names them; else who acts, with whom, and the other side of a truce or a peace."""
    sort, actors = named
    sides = story.parties(actors)
    if sort == "both" and len(sides) >= PAIR:
        return sides
    mediated = story.parties(stage.by) if stage.event == "mediated" else ()
    acting = () if mediated else story.parties([actor for actor in stage.by if not actor.vague])
    if matter == "trade" and stage.verb is not None and not sides:
        sides, sort = story.parties(stage.to), "with"
    if sort in ("with", "both"):
        acting = tuple(dict.fromkeys([*acting, *sides]))
    pair = _fighting(story) if matter in TRUCES and not acting else None
    pair = story.opposed(mediated) if pair is None else pair
    told = _first_person(stage, story)
    if told:
        acting = tuple(dict.fromkeys([*told, *acting]))
        if len(acting) < PAIR <= len(pair) and acting[0] in pair:
            return pair
    both = bool(stage.by) and all(actor.anaphor in ("parties", "states") for actor in stage.by)
    if matter in TRUCES and len(pair) == PAIR and both:
        return pair
    if len(acting) >= PAIR or (matter not in TRUCES and acting and not stage.against):
        return acting
    if len(pair) == PAIR and (not acting or acting[0] in pair):
        return pair
    against = story.parties([stage.against] if stage.against else [])
    return tuple(dict.fromkeys([*(party for party in against if party not in WHOLES), *acting]))


def _first_person(stage: Stage, story: Story) -> tuple[str, ...]:
    """Whose a speaker is who says "we" of those who act."""
    voice = story.voice_at(stage.spoken, stage.spoken + 1) if stage.spoken is not None else None
    return story.parties([voice.actor]) if voice and voice.actor else ()


def _fighting(story: Story) -> tuple[str, ...] | None:
    """Who of the article fights in the land of its first truce; None where that is told of no such land."""
    land = story.once("truce land", lambda: truce_land(story.parsed.sentences))
    named = story.parties(actor for actor in story.parsed.actors() if not actor.vague)
    return tuple(party for party in land if party in named) if land else None


TRUCES = ("ceasefire", "peace", "prisoner-exchange")


def _matter(items: list[Item], at: int, story: Story) -> str:
    """What the deal is on: by its name, by its own complement, by the words around it, by the deal told before."""
    named = items[at].says("deal") or "other"
    if is_(items[at], "deal-open"):
        return _told_topic(items, at) or ("trade" if _matter_before(story) == "trade" else named)
    if is_(items[at], "deal-truce") and _matter_before(story) == "trade":
        return "trade"
    if named != "plain":
        return named
    after = next((n for n in range(at + 1, len(items)) if items[n].code in ",.;:"), len(items))
    own = complement(items, at)
    if own is not None:
        told = topic(items, range(own, complement_end(items, own, min(after, own + REACH))))
        if told or is_(items[own - 1], "matter-about") or is_(items[at], "deal-new"):
            return told or "other"
    thereby = next((n for n in range(at + 1, len(items)) if is_(items[n], "thereby")), None)
    if thereby is not None and thereby <= after + 1:
        return topic(items, range(thereby + 1, clause_of(items, thereby + 1))) or "other"
    around = topic(items, [*range(at + 1, min(after, at + REACH)), *reversed(range(at))])
    if around:
        return around
    if any(item.says("goods") for item in items[after : after + FURTHER]):
        return "trade"
    return _matter_before(story)


def _told_topic(items: list[Item], at: int) -> str | None:
    """What the words behind a deal say that it is on."""
    own = complement(items, at)
    return topic(items, range(own, complement_end(items, own, min(len(items), own + ON)))) if own else None


def _matter_before(story: Story) -> str:
    return story.once("matter", lambda: _first_matter(story))


def _first_matter(story: Story) -> str:
    """What the first deal of the article is on whose name tells it."""
    named = (item.says("deal") for sentence in story.parsed.sentences for item in sentence.items)
    return next((name for name in named if name not in (None, "plain")), None) or "plain"


KIND = Kind(
    name="agreement",
    order=9,
    slots={"parties": (), "matter": None, "event": None},
    further={},
    key=("matter", "event"),
    scored=("parties", "matter", "event", "when"),
    agrees=agrees,
    build=build,
    words={
        "matter": ("ceasefire", "prisoner-exchange", "peace", "trade", "funding", "other"),
        "event": (
            "planned", "proposed", "reached", "signed", "in-force", "extended", "suspended", "violated", "expired",
            "rejected",
        ),
    },
)  # fmt: skip
