"""A quantified assertion about the war or the ground."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import index_of, is_
from hoadam.model.deed import (
    ARMS,
    ASSAULTS,
    CAPTIVES,
    FLYING,
    PEOPLE,
    PLACES,
    act_of,
    before_of,
    behind_of,
    deed_of,
    is_done,
    is_means,
    told_of_whole,
)
from hoadam.model.fact import Fact
from hoadam.model.ground import attacked, comes_from, named_place, owner_of, place_of, told_here
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, Told, Voice

THROWN = frozenset({"missiles", "bombs", "rockets", "shells", "mines"})  # what is counted by a word of its own
LOOKS_BACK = 40  # items before "31 chiếc" within which the thing was named


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: `items[first:last]` of the sentence, the number's value and what is counted."""

    first: int
    last: int
    quantity: float | int
    noun: str
    bound: str
    sources: tuple[Item, ...]
    deed: Item | None = None
    act: str | None = None


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "quantity", "object")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Numbers of objects and what was done to or by them, one fact for each who claims it."""
    items = match.sentence.items
    for count in _counts(match, items):
        deed = count.deed or _deed(items, count)
        if deed is None or not is_done(items, deed) or _only_where(items, count, deed):
            continue
        act = count.act or act_of(deed, count.noun)
        if act == "struck" and count.noun in FLYING and is_means(items, deed, count.first):
            act = "launched"
        if act is None or _is_idle(match, count, act, deed) or _is_mishap(match, story, count, act):
            continue
        yield from _facts(match, story, count, (deed, act))


def _deed(items: list[Item], count: Count) -> Item | None:
    """What was done to or by the things: told of them alone, else of all of whom they are a part."""
    whole = told_of_whole(items, count.first, count.noun)
    if whole is not None and (count.last >= len(items) or not is_(items[count.last], "befalls")):
        return whole
    return deed_of(items, count.first, count.last, count.noun) or whole


def _only_where(items: list[Item], count: Count, deed: Item) -> bool:
    """Are places counted only where something else happens or comes from: "at five provinces", "from 20 bases"?"""
    before = items[count.first - 1] if count.first else None
    if count.noun not in PLACES or before is None or index_of(items, deed) == count.first - 1:
        return False
    between = items[index_of(items, deed) : count.first]
    elsewhere = count.noun == "provinces" and act_of(deed, count.noun) == "other"
    return comes_from(before) or (is_(before, "at") and (elsewhere or any(item.code == "D" for item in between)))


def _facts(match: Match, story: Story, count: Count, done: tuple[Item, str]) -> Iterable[Fact]:
    items, (deed, act) = match.sentence.items, done
    first, last = min(count.first, index_of(items, deed)), max(count.last, index_of(items, deed) + 1)
    if any(is_(item, "object") for item in items[first : count.first]):
        first = count.first
    start, end = items[first].start, items[last - 1].end
    place = place_of(items, count.first, count.last)
    owner = owner_of(items, count.first, count.last)
    hit = story.parties([owner]) if owner else ()
    when, dated = story.when(match, first, last)
    slots = KIND.empty() | {
        "act": act, "quantity": count.quantity, "object": count.noun, "bound": count.bound,
        "place": named_place(items, place) if place else None, "period": _period(items, count.first, count.last),
        "of": hit[0] if len(hit) == 1 else None,
    }  # fmt: skip
    sources = {
        "quantity": [i for i in count.sources if not i.actor and not is_(i, "object")],
        "object": [i for i in count.sources if i.actor or is_(i, "object")],
        "act": [deed], "place": [place] if place else [], "when": [dated] if dated else [],
    }  # fmt: skip
    for claimant, voice in _claimants(match, story, count, first):
        struck = slots["place"] or told_here(match, story) or attacked(match, story, claimant, done)
        yield story.fact(
            "claim", match, (start, end), slots | {"claimant": claimant, "place": struck},
            speaker=voice.speaker if voice else None, named=voice.named if voice else True,
            office=voice.office if voice else None, when=when, sources=sources,
        )  # fmt: skip


def _counts(match: Match, items: list[Item]) -> Iterable[Count]:
    """The numbers of a match with what they count."""
    thing, number = match.one("object"), match.one("quantity")
    bound = _bound(match)
    if match.one("sum") or match.one("swap"):
        yield from _sum(match, items)
        return
    if match.one("toll"):
        said = (match.value("toll", "toll") or "").split()
        at = index_of(items, match.one("toll") or items[match.first])
        sources = tuple(match.captures["quantity"])
        yield Count(at, match.last, _value(match), said[1], bound, sources, items[at], said[0])
        return
    if thing is None:
        return
    last = index_of(items, thing) + 1
    noun: str | None
    heads = (thing.inner[0] if thing.actor and thing.inner else thing).says("headcount")
    if heads and number is None:
        amount, noun = heads.split()
        yield Count(last - 1 if thing.actor else match.first, last, int(amount), noun, bound, (thing,))
    elif thing.says("every") is not None and number is None:
        yield from _every(items, match)
    elif number is not None and not _is_rank(items, index_of(items, number)):
        mortal = _remains(items, match.first)
        noun = mortal or _noun(thing) or _antecedent(items, index_of(items, thing), thing)
        if noun is None:
            return
        sources = (*match.captures["quantity"], thing)
        if match.one("share"):
            yield from _shares(
                items, match, Count(index_of(items, number), last, _value(match), noun, "exact", sources)
            )
        else:
            deed = _among(items, match, noun) if thing.says("object") is None and not thing.actor else None
            begins = _remains_at(items, match.first) if mortal else match.first
            yield Count(begins, last, _value(match), noun, bound, sources, deed)


def _sum(match: Match, items: list[Item]) -> Iterable[Count]:
    """The number of those whom the same befell ("số quân nhân thiệt mạng lên 9"), or who were exchanged one for one."""
    thing, swap = match.captures["whose"][0], match.one("swap")
    noun = _noun(thing) or (thing.says("issue") if swap else None)
    if noun is not None and (swap is None or noun in CAPTIVES):
        sources, deed = (*match.captures["quantity"], thing), swap or match.one("deed")
        act = "other" if swap else None
        yield Count(match.first, match.last, _value(match), noun, _bound(match), sources, deed, act)


def _shares(items: list[Item], match: Match, whole: Count) -> Iterable[Count]:
    """A share and the whole of which it was told: what flies and was shot down in part was launched."""
    share = match.captures["share"][0]
    part = share.value if isinstance(share.value, (int, float)) else share.says("count") or share.says("share") or 0
    mortal = _remains(items, match.first)
    if mortal:
        whole = replace(whole, noun=mortal)
    deed = before_of(items, match.first, whole.noun) or deed_of(items, match.first, whole.last, whole.noun)
    yield replace(
        whole, first=match.first, quantity=int(part), bound=_bound(match), sources=(share, whole.sources[-1]), deed=deed
    )
    if mortal:
        return
    behind, sure = behind_of(items, whole.last, whole.noun)
    if behind is not None and sure and behind is not deed:
        yield replace(whole, deed=behind)
    elif deed is not None and act_of(deed, whole.noun) == "shot-down":
        yield replace(whole, deed=deed, act="launched")


def _remains(items: list[Item], first: int) -> str | None:
    """What of those counted is meant, where a noun before the number says: "the bodies of 27 of 28 hostages"."""
    at = _remains_at(items, first)
    return "bodies" if at >= 0 and items[at].says("object") == "bodies" else None


def _remains_at(items: list[Item], first: int) -> int:
    return first - 2 if first and items[first - 1].says("of") is not None else first - 1


def _among(items: list[Item], match: Match, noun: str) -> Item | None:
    """What was done to those of whom "trong đó 30 chiếc" are a part, where no deed of their own is told."""
    at = index_of(items, match.captures["object"][0])
    own, sure = behind_of(items, at + 1, noun)
    if sure or not any(is_(item, "among") for item in items[max(0, match.first - 3) : match.first]):
        return own
    for n in range(match.first - 1, 1, -1):
        if items[n].says("object") == noun:
            return deed_of(items, n - 1, n + 1, noun) or own
    return own


def _every(items: list[Item], match: Match) -> Iterable[Count]:
    """The last number told of things, for "all of them"."""
    for n in range(match.first - 1, 0, -1):
        number = items[n - 1]
        if items[n].says("object") and (number.code == "D" or number.says("count")):
            value = number.value if isinstance(number.value, (int, float)) else float(number.says("count") or 0)
            yield Count(match.first, match.first + 1, value, items[n].says("object") or "", "exact", (number, items[n]))
            return


def _noun(thing: Item) -> str | None:
    """What is counted; of an actor like "binh sĩ Campuchia" its first word."""
    return (thing.inner[0].says("object") if thing.inner else None) if thing.actor else thing.says("object")


def _antecedent(items: list[Item], at: int, piece: Item) -> str | None:
    if piece.actor:
        return None
    for item in reversed(items[max(0, at - LOOKS_BACK) : at]):
        noun = item.says("object")
        if (
            noun
            and noun not in PEOPLE | PLACES | ASSAULTS | {"targets"}
            and (noun in THROWN) == (piece.says("piece") == "missiles")
        ):
            return noun
    return piece.says("piece") or None


def _value(match: Match) -> float | int:
    number = match.captures["quantity"][0]
    value = float(number.value if isinstance(number.value, (int, float)) else number.says("count") or 0)
    for scale in match.captures.get("scale", ()):
        value *= float(scale.says("scale") or 1)
    return int(value) if value.is_integer() else value


def _bound(match: Match) -> str:
    item = match.one("bound")
    return (item.says("bound") if item else None) or "exact"


def _is_rank(items: list[Item], at: int) -> bool:
    """Is the number a rank, part of a name, or the end of a range?"""
    before = items[at - 1] if at else None
    return before is not None and (
        is_(before, "ordinal") or (before.code == "-" and at > 1 and items[at - 2].code == "D")
    )


def _is_idle(match: Match, count: Count, act: str, deed: Item) -> bool:
    """Does the one thing told say too little: "một thành viên", "một cuộc tấn công", with no deed of war beside it?"""
    number = match.one("quantity")
    if count.quantity != 1 or number is None:
        return False
    if count.noun in ASSAULTS:
        return True
    loose = count.noun in PEOPLE - CAPTIVES or count.noun in PLACES
    items = match.sentence.items
    return number.code != "D" and act == "other" and loose and index_of(items, deed) < count.last


def _is_mishap(match: Match, story: Story, count: Count, act: str) -> bool:
    """Was it an accident, a crime or a purchase, where people or things came to something by no side's doing?"""
    if not (count.noun in PEOPLE or act == "other" or (act == "struck" and count.noun not in ARMS)):
        return False
    items = match.sentence.items
    low = next((n for n in range(count.first - 1, -1, -1) if items[n].code in ".;"), 0)
    high = next((n for n in range(count.last, len(items)) if items[n].code in ".;"), len(items))
    around = [*items[low : count.first], *items[count.last : high]]
    war = count.noun in CAPTIVES or any(_soldiers(item) for item in items[low:high])
    if match.sentence.role == "headline":
        lead = story.once("lead", lambda: next((s.items for s in story.parsed.sentences if s.role == "body"), []))
        around += [] if any(item.code == ";" for item in lead) else lead
    return any(_mishap(item, war=war) for item in around)


def _soldiers(item: Item) -> bool:
    head = item.inner[0] if item.inner else item
    return head.says("object") == "soldiers" or is_(head, "troop-group")


def _mishap(item: Item, *, war: bool) -> bool:
    """Is it a mishap or a crime? Some words are of both, and none of these where war is told."""
    said = item.inner[0] if item.inner and is_(item.inner[0], "mishap") else item
    return is_(said, "mishap") and not (war and said.says("mishap") == "war")


def _claimants(match: Match, story: Story, count: Count, first: int) -> Iterable[tuple[str | None, Voice | None]]:
    """Who claims it: all voices of the narrowest words told around the number, else whom the sentence credits."""
    items = match.sentence.items
    one = story.voice_at(items[count.first].start, items[count.last - 1].end) or _going_on(match, story)
    if one:
        return [(_side(told, story), told.voice) for told in story.told_as(one)]
    actor = _credit(items, count)
    if actor is not None:
        voices = story.voices([actor])
        return [(next(iter(story.parties([actor])), None), voices[0] if voices else None)]
    return [(_shown_by(items, first, story), None)]


def _going_on(match: Match, story: Story) -> Told | None:
    """The words that go on behind a semicolon."""
    if match.sentence.items[0].actor or story.text(match.sentence.start - 2, match.sentence.start) != "; ":
        return None
    before = next((s for s in story.parsed.sentences if s.end == match.sentence.start - 1), None)
    last = before.items[-2:-1] if before else []
    return story.voice_at(last[0].start, last[0].end) if last else None


def _side(told: Told, story: Story) -> str | None:
    """The state or body that the speaker stands for."""
    speaker = told.voice.speaker
    if speaker is None or speaker in story.states:
        return story.states.get(speaker or "")
    if told.actor is not None and speaker in told.actor.people:
        return next(iter(story.parties([told.actor])), None)
    return speaker


def _credit(items: list[Item], count: Count) -> Actor | None:
    """The actor of "theo …" that opens the sentence, or of "…, … cho biết" that closes it."""
    if items and is_(items[0], "according"):
        named = next((item for item in items[1:6] if item.actor or item.code in ",."), None)
        if named is not None and named.actor:
            return named.actor
    for n in range(count.last, len(items) - 2):
        if (
            items[n].code == ","
            and items[n + 1].actor
            and is_(items[n + 2], "say")
            and items[n + 2].says("say") != "keep"
        ):
            closes = n + 3 >= len(items) or items[n + 3].code in ".;," or items[n + 3].code == "T"
            return items[n + 1].actor if closes else None
    return None


def _shown_by(items: list[Item], first: int, story: Story) -> str | None:
    """The side that publishes or counts it without words of its own: "Ukraine công bố video …"."""
    at = next(
        (n for n in range(min(first, len(items)) - 1, 0, -1) if is_(items[n], "shows") or items[n].code in ".;"), 0
    )
    if at == 0 or items[at].code in ".;":
        return None
    at -= 1
    while at > 0 and (is_(items[at], "adverb") or items[at].code in "T,()w"):
        at -= 1
    actor = items[at].actor
    if actor is None or actor.vague or (at and is_(items[at - 1], "lay")):
        return None
    return next(iter(story.parties([actor])), None)


def _period(items: list[Item], first: int, last: int) -> str | None:
    """The nearest duration or rate: behind the thing, else before it; not how long nothing like it was seen."""
    for n in chain(range(last, min(len(items), last + 14)), reversed(range(first))):
        item = items[n]
        if item.code == "T" and str(item.value)[:1] == "P" and not (n and is_(items[n - 1], "foremost")):
            return str(item.value)
        if item.says("rate"):
            return item.says("rate")
    return None


KIND = Kind(
    name="claim",
    order=6,
    slots={"claimant": None, "act": None, "quantity": None, "object": None, "place": None, "period": None},
    further={"of": None, "bound": None},
    key=("claimant", "act", "quantity", "object"),
    scored=("claimant", "act", "quantity", "object", "place", "period"),
    agrees=agrees,
    build=build,
    words={
        "act": ("shot-down", "struck", "controls", "killed", "captured", "launched", "other"),
        "bound": ("exact", "at-least", "at-most", "about"),
    },
)
