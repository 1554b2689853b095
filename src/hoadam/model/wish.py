"""What somebody wants, taken apart: things joined by commas and "and", the issue of each, what is wanted in return."""

from collections.abc import Iterable
from dataclasses import dataclass

from hoadam.model.clause import clause_end, is_, skip, trimmed
from hoadam.model.item import Item
from hoadam.model.story import flat

NEAR = 4  # items between the two words of a pair that names an issue
EARLY = 6  # items after a join within which a further issue must be named
# a part that opens so is no further thing wanted
BREAKS = ("at", "turn", "future", "say", "group", "aside", "refusal", "must", "summon", "stance", "meet-hold")
ISO = 3  # letters of a country's code
MOVES = "withdraw"  # troops that withdraw, or a state that withdraws troops: the thing stands on either side
AT_LARGE = ("talks", "peace-deal")  # what a thing that is hinted at before it takes the place of
# a deed that another issue behind it makes one of its own: to hand over the dead, to leave a plant, to spare ships
NARROWS = {
    "prisoners": ("hostages", "nuclear-plant", "territory"),
    "troop-withdrawal": ("nuclear-plant",),
    "ceasefire": ("shipping",),
}
WATCHDOG = "IAEA"  # to work with it is on the nuclear programme
AIMS = ("peace-deal", "security-guarantees")  # to end a war, to make safe: whatever it is that is wanted
MET = ("talks", "meeting", "summit")
DEALS = {"ceasefire": "ceasefire", "peace": "peace-deal", "prisoner-exchange": "prisoners", "trade": "trade-tariffs"}
PAIRS = (
    ("cede", "land", "territory"),
    ("belong", "state", "territory"),
    ("withdraw", "troops", "troop-withdrawal"),
    ("give", "arms", "military-aid"),
    ("free", "captives", "prisoners"),
    ("cease", "assault", "ceasefire"),
    ("cease", "war", "peace-deal"),
    ("hand-in", "weapons", "disarmament"),
    ("deploy", "sent-troops", "peacekeepers"),
    ("pledge", "assault", "security-guarantees"),
)
FAR = {"pledge": 8}  # of these pairs the thing may stand further behind


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing wanted: `items[first:last]` of the sentence, and the issue it is on."""

    first: int
    last: int
    issue: str


def wishes(items: list[Item], first: int, last: int, *, listed: bool = False) -> list[Wish]:
    """The things wanted in `items[first:last]`: the first on whatever it is, further ones where on another issue.

    Of a list each may take longer to name its issue, and the first stands by itself.
    """
    parts = _parts(items, first, last)
    core = _core(items, *parts[0])
    issue = issue_of(items[parts[0][0] : core])
    if issue is None and core < parts[0][1] and is_(items[core], "according"):
        issue = issue_of(items[core : parts[0][1]], weak=False)
    aim = core < parts[0][1] and is_(items[core], "purpose")
    vague = issue == "talks" or (issue == "peace-deal" and aim and is_(items[core - 1], "plan"))
    if issue is None or (vague and issue_of(items[parts[0][0] : core], weak=False) is None):
        issue = _purpose(items[core : parts[0][1]]) or issue
    head = items[trimmed(items, *parts[0])[0]]
    if listed and len(parts) > 1 and (is_(head, "ordinal") or is_(head, "rank")):
        return wishes(items, parts[1][0], last, listed=True)
    found = [Wish(*trimmed(items, *parts[0]), issue or "")]
    aimed = core < parts[0][1] and ((bool(issue) and is_(items[core], "purpose")) or is_(items[core], "basis"))
    for start, end in parts[1:] if not aimed else ():
        start += is_(items[start], "goes-further") and is_(items[start], "aside")
        if is_(items[start], "with") or (is_(items[start], "adverb") and items[start].says("turn") is not None):
            break
        opens, start = start, skip(items, start, "and", "adverb")
        if any(is_(item, "future") for item in items[opens:start]):
            break
        if start >= end:
            continue
        if any(is_(items[start], name) for name in BREAKS) and not is_(items[start], "deed-stance"):
            if listed:
                continue
            break
        named = _listed(items, start, last) if listed else issue_of(items[start : min(end, start + EARLY)], weak=False)
        told = {wish.issue for wish in found}
        if named == "territory" == items[start].says("issue") and "sovereignty" in told:
            continue  # "chủ quyền và toàn vẹn lãnh thổ" is one thing
        if named and named not in told:
            found.append(Wish(*trimmed(items, start, end), named))
    if not found[0].issue and len(found) > 1 and not listed:
        return [Wish(found[0].first, found[1].last, found[1].issue), *found[2:]]
    return [Wish(found[0].first, found[0].last, found[0].issue or "other"), *found[1:]]


def _listed(items: list[Item], start: int, last: int) -> str | None:
    """The issue of one thing in a list, up to the next mark; what somebody else must do may be on any."""
    end = next((n for n in range(start + 1, last) if items[n].code in ",;"), last)
    return issue_of(items[start:end]) or ("other" if items[start].actor and start + 1 < end else None)


def condition(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """Bounds of what is wanted in return in `items[first:last]`, from its first word on; None where nothing is."""
    at = next((n for n in range(first, last) if is_(items[n], "condition")), None)
    if at is None or at + 1 >= last:
        return None
    end = clause_end(items, at + 1)
    while end + 1 < last and items[end].code == "," and is_(items[end + 1], "goes-further"):
        end = clause_end(items, end + 2)
    return at, min(last, end)


def condition_behind(items: list[Item], last: int) -> tuple[int, int] | None:
    """Bounds of a condition that is set against what is offered: "…, nhưng chỉ khi …"."""
    at = skip(items, last + (last < len(items) and items[last].code == ","), "contrast", "adverb", "only-word")
    if at == last or at + 1 >= len(items) or not is_(items[at], "firm-if"):
        return None
    return at, clause_end(items, at + 1)


def issue_of(items: Iterable[Item], *, weak: bool = True) -> str | None:
    """The first issue that the words name, alone or as a pair of verb and thing; else one that they hint at.

    To restrain a thing (`other`) is on the thing that stands next to it, to free somebody on who is freed.
    """
    words = list(flat(items))
    for n, item in enumerate(words):
        named = item.says("issue") or _by_kind(item) or _paired(words, n)
        if named:
            hint = next((found for item in words[:n] if (found := _hinted(item))), None) if weak else None
            if named in AT_LARGE and hint not in (None, *AT_LARGE):
                return hint
            if named == "talks" and hint == "peace-deal" and any(is_(item, "by-means") for item in words[:n]):
                return hint
            if named == "ceasefire" and _next_named(words[n + 1 :]) == "trade-tariffs":
                return "trade-tariffs"  # a truce between traders
            return _narrowed(_at_sea(named, words[n:]), words[n + 1 : n + 1 + NEAR])
    return next((found for item in words if (found := _hinted(item))), None) if weak else None


def _next_named(words: list[Item]) -> str | None:
    return next((issue for item in words if (issue := item.says("issue"))), None)


def _at_sea(issue: str, words: list[Item]) -> str:
    """What is sent where ships are spoken of is to guard them."""
    guard = issue == "peacekeepers" and not words[0].says("issue")
    return "shipping" if guard and any(item.says("issue") == "shipping" for item in words) else issue


def _narrowed(issue: str, after: list[Item]) -> str:
    if issue == "other" and after:
        return after[0].says("issue") or issue
    end = next((n for n, item in enumerate(after) if is_(item, "and") or item.code in ",;"), len(after))
    named = (item.says("issue") for item in after[:end])
    return next((other for other in named if other in NARROWS.get(issue, ())), issue)


def _hinted(item: Item) -> str | None:
    return item.says("issue-weak") or ("nuclear-programme" if item.says("body") == WATCHDOG else None)


def _purpose(items: list[Item]) -> str | None:
    """What a purpose names where the thing wanted itself names nothing ("sẵn sàng thỏa hiệp để có hòa bình")."""
    start = next((n for n, item in enumerate(items) if is_(item, "purpose")), None)
    if start is None:
        return None
    aims = [item for item in items[start:] if is_(item, "plan-topic") and item.says("issue") in AIMS]
    return issue_of([item for item in items[start:] if item not in aims], weak=False)


def _by_kind(item: Item) -> str | None:
    """The issue of a word that the lists of deals, plans or meetings hold."""
    if is_(item, "talks-in-general") or item.says("meet-noun") in MET:
        return "talks"
    return DEALS.get(item.says("deal") or "") or DEALS.get(item.says("plan") or "")


def _paired(words: list[Item], at: int) -> str | None:
    for verb, thing, issue in PAIRS:
        if not is_(words[at], verb):
            continue
        near = (
            words[at + 1 : at + 1 + FAR.get(verb, NEAR)] if verb != MOVES else words[max(0, at - NEAR) : at + 1 + NEAR]
        )
        if any(_thing(item, thing) for item in near):
            return issue
    return None


def _thing(item: Item, name: str) -> bool:
    if name == "state":
        return any(len(party) == ISO for party in (item.actor.parties if item.actor else ()))
    return is_(item, name) or (name == "land" and item.code == "L")


def _parts(items: list[Item], first: int, last: int) -> list[tuple[int, int]]:
    """The stretch cut at commas and "and", where they do not join two actors or two names."""
    cuts = [n for n in range(first + 1, last - 1) if _joins(items, first, n)]
    starts = [first, *(n + 1 for n in cuts)]
    return [(start, end) for start, end in zip(starts, [*cuts, last], strict=True) if end > start] or [(first, last)]


def _joins(items: list[Item], first: int, at: int) -> bool:
    """Does a further thing begin after this mark or word, rather than a further name of whom it is wanted?"""
    if items[at].code not in ",;" and not (is_(items[at], "and") and is_(items[at], "turn")):
        return False
    before, after = items[at - 1], items[at + 1]
    if before.actor and all(item.actor or item.code in ",-" or is_(item, "and") for item in items[first:at]):
        return False
    return not (before.actor and after.actor) and before.code not in ",LX"


def _core(items: list[Item], first: int, last: int) -> int:
    """Where a purpose, a time or a ground begins, or a condition."""
    return next((n for n in range(first + 1, last) if _aside(items[n])), last)


def _aside(item: Item) -> bool:
    return item.text == "-" or is_(item, "aside") or is_(item, "condition")
