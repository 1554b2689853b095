"""What a stance goes back to where it does not say what it is on: "Kiev bác bỏ đề xuất này", "Paris phản đối"."""

from dataclasses import replace

from hoadam.model.antecedent import deal_before, issue_before, issue_near, matter_before
from hoadam.model.clause import is_
from hoadam.model.item import Item
from hoadam.model.need import named
from hoadam.model.stand import Stand
from hoadam.model.story import Story
from hoadam.model.wish import Wish, issue_of

AGAIN = 4  # items within which a noun and its pronoun stand


def gone_back(stand: Stand, story: Story, wish: Wish) -> Wish:
    """`bác bỏ đề xuất này`, `một điều kiện mà Kiev bác bỏ`: on the issue of what was wanted before."""
    items = stand.items
    where = stand.match.constants.get("content")
    told_of = items[wish.first : wish.last]
    seen = where in ("clause", "before") and issue_of(told_of) is None and any(map(_stands_in, told_of))
    back = where == "back" or seen or (where == "so-far" and wish.issue == "other" and _answers(stand))
    opening = items[wish.first : min(wish.last, wish.first + AGAIN)]
    pointed = any(is_(item, "pointing") or is_(item, "known") for item in opening)
    again = pointed and any(is_(item, "again-noun") for item in opening)
    again = again or _anothers(stand, story, opening)
    again = again or all(is_(item, "loss") for item in opening)  # "Kiev phải từ bỏ"
    asked = is_(stand.verb, "invite") and items[wish.first].actor is not None
    comes = asked and any(is_(item, "at") for item in items[wish.first + 1 : wish.first + AGAIN])
    if wish.issue == "other" and (is_(stand.verb, "door") or comes):
        return replace(wish, issue="talks")
    if wish.issue == "other" and stand.verb.says("issue") not in (None, "talks"):
        return replace(wish, issue=str(stand.verb.says("issue")))
    if not back and (wish.issue != "other" or not again):
        return wish
    if seen and not any(is_(item, "pointing") for item in opening):
        return replace(wish, issue=issue_near(story, items, wish.first) or "other")
    found = issue_before(story, items, wish.first if back else stand.match.first)
    if found is None:
        found = issue_near(story, items, wish.first) if back else matter_before(story, stand.match.start)
    return replace(wish, issue=found or "other")


def _answers(stand: Stand) -> bool:
    """Is it what others want that is refused, or agreed to by a verb that answers?"""
    return stand.stance in ("rejects", "undecided") or is_(stand.verb, "answer")


def of_deal(stand: Stand, story: Story, wish: Wish) -> Wish:
    """ "Thỏa thuận" by itself is the deal that was spoken of, of trade or a truce."""
    if (
        wish.issue != "peace-deal"
        or named(stand, wish) not in (None, "talks")
        or stand.match.constants.get("issue") == "near"
    ):
        return wish
    items = stand.items[wish.first : wish.last]
    at = next((n for n, item in enumerate(items) if item.says("deal") == "plain"), None)
    if at is None:
        return wish
    definite = any(is_(item, "pointing") for item in items[at + 1 : at + 3])
    definite = definite or any(is_(item, "of-the-deal") for item in items[:at])
    return replace(wish, issue=deal_before(story, items[at].start, definite) or wish.issue)


def _anothers(stand: Stand, story: Story, opening: list[Item]) -> bool:
    """Is it what another asks or offers, without what that is ("đề xuất của Mỹ")?"""
    for one, two, three in zip(opening, opening[1:], opening[2:], strict=False):
        if is_(one, "again-noun") and is_(two, "maker") and three.actor:
            return not set(story.parties([three.actor])) & set(stand.parties)
    return False


def _stands_in(item: Item) -> bool:
    """Does the word stand for what was told before ("this demand", "his intention")?"""
    return is_(item, "pointing") or is_(item, "again-noun") or is_(item, "ambition")
