"""What merged facts are to each other: a plan cut from an earlier one, a meeting held after its postponement."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from hoadam.merge.mint import minted_from
from hoadam.model.day import number
from hoadam.model.judgement import Judgement
from hoadam.model.merged import Merged
from hoadam.model.report import FIRST, LAST

SEASON = 91  # days: how long a plan or a postponed meeting waits for what follows it
OFF = ("postponed", "cancelled")
ON = ("planned", "held", "ongoing")


def relations(facts: Iterable[Merged]) -> list[Judgement]:
    """All follows-judgements between the facts, on the observations that their ids were minted from, ordered."""
    stories: dict[str, list[Merged]] = {}
    for fact in facts:
        for key in story_keys(fact):
            stories.setdefault(key, []).append(fact)
    found = {judgement for key, story in stories.items() for judgement in in_story(key, story)}
    return sorted(found, key=lambda j: (j.one, j.other or "", j.author))


def story_keys(fact: Merged) -> tuple[str, ...]:
    """The keys under which facts that may follow one another are found: its own season, and the next.

    Numbered plans by author, meetings by two parties.
    """
    season = since(fact) // SEASON
    subjects: Iterable[str] = ()
    if fact.kind == "draft" and fact.best("points") is not None:
        subjects = map(str, fact.all("author"))
    elif fact.kind == "meeting" and fact.history:
        subjects = map("+".join, combinations(sorted(fact.all("parties"))[:5], 2))
    return tuple(f"{fact.kind}|{subject}|{when}" for subject in subjects for when in (season, season + 1))


def since(fact: Merged) -> int:
    """The day of a fact as a number: the stated one, else the one its first report allows."""
    day = fact.low if fact.low != FIRST else fact.high
    return number(day) if day != LAST else 0


def in_story(key: str, story: Sequence[Merged]) -> Iterator[Judgement]:
    """What the facts of a story follow that fall in the season of its key; the season before is there to look back."""
    season = int(key.rpartition("|")[2])
    found = _lineage(story) if story[0].kind == "draft" else _postponed(story)
    return (judgement for fact, judgement in found if since(fact) // SEASON == season)


def _lineage(story: Sequence[Merged]) -> Iterator[tuple[Merged, Judgement]]:
    """A plan with other points follows the one that the text says it was cut from, and the last one before it."""
    first: dict[int, Merged] = {}
    for fact in sorted(story, key=lambda fact: (since(fact), fact.id)):
        first.setdefault(fact.best("points"), fact)
    ordered = list(first.values())
    for n, fact in enumerate(ordered[1:], 1):
        before = ordered[n - 1]
        cut = next((f for f in ordered[:n] if f.best("points") in fact.all("was_points")), None)
        if cut is not None:
            reason = f"{fact.best('points')} points, cut from {cut.best('points')}"
            yield fact, _follows(fact, cut, reason, "rule:draft-cut")
        if cut is not before and since(fact) - since(before) <= SEASON:
            points = f"{before.best('points')}, then {fact.best('points')} points"
            yield fact, _follows(fact, before, f"the next plan of {fact.best('author')}: {points}", "rule:draft-next")


def _postponed(story: Sequence[Merged]) -> Iterator[tuple[Merged, Judgement]]:
    """A meeting of the same parties and people on a later day follows one that was put off."""
    for off in story:
        if not any(step.status in OFF for step in off.history) or off.history[-1].status in ON:
            continue
        later = [fact for fact in story if fact.id != off.id and _resumes(fact, off)]
        if later:
            on = min(later, key=lambda fact: (since(fact), fact.id))
            reason = f"takes place after it was {off.history[-1].status}"
            yield on, _follows(on, off, reason, "rule:meeting-postponed")


def _resumes(fact: Merged, off: Merged) -> bool:
    told = number(next(step.told for step in off.history if step.status in OFF))
    same = set(fact.all("parties")) == set(off.all("parties")) and fact.best("form") == off.best("form")
    people = not off.all("people") or len(set(fact.all("people")) & set(off.all("people"))) > 1
    place = not fact.all("place") or not off.all("place") or fact.best("place") == off.best("place")
    after = not fact.derived and told < since(fact) <= told + SEASON
    return same and people and place and after and fact.history[-1].status in ON


def _follows(one: Merged, other: Merged, reason: str, author: str) -> Judgement:
    return Judgement("follows", minted_from(one.id) or "", minted_from(other.id), reason, author)
