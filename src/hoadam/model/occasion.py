"""Where and how far: what the words around a meeting say of its place and its stage."""

from itertools import pairwise

from hoadam.model.clause import is_, skip
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.story import Story, flat

POSTED = ("ambassador", "special envoy")  # offices whose names tell a place
NEAR = 3  # items before the head where `đang` is still its own
WIDE = 10  # items that may tell who brokers a meeting
FAR_BEHIND = 14  # items behind the head where a place may still stand
FAR = 7  # items before the head that may still tell its stage
PASSED = (
    "of",
    "about",
    "expected",
    "number",
    "adverb",
    "rank",
    "round",
    "meet-hold",
    "stage",
    "time",
    "issue",
    "ongoing",
)


def collective(actor: Actor, inner: list[Item]) -> bool:
    """Is the actor a body that meets in itself, or a group of states named as one?"""
    return any(item.says("body") is not None for item in flat(inner))


def reach(items: list[Item], last: int) -> int:
    """The end of the stretch that still tells where, when and on what: `tại <nơi>`, times, what holds it."""
    at = end = last
    words = 0
    while at < len(items) and words < 4:
        item = items[at]
        if item.says("since") is not None:
            break
        if item.code == "(":
            at = _bracket(items, at)
        elif item.says("in") is not None and is_place(items[min(skip(items, at + 1, "venue"), len(items) - 1)]):
            if item.says("at-place") is None and any(is_(before, "about") for before in items[end:at]):
                break
            at = end = skip(items, at + 1, "venue") + 1
            continue
        elif item.code == "," and (aside := _brokered(items, at)):
            at = aside
            continue
        elif item.code == "T" or (item.says("meet-hold") is not None and item.says("meet-hold") != ""):
            at = end = at + 1
            words = 0
            continue
        elif item.code == "w" or any(is_(item, name) for name in PASSED):
            words += 1
        elif not (
            item.says("in") is not None or (item.code == "," and (_placed(items, at + 1) or _held(items, at + 1)))
        ):
            break
        at += 1
        if items[at - 1].code == ")":
            end = at
    return end


def _brokered(items: list[Item], at: int) -> int:
    """The index behind the comma that closes who brokers it, told in between: `, do Oman làm trung gian,`."""
    if at + 1 >= len(items) or not is_(items[at + 1], "brokered-by"):
        return 0
    close = next((n for n in range(at + 2, min(at + WIDE, len(items))) if items[n].code in ",.;"), len(items))
    named = any(
        is_(i, "mediates") or is_(i, "mediate") or i.says("deal-event") == "mediated" for i in items[at + 2 : close]
    )
    return close + 1 if named and close < len(items) and items[close].code == "," else 0


def _placed(items: list[Item], at: int) -> bool:
    """Does a place stand here?"""
    at = skip(items, at, "adverb")
    if at >= len(items):
        return False
    return items[at].says("in") is not None and at + 1 < len(items) and is_place(items[at + 1])


def _held(items: list[Item], at: int) -> bool:
    """Does a clause begin here that tells where or when the meeting is held?"""
    at = skip(items, at, "expected", "stage", "adverb", "aux")
    return at < len(items) and (bool(items[at].says("meet-hold")) or items[at].says("hosting") is not None)


def _bracket(items: list[Item], at: int) -> int:
    """The index of the bracket that closes a short one, or of this one."""
    return next((n for n in range(at, min(at + 5, len(items))) if items[n].code == ")"), at)


def is_place(item: Item) -> bool:
    """Is the item a place, or a country or capital in its own name?"""
    return item.code == "L" or (item.actor is not None and item.actor.place is not None and item.entry is not None)


def place_in(items: list[Item], first: int, end: int) -> Item | None:
    """The first place in `items[first:end]` that a preposition or a noun of place leads in, but the topic's."""
    for n in range(max(first, 1), min(end, len(items))):
        if is_place(items[n]) and _led_in(items, n) and not topical(items, n):
            return items[n]
        actor = items[n].actor
        inside = _seat(items[n].inner or []) if actor and actor.title not in POSTED else None
        if inside is not None:
            return inside
    return None


def _seat(inner: list[Item]) -> Item | None:
    """A place that an actor's phrase has drawn in: the foreign ministers of a body, in a city."""
    for before, item in pairwise(inner):
        if before.says("at-place") is not None and item.code in "LP" and place_name(item):
            return item
    return None


def hosted(items: list[Item], head: int) -> Item | None:
    """The place that hosts: `Budapest đăng cai thượng đỉnh`."""
    for n in range(head - 1, max(0, head - 3), -1):
        if items[n].says("hosting") is not None and n and is_place(items[n - 1]):
            return items[n - 1]
    return None


def beside(items: list[Item], head: int) -> Item | None:
    """Where the conference is, beside which it is held: `bên lề Hội nghị An ninh Munich`, `bên lề thượng đỉnh ở …`."""
    first = next((n + 1 for n in range(head - 1, -1, -1) if is_(items[n], "say")), 0)
    around = range(max(first, head - FAR_BEHIND), min(head + FAR_BEHIND, len(items)))
    aside = next((n for n in around if is_(items[n], "beside-event")), len(items))
    named: Item | None = None
    for n in range(aside + 1, min(aside + FAR_BEHIND, len(items))):
        if items[n].code in ".;:" or any(is_(items[n], name) for name in ("say", "meet-verb", "visit-noun")):
            break
        if items[n].says("meet-noun") in ("talks", "call"):
            break
        if is_place(items[n]) and _led_in(items, n):
            return items[n] if exact(items[n]) else named or items[n]
        named = named or (items[n] if items[n].code == "L" and exact(items[n]) else None)
        if items[n].code == "," and not _placed(items, n + 1):
            break
    return named


def setting(items: list[Item], head: int) -> bool:
    """Is it only told as what another meeting is held beside or in: `gặp nhau bên lề thượng đỉnh …`?"""
    before = head - 1
    while before > 0 and any(is_(items[before], name) for name in ("plural", "determiner", "rank", "count", "attends")):
        before -= 1
    return before >= 0 and is_(items[before], "beside-event") and items[head].says("meet-noun") in ("summit", "meeting")


def topical(items: list[Item], at: int) -> bool:
    """Does the place belong to what is spoken about: `về tình hình tại <nơi>`?"""
    before = max(0, (at if items[at - 1].says("in") is not None else _site(items, at) + 1) - 2)
    return is_(items[before], "situated")


def leading(items: list[Item], first: int) -> Item | None:
    """A place that opens the sentence before the meeting's own words: `Ngày 4/12, tại Brussels, …`."""
    if any(is_(item, "say") for item in items[1:first]):
        return None
    held = 2 <= first <= FAR_BEHIND and items[first - 1].says("meet-hold") is not None
    if held or (2 <= first <= 6 and items[first - 1].code == ","):
        return place_in(items, 1, first)
    opens = skip(items, 0, "adverb", "time", "word")
    if opens < first and items[opens].code == ",":
        opens += 1
    place = skip(items, opens + 1, "venue")
    if place >= first or items[opens].says("stays") is None:
        return None
    comma = next((n for n in range(opens + 1, min(opens + FAR_BEHIND, first)) if items[n].code == ","), 0)
    if not is_place(items[place]):
        return place_in(items, opens + 1, comma)
    return items[place] if comma and comma <= place + 4 else None


def place_behind(items: list[Item], end: int) -> Item | None:
    """A place further behind in the clause, where the preposition leaves no doubt."""
    for n in range(max(end, 1), min(end + FAR_BEHIND, len(items))):
        if items[n].code in ",;.:" or items[n].says("say") is not None or items[n].says("turn") in ("hard", "soft"):
            return None
        if (items[n].says("meet-noun") is not None and not setting(items, n)) or items[n].says("since") is not None:
            return None
        if is_place(items[n]) and items[_site(items, n)].says("at-place") is not None and not topical(items, n):
            return items[n]
    return None


def _led_in(items: list[Item], at: int) -> bool:
    """Does a preposition or a noun of place stand before the place, and what sort of site it is?"""
    return items[at - 1].says("in") is not None or items[_site(items, at)].says("in") is not None


def _site(items: list[Item], at: int) -> int:
    """The index before the words that tell what sort of site a place is (`tại cửa khẩu quốc tế …`)."""
    return max(0, next((n for n in range(at - 1, -1, -1) if items[n].says("venue") is None), 0))


def three_sided(items: list[Item], head: int, end: int) -> bool:
    """Do three sides sit at it, as a word behind the head says?"""
    return any(item.says("sides") == "3" for item in items[head : max(head + 6, end)])


def game(story: Story) -> bool:
    """Is it sport that the article tells of?"""
    opening = story.parsed.sentences[:4]
    return story.once("game", lambda: any(item.says("sport") is not None for s in opening for item in s.items))


def swaps(sentences: list[Sentence]) -> bool:
    """Does the article tell of captives who are exchanged?"""
    return any(_swaps(sentence.items) for sentence in sentences)


def _swaps(items: list[Item]) -> bool:
    swap = (n for n, item in enumerate(items) if is_(item, "swap"))
    return any(is_(item, "captives") for n in swap for item in items[n + 1 : n + 4])


def exact(item: Item | None) -> bool:
    """Is it more than a whole country?"""
    return item is not None and ", " in (place_name(item) or "")


def situated(item: Item | None) -> bool:
    """Is it a state, or a place in one, rather than a part of the world?"""
    name = place_name(item) or ""
    return ", " in name or (len(name) == len("USA") and name.isupper())


def place_name(item: Item | None) -> str | None:
    """The canonical place that an item names."""
    if item is None:
        return None
    return item.says("place") or item.says("country") or (item.actor.place if item.actor else None)


def stage(items: list[Item], first: int, head: int) -> str | None:
    """What the words before the head say: the nearest counts most, but a beginning gives way to what is said of it.

    What is proposed or agreed within the meeting ("đề xuất … tại hội nghị") is not the meeting.
    """
    begun, within = None, False
    for n in range(head - 1, max(first, head - FAR, 0) - 1, -1):
        item = items[n]
        found = item.says("stage") or item.says("stage-before")
        if within and item.says("future") is None:
            found = None
        within = within or (n >= head - NEAR and is_(item, "during") and not found)
        if item.says("ongoing") is not None:
            if n >= head - NEAR or item.says("meet-hold") is not None:
                begun = begun or item.says("ongoing")
        elif found and not (n + 1 < len(items) and found == "planned" and items[n + 1].code == "T"):
            return "denied" if _denied(items, n) else found
        elif item.code == "," or item.says("after") is not None or item.says("turn") in ("hard", "soft"):
            break
    return begun


def reckoned(items: list[Item], first: int, head: int) -> bool:
    """Is it only told as what something else came before: `trước cuộc gặp`?"""
    near = range(max(first, head - FAR, 0), head)
    return any(items[n].says("stage-before") is not None for n in near) and not any(
        items[n].says("stage") in ("planned", "proposed") and items[n].says("stage-before") is None for n in near
    )


def done(items: list[Item], first: int, head: int) -> bool:
    """Do the words before it say that it was held: `sau cuộc gặp`, `đã gặp`?"""
    near = items[max(first, head - FAR, 0) : head]
    return any(is_(item, "carried-out") or (is_(item, "after") and not is_(item, "stage-before")) for item in near)


def kept_up(items: list[Item], head: int, end: int) -> bool:
    """Is it no meeting but talking at large, which is kept up or should go on regularly?"""
    if any(is_(item, "keep-up") for item in items[max(0, head - 2) : head]) and is_(items[head], "talks-in-general"):
        return True
    return any(is_(item, "regularly") for item in items[head + 1 : end + NEAR])


def _denied(items: list[Item], at: int) -> bool:
    """Does a denial stand right before the word of the stage?"""
    return any(item.says("stage") == "denied" for item in items[max(0, at - 2) : at])


def outcome(items: list[Item], last: int, end: int) -> str | None:
    """What is told of the meeting after its head: that it was called off, is expected, goes on, was held."""
    within = items[last : max(end + 2, last + 4)]
    for item, then in pairwise([*within, within[-1]] if within else []):
        if item.code in ".;" or (item.code == "," and item.end > items[end - 1].end) or item.says("since") is not None:
            return None
        for name in ("stage", "meet-hold"):
            found = item.says(name)
            if found in ("cancelled", "postponed", "ongoing", "held"):
                return found
        ahead = item.says("stage") in ("planned", "proposed") and then.says("meet-hold") is not None
        if ahead or item.says("expected") is not None or item.says("to-come") is not None:
            return "planned"
    return None


def undone(items: list[Item], last: int, end: int) -> str | None:
    """What becomes of it in the same clause, whatever was planned: `dự kiến diễn ra tại <nơi> đã bị hoãn`."""
    n = last
    while n < min(end + NEAR, len(items)):
        item = items[n]
        if item.code == ",":
            n = end = _aside(items, n)
            continue
        if item.code in ".;," or (n >= end and item.actor is not None) or item.says("after") is not None:
            return None
        if item.says("undone") is not None:
            return item.says("undone")
        if item.says("no-meeting") is not None and n + 1 < len(items) and items[n + 1].says("meet-hold") is not None:
            return "cancelled"
        n += 1
    return None


def _aside(items: list[Item], at: int) -> int:
    """The index behind the comma that closes when it was to be, told in between; past the end where none does."""
    close = next((n for n in range(at + 1, min(at + WIDE, len(items))) if items[n].code in ",.;"), len(items))
    when = at + 1 < len(items) and (items[at + 1].code == "T" or is_(items[at + 1], "expected"))
    return close + 1 if when and close < len(items) and items[close].code == "," else len(items)


def called_off(items: list[Item], end: int) -> str | None:
    """What a turn behind the meeting takes back: "…, nhưng bị hoãn lại", unless it is another meeting's."""
    turned = False
    for n in range(end, len(items)):
        item = items[n]
        if item.code in ".;":
            return None
        turned = turned or (item.says("turn") in ("hard", "soft") and item.says("after") is None)
        if turned and item.says("stage") in ("cancelled", "postponed"):
            behind = items[n + 1 : n + 5]
            other = any(is_(i, name) for i in behind for name in ("meet-noun", "visit-noun", "thing", "plan", "deal"))
            return None if other or _negated(items, n) else item.says("stage")
    return None


def _negated(items: list[Item], at: int) -> bool:
    return any(item.says("no-meeting") is not None for item in items[max(0, at - 3) : at])


def refused(items: list[Item], first: int, head: int) -> bool:
    """Does a negation stand right before the head or between the subject and the head?"""
    return any(items[n].says("no-meeting") is not None for n in range(max(first, head - 4, 0), head))


def particular(items: list[Item], head: int, last: int) -> bool:
    """Is one meeting meant, not talking in general: a noun of its own without a plural, a round, a level?"""
    before = items[head - 1] if head else None
    plural = before is not None and (before.says("plural") is not None)
    general = items[head].says("talks-in-general") is not None
    led = items[head - 2 if plural else head - 1] if head > 1 else None
    if not (plural or general) or (
        led is not None and led.says("after") is not None and led.says("stage-before") is None
    ):
        return True
    return any(item.says("round") is not None for item in items[head + 1 : min(last + 2, len(items))])
