"""Where a party stands on an issue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import clause_end, is_, skip, trimmed
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Match
from hoadam.model.story import Story, Told, Voice, sentence_subject
from hoadam.model.vocabulary import ISSUES
from hoadam.model.wish import Wish, condition, issue_of, wishes

OPPOSITE = {"accepts": "rejects", "offers": "rejects", "demands": "rejects", "rejects": "accepts", "undecided": ""}
SHARED = ("ceasefire", "peace-deal")  # what two parties accept together is an agreement
BARE = ("talks", "peace-deal", "other", "")


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "party", "issue", "stance")


@dataclass(slots=True)
class Stand:
    """A stance found in a sentence: its verb, the items of what is wanted, who holds it and who tells it."""

    verb: Item
    first: int
    last: int
    stance: str
    actors: list[Actor]
    told: Told | None
    voices: list[Voice]


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each party and each thing wanted, over the verb of the stance and what is wanted."""
    stand = _stand(match, story)
    if stand is None:
        return
    items = match.sentence.items
    parties = story.parties([actor for actor in stand.actors if actor.tense != "former"])
    given = condition(items, stand.first, stand.last)
    wanted = wishes(items, stand.first, given[0] if given and given[0] > stand.first else stand.last)
    for party in parties:
        for wish in wanted:
            stance = _turned(items, wish, stand.stance, match)
            if stance and not _excluded(stand, wish, stance, match, parties):
                yield _fact(match, story, stand, party, wish, stance)
        yield from _in_return(match, story, stand, party, wanted, given)


def _stand(match: Match, story: Story) -> Stand | None:
    """The stance as matched; None where nothing with content is wanted."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None:
        return None
    at = items.index(verb)
    first = match.last if match.constants.get("content") == "after" else at + 1
    last = clause_end(items, first)
    first, last = trimmed(items, first, last)
    stance = _stance(match, verb)
    if last <= first or not stance or _reads_otherwise(items, at, first):
        return None
    told = story.voice_at(verb.start, items[last - 1].end)
    actors = _holders(match, story, at, told)
    return Stand(verb, first, last, stance, actors, told, _voices(match, story, actors, told))


def _stance(match: Match, verb: Item) -> str:
    stance = str(match.constants.get("stance") or verb.says(str(match.constants.get("by", "stance"))) or "")
    negation = match.value("neg", "negation")
    if negation == "yet" and stance in ("accepts", "offers"):
        return "undecided"
    return OPPOSITE.get(stance, "") if negation else stance


def _reads_otherwise(items: list[Item], at: int, first: int) -> bool:
    """A noun after all ("đề xuất của …"), a denial of a report, or a threat."""
    after = items[first]
    if after.says("of") is not None and not is_(items[at], "stance-noun"):
        return True
    if after.code == "Q" or is_(after, "allegation") and items[at].says("stance") == "rejects":
        return True
    return items[at].says("stance") == "offers" and is_(after, "threat")


def _holders(match: Match, story: Story, at: int, told: Told | None) -> list[Actor]:
    """Who stands there: captured, or who speaks, or the subject that the verb goes on from."""
    actors = match.actors("party")
    if actors:
        return actors
    if match.constants.get("party") == "voice":
        return [told.actor] if told and told.actor else _subject(match.sentence, at)
    return _subject(match.sentence, at)


def _subject(sentence: Sentence, at: int) -> list[Actor]:
    """The actors right before the nearest verb of speech or stance, else those that open the sentence."""
    items = sentence.items
    for n in range(at - 1, 0, -1):
        if is_(items[n], "say") or is_(items[n], "stance"):
            before = n - 1
            while before > 0 and (items[before].code == "T" or is_(items[before], "adverb")):
                before -= 1
            if items[before].actor and (before == 0 or not is_(items[before - 1], "of")):
                return _list_before(items, before)
    return sentence_subject(sentence, at)


def _list_before(items: list[Item], at: int) -> list[Actor]:
    found: list[Actor] = []
    while at >= 0:
        actor = items[at].actor
        if actor:
            found.insert(0, actor)
        elif not (items[at].code in ",-" or is_(items[at], "and")):
            break
        at -= 1
    return found


def _voices(match: Match, story: Story, actors: list[Actor], told: Told | None) -> list[Voice]:
    if "hearsay" in match.captures:
        return [Voice(None, False)]
    if told:
        return [told.voice]
    verb = match.one("verb")
    said = verb is not None and is_(verb, "stance-said") or "said" in match.captures
    if match.constants.get("speech", said):
        return story.voices(match.actors("speaker") or actors)
    vague = [actor for actor in actors if actor.vague]
    return [Voice(None, False)] if vague and len(vague) == len(actors) else []


def _turned(items: list[Item], wish: Wish, stance: str, match: Match) -> str:
    """The stance as what is wanted turns it: an offer to take a plan over accepts it."""
    verb = match.one("verb")
    opening = items[skip(items, wish.first, "adverb", "manner") : wish.last][:3]
    if stance == "offers" and wish.issue == "peace-deal" and opening and is_(opening[0], "take-over"):
        return "accepts"
    if verb is None or verb.says("stance") is None or not opening:
        return stance
    if stance == "demands" and is_(verb, "propose") and is_(opening[0], "own-deed"):
        return "offers"
    if stance == "offers" and opening[0].actor and any(is_(item, "loss") for item in opening[1:]):
        return "demands"
    return stance


def _excluded(stand: Stand, wish: Wish, stance: str, match: Match, parties: tuple[str, ...]) -> bool:
    """Is this no position: no issue where the verb needs one, or what two parties accept together?"""
    needs = is_(stand.verb, "stance-on-issue") or bool(match.constants.get("special"))
    if needs and wish.issue in ("other", ""):
        return True
    return stance == "accepts" and len(parties) > 1 and wish.issue in SHARED


def _in_return(
    match: Match, story: Story, stand: Stand, party: str, wanted: list[Wish], given: tuple[int, int] | None
) -> Iterator[Fact]:
    """What the party wants for what it offers or accepts."""
    if given is None or stand.stance not in ("offers", "accepts", "demands"):
        return
    items = match.sentence.items
    issue = issue_of(items[given[0] + 1 : given[1]])
    if issue and issue not in (*BARE, *(wish.issue for wish in wanted)):
        first, last = trimmed(items, *given)
        yield _fact(match, story, stand, party, Wish(first, last, issue), "demands")


def _fact(match: Match, story: Story, stand: Stand, party: str, wish: Wish, stance: str) -> Fact:
    items = match.sentence.items
    begin = stand.verb.start if wish.first == stand.first else items[wish.first].start
    if wish.first == stand.first and "whom" in match.captures:
        begin = match.captures["whom"][0].start
    voice = stand.voices[0] if len(stand.voices) == 1 else _own(stand, story, party)
    return story.fact(
        "position",
        match,
        (begin, items[wish.last - 1].end),
        KIND.empty()
        | {
            "party": party,
            "issue": wish.issue,
            "stance": stance,
            "content": story.text(items[wish.first].start, items[wish.last - 1].end),
        },
        speaker=voice.speaker if voice else None,
        named=voice.named if voice else True,
        office=voice.office if voice else None,
        when=story.when(match, wish.first, wish.last)[0],
        sources={
            "party": match.captures.get("party", []),
            "stance": [stand.verb],
            "content": items[wish.first : wish.last],
        },
    )


def _own(stand: Stand, story: Story, party: str) -> Voice | None:
    """Of several speakers the one that stands for the party."""
    return next((v for v in stand.voices if v.speaker and party in (v.speaker, story.states.get(v.speaker))), None)


KIND = Kind(
    name="position",
    order=4,
    slots={"party": None, "issue": None, "stance": None},
    further={"content": None, "to": None, "direction": None},
    scored=("party", "issue", "stance", "speaker"),
    agrees=agrees,
    build=build,
    words={
        "stance": tuple(["demands", "offers", "accepts", "rejects", "undecided"]),
        "direction": tuple(["for", "against"]),
        "issue": ISSUES,
    },
)
