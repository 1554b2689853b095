"""Where a party stands on an issue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import clause_end, is_, skip, trimmed
from hoadam.model.fact import Fact
from hoadam.model.holder import plan_author, speaking, subject_before
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, Told, Voice, flat
from hoadam.model.vocabulary import ISSUES
from hoadam.model.wish import Wish, condition, issue_of, wishes

OPPOSITE = {"accepts": "rejects", "offers": "rejects", "rejects": "accepts", "undecided": ""}
SHARED = ("ceasefire", "peace-deal", "trade-tariffs", "other")  # what two parties accept together is an agreement
GENERAL = ("talks", "peace-deal", "ceasefire", "other")
BARE = ("talks", "peace-deal", "other")


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "party", "issue", "stance")


@dataclass(slots=True)
class Stand:
    """A stance found in a sentence: its verb, the items of what is wanted, who holds it and who tells it."""

    match: Match
    verb: Item
    at: int
    first: int
    last: int
    stance: str
    actors: list[Actor]
    told: Told | None
    parties: tuple[str, ...] = ()

    @property
    def items(self) -> list[Item]:
        """The items of the sentence."""
        return self.match.sentence.items


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each party and each thing wanted, over the verb of the stance and what is wanted."""
    stand = _stand(match, story)
    if stand is None:
        return
    if match.constants.get("bare"):
        yield from _bare(stand, story)
        return
    given = condition(stand.items, stand.first, stand.last)
    wanted = wishes(stand.items, stand.first, given[0] if given and given[0] > stand.first else stand.last)
    wanted = _until(stand, wanted, given)
    if is_(stand.verb, "weigh") and given:
        wanted, given = [_weighed(stand, wanted, given)], None
    wanted = [_recognised(stand, wish) for wish in wanted]
    for party in stand.parties:
        made = [
            _fact(stand, story, party, wish, stance)
            for wish in wanted
            if (stance := _turned(stand, wish)) and _counts(stand, wish, stance, party)
        ]
        yield from made
        if made:
            yield from _in_return(stand, story, party, wanted, given)


def _stand(match: Match, story: Story) -> Stand | None:
    """The stance as matched; None where nothing with content is wanted."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None:
        return None
    at = items.index(verb)
    first, last = _content(match, at)
    stance = _stance(match, verb)
    if (last <= first and not match.constants.get("bare")) or not stance:
        return None
    if _untold(match, at, last, stance):
        return None
    told = story.voice_at(verb.start, verb.end)
    actors = _holders(match, story, at, told)
    stand = Stand(match, verb, at, first, last, stance, actors, told)
    if first < len(items) and _reads_otherwise(stand):
        return None
    stand.parties = story.parties([actor for actor in _standing(stand) if actor.tense != "former"])
    return stand


def _untold(match: Match, at: int, last: int, stance: str) -> bool:
    """Is it denied, only possible, of another subject, or without a thing that is wanted?"""
    items = match.sentence.items
    if match.constants.get("party") == "voice" and items[match.first].says("say") == "keep":
        return True
    if stance == "demands" and any(is_(item, "maybe") for item in items[max(match.first, at - 3) : at]):
        return True
    if any(is_(item, "elsewhere") for item in flat(items[match.first : last])):
        return True
    if _in_list(match):
        return True
    return at + 1 < len(items) and items[at + 1].code == "," and not match.constants.get("content")


def _in_list(match: Match) -> bool:
    """Does the captured party go on a list that stands after a word of wishing or of place?"""
    captured = match.captures.get("party")
    if not captured or match.constants.get("plan"):
        return False
    items = match.sentence.items
    first = items.index(captured[0])
    while first > 1 and (items[first - 1].code in ",-" or is_(items[first - 1], "and")) and items[first - 2].actor:
        first -= 2
    return first != items.index(captured[0]) and first > 0 and is_(items[first - 1], "imagined")


def _standing(stand: Stand) -> list[Actor]:
    """The holders; of a list that begins within another clause ("… aimed at Syria, Russia calls") the last alone."""
    captured = stand.match.captures.get("party", [])
    if len(stand.actors) < 2 or not captured:
        return stand.actors
    items = stand.items
    first = items.index(captured[0])
    opens = first == 0 or items[first - 1].code in ",:;-" or is_(items[first - 1], "turn")
    joined = any(is_(item, "and") or item.code == "-" for item in captured)
    return stand.actors if opens or joined else stand.actors[-1:]


def _content(match: Match, at: int) -> tuple[int, int]:
    """The items of what is wanted."""
    items = match.sentence.items
    where = match.constants.get("content", "verb+1")
    if where == "before-who":
        what = match.captures.get("what")
        return items.index(what[0]) if what else at, items.index(match.captures["party"][0]) - 1
    if where == "so-far":
        return 0, items.index(match.captures["party"][0])
    first = {"verb": at, "after": match.last, "after-who": match.last - 1}.get(str(where), at + 1)
    return trimmed(items, first, clause_end(items, first))


def _stance(match: Match, verb: Item) -> str:
    by = str(match.constants.get("by", "stance"))
    stance = str(match.constants.get("stance") or verb.says(by) or verb.says("must-come") or verb.says("must") or "")
    negation = match.value("neg", "negation")
    if negation is None:
        return stance
    if stance == "demands":
        return "rejects" if is_(verb, "wish") else ""
    if negation == "yet" and stance in ("accepts", "offers"):
        return "undecided"
    return OPPOSITE.get(stance, "")


def _reads_otherwise(stand: Stand) -> bool:
    """A noun after all, a denial of a report, a question, a threat, or a wish that concerns nobody else."""
    items, verb = stand.items, stand.verb
    after = items[stand.first]
    if stand.match.constants.get("plan") and verb.says("stance-noun") == "offers" and not after.actor:
        return True
    opening = items[stand.first : stand.first + 5]
    if stand.match.constants.get("content"):
        return False
    if is_(after, "question") or (is_(verb, "by-subject") and "party" not in stand.match.captures):
        return True
    if is_(after, "threat") and (verb.says("must") or verb.says("stance") == "offers"):
        return True
    if verb.says("stance-noun") is not None and (is_(after, "of") or _noun(stand)):
        return True
    if verb.says("stance") == "rejects" and (_alleged(stand) or _denial(stand)):
        return True
    if verb.says("stance") == "offers" and any(is_(item, "threat") for item in opening):
        return True
    return (is_(verb, "wish") and is_(after, "self")) or is_(after, "of")


def _noun(stand: Stand) -> bool:
    """Is a verb that may be a noun one here? It has no subject and no adverb, and no deed follows."""
    after = stand.items[stand.first]
    if (is_(after, "about") and not is_(after, "give")) or after.says("aside") is not None:
        return True
    if "party" in stand.match.captures or is_(stand.items[stand.at - 1], "adverb"):
        return False
    return after.code == "D" or is_(after, "at") or is_(after, "rank") or is_(after, "time")


def _alleged(stand: Stand) -> bool:
    """Is it a charge or a rumour that is refused?"""
    first = skip(stand.items, stand.first, "determiner")
    return first < stand.last and is_(stand.items[first], "allegation")


def _denial(stand: Stand) -> bool:
    """Is it a report that is refused, "that … is …", rather than a thing?"""
    return any(is_(item, "copula") for item in stand.items[stand.first : stand.last])


def _holders(match: Match, story: Story, at: int, told: Told | None) -> list[Actor]:
    """Who stands there: captured, or who speaks, or the subject that the verb goes on from."""
    who = match.constants.get("party")
    if who == "plan":
        return plan_author(story)
    if who == "told":
        return [told.actor] if told and told.actor else []
    actors = match.actors("party") or (match.actors("verb") if who is None else [])
    if who == "voice":
        actors = speaking(match.sentence.items, match.first)
        if not actors and told and told.actor:
            return [told.actor]
    return actors or subject_before(match.sentence, at)


def _voice(stand: Stand, story: Story, party: str) -> Voice | None:
    """Who is credited: nobody for hearsay, who tells it, or the party where its verb is one of speech."""
    match = stand.match
    if "hearsay" in match.captures:
        return Voice(None, False)
    if stand.told and match.constants.get("speech", True):
        return stand.told.voice
    said = match.constants.get("party") == "voice" or is_(stand.verb, "stance-said")
    if match.constants.get("speech", said):
        return _own(story.voices(stand.actors), story, party)
    if stand.actors and all(actor.vague for actor in stand.actors):
        return Voice(None, False)
    return None


def _own(voices: list[Voice], story: Story, party: str) -> Voice | None:
    """Of several speakers the one that stands for the party."""
    if len(voices) == 1:
        return voices[0]
    return next((v for v in voices if v.speaker and party in (v.speaker, story.states.get(v.speaker))), None)


def _recognised(stand: Stand, wish: Wish) -> Wish:
    """What is recognised is a state or a land: a matter of sovereignty."""
    after = stand.items[wish.first]
    if is_(stand.verb, "recognise") and (after.actor or after.code == "L" or wish.issue == "territory"):
        return replace(wish, issue="sovereignty")
    return wish


def _turned(stand: Stand, wish: Wish) -> str:
    """The stance as what is wanted turns it: an offer to take a plan over accepts it."""
    items, verb, stance = stand.items, stand.verb, stand.stance
    opening = items[skip(items, wish.first, "adverb", "manner") : wish.last][:4]
    if not opening:
        return stance
    if stance == "accepts" and opening[0].says("stance") == "offers":
        return "offers"
    if stance == "offers" and wish.issue == "peace-deal" and is_(opening[0], "take-over"):
        return "accepts"
    if stance == "demands" and is_(verb, "ask") and is_(opening[0], "own-deed"):
        return "offers"
    if stance == "offers" and opening[0].actor and any(is_(item, "loss") for item in opening[1:]):
        return "demands"
    return stance


def _counts(stand: Stand, wish: Wish, stance: str, party: str) -> bool:
    """Is the thing wanted on an issue that this verb needs, or at least one that concerns others?"""
    constants, verb, issue = stand.match.constants, stand.verb, wish.issue
    if constants.get("only", issue) != issue:
        return False
    if any(is_(item, "judicial") for item in stand.items[wish.first : wish.first + 5]):
        return False
    if stance == "accepts" and len(stand.parties) > 1 and issue in SHARED:
        return False
    if stance == "offers" and is_(verb, "stance-noun") and issue in BARE and _on_paper(stand, wish):
        return False
    wide = None if constants.get("by") == "weigh" else verb.says("stance-on-issue")
    needs = [need for need in (constants.get("issue"), wide) if need is not None]
    if is_(verb, "must-come"):
        needs.append("any")
    if not all(_meets(str(need), stand, wish) for need in needs):
        return False
    if constants.get("content") == "verb" and constants.get("issue") == "particular":
        return issue_of(stand.items[stand.first : stand.first + 3], weak=False) is not None
    if is_(verb, "refusal"):
        return _refuses(stand, wish)
    return issue != "other" or _outward(stand, wish, party)


def _on_paper(stand: Stand, wish: Wish) -> bool:
    """Is a plan as a whole offered? That is a draft."""
    return any(is_(item, "plan") for item in stand.items[wish.first : wish.first + 3])


def _meets(need: str, stand: Stand, wish: Wish) -> bool:
    if need == "summons":
        return True
    if need == "near":
        named = issue_of(stand.items[stand.at : stand.at + 14], weak=False)
        return wish.issue not in GENERAL and named == wish.issue
    if need in ("passive", "empty"):
        return (
            stand.stance in ("accepts", "rejects", "undecided")
            and wish.issue != "other"
            and (need == "passive" or stand.at + 2 >= len(stand.items))
        )
    if need == "particular":
        return wish.issue not in GENERAL or (wish.issue == "ceasefire" and stand.stance == "offers")
    if need == "named":
        return issue_of(stand.items[wish.first : wish.last], weak=False) not in (None, "other")
    if need == "noun":
        return wish.issue != "other" and not (stand.stance == "offers" and wish.issue == "peace-deal")
    return wish.issue != "other" if need == "any" else wish.issue == need


def _refuses(stand: Stand, wish: Wish) -> bool:
    """A refusal is a stance where the thing refused is an issue, or a deed that states do for one another."""
    after = stand.items[wish.first]
    if is_(stand.verb, "refusal-weak"):
        return wish.issue != "other" and (issue_of([after], weak=False) is not None or is_(after, "deed"))
    return wish.issue != "other" or is_(after, "deed")


def _outward(stand: Stand, wish: Wish, party: str) -> bool:
    """Does a thing wanted on no known issue concern anybody but the party itself?"""
    for item in flat(stand.items[wish.first : stand.last]):
        if is_(item, "outward") or is_(item, "troops") or item.says("issue") == "other":
            return True
        if item.code == "L" and not (item.says("place") or party).endswith(party):
            return True
        if item.actor and any(p != party for p in item.actor.parties):
            return True
        if item.actor and item.actor.office:
            return True
    return False


def _until(stand: Stand, wanted: list[Wish], given: tuple[int, int] | None) -> list[Wish]:
    """A refusal until something comes is a demand."""
    if given is None or not is_(stand.items[given[0]], "until") or stand.stance != "rejects":
        return wanted
    if not any(item.actor for item in stand.items[given[0] : given[1]]) or is_(stand.verb, "refusal-weak"):
        return wanted
    stand.stance = "demands"
    return [Wish(wanted[0].first, given[1], wanted[0].issue)]


def _weighed(stand: Stand, wanted: list[Wish], given: tuple[int, int]) -> Wish:
    """What must come before anything is weighed: the demand is on what the condition names."""
    issue = issue_of(stand.items[given[0] + 1 : given[1]], weak=False)
    return Wish(wanted[0].first, given[1], issue or wanted[0].issue)


def _in_return(
    stand: Stand, story: Story, party: str, wanted: list[Wish], given: tuple[int, int] | None
) -> Iterator[Fact]:
    """What the party wants for what it offers or accepts, or gives for what it demands."""
    if given is None:
        return
    exchange = is_(stand.items[given[0]], "exchange")
    if stand.stance not in ("offers", "accepts") and not exchange:
        return
    inside = stand.items[given[0] + 1 : given[1]]
    issue = issue_of(inside, weak=False)
    if (
        issue
        and issue not in (*BARE, *(wish.issue for wish in wanted))
        and not any(is_(i, "no-return") for i in inside)
    ):
        first, last = trimmed(stand.items, *given)
        stance = "offers" if exchange and stand.stance == "demands" else "demands"
        yield _fact(stand, story, party, Wish(first, last, issue), stance)


def _bare(stand: Stand, story: Story) -> Iterator[Fact]:
    """A deed done at somebody's request, whose content is the deed."""
    for party in story.parties(stand.actors):
        last = stand.items.index(stand.match.captures["verb"][-1]) + 1
        yield _fact(stand, story, party, Wish(stand.match.first, last, "other"), stand.stance)


def _fact(stand: Stand, story: Story, party: str, wish: Wish, stance: str) -> Fact:
    items, captures = stand.items, stand.match.captures
    start = items[wish.first].start
    if wish.first == stand.first and not stand.match.constants.get("bare"):
        start = min(start, captures.get("whom", captures.get("neg", [stand.verb]))[0].start)
    voice = _voice(stand, story, party)
    return story.fact(
        "position",
        stand.match,
        (start, items[wish.last - 1].end),
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
        when=story.when(stand.match, wish.first, wish.last)[0],
        sources={
            "party": captures.get("party", []),
            "stance": [stand.verb],
            "content": items[wish.first : wish.last],
        },
    )


KIND = Kind(
    name="position",
    order=4,
    slots={"party": None, "issue": None, "stance": None},
    further={"content": None, "to": None, "direction": None},
    scored=("party", "issue", "stance", "speaker"),
    agrees=agrees,
    build=build,
    words={
        "stance": ("demands", "offers", "accepts", "rejects", "undecided"),
        "direction": ("for", "against"),
        "issue": ISSUES,
    },
)
