"""A headline and its lead often tell one fact: each is kept once, with the fuller evidence."""

from dataclasses import replace
from typing import Any

from hoadam.kinds import KINDS
from hoadam.kinds.kind import content, equal, overlap
from hoadam.model.deed import PEOPLE
from hoadam.model.fact import Fact
from hoadam.model.story import Story
from hoadam.model.vocabulary import TITLES
from hoadam.resolve.pool import MOST, Pool
from hoadam.resolve.rounds import rounds

REST = 12  # code points: a statement that tells as little more than who sits in a delegation is no other fact
NEAR = 0.1  # how far the round number of a headline may lie from that of its lead
ONCE = ("talks", "ceasefire", "peace-deal")  # on these a party has one stance of a sort, however often it is told
FILLED = ("draft", "deadline")
MINISTERS = ("foreign minister", "defence minister")
TELLING, AGAIN, RETOLD = 7, 0.8, 0.62  # words of a statement told twice, what part of it they are, or of the lead


def reconciled(facts: list[Fact], story: Story) -> list[Fact]:
    """The facts without those that another one tells as well or better."""
    body = next((s.start for s in story.parsed.sentences if s.role != "headline"), 0)
    kept = rounds(facts, story, body)
    for kind in KINDS:
        if kind not in ("meeting", "delegation"):
            kept += _kind([f for f in facts if f.kind == kind], story, body)
    deals = [fact for fact in kept if fact.kind == "agreement" and fact.slots["event"] == "reached"][:MOST]
    kept = [fact for fact in kept if not _agreed(fact, deals)]
    seats = {fact.start: fact.end for fact in kept if fact.kind == "delegation"}
    return [fact for fact in kept if fact.kind != "statement" or seats.get(fact.start, 0) < fact.end - REST]


def _agreed(fact: Fact, deals: list[Fact]) -> bool:
    """Does a position only say that one of them agrees to what all sides of a deal agree on in the same words?"""
    if fact.kind != "position" or fact.slots["stance"] != "accepts":
        return False
    return any(
        deal.start < fact.end and fact.start < deal.end and fact.slots["party"] in deal.slots["parties"]
        for deal in deals
        if "matter" not in deal.evidence
    )


def _kind(facts: list[Fact], story: Story, body: int) -> list[Fact]:
    pool = Pool(body)
    for fact in sorted(facts, key=lambda f: -_worth(f, body)):
        at = pool.first(fact, lambda one, other: _one(one, other, body, story))
        if at is None:
            pool.add(fact)
        elif fact.kind in FILLED:
            pool.kept[at] = _filled(pool.kept[at], fact)
    happening = [fact for fact in pool.kept if "event" in fact.evidence][:MOST]
    return [fact for fact in pool.kept if not _merely(fact, happening, body)]


def _filled(fact: Fact, other: Fact) -> Fact:
    """The fact with the slots that only the other one fills, and their evidence."""
    missing = {name: value for name, value in other.slots.items() if fact.slots[name] is None and value is not None}
    spans = {name: other.evidence[name] for name in missing if name in other.evidence}
    if fact.when is None and other.when is not None:
        fact = replace(fact, when=other.when)
    return replace(fact, slots={**fact.slots, **missing}, evidence={**fact.evidence, **spans})


def _merely(fact: Fact, facts: list[Fact], body: int) -> bool:
    """Is the fact only that a plan is somebody's, or a deal there, where more is told to happen to it?

    Of a deal that is signed the headline may only say that it is reached.
    """
    if fact.kind not in ("draft", "agreement"):
        return False
    others = [other for other in facts if other is not fact]
    if fact.kind == "agreement":
        less = "event" not in fact.evidence
        if "matter" not in fact.evidence:
            return False
        if fact.slots["matter"] == "other" and any(_says_on_what(other, fact) for other in others):
            return True
        return any(
            equal(fact.slots, other.slots, "matter")
            and not _of_others(fact, other)
            and not _long_before(other, fact)
            and (less or (fact.start < body and (fact.slots["event"], other.slots["event"]) == ("reached", "signed")))
            for other in others
        )
    if fact.kind != "draft" or "event" in fact.evidence:
        return False
    a = _row(fact)
    for other in others:
        b = _row(other)
        same = _compatible(a, b, "points") or a["points"] == b["was_points"]
        if same and _compatible(a, b, "author"):
            return True
    return False


def _worth(fact: Fact, body: int) -> float:
    """Fuller evidence first: more slots, the lead before the headline, the earlier before the later."""
    filled = sum(value not in (None, ()) for value in (*fact.slots.values(), fact.when))
    if fact.kind == "role":
        told = sum(fact.start <= e.start < fact.end for name in ("person", "of") for e in fact.evidence.get(name, ()))
        bare = float(fact.slots["title"] == "minister")
        return (fact.slots["of"] is not None) * 3 + told - fact.start / 1e6 - 4 * bare
    if fact.kind == "position":
        named = float(fact.slots["issue"] != "other") + (fact.speaker is not None) * 0.2
        return named + (fact.start >= body) * 0.5 - fact.start / 1e6
    if fact.kind == "statement":
        return (fact.start >= body) + bool(fact.slots["speech"] == "direct") * 1.5 + min(len(fact.quote), 200) / 1e3
    if fact.kind == "agreement":
        filled += len(fact.slots["parties"]) > 1
    return filled + (fact.start >= body) * 0.5 - fact.start / 1e6


def _one(fact: Fact, other: Fact, body: int, story: Story) -> bool:
    """Do both tell one fact?"""
    if fact.kind == "role":
        return equal(fact.slots, other.slots, "person", "relation") and _one_title(fact, other)
    if fact.kind == "statement":
        return _one_statement(fact, other, body, story)
    if fact.kind == "position":
        return _one_position(fact, other, body)
    a, b = _row(fact), _row(other)
    if fact.kind == "draft":
        if not equal(a, b, "event") or not _compatible(a, b, "points"):
            return False
        told_twice = fact.start != other.start and a["event"] == "revised" and None is not a["points"] == b["points"]
        return _compatible(a, b, "author") or told_twice
    if fact.kind == "claim":
        return _one_claim(a, b, (fact.start < body) != (other.start < body))
    if fact.kind == "appointment":
        return equal(a, b, "change") and _compatible(a, b, "person")
    if fact.kind == "agreement":
        return equal(a, b, "matter", "event") and not _of_others(fact, other) and overlap(fact.when, other.when)
    if fact.kind == "deadline":
        apart = (fact.start < body) != (other.start < body) and overlap(fact.when, other.when)
        same = all(_compatible(a, b, slot) for slot in ("for", "set_by"))
        return equal(a, b, "status") and same and (apart or _compatible(a, b, "when"))
    return KINDS[fact.kind].agrees(a, b)


def _says_on_what(other: Fact, fact: Fact) -> bool:
    """Is the other the same deal, with what it is on?"""
    same = other.kind == fact.kind and equal(other.slots, fact.slots, "event", "parties")
    return same and other.slots["matter"] != "other" and overlap(other.when, fact.when)


def _long_before(other: Fact, fact: Fact) -> bool:
    """Is the other one dated by its year alone, or years before?"""
    return other.when is not None and fact.when != other.when and len(other.when) == len("1974")


def _of_others(fact: Fact, other: Fact) -> bool:
    """Are both deals between sides of their own?"""
    one, two = set(fact.slots["parties"]), set(other.slots["parties"])
    return len(one) > 1 and len(two) > 1 and not (one <= two or two <= one)


def _row(fact: Fact) -> dict[str, Any]:
    return {**fact.slots, "when": fact.when, "quote": fact.quote, "speaker": fact.speaker}


def _compatible(a: dict[str, object], b: dict[str, object], slot: str) -> bool:
    return a[slot] is None or b[slot] is None or a[slot] == b[slot]


def _one_claim(a: dict[str, Any], b: dict[str, Any], apart: bool) -> bool:
    """Do a headline and its lead (`apart`), or two sentences, tell one number of one thing?"""
    if apart and a["object"] == b["object"] and (a["bound"], b["bound"]) != ("exact", "exact"):
        return bool(abs(a["quantity"] - b["quantity"]) <= NEAR * max(a["quantity"], b["quantity"]))
    if apart and a["quantity"] == b["quantity"]:
        return bool(a["object"] == b["object"] or {a["object"], b["object"]} <= PEOPLE)
    return equal(a, b, "quantity", "object", "act") and _compatible(a, b, "claimant")


def _one_title(fact: Fact, other: Fact) -> bool:
    """Is it the same title, or one outside the vocabulary with a word before it?"""
    one, two = sorted((str(role.slots["title"]).casefold() for role in (fact, other)), key=len)
    return one == two or (two.endswith(one) and (two in MINISTERS if one == "minister" else one not in TITLES))


def _one_statement(fact: Fact, other: Fact, body: int, story: Story) -> bool:
    if fact.start < other.end and other.start < fact.end and fact.speaker == other.speaker:
        return True
    one, two = content(fact.quote), content(other.quote)
    if (fact.start < body) == (other.start < body):
        least = min(len(one), len(two))
        retold = _leads(fact, story) != _leads(other, story)
        needed = RETOLD * max(least, TELLING + 2) if retold else max(TELLING, AGAIN * least)
        again = one == two or len(one & two) >= needed
        return again and equal(_row(fact), _row(other), "speaker", "speech")
    needed = 0.3 if _one_voice(fact, other, story) else 0.6
    return len(one & two) >= needed * min(len(one), len(two))


def _leads(fact: Fact, story: Story) -> bool:
    """Does the fact stand in the first paragraph of the body, which the next ones may tell again?"""
    told = story.parsed.sentence_at(fact.start)
    body = (sentence.paragraph for sentence in story.parsed.sentences if sentence.role == "body")
    first = story.once("the first paragraph", lambda: next(body, 0))
    return told is not None and told.paragraph == first


def _one_voice(fact: Fact, other: Fact, story: Story) -> bool:
    """Is it one speaker, or a state and who speaks for it?"""
    one, two = fact.speaker or "", other.speaker or ""
    return one == two or one == story.states.get(two) or two == story.states.get(one)


def _one_position(fact: Fact, other: Fact, body: int) -> bool:
    """One party's stance, told by headline and lead in other words, or with the issue named in one of them alone."""
    if not equal(fact.slots, other.slots, "party"):
        return False
    issues, stances = equal(fact.slots, other.slots, "issue"), equal(fact.slots, other.slots, "stance")
    if (fact.start < body) == (other.start < body):
        once = fact.slots["issue"] in ONCE or _is_refusal(fact) or _alike(fact, other)
        return issues and stances and once
    if not issues and "other" not in (fact.slots["issue"], other.slots["issue"]):
        return False
    one, two = content(fact.quote), content(other.quote)
    return (issues and stances) or len(one & two) >= 0.5 * min(len(one), len(two))


def _is_refusal(fact: Fact) -> bool:
    """What is refused is refused once, however often and in whatever words it is told."""
    return bool(fact.slots["stance"] == "rejects" and fact.slots["issue"] != "other")


def _alike(fact: Fact, other: Fact) -> bool:
    one, two = content(fact.quote), content(other.quote)
    return len(one & two) >= 0.5 * min(len(one), len(two))
