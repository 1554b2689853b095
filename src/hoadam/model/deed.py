"""What was done to things that are counted: the verb that governs them, before or behind, and the act it comes to."""

from hoadam.model.clause import index_of, is_
from hoadam.model.item import Item

BEHIND = 12  # items after the thing counted within which its verb may stand
BEFORE = 14  # items before the number, or before the first of the list that it goes on from
LONGEST = 60  # items that such a list may take
NEXT = 2  # items from a verb to the number right behind it
CLOSE = 5  # items from a verb to people in general that it governs
WARY = 4  # items before a verb in which a word may say that it is not done
ENDS = ("cause", "purpose", "every")  # classes of words behind which another clause begins
FLYING = frozenset({"drones", "missiles", "rockets", "bombs", "shells", "aircraft", "bombers", "fighter jets"}) | {
    "helicopters", "balloons", "torpedoes", "mines",
}  # fmt: skip
HURLED = frozenset({"drones", "missiles", "rockets", "bombs", "shells"})  # who destroys them has shot them down
ASSAULTS = frozenset({"attacks", "strikes", "sorties", "violations", "clashes"})
TROOPS = frozenset(
    {"soldiers", "members", "mercenaries", "officers", "pilots", "commanders", "sailors", "peacekeepers"}
)
CAPTIVES = frozenset({"prisoners", "hostages", "bodies"})
PEOPLE = TROOPS | CAPTIVES | {
    "people", "women", "children", "students", "journalists", "aid workers", "refugees", "migrants", "protesters",
    "families", "fishermen", "police officers", "terrorists", "leaders", "generals", "doctors", "medics", "rescuers",
    "firefighters", "scientists", "passengers", "agents", "spies", "customers",
}  # fmt: skip
ARMS = FLYING | TROOPS | CAPTIVES | {
    "ships", "destroyers", "frigates", "cruisers", "submarines", "tankers", "aircraft carriers", "boats", "vehicles",
    "tanks", "guns", "howitzers", "mortars", "air defence systems", "missile systems", "rocket launchers", "launchers",
    "carrier groups", "minelayers", "radars", "warheads", "brigades", "battalions", "divisions", "boxes", "trucks",
}  # fmt: skip
PLACES = frozenset({
    "areas", "settlements", "villages", "towns", "cities", "districts", "provinces", "positions", "sites", "hills",
    "passes", "islands", "temples", "bases", "camps", "airfields", "airports", "ports", "refineries", "power plants",
    "factories", "facilities", "casinos", "clinics", "churches", "pagodas", "mosques", "petrol stations", "embassies",
    "consulates", "oil wells", "oil fields", "storage tanks", "bunkers", "stations", "containers", "depots", "oil rigs",
    "bridges", "tunnels", "buildings", "checkpoints", "border crossings", "km2", "percent",
})  # fmt: skip


def deed_of(items: list[Item], first: int, last: int, noun: str) -> Item | None:
    """The verb that `items[first:last]`, a number and what it counts, is the subject or the object of."""
    behind, sure = behind_of(items, last, noun)
    before = before_of(items, first, noun)
    before = before if before and act_of(before, noun) else None
    if (
        before
        and is_(before, "act")
        and first - index_of(items, before) <= NEXT
        and not (behind and is_(behind, "befalls"))
    ):
        return before
    if behind is not None and sure and not (before and is_(behind, "act") and act_of(behind, noun) == "other"):
        return behind
    return before or behind


def act_of(deed: Item, noun: str) -> str | None:
    """The act of the vocabulary that the verb comes to with such a thing; None where both make no claim."""
    act = deed.says("befalls") or deed.says("act")
    if act is None or (noun == "percent" and act != "controls"):
        return None
    if act == "happens":
        return "other" if noun in ASSAULTS else None
    if act == "destroyed":
        return "shot-down" if noun in HURLED else "struck"
    if act == "released":
        return "launched" if noun in FLYING else "other"
    if act in ("weak", "deployed"):
        return "launched" if act == "deployed" and noun == "drones" else "other" if noun in ARMS else None
    if act == "attack":
        return "launched" if noun in ASSAULTS else None
    if noun in ASSAULTS:
        return "other" if act in ("other", "shot-down") and is_(deed, "act") else None
    return _fitted(act, noun)


def _fitted(act: str, noun: str) -> str | None:
    if act == "shot-down" and noun not in FLYING:
        return "killed" if noun in TROOPS else "struck" if noun in ARMS - CAPTIVES else None
    if act == "killed" and noun == "bodies":
        return "other"
    if act == "killed" and noun not in PEOPLE:
        return "shot-down" if noun in FLYING else "struck"
    if act == "controls" and noun not in PLACES:
        return "captured" if noun in ARMS else None
    if act == "captured" and noun in PLACES:
        return "controls"
    if act == "launched" and noun not in FLYING:
        return "other" if noun in ARMS - PEOPLE else None
    return act


def is_done(items: list[Item], deed: Item) -> bool:
    """Is it asserted, not wished, threatened, planned or denied?"""
    at = index_of(items, deed)
    for item in reversed(items[max(0, at - WARY) : at]):
        if item.code in ",;.":
            return True
        if is_(item, "not-done"):
            return False
    return True


def behind_of(items: list[Item], last: int, noun: str) -> tuple[Item | None, bool]:
    """The verb behind the thing, and whether it surely is what befalls the thing."""
    n, found = last, None
    while n < min(len(items), last + BEHIND):
        item = items[n]
        if item.code in ".;:" or any(is_(item, name) for name in ENDS):
            break
        if is_(item, "say") and not any(is_(i, "relative") for i in items[last:n]):
            break
        listed = _next_listed(items, n)
        if item.code == "," and listed == n and not _goes_on(items, n):
            break
        if (is_(item, "befalls") or is_(item, "act")) and act_of(item, noun) is not None:
            if _is_sure(items, last, n):
                return item, True
            if noun not in PEOPLE or is_(item, "befalls"):
                found = found or item
        n = listed if listed > n else n + 1
    return found, False


def _is_sure(items: list[Item], last: int, n: int) -> bool:
    """Does it befall the thing, or does another do it to the thing ("3 tên lửa Nga phóng")?"""
    if is_(items[n], "befalls"):
        return items[n].says("befalls") != "weak"
    agent = next((item for item in reversed(items[last:n]) if not (is_(item, "adverb") or is_(item, "say"))), None)
    return agent is not None and bool(agent.actor or is_(agent, "passive"))


def _goes_on(items: list[Item], comma: int) -> bool:
    """Do words in apposition, or what the thing is made up of, stand behind the comma, or what befalls it then?"""
    then = items[comma + 1] if comma + 1 < len(items) else None
    if then is None or is_(then, "apposed") or then.says("among") == "all":
        return then is not None
    before = items[max(0, comma - 8) : comma]
    if (
        is_(then, "object")
        and comma + 2 < len(items)
        and (items[comma + 2].code == "," or is_(items[comma + 2], "and"))
    ):
        return True
    if any(item.says("among") == "all" for item in before):
        return any(is_(then, name) for name in ("befalls", "object", "hearsay", "adverb", "passive"))
    return is_(then, "befalls") and any(is_(item, "apposed") for item in before)


def _next_listed(items: list[Item], at: int) -> int:
    """The index after the next number and thing of a list that goes on here; `at` where none does."""
    n = at
    while n < len(items) and (items[n].code == "," or is_(items[n], "and") or is_(items[n], "bound")):
        n += 1
    if n == at or n >= len(items) or not (items[n].code == "D" or is_(items[n], "count")):
        return at
    for m in range(n + 1, min(n + 5, len(items))):
        if is_(items[m], "object") or items[m].actor:
            return m + 1
    return at


def before_of(items: list[Item], first: int, noun: str) -> Item | None:
    """The nearest verb of war before the number, in its clause or where the number goes on from a list."""
    if any(item.code == ")" for item in items[max(0, first - LONGEST) : first]):
        said = _unbracketed(items[:first])
        items, first = [*said, *items[first:]], len(said)
    comma = None
    low = first - BEFORE
    for n in range(first - 1, max(-1, first - LONGEST), -1):
        item = items[n]
        if n <= low:
            return None
        if (item.code == "D" or is_(item, "count")) and n + 1 < len(items) and is_(items[n + 1], "object"):
            low = n - BEFORE
        if item.code in ".;" or is_(item, "purpose"):
            return None
        if item.code == "," and not is_(items[n + 1], "among"):
            if _opens_clause(items, n, first):
                return None
            comma = n
        said_of_another = comma is not None and item.says("act") == "other" and is_(items[n - 1], "passive")
        if is_(item, "act") and not said_of_another and not (n > 0 and is_(items[n - 1], "blow")):
            listed = comma is None or _is_list(items, n, comma, first)
            near = act_of(item, noun) != "other" or noun != "people" or first - n <= CLOSE
            return item if listed and near else None
        if is_(item, "befalls") and (n == first - 1 or (n == first - 2 and is_(items[n + 1], "bound"))):
            return item
    return None


def _unbracketed(items: list[Item]) -> list[Item]:
    """The items without what stands in closed brackets."""
    found: list[Item] = []
    opened: list[int] = []
    for item in items:
        if item.code == "(":
            opened.append(len(found))
        found.append(item)
        if item.code == ")" and opened:
            del found[opened.pop() :]
    return found


def told_of_whole(items: list[Item], first: int, noun: str) -> Item | None:
    """What befell all those of whom a number is a part: "30 dead, 12 of them children"."""
    at = first - 1
    if at > 1 and items[at].says("act") == "weak" and any(is_(item, "out-of") for item in items[max(0, at - 6) : at]):
        return items[at - 1] if is_(items[at - 1], "befalls") else None
    while at > 0 and (items[at].code in ",D" or any(is_(items[at], name) for name in ("object", "and", "bound"))):
        at -= 1
    if not any(is_(item, "among") for item in items[max(0, at - 1) : at + 1]):
        return None
    before = (items[n] for n in range(at - 1, max(-1, at - BEHIND), -1))
    return next((item for item in before if is_(item, "befalls") and act_of(item, noun) is not None), None)


def _is_list(items: list[Item], verb: int, comma: int, first: int) -> bool:
    """Does the number go on from a list of numbers or places that the verb governs?"""
    counted = any(item.code == "D" or is_(item, "count") for item in items[verb + 1 : comma])
    return counted or any(item.code == "L" for item in items[comma + 1 : first])


def _opens_clause(items: list[Item], comma: int, first: int) -> bool:
    """Does another clause begin behind the comma, before the number?"""
    between = [item for item in items[comma + 1 : first] if not is_(item, "and")]
    return any(_acts(item) or any(is_(item, name) for name in ("say", "adverb", "cause")) for item in between)


def _acts(item: Item) -> bool:
    """Is it a person, a state or a body, and not a branch of arms alone?"""
    return item.actor is not None and bool(item.actor.people or item.actor.parties or item.actor.anaphor)


def is_means(items: list[Item], deed: Item, first: int) -> bool:
    """Is the thing what the blow is dealt with: "tập kích Kiev với 500 UAV"?"""
    at = index_of(items, deed)
    return any(is_(item, "with") for item in items[at + 1 : first])
