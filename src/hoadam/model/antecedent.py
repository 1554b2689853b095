"""What a stance goes back to: the thing wanted that was told last before it."""

from collections.abc import Iterator

from hoadam.model.clause import clause_end, is_
from hoadam.model.item import Item
from hoadam.model.story import Story, flat
from hoadam.model.wish import issue_of

BACK = 2  # sentences before its own in which it may stand
AGREED = ("trade-tariffs", "ceasefire", "peace-deal", "nuclear-programme")
GENERAL = ("talks", "peace-deal", "other")
OPENS = ("stance", "must", "must-come", "draft-verb", "condition-noun", "loss")


def issue_before(story: Story, items: list[Item], at: int) -> str | None:
    """The issue of the last thing wanted before `items[at]`, there or in the sentences before; None where none is."""
    found = _last(items, at)
    if found is not None:
        return found
    number = story.parsed.index_at(items[0].start)
    for sentence in reversed(story.parsed.sentences[max(0, number - BACK) : number]):
        found = _last(sentence.items, len(sentence.items))
        if found is not None:
            return found
    return None


def matter_before(story: Story, before: int) -> str | None:
    """The special issue that the sentence before an offset is on first, or the one before it."""
    number = story.parsed.index_at(before)
    for sentence in reversed(story.parsed.sentences[max(0, number - 1) : number + 1]):
        told = (item.says("issue") for item in flat(sentence.items) if item.start < before)
        found = next((issue for issue in told if issue not in (None, "other", "talks", "peace-deal")), None)
        if found is not None:
            return found
    return None


def deal_before(story: Story, before: int, definite: bool) -> str | None:
    """Which deal "the deal" is: one of trade where that was told of last, of a truce if it is the one known."""
    told = story.once("deals", lambda: [pair for sentence in story.parsed.sentences for pair in _deals(sentence.items)])
    last = next((issue for start, issue in reversed(told) if start < before), None)
    return last if last == "trade-tariffs" or (last == "ceasefire" and definite) else None


def _deals(items: list[Item]) -> Iterator[tuple[int, str]]:
    """Where trade, a truce or peace is named, with what is named."""
    for item in flat(items):
        issue = item.says("issue")
        if issue in AGREED:
            yield item.start, issue


def issue_near(story: Story, items: list[Item], at: int) -> str | None:
    """The issue that the words before `items[at]` or the sentences before name last, talks and deals left out."""
    number = story.parsed.index_at(items[0].start)
    for words in (items[:at], *(s.items for s in reversed(story.parsed.sentences[max(0, number - BACK) : number]))):
        named = [issue for n in range(len(words)) if (issue := issue_of(words[n : n + 1], weak=False))]
        special = [issue for issue in named if issue not in GENERAL]
        if special:
            return special[-1]
    return None


def _last(items: list[Item], before: int) -> str | None:
    """The issue of the last thing wanted before an index."""
    for n in range(before - 1, -1, -1):
        if any(is_(items[n], name) for name in OPENS):
            first = n if is_(items[n], "loss") else n + 1
            issue = issue_of(items[first : min(before, clause_end(items, n + 1))], weak=False)
            if issue not in (None, "other"):
                return issue
    return None
