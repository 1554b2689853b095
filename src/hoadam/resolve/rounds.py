"""The meetings of an article and who sat there: told in several places, each is drawn together into one fact."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hoadam.kinds.kind import days, overlap
from hoadam.model.clause import is_
from hoadam.model.fact import Evidence, Fact
from hoadam.model.item import Actor, Sentence
from hoadam.model.story import PAIR, Story, trio
from hoadam.resolve.benches import (
    STAGES,
    around,
    both,
    delegations,
    meeting_of,
    round_of,
    same_place,
    seated,
    sentence_of,
    with_more,
)
from hoadam.resolve.pairs import at_table, ties
from hoadam.resolve.pool import MOST
from hoadam.resolve.setting import SEATED, narrowed, settled


def rounds(facts: list[Fact], story: Story, body: int) -> list[Fact]:
    """The meetings and delegations among the facts, each once, delegations joined to the meeting they sit in."""
    told = _continued([f for f in facts if f.kind == "meeting"], story)
    meetings = _merged([_by_its_sentence(fact, story) for fact in told], body, story)
    meetings = _placed_all(meetings, story)
    meetings = [fact for fact in _merged(meetings, body, story) if _stands(fact)]
    meetings = narrowed(meetings, story)
    benches: list[Fact] = []
    for fact in delegations([f for f in facts if f.kind == "delegation"]):
        meeting = meeting_of(fact, meetings, story)
        if meeting is None and not (fact.slots["people"] or fact.slots["place"]):
            continue
        benches.append(fact if meeting is None else seated(fact, meeting))
        if meeting is not None and meeting.slots["form"] in SEATED and fact.slots["people"]:
            at = next(n for n, other in enumerate(meetings) if other is meeting)
            meetings[at] = with_more(meeting, people=fact.slots["people"], source=fact)
    return [*settled(_on_topics(meetings, story), story), *benches]


def _on_topics(meetings: list[Fact], story: Story) -> list[Fact]:
    """The round spoken of, with the issues that the sentences about its topics name."""
    round_ = next((m for m in meetings if len(m.slots["parties"]) > 1 and m.slots["form"] in SEATED), None)
    if round_ is None or round_.slots["issues"]:
        return meetings
    told = [sentence for sentence in story.parsed.sentences if _tells_topics(sentence)]
    issues = tuple(dict.fromkeys(i for s in told for i in story.issues(s.items)))
    if not issues:
        return meetings
    evidence = {**round_.evidence, "issues": tuple(Evidence(s.start, s.end) for s in told)}
    filled = replace(round_, slots={**round_.slots, "issues": issues}, evidence=evidence)
    return [filled if meeting is round_ else meeting for meeting in meetings]


def _tells_topics(sentence: Sentence) -> bool:
    """Does the sentence say what the round at hand is about, or what both sides went on to?"""
    items = sentence.items
    for n, item in enumerate(items):
        if is_(item, "centre") and any(is_(other, "meet-noun") for other in items[n + 1 : n + 5]):
            return True
        if is_(item, "goes-on") and any(other.actor and other.actor.anaphor for other in items[n + 1 : n + 4]):
            return any(is_(other, "topic-verb") for other in items[n + 1 : n + 7])
    return False


def _continued(facts: list[Fact], story: Story) -> list[Fact]:
    """The meetings, each joined with what a sentence that goes on about it tells: `Cuộc gặp diễn ra tại …`."""
    told: list[Fact] = []
    for fact in sorted(facts, key=lambda f: f.start):
        last = told[-1] if told else None
        back = range(len(told) - 1, max(-1, len(told) - 1 - MOST), -1) if _is_said(fact, story) else ()
        meant = next((n for n in back if _said_of(fact, told[n])), None)
        if last is not None and _goes_on(fact, last, story, alone=len(told) == 1):
            told[-1] = _joined(last, fact)
        elif meant is not None:
            told[meant] = _joined(told[meant], fact)
        else:
            told.append(fact)
    return told


def _is_said(fact: Fact, story: Story) -> bool:
    """Is it only said what a meeting is: `Đây sẽ là cuộc gặp đầu tiên giữa hai nhà lãnh đạo`?"""
    sentence = None if fact.when or fact.slots["place"] else sentence_of(fact, story)
    items = sentence.items if sentence else []
    at = next((n for n, item in enumerate(items) if item.start >= fact.start), 0)
    return at > 0 and any(is_(item, "copula") or is_(item, "marks") for item in items[max(0, at - 2) : at])


def _said_of(fact: Fact, other: Fact) -> bool:
    """Can it be said of a meeting told before, of the same parties and no call where that is none?"""
    calls = (fact.slots["form"] == "call") != (other.slots["form"] == "call")
    return not calls and bool(set(fact.slots["parties"]) & set(other.slots["parties"]))


def _goes_on(fact: Fact, last: Fact, story: Story, *, alone: bool) -> bool:
    """Does a sentence without participants open with the meeting told last, right before or `alone` so far?"""
    here, there = sentence_of(fact, story), sentence_of(last, story)
    if fact.slots["parties"] or not last.slots["parties"] or here is None or there is None:
        return False
    if here.start != fact.start or here is there or (here.paragraph - there.paragraph > 1 and not alone):
        return False
    if ("call" in (one := (fact.slots["form"], last.slots["form"])) or "visit" in one) and one[0] != one[1]:
        return False
    return overlap(fact.when, last.when) and same_place(fact.slots["place"], last.slots["place"], False)


def _merged(facts: list[Fact], body: int, story: Story) -> list[Fact]:
    """The meetings, those that are one drawn together; the fuller in the lead is the base."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: -_worth(f, body)):
        same = [n for n, other in enumerate(kept[:MOST]) if _one(fact, other, body, story)]
        if not same:
            kept.append(fact)
        else:
            at = min(same, key=lambda n: _apart(fact, kept[n]))
            kept[at] = _joined(kept[at], fact)
    return sorted(kept, key=lambda f: f.start)


def _apart(fact: Fact, other: Fact) -> int:
    """How little speaks for it that two meetings, which may be one, are: another stage, form, a day of one alone."""
    stages: list[str] = [STAGES.get(one.slots["status"], "off") for one in (fact, other)]
    forms = bool(fact.slots["form"] != other.slots["form"])
    return 4 * (stages[0] != stages[1]) + 2 * forms + ((fact.when is None) != (other.when is None))


def _worth(fact: Fact, body: int) -> float:
    filled = sum(value not in (None, ()) for value in fact.slots.values())
    full = len(fact.slots["parties"]) > 1
    return filled + full + (fact.start >= body) * 0.5 - fact.start / 1e6


def _one(fact: Fact, other: Fact, body: int, story: Story) -> bool:
    """Are both one meeting? Parties, day and place must not differ, nor what has become of it."""
    a, b = fact.slots, other.slots
    headline = (fact.start < body) != (other.start < body)
    acquainted = bool(set(a["people"]) & set(b["people"]))
    if (
        "call" in (a["form"], b["form"])
        and a["form"] != b["form"]
        and not ((headline or _spoken_of(a, b, fact, other)) and len(set(a["people"]) & set(b["people"])) > 1)
    ):
        return False
    if not overlap(fact.when, other.when):
        return False
    bare = not (a["parties"] and b["parties"]) and fact.when is not None and fact.when == other.when
    if not same_place(a["place"], b["place"], headline or bare):
        return False
    told = (fact.when is not None and fact.when == other.when) or (a["place"] is not None and a["place"] == b["place"])
    stages = STAGES.get(a["status"], "off"), STAGES.get(b["status"], "off")
    if (
        not (told or headline or _same_round(fact, other, story))
        and stages[0] != stages[1]
        and not _loosely_told(fact, other)
    ):
        return False
    if not a["parties"] or not b["parties"]:
        return told or headline
    if _tete_a_tete(a, b, story):
        return False
    if a["people"] and b["people"] and not acquainted and (not told or min(len(a["people"]), len(b["people"])) >= PAIR):
        return False
    if not told and _far(fact.when, other.when, story.day):
        return False
    apart = "visit" in (a["form"], b["form"]) and a["form"] != b["form"]
    one, two = set(a["parties"]), set(b["parties"])
    if headline and acquainted and not apart and one & two:
        return True
    if told and one & two and one | two <= set(_table(story)) and fact.when and a["place"]:
        return True
    if fact.when and fact.when == other.when and any(len(party) != len("USA") for party in one & two):
        return True
    return _same_parties(one, two, acquainted and not apart)


def _loosely_told(fact: Fact, other: Fact) -> bool:
    """Does the text leave open how far one of two visits or meetings of the same people has come?"""
    a, b = fact.slots, other.slots
    left_open = any("status" not in one.evidence and one.when is None for one in (fact, other))
    alike = a["form"] == b["form"] == "visit" or ("visit" not in (a["form"], b["form"]) and _same_people(a, b))
    calls = (a["form"] == "call") != (b["form"] == "call")
    ended = "off" in (STAGES.get(a["status"], "off"), STAGES.get(b["status"], "off"))
    return left_open and alike and not calls and not ended and set(a["parties"]) == set(b["parties"])


def _same_people(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return len(set(a["people"]) & set(b["people"])) > 1


def _same_round(fact: Fact, other: Fact, story: Story) -> bool:
    """Do both name the same round by its number?"""
    number = round_of(fact, story)
    return number is not None and number == round_of(other, story)


def _tete_a_tete(a: Mapping[str, Any], b: Mapping[str, Any], story: Story) -> bool:
    """Do both tell of two people who meet, one of them another than there, for the same state?"""
    one, two = set(a["people"]), set(b["people"])
    others = one ^ two
    if len(one) != PAIR or len(two) != PAIR or len(others) != PAIR:
        return False
    return len({story.states.get(person) for person in others}) == 1


def _table(story: Story) -> tuple[str, ...]:
    """The three states that sit at the table of which the article tells."""
    return story.once("table", lambda: at_table(story.parsed, trio(story.parsed)))


def _spoken_of(a: Mapping[str, Any], b: Mapping[str, Any], fact: Fact, other: Fact) -> bool:
    """Does one, told as talks without a place or a day, only speak of the call that the other is?"""
    talks, when = (a, fact.when) if b["form"] == "call" else (b, other.when)
    return talks["form"] == "talks" and talks["place"] is None and when is None and a["people"] == b["people"]


def _far(one: str | None, other: str | None, day: str) -> bool:
    """Is one told by its month or year alone, as what lies long back, and the other without a day?"""
    when = one or other
    told = (one is None) != (other is None) and when is not None and len(when) <= len("2025-12")
    return told and (when or "") < day[: len(when or "")]


def _same_parties(a: set[str], b: set[str], acquainted: bool) -> bool:
    """Can both be one meeting's? Who meets one side here and another there sits at two."""
    return a == b or ((a <= b or b <= a) and (acquainted or len(a & b) > 1))


def _joined(base: Fact, other: Fact) -> Fact:
    """The base with what the other tells besides."""
    slots = dict(base.slots)
    one, two = set(slots["parties"]), set(other.slots["parties"])
    wider = len(one) < PAIR or one < two
    for name in ("parties", "people", "issues"):
        if not slots[name] or name == "people" or wider:
            slots[name] = both(slots[name], other.slots[name])
    if "status" not in base.evidence and "status" in other.evidence:
        slots["status"] = other.slots["status"]
    if STAGES.get(slots["status"]) == "ahead" and other.slots["status"] in ("postponed", "cancelled"):
        slots["status"] = other.slots["status"]
    if _sharper(other.slots["place"], slots["place"]):
        slots["place"] = other.slots["place"]
    goes = slots["form"] == "visit" and "form" not in base.evidence
    if goes or (slots["form"], other.slots["form"]) in (("meeting", "talks"), ("talks", "call"), ("meeting", "call")):
        slots["form"] = other.slots["form"]
    when = other.when if base.when is None or _narrower(other.when, base.when) else base.when
    evidence = dict(base.evidence)
    for name, spans in other.evidence.items():
        evidence[name] = both(evidence.get(name, ()), spans)
    return replace(base, slots=slots, when=when, evidence=evidence, speaker=base.speaker)


def _sharper(new: str | None, old: str | None) -> bool:
    return new is not None and (old is None or (", " not in old and ", " in new))


def _narrower(new: str | None, old: str) -> bool:
    """Is it a day where the other is an open stretch, or a shorter one within a week or a month?"""
    if new is None or ".." in new:
        return False
    (first, last), (opens, closes) = days(old), days(new)
    if ".." in old:
        return "/" not in new and opens <= last
    return (first, last) != (opens, closes) and first <= opens and closes <= last


def _placed_all(meetings: list[Fact], story: Story) -> list[Fact]:
    """The meetings with participants, in text order; those found for one count for the next."""
    told = list(meetings)
    for n, fact in enumerate(told):
        told[n] = _placed(fact, told, story)
    return told


def _placed(fact: Fact, meetings: list[Fact], story: Story) -> Fact:
    """A meeting without participants gets the sides told before it, else those of the nearest other one."""
    if fact.slots["parties"]:
        return fact
    pair = _pair_before(fact, story)
    if pair:
        return with_more(fact, parties=pair)
    visit = fact.slots["form"] == "visit"
    others = [m for m in around(meetings, fact) if _seats_many(m) and (m.slots["form"] == "visit") == visit]
    others = [m for m in others if m.slots["form"] == fact.slots["form"] == "talks"] or others
    near = min(others, key=lambda m: (m.start > fact.start, abs(m.start - fact.start)), default=None)
    if near is not None:
        return with_more(fact, parties=near.slots["parties"], source=near)
    if fact.when is None and fact.slots["place"] is None:
        return fact
    host = (fact.slots["place"] or "").rpartition(", ")[2]
    return with_more(fact, parties=story.opposed((host,))) if fact.slots["form"] in SEATED else fact


def _by_its_sentence(fact: Fact, story: Story) -> Fact:
    """A meeting without participants gets those that its own sentence names."""
    if fact.slots["parties"]:
        return fact
    sentence = sentence_of(fact, story)
    pair = _pair_behind(fact, sentence, story)
    if pair:
        return with_more(fact, parties=pair)
    people = _people(sentence, story)
    return with_more(fact, people=people, parties=story.parties([Actor(0, 0, people=people)])) if people else fact


def _pair_behind(fact: Fact, sentence: Sentence | None, story: Story) -> tuple[str, ...]:
    """The two sides between whom it is, told further on in its sentence: `…, lần tiếp xúc đầu tiên giữa A và B`."""
    items = [item for item in sentence.items if item.start >= fact.end] if sentence else []
    at = next((n for n, item in enumerate(items) if item.says("between") == "both"), len(items))
    found = story.parties(item.actor for item in items[at + 1 : at + 4] if item.actor)
    return found if len(found) == PAIR else ()


def _seats_many(meeting: Fact) -> bool:
    """Has it several participants, or is it a body's?"""
    parties = meeting.slots["parties"]
    return len(parties) > 1 or any(len(party) != len("USA") for party in parties)


def _pair_before(fact: Fact, story: Story) -> tuple[str, ...]:
    """The two sides that its paragraph names together, before it, last."""
    sentences, at = story.parsed.sentences, story.parsed.index_at(fact.start)
    for number in range(at, -1, -1):
        sentence = sentences[number]
        if sentence.paragraph != sentences[at].paragraph:
            break
        items = [item for item in sentence.items if item.start < fact.start]
        for n in range(len(items) - 1, 1, -1):
            one, two = items[n - 2].actor, items[n].actor
            pair = story.parties([one, two]) if one and two and ties(items[n - 1]) else ()
            third = n > PAIR + 1 and ties(items[n - 3]) and items[n - 4].actor is not None
            if len(pair) == PAIR and not third:
                return pair
    return ()


def _people(sentence: Sentence | None, story: Story) -> tuple[str, ...]:
    """The people whom a sentence names, where they are of just two sides."""
    if sentence is None:
        return ()
    people = story.people(item.actor for item in sentence.items if item.actor)
    known = tuple(person for person in people if person in story.states)[:PAIR]
    return known if len({story.states[person] for person in known}) == PAIR else ()


def _stands(fact: Fact) -> bool:
    return bool(fact.slots["parties"]) or (
        fact.slots["form"] in ("talks", "summit") and fact.slots["place"] is not None
    )
