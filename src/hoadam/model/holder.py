"""Whose words or whose plan a verb without a subject of its own goes on from."""

from hoadam.model.clause import is_
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.story import Story, sentence_subject

BETWEEN = ("adverb", "manner", "future", "hearsay", "negation", "time")


def subject_before(sentence: Sentence, at: int) -> list[Actor]:
    """The actors right before the nearest verb of speech or stance, else those that open the sentence."""
    items = sentence.items
    for n in range(at - 1, 0, -1):
        if is_(items[n], "say") or is_(items[n], "stance"):
            found = speaking(items, n)
            if found:
                return found
    return _opening(sentence, at)


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
    while at >= 0:
        actor = items[at].actor
        if actor:
            found.insert(0, actor)
        elif not (items[at].code in ",-" or is_(items[at], "and")):
            break
        at -= 1
    if at >= 0 and (is_(items[at], "of") or is_(items[at], "at")):
        return found[-1:] if len(found) > 1 else []
    return found


def plan_author(story: Story) -> list[Actor]:
    """Whose plan the article is about: the first "plan of …" that it names."""
    for sentence in story.parsed.sentences:
        items = sentence.items
        for n, item in enumerate(items):
            actor = item.actor
            if actor and n > 1 and is_(items[n - 1], "of") and any(is_(i, "plan") for i in items[max(0, n - 5) : n]):
                return [actor]
    return []
