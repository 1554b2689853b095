"""Whether what words tell of a deal is so, or only wanted, planned, denied or possible."""

from hoadam.model.clause import is_
from hoadam.model.item import Item

REACH = 14  # items before a verb in which what it hangs on may stand
WISH = 7  # items before a verb in which a wish makes it unreal
PAIR = 2
BACK = 9  # items behind a deal in which a signing told before it may be said to be still to come
FEW = 5  # items behind a signing in which it may be
ENDS = ("hard", "soft")


def unreal(items: list[Item], at: int) -> bool:
    """Is the verb at an index only wished for, planned, denied or possible?"""
    if items[at].says("deal-event") == "violated" and at:
        if is_(items[at - 1], "sided") and items[at - 1].actor is None:
            return True  # whichever side it be
        before = items[max(0, at - PAIR) : at]
        if any(is_(item, "deal-deny") for item in before) or any(is_(item, "deal-answer") for item in before):
            return any(is_(item, "deal-deny") for item in before)
    if _almost(items, at) or behind_what_is_ahead(items, at):
        return True
    for n in range(at - 1, max(-1, at - WISH), -1):
        item = items[n]
        if wished(item):
            return not _goes_on(items, n)
        if item.code in ".;:," or is_(item, "say") or item.says("turn") in ENDS:
            break
    for n in range(at - 1, max(-1, at - REACH), -1):
        if items[n].code in ".;:," or is_(items[n], "say"):
            break
        if items[n].says("stance") == "rejects" and not is_(items[n], "deal-given"):
            return True
    if at and (items[at - 1].code == "," or is_(items[at - 1], "turn")) and _wanted_before(items, at - 1):
        return True
    return items[at].says("deal-event") == "in-force" and any(
        is_(item, "deal-wish") or item.says("stance") == "demands" for item in items[:at]
    )


def wished(item: Item) -> bool:
    """Is what follows this word only wanted, due or denied?"""
    return is_(item, "deal-wish") or is_(item, "must") or is_(item, "negation") or item.says("stage") == "denied"


def _almost(items: list[Item], at: int) -> bool:
    """Does a word right before the verb keep it from being done ("gần đạt được"), over a mark of quotation?"""
    before = next((item for item in reversed(items[max(0, at - PAIR) : at]) if item.code not in "'\""), None)
    return before is not None and is_(before, "deal-almost")


def behind_what_is_ahead(items: list[Item], at: int) -> bool:
    """Is the verb in a clause with "after" or "when" behind something still to come, and nothing dates it?"""
    for n in range(at - 1, max(0, at - REACH), -1):
        item = items[n]
        if item.code in ".;:,T" or is_(item, "say"):
            return False
        if is_(item, "deal-until"):
            return True
        if is_(item, "deal-behind"):
            opens = next((m for m in range(n - 1, -1, -1) if items[m].code in ".;:" or is_(items[m], "say")), -1)
            dated = any(is_day(other) for other in items[at + 1 : at + 4])
            return not dated and any(is_(other, "deal-ahead") for other in items[opens + 1 : n])
    return False


def _wanted_before(items: list[Item], at: int) -> bool:
    """Is the last stance before an index a demand, which the verb goes on with ("yêu cầu Mỹ …, đồng thời ký …")?"""
    last = next((stance for item in reversed(items[:at]) if (stance := item.says("stance"))), None)
    return last == "demands"


def _goes_on(items: list[Item], at: int) -> bool:
    """`sẽ tiếp tục đình chỉ`: what goes on is so already."""
    return at + 1 < len(items) and is_(items[at + 1], "goes-on")


def is_day(item: Item) -> bool:
    """Is the item a date, not a length of time or one left open?"""
    return dates(item) and not str(item.value).endswith("/..")


def dates(item: Item) -> bool:
    """Is the item a time of its own, not a length?"""
    return item.code == "T" and isinstance(item.value, str) and item.value[:1] != "P"


def rite_ahead(items: list[Item], before: int, at: int) -> bool:
    """Is a signing told as a thing still to come ("lễ ký thỏa thuận dự kiến diễn ra …")?"""
    return is_(items[before], "deal-rite") and any(is_(item, "deal-ahead") for item in items[at + 1 : at + BACK])


def rite_behind(items: list[Item], verb: int) -> bool:
    """Is a verb behind a deal a signing that is still to come: `và việc ký kết dự kiến diễn ra …`?"""
    return is_(items[verb], "deal-rite") and any(is_(item, "deal-ahead") for item in items[verb + 1 : verb + FEW])


def opens_aside(item: Item) -> bool:
    """Does the word open a clause of another event?"""
    return is_(item, "deal-behind") or is_(item, "deal-if")


def ends_stage(item: Item) -> bool:
    """Does what is told of a deal end here: at a verb of speech, another deal, a turn?"""
    return (is_(item, "say") and not is_(item, "deal-part")) or is_(item, "deal") or item.says("turn") in ENDS


def day_behind(items: list[Item], verb: int) -> Item | None:
    """The day right behind a verb, or behind the place that follows it: `đạt được tại Busan hồi tháng 10`."""
    start = verb + 1
    if is_(items[min(start, len(items) - 1)], "at") and any(
        i.code == "L" or i.actor for i in items[start + 1 : start + 2]
    ):
        start += PAIR
    elif items[verb].says("deal-event") == "mediated" and items[min(start, len(items) - 1)].code == ",":
        start += 1
    near = items[start : start + 3]
    return next((item for n, item in enumerate(near) if dates(item) and all(i.code in "wT" for i in near[:n])), None)
