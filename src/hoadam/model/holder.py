"""Whose words or whose plan a verb without a subject of its own goes on from."""

from bisect import bisect_right
from collections.abc import Iterator

from hoadam.model.clause import is_
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Parsed
from hoadam.model.story import Story, sentence_subject

BETWEEN = ("adverb", "manner", "future", "hearsay", "negation", "time")


def subject_before(sentence: Sentence, at: int) -> list[Actor]:
    """The actors right before the nearest verb of speech or stance, else those that open the sentence."""
    items = sentence.items
    for n in range(at - 1, 0, -1):
        actor = items[n].actor
        if actor and _within_when(items, n, at):
            return [actor]
        if is_(items[n], "say") or is_(items[n], "stance"):
            found = speaking(items, n)
            if found and not _embedded(items, found[0]):
                return found
    return [] if _of_people(items[:at]) else _opening(sentence, at)


def _within_when(items: list[Item], at: int, before: int) -> bool:
    """Does an actor open a clause of time that is still open ("…, khi ông Trump rút lại lời đe dọa và loại trừ …")?"""
    opens = is_(items[at - 1], "when") or (is_(items[at - 1], "aside") and is_(items[at - 1], "condition"))
    return opens and not any(item.code == "," for item in items[at:before])


def _of_people(items: list[Item]) -> bool:
    """Does the clause behind a credit go on from people who hold no office ("Theo bà X, phụ nữ …, kêu gọi …")?"""
    if not items or not is_(items[0], "according"):
        return False
    comma = next((n for n, item in enumerate(items) if item.code == ","), len(items) - 1)
    return is_(items[min(comma + 1, len(items) - 1)], "people-of")


def _embedded(items: list[Item], actor: Actor) -> bool:
    """Does the actor stand as what is said or wanted, right after a verb of speech or stance?"""
    at = next((n for n, item in enumerate(items) if item.actor is actor), 0)
    while at > 1 and (is_(items[at - 1], "plural") or is_(items[at - 1], "organ")):
        at -= 1
    return (
        at > 0 and (is_(items[at - 1], "say") or is_(items[at - 1], "stance")) and not is_(items[at - 1], "utterance")
    )


def speaking(items: list[Item], say: int) -> list[Actor]:
    """The actors right before the verb of speech at `say`."""
    before = say - 1
    while before > 0 and any(is_(items[before], name) for name in BETWEEN):
        before -= 1
    if items[before].code == ")":
        before = next((n - 1 for n in range(before, 0, -1) if items[n].code == "("), before)
    return _ending_at(items, before) if before >= 0 and items[before].actor else []


def _opening(sentence: Sentence, at: int) -> list[Actor]:
    """The actors that open the main clause: what stands in brackets or before "Theo …," is passed over."""
    items = sentence.items
    opens = True
    for n, item in enumerate(items[:at]):
        if opens and item.actor:
            return _starting_at(items, n, at)
        opens = item.code in ",:-" or (opens and (item.code == "T" or is_(item, "adverb") or is_(item, "determiner")))
    return sentence_subject(sentence, at)


def _starting_at(items: list[Item], first: int, before: int) -> list[Actor]:
    found: list[Actor] = []
    for item in items[first:before]:
        if item.actor:
            found.append(item.actor)
        elif not (item.code in ",-" or is_(item, "and")):
            break
    return found


def _ending_at(items: list[Item], at: int) -> list[Actor]:
    found: list[Actor] = []
    joined = False
    while at >= 0:
        actor = items[at].actor
        joined = joined or items[at].code == "-" or is_(items[at], "and")
        if actor:
            found.insert(0, actor)
        elif not (items[at].code in ",-" or is_(items[at], "and")) or _credited(items, at):
            break
        at -= 1
    if at >= 0 and (is_(items[at], "of") or is_(items[at], "at")):
        return found[-1:] if len(found) > 1 else []
    return found if at < 0 or joined or is_(items[at], "turn") else found[-1:]


def on_paper(story: Story, sentence: Sentence) -> bool:
    """Is a plan spoken of in the sentence or in the two before it?"""
    near = story.parsed.sentences
    at = story.parsed.index_at(sentence.start)
    return any(is_(i, "plan") or is_(i, "paper") for other in near[max(0, at - 2) : at + 1] for i in other.items)


def _credited(items: list[Item], comma: int) -> bool:
    """Does a credit end at this comma ("according to X, Y and Z …")?"""
    return comma > 1 and items[comma].code == "," and is_(items[comma - 2], "according")


def plan_author(story: Story, before: int) -> list[Actor]:
    """Whose plan is spoken of: the last "plan of …" that begins before this offset, else the first in the article."""
    told = story.once("plan authors", lambda: list(_plan_authors(story.parsed)))
    at = bisect_right(told, before, key=lambda pair: pair[0])
    return [told[max(0, at - 1)][1]] if told else []


def _plan_authors(parsed: Parsed) -> Iterator[tuple[int, Actor]]:
    """The last author of a plan in each sentence that names one, with where the sentence begins."""
    for sentence in parsed.sentences:
        items = sentence.items
        found = [
            item.actor
            for n, item in enumerate(items)
            if item.actor and n > 1 and is_(items[n - 1], "maker") and _plan_near(items, n)
        ]
        yield from ((sentence.start, actor) for actor in found[-1:])


def _plan_near(items: list[Item], at: int) -> bool:
    return any(is_(item, "plan") or is_(item, "paper") for item in items[max(0, at - 8) : at])
