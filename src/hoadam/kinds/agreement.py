"""A deal and its stage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hoadam.kinds.kind import Kind, Row, equal, share
from hoadam.model.clause import is_
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Match
from hoadam.model.plan import listed
from hoadam.model.sides import customer, named_sides, of_land
from hoadam.model.story import Story, sentence_subject
from hoadam.model.wish import issue_of

REACH = 14  # items: how far after a deal the words that tell its stage may stand
BACK = 9  # items: how far before it the verb may stand that it is the object of
WISH = 7  # items before a verb in which a wish makes it unreal
PAIR = 2


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "matter", "event") and (share(a, b, "parties") or not a.get("parties"))


@dataclass(slots=True)
class _Stage:
    """One thing told of a deal: item bounds, the verb (None where the deal is merely named), who does it."""

    event: str
    first: int
    last: int
    verb: Item | None = None
    by: list[Actor] = field(default_factory=list)
    to: list[Actor] = field(default_factory=list)


def build(match: Match, story: Story) -> Iterable[Fact]:
    """A deal, its parties and its stages. Wishes and plans are none."""
    items = match.sentence.items
    verb = match.one("verb")
    deal = match.one("deal")
    if deal is None and verb is None:
        return
    if deal is None or match.constants:
        yield from _clinched(match, story)
        return
    at = items.index(deal)
    matter = _matter(items, at, story)
    if is_(deal, "deals-at-large") and not any(is_(item, "between") for item in items[at + 1 : at + 4]):
        return
    between = named_sides(items, at)
    parties: tuple[str, ...] = ()
    for stage in _stages(match.sentence, at):
        stage.to = customer(items, at)
        parties = of_land(items, at, _parties(stage, between, matter, story) or parties)
        known = matter if matter != "plain" else "other" if stage.verb is not None and len(parties) >= PAIR else None
        if known is None or _is_ahead(match, story, stage):
            continue
        yield _fact(match, story, stage, (known, parties))


def _fact(match: Match, story: Story, stage: _Stage, what: tuple[str, tuple[str, ...]]) -> Fact:
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


def _when(match: Match, story: Story, stage: _Stage) -> tuple[str | None, Item | None]:
    """The date of the stage. A truce merely named has none, a round-up's is that of the page, and one between the deal
    and its verb belongs to the deal.
    """
    items = match.sentence.items
    if stage.verb is None:
        own = items[stage.last - 1]
        return (str(own.value), own) if _is_day(own) else (None, None)
    when, dated = story.when(match, stage.first, min(len(items), stage.last + 2))
    if dated is None or (stage.event in ("reached", "signed", "mediated") and str(when).endswith("/..")):
        return None, None
    at = items.index(dated)
    if match.sentence.role == "headline" and items[min(at + 1, len(items) - 1)].code == ":":
        return None, None
    return (None, None) if stage.first < at < items.index(stage.verb) else (when, dated)


def _is_ahead(match: Match, story: Story, stage: _Stage) -> bool:
    """Is a deal merely named by its day still to come?"""
    when = _when(match, story, stage)[0] if stage.verb is None else None
    return when is not None and when[:10] >= story.day[: len(when[:10])]


def _is_day(item: Item) -> bool:
    """Is the item a date, not a length of time or one left open?"""
    return item.code == "T" and isinstance(item.value, str) and item.value[:1] != "P" and not item.value.endswith("/..")


def _clinched(match: Match, story: Story) -> Iterator[Fact]:
    """A deal told by its verb alone: what is sold, lent or done together."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None or _unreal(items, items.index(verb)):
        return
    parties = story.parties([*match.actors("parties"), *match.actors("with")])
    matter = str(match.constants["matter"])
    stage = _Stage("reached", match.first, match.last, verb)
    joint = bool(match.constants.get("joint"))
    if joint and issue_of(items[match.last - 1 : match.last + PAIR]) == "talks":
        return  # each accepts talks: no deal yet
    if len(parties) >= (PAIR if joint else 1):
        yield _fact(match, story, stage, (matter, parties))


def _stages(sentence: Sentence, at: int) -> Iterator[_Stage]:
    """What is told of the deal: by the verb it is the object of, by a relative clause, by its own verb, by its name."""
    items = sentence.items
    if _proposed(items, at) or any(is_(item, "whichever") for item in items[at + 1 : at + 3]):
        return
    if at and is_(items[at - 1], "deal-if"):
        yield from (stage for stage in _after(items, at) if stage.event == "expired")
        return
    found: list[_Stage] = []
    before = _verb_before(items, at)
    if before is not None and not _unreal(items, before):
        by = [] if is_(items[before], "deal-rite") else _subject(sentence, before)
        first = next((n for n in range(max(0, before - REACH), before) if items[n].actor in by), before)
        if any(item.code in ":;" or is_(item, "say") for item in items[first:before]):
            first = before
        found.append(_Stage(str(items[before].says("deal-event")), first, _end(items, at), items[before], by))
    if not is_(items[at], "bare-truce") or before is None:
        wished = before is not None and not found
        after = [stage for stage in _after(items, at) if not (found and stage.event == "mediated")]
        found += [
            stage for stage in after if not (wished and stage.verb and is_(items[items.index(stage.verb) - 1], "and"))
        ]
    if not found:
        named = _merely(sentence, at, before)
        found = [named] if named else []
    yield from found


def _proposed(items: list[Item], at: int) -> bool:
    """Is the deal a plan that somebody proposes or agrees to (kinds/draft.py)?"""
    for item in items[max(0, at - PAIR) : at]:
        if is_(item, "draft-verb") and not is_(item, "deal-event") and not is_(item, "deal-given"):
            return True
    for n in range(at + 1, min(len(items), at + REACH)):
        if items[n].code in ".;," or is_(items[n], "deal-event"):
            return False
        if is_(items[n], "proposes"):
            return True
    return False


def _verb_before(items: list[Item], at: int) -> int | None:
    loose = 0
    for n in range(at - 1, max(-1, at - BACK), -1):
        item = items[n]
        if is_(item, "deal-event"):
            return n
        if item.code in "w'\"D" and loose < PAIR:
            loose += 1
        elif not (is_(item, "deal-part") or is_(item, "determiner") or is_(item, "adverb") or item.code == "T"):
            return None
    return None


def _unreal(items: list[Item], at: int) -> bool:
    """Is the verb at an index only wished for, planned, denied or possible?"""
    for n in range(at - 1, max(-1, at - WISH), -1):
        item = items[n]
        if is_(item, "deal-wish"):
            return not _goes_on(items, n)
        if item.code in ".;:," or is_(item, "say") or item.says("turn") in ENDS:
            break
    for n in range(at - 1, max(-1, at - REACH), -1):
        if items[n].code in ".;:," or is_(items[n], "say"):
            break
        if items[n].says("stance") == "rejects" and not is_(items[n], "deal-given"):
            return True
    if at and (items[at - 1].code == "," or is_(items[at - 1], "turn")) and _wanted_before(items, at - 1):
        return True
    return items[at].says("deal-event") == "in-force" and any(
        is_(item, "deal-wish") or item.says("stance") == "demands" for item in items[:at]
    )


def _wanted_before(items: list[Item], at: int) -> bool:
    """Is the last stance before an index a demand, which the verb goes on with ("yêu cầu Mỹ …, đồng thời ký …")?"""
    last = next((stance for item in reversed(items[:at]) if (stance := item.says("stance"))), None)
    return last == "demands"


def _goes_on(items: list[Item], at: int) -> bool:
    """`sẽ tiếp tục đình chỉ`: what goes on is so already."""
    return at + 1 < len(items) and is_(items[at + 1], "goes-on")


def _subject(sentence: Sentence, at: int) -> list[Actor]:
    """Who stands before the verb, over adverbs, dates and verbs of announcing; else the sentence's subject."""
    items = sentence.items
    n = at - 1
    while n > max(0, at - 6) and not items[n].actor and _light(items[n]):
        n -= 1
    if n < 0 or not items[n].actor or (n and is_(items[n - 1], "of")):
        return sentence_subject(sentence, at) or _later_subject(items, at)
    found: list[Actor] = []
    listed_up = False
    while n >= 0 and (items[n].actor or (n and items[n - 1].actor and _joins(items[n], listed_up))):
        actor = items[n].actor
        listed_up = listed_up or actor is None
        if actor:
            found.insert(0, actor)
        n -= 1
    return found


def _later_subject(items: list[Item], at: int) -> list[Actor]:
    """`Dù đạt thỏa thuận …, châu Âu …`: a clause that opens the sentence has the subject of the next one."""
    comma = next((n for n in range(at, len(items)) if items[n].code == ","), len(items))
    return listed(items, comma + 1)[1] if at <= PAIR else []


def _light(item: Item) -> bool:
    return item.code in "wT()'\"" or any(is_(item, name) for name in ("adverb", "deal-part", "say", "deal-wish"))


def _joins(item: Item, listed_up: bool) -> bool:
    """Does the mark or word join two actors? A comma does in a list that ends in "and"."""
    return item.code == "-" or is_(item, "and") or (listed_up and item.code == ",")


def _after(items: list[Item], at: int) -> list[_Stage]:
    """Stages told after the deal: `mà hai nước đạt được`, `vừa ký kết`, `đã đổ vỡ`, `, có hiệu lực từ …`."""
    found: list[_Stage] = []
    by: list[Actor] = []
    for n in range(at + 1, min(len(items), at + REACH)):
        item = items[n]
        if item.code in ".;:?!" or (item.code == "," and not _resumes(items, n)):
            break
        if is_(item, "deal-event"):
            real = not any(is_(i, "deal-wish") for i in items[max(at + 1, n - 4) : n])
            if real and not (is_(item, "deal-lasts") and items[n - 1].says("maker") != "passive"):
                found.append(_Stage(str(item.says("deal-event")), at, n + 1, item, by))
            by = []
        elif n == at + 1 and item.actor:
            by = [item.actor]
        elif is_(item, "maker"):
            by = listed(items, n + 1)[1] if item.says("maker") == "made" else []
        elif (is_(item, "say") and not is_(item, "deal-part")) or is_(item, "deal") or item.says("turn") in ENDS:
            break
    kinds = {stage.event for stage in found}
    return [s for s in found if s.event != "mediated" or len(kinds) == 1]


ENDS = ("hard", "soft")


def _resumes(items: list[Item], comma: int) -> bool:
    follows = items[comma + 1] if comma + 1 < len(items) else None
    return follows is not None and follows.says("deal-event") in ("in-force", "signed", "suspended", "expired")


def _merely(sentence: Sentence, at: int, before: int | None) -> _Stage | None:
    """A deal merely named, in words that take it as given or as standing."""
    items = sentence.items
    last = _end(items, at)
    if before is None and at + 1 < len(items) and _is_day(items[at + 1]) and not is_(items[at], "bare-truce"):
        return _Stage("reached", at, at + 2)
    near = items[max(0, at - 5) : at]
    if any(item.code in ".;:" for item in near[-1:]):
        near = []
    kept = (before is not None and is_(items[before], "deal-keeps")) or any(is_(item, "deal-keeps") for item in near)
    if is_(items[at], "truce") and (kept or any(is_(item, "deal-keeps") for item in items[at + 1 : at + 3])):
        return _Stage("in-force", at, last)
    if before is not None or is_(items[at], "bare-truce"):
        return None
    sided = named_sides(items, at)[0] in ("both", "with")
    if any(is_(item, "meet-noun") for item in near):
        return None
    given = any(is_(item, "deal-given") for item in near) or any(is_(item, "recent") for item in items[at + 1 : at + 3])
    if given and sided and not any(is_(item, "deal-wish") for item in near):
        return _Stage("reached", at, last)
    return None


def _end(items: list[Item], at: int) -> int:
    """The index after the deal with the sides that its phrase names."""
    for n in range(at + 1, min(len(items) - 1, at + REACH)):
        if (
            items[n].code in ".;,:"
            or (is_(items[n], "say") and not is_(items[n], "deal-doing"))
            or is_(items[n], "deal-event")
        ):
            break
        last, actors = listed(items, n + 1 if is_(items[n], "between") else n)
        if actors and (is_(items[n], "between") or (n == at + 1 and len(actors) > 1)):
            return last
    return at + 1


def _parties(stage: _Stage, named: tuple[str, list[Actor]], matter: str, story: Story) -> tuple[str, ...]:
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
    pair = story.opposed(mediated)
    both = bool(stage.by) and all(actor.anaphor in ("parties", "states") for actor in stage.by)
    if matter in TRUCES and len(pair) == PAIR and both:
        return pair
    if len(acting) >= PAIR or (matter not in TRUCES and acting):
        return acting
    if len(pair) == PAIR and (not acting or acting[0] in pair):
        return pair
    return acting


TRUCES = ("ceasefire", "peace", "prisoner-exchange")


def _matter(items: list[Item], at: int, story: Story) -> str:
    """What the deal is on: by its name, by the words after it, by the words before it, by the deal told before."""
    named = items[at].says("deal") or "other"
    if named != "plain":
        return named
    after = next((n for n in range(at + 1, len(items)) if items[n].code in ",.;:"), len(items))
    for item in [*items[at + 1 : min(after, at + 14)], *reversed(items[:at])]:
        for name in ("money", "goods", "arms"):
            if item.says(name):
                return str(item.says(name))
        if item.code == ";":
            break
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
