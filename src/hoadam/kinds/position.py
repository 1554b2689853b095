"""Where a party stands on an issue."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import clause_start, is_
from hoadam.model.echo import AGAIN, gone_back, of_deal
from hoadam.model.fact import Fact
from hoadam.model.item import Item
from hoadam.model.need import BARE, counts, named, turned
from hoadam.model.parsed import Match
from hoadam.model.stand import Stand, marks, run_on, stand_of
from hoadam.model.story import Story, Voice, flat
from hoadam.model.vocabulary import ISSUES
from hoadam.model.wish import Wish, condition, condition_behind, issue_of, wishes

# issues that name a deed or a thing one can be for or against
DIRECTED = frozenset(ISSUES) - {
    "territory", "force-limits", "nuclear-plant", "prisoners", "hostages", "shipping", "sovereignty", "other",
}  # fmt: skip
OPENING = 9  # items of what must be so within which it names its issue
MISSIONS = ("peacekeepers", "ceasefire", "security-guarantees")  # what troops are sent to that keep a peace


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "party", "issue", "stance")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each party and each thing wanted, over the verb of the stance and what is wanted."""
    listed = match.constants.get("content") == "list"
    stand = stand_of(run_on(match, story) if listed else match, story)
    if stand is None or (match.constants.get("may") and is_(stand.verb, "meet-verb")):
        return  # whom somebody would meet, and when, is a meeting
    if match.constants.get("bare"):
        yield from _bare(stand, story)
        return
    given = condition(stand.items, stand.first, stand.last) or condition_behind(stand.items, stand.last)
    last = min(given[0], stand.last) if given and given[0] > stand.first else stand.last
    wanted = wishes(stand.items, stand.first, last, listed=match.constants.get("content") == "list")
    wanted = _until(stand, wanted, given)
    if match.constants.get("mission"):
        wanted = _on_mission(stand, wanted)
    if given and (match.constants.get("by") == "weigh" or match.constants.get("may") or _only(stand, given[0])):
        wanted, given = [_weighed(stand, wanted, given)], None
    wanted = [of_deal(stand, story, gone_back(stand, story, wish)) for wish in wanted]
    wanted = _of_subject(stand, [_recognised(stand, _on_topic(stand, wish)) for wish in wanted])
    for party in stand.parties:
        made = [
            _fact(stand, story, party, wish, stance)
            for wish in wanted
            if (stance := turned(stand, wish)) and counts(stand, wish, stance, party)
        ]
        yield from made
        if made or (stand.stance == "offers" and match.constants.get("content") is None):
            yield from _in_return(stand, story, party, wanted, given)


def _on_mission(stand: Stand, wanted: list[Wish]) -> list[Wish]:
    """Troops that are to keep or watch a peace; of those sent for any other end nothing is told here."""
    items = stand.items
    troops = any(is_(item, "troops") for item in items) and any(item.says("issue") in MISSIONS for item in flat(items))
    kept = troops or any(item.says("issue") == "peacekeepers" for item in items[stand.at : stand.last])
    return [Wish(wanted[0].first, wanted[-1].last, "peacekeepers")] if kept and wanted else []


def _only(stand: Stand, given: int) -> bool:
    """Is it offered on one condition alone ("chỉ sẵn sàng rút quân nếu …")? Then it is demanded."""
    if (
        stand.stance != "offers"
        or is_(stand.items[given], "exchange")
        or not is_(stand.items[stand.at - 1], "only-word")
    ):
        return False
    stand.stance = "demands"
    return True


def _voice(stand: Stand, story: Story, party: str) -> Voice | None:
    """Who is credited: nobody for hearsay, who tells it, or the party where its verb is one of speech."""
    match = stand.match
    if "hearsay" in match.captures:
        return Voice(None, False)
    if stand.told and match.constants.get("speech", True):
        return _own([told.voice for told in story.told_as(stand.told)], story, party) or stand.told.voice
    said = (
        (match.constants.get("party") == "voice" and "party" not in match.captures)
        or is_(stand.verb, "stance-said")
        or "said" in match.captures
    )
    if match.constants.get("speech", said):
        return _own(story.voices(stand.actors), story, party)
    if stand.actors and all(actor.vague for actor in stand.actors):
        return Voice(None, False)
    return None


def _to(stand: Stand, story: Story, party: str, wish: Wish, stance: str) -> str | None:
    """Of whom it is wanted: who must or should, else the first whom the thing wanted names at its start."""
    if stance != "demands":
        return None
    opening = [item.actor for item in stand.items[wish.first : wish.first + 2] if item.actor]
    named = story.parties(stand.match.actors("whom") or opening)
    return next((other for other in named if other != party), None)


def _direction(stand: Stand, wish: Wish, stance: str) -> str | None:
    """For or against what the issue is called; null where it names no deed."""
    if wish.issue not in DIRECTED or stance == "undecided":
        return None
    turns = (stance == "rejects") ^ (stance == "offers" and is_(stand.verb, "against"))
    for item in flat(stand.items[wish.first : wish.last]):
        turns ^= is_(item, "against")
        if item.says("issue") == wish.issue:
            break
    return "against" if turns else "for"


def _own(voices: list[Voice], story: Story, party: str) -> Voice | None:
    """Of several speakers the one that stands for the party."""
    if len(voices) == 1:
        return voices[0]
    return next((v for v in voices if v.speaker and party in (v.speaker, story.states.get(v.speaker))), None)


def _on_topic(stand: Stand, wish: Wish) -> Wish:
    """What names no issue is on the one that the sentence opens with ("on the power plant, …")."""
    items = stand.items
    if wish.issue != "other" or not (is_(items[0], "about") or is_(items[0], "concerning")):
        return wish
    comma = next((n for n, item in enumerate(items[: stand.at]) if item.code == ","), 0)
    return replace(wish, issue=issue_of(items[1:comma], weak=False) or "other")


def _recognised(stand: Stand, wish: Wish) -> Wish:
    """What is recognised is a state or a land: a matter of sovereignty; of borders, one of territory."""
    after = stand.items[wish.first]
    opening = stand.items[wish.first : wish.first + AGAIN + 1]
    if any(is_(item, "border") for item in opening):
        return wish
    if any(is_(item, "recognise") for item in opening) and named(stand, wish) == "territory":
        return replace(wish, issue="sovereignty")
    if is_(stand.verb, "recognise") and (after.actor or after.code == "L" or named(stand, wish) == "territory"):
        return replace(wish, issue="sovereignty")
    return wish


def _of_subject(stand: Stand, wanted: list[Wish]) -> list[Wish]:
    """What must be so of talks is on the talks; what names no issue is on that of the thing that must be so."""
    whom = [item for item in _whom(stand) if not item.actor]
    issue = issue_of(whom) or (issue_of([*stand.items[stand.first : stand.first + 1], *whom]) if whom else None)
    if stand.match.constants.get("clause") and not _must_be(stand, whom, issue):
        return []
    if issue == "talks" and not stand.match.constants.get("may"):
        return [Wish(wanted[0].first, wanted[-1].last, issue)]
    return [replace(wish, issue=issue) if issue and _yields(stand, wish) else wish for wish in wanted]


def _yields(stand: Stand, wish: Wish) -> bool:
    """Does what must be so name no issue of its own, or only the deal that it belongs to?"""
    return (wish.issue == "other" and not named(stand, wish)) or wish.issue == "peace-deal"


def _must_be(stand: Stand, subject: list[Item], issue: str | None) -> bool:
    """Is it a thing that must be so, told by itself, or somebody's burden, or the ground of what happened?"""
    if not subject or is_(subject[0], "because") or is_(subject[-1], "because"):
        return False
    if any(is_(item, name) for item in subject for name in ("first-person", "question", "purpose")):
        return False
    if is_(stand.items[stand.first], "mentioned") or stand.items[stand.first].actor:
        return False  # "… không được nhắc đến" is what happened, "…, nên ông …" what comes of it
    if is_(stand.verb, "must-soft") and _comes_of_it(stand, subject):
        return False
    opening = stand.items[stand.first : min(stand.last, stand.first + OPENING)]
    comma = next((n for n, item in enumerate(opening) if item.code == ","), len(opening))
    return issue is not None or issue_of(opening[:comma], weak=False) is not None


def _comes_of_it(stand: Stand, subject: list[Item]) -> bool:
    """Does a "nên" tell what came of something ("vì …, nên …", "… nên cuộc đối thoại đã …")?"""
    told = stand.items[stand.first : stand.first + AGAIN]
    return any(is_(item, "because") for item in subject) or any(is_(item, "aux") for item in told)


def _whom(stand: Stand) -> list[Item]:
    """Who or what must do or be so: captured, or the words of the clause before the verb."""
    if not stand.match.constants.get("clause"):
        return stand.match.captures.get("whom", [])
    return stand.items[clause_start(stand.items, stand.at) : stand.at]


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
    items = stand.items
    firm = is_(items[given[0]], "firm-if")
    if not firm and any(is_(item, "no-return") for item in items[given[0] + 1 : given[1]]):
        return
    stance = "offers" if exchange and stand.stance == "demands" else "demands"
    told = [*BARE, *(wish.issue for wish in wanted)]
    for wish in wishes(items, *given):
        issue = issue_of(items[wish.first : wish.last], weak=False)
        given_up = issue is None and (firm or _given_up(items, wish, story, party))
        if (given_up and "other" not in told[len(BARE) + len(wanted) :]) or (issue and issue not in told):
            issue = issue or "other"
            told.append(issue)
            yield _fact(stand, story, party, Wish(wish.first, wish.last, issue), stance)


def _given_up(items: list[Item], wish: Wish, story: Story, party: str) -> bool:
    """Is another to give something up in return ("nếu Washington từ bỏ chính sách thù địch")?"""
    for one, two in pairwise(items[wish.first : wish.first + AGAIN]):
        if one.actor and party not in story.parties([one.actor]):
            return is_(two, "loss") or is_(two, "against")
    return False


def _bare(stand: Stand, story: Story) -> Iterator[Fact]:
    """A deed done at somebody's request, whose content is the deed."""
    for party in story.parties(stand.actors):
        last = stand.items.index(stand.match.captures["verb"][-1]) + 1
        yield _fact(stand, story, party, Wish(stand.match.first, last, "other"), stand.stance)


def _quoted(stand: Stand, wish: Wish) -> tuple[int, int]:
    """From who should do it, the negation or the verb to the end of the thing wanted, in whichever order they stand."""
    items, match = stand.items, stand.match
    start, end = items[wish.first].start, items[wish.last - 1].end
    where = match.constants.get("content")
    if where == "so-far":
        return match.captures["party"][0].start, stand.verb.end
    if where == "back":
        return match.captures["party"][0].start, stand.verb.end
    if where == "between":
        return stand.verb.start, items[match.last - 1].end
    if where in ("before-who", "before", "clause"):
        return start, items[match.last - 1].end
    if wish.first == stand.first and not match.constants.get("bare"):
        start = min(start, (_whom(stand) or match.captures.get("neg", [stand.verb]))[0].start)
    return start, end


def _closed(story: Story, start: int, end: int) -> tuple[int, int]:
    """The bounds with the mark that closes words quoted in them."""
    return start, end + (marks(story.text(start, end)) % 2 == 1 and marks(story.text(end, end + 1)) == 1)


def _fact(stand: Stand, story: Story, party: str, wish: Wish, stance: str) -> Fact:
    items, captures = stand.items, stand.match.captures
    voice = _voice(stand, story, party)
    return story.fact(
        "position",
        stand.match,
        _closed(story, *_quoted(stand, wish)),
        KIND.empty()
        | {
            "party": party,
            "issue": wish.issue,
            "stance": stance,
            "content": story.text(items[wish.first].start, items[wish.last - 1].end),
            "to": _to(stand, story, party, wish, stance),
            "direction": _direction(stand, wish, stance),
        },
        speaker=voice.speaker if voice else None,
        named=voice.named if voice else True,
        office=voice.office if voice else None,
        when=story.when(stand.match, wish.first, wish.last)[0],
        sources={
            "party": captures.get("party") or stand.actors,
            "to": captures.get("whom", []),
            "issue": items[wish.first : wish.last] if wish.issue != "other" else [],
            "stance": [stand.verb],
            "content": items[wish.first : wish.last],
        },
    )


KIND = Kind(
    name="position",
    order=4,
    slots={"party": None, "issue": None, "stance": None},
    further={"content": None, "to": None, "direction": None},
    key=("party", "issue", "stance"),
    scored=("party", "issue", "stance", "speaker"),
    agrees=agrees,
    build=build,
    words={
        "stance": ("demands", "offers", "accepts", "rejects", "undecided"),
        "direction": ("for", "against"),
        "issue": ISSUES,
    },
)
