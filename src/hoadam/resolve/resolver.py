"""Turns the matches of an article into its facts."""

from functools import cache

from hoadam import knowledge
from hoadam.kinds import KINDS
from hoadam.kinds.role import roles_of
from hoadam.model.fact import Fact
from hoadam.model.parsed import SURE, Match, Parsed
from hoadam.model.story import Story
from hoadam.resolve.antecedents import grounded
from hoadam.resolve.bind import Binder
from hoadam.resolve.credit import credited
from hoadam.resolve.offices import Offices
from hoadam.resolve.reconcile import reconciled

SPEECH_FIRST = ("statement",)
TRIED = ("meeting", "delegation")  # kinds of which a head word serves the first rule that makes a fact of it
MANY = 3  # facts of an article that can hardly be of another subject, however little it looks so
WARLIKE = ("shot-down", "struck", "controls", "launched")


@cache
def _known() -> tuple[knowledge.Knowledge, Offices]:
    known = knowledge.load()
    return known, Offices(known)


def resolve(matches: list[Match], parsed: Parsed) -> tuple[Fact, ...]:
    """The facts of the article in text order, each told once."""
    if not parsed.sentences:
        return ()
    day = parsed.article.published[:10]
    story = Story(parsed, day, Binder(parsed, *_known(), day).bind())
    facts: list[Fact] = []
    served: set[int] = set()
    for match in sorted(matches, key=_order):
        tried = match.kind in TRIED
        made = () if tried and match.head in served else tuple(KINDS[match.kind].build(match, story))
        if made and tried:
            served.add(match.head)
        facts += made
    outward = any(map(_is_outward, facts))
    if parsed.odds < 0 and not outward:
        return ()
    for actor in parsed.actors() if parsed.odds >= SURE or len(facts) >= MANY or outward else ():
        facts += roles_of(actor, story)
    if not facts:
        return ()
    facts = credited(facts, story)
    facts = grounded(reconciled(facts, story), story)
    return tuple(sorted(facts, key=lambda f: (f.start, f.end, KINDS[f.kind].order)))


def _order(match: Match) -> tuple[bool, int]:
    """Speech first, since it is who the rest is credited to; meetings of a sentence in the order of their rules."""
    return match.kind not in SPEECH_FIRST, match.sentence.start if match.kind in TRIED else match.start


def _is_outward(fact: Fact) -> bool:
    """Is it of our subject by itself, however little its article looks so?

    A meeting of two states or of a body, somebody's coming into or leaving an office, an act of war.
    """
    if fact.kind == "appointment":
        return True
    if fact.kind == "claim":
        return fact.slots["act"] in WARLIKE
    parties = fact.slots["parties"] if fact.kind == "meeting" else ()
    return len(parties) > 1 or any(not party.isupper() or len(party) != len("USA") for party in parties)
