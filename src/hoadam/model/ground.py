"""Where a thing counted in the field was hit, and whose it was."""

from hoadam.model.clause import index_of, is_
from hoadam.model.deed import FLYING
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story

REACH = 22  # items from the thing to the place
IDLE = ("adverb", "aux", "manner", "stage", "act", "plain")  # what may stand between a subject and its deed
STATE = 3  # letters of a code
LINK = 4  # items between a preposition and the name of a place


def place_of(items: list[Item], first: int, last: int) -> Item | None:
    """The item that names the place: behind the thing, else before its number."""
    for n in range(last, min(len(items), last + REACH)):
        if items[n].code in ".;" or is_(items[n], "say"):
            break
        if _is_place(items, n):
            return items[n]
    said = False
    for n in range(first - 1, max(-1, first - REACH), -1):
        said = said or is_(items[n], "say")
        if items[n].code in ".;":
            break
        if _is_place(items, n) and not _acts(items, n) and not (said and items[n].code != "L"):
            return items[n]
    return None


def named_place(items: list[Item], at: Item) -> str | None:
    """The place as the record writes it; of two places of one country joined by "and" the country."""
    n = index_of(items, at)
    name = at.says("place") or (_first_land(items, n) if at.actor and at.actor.anaphor else _land(at))
    joined = [i for i in items[n + 1 : n + 4] if i.code == "L" or is_(i, "and") or i.code == ","]
    other = joined[1].says("place") if len(joined) > 1 and joined[1].code == "L" and joined[0] is items[n + 1] else None
    if name and other and name != other and name[-5:-3] == ", " and other[-3:] == name[-3:]:
        return name[-3:]
    return name


def told_here(match: Match, story: Story) -> str | None:
    """The place named last, where the words only say "here"."""
    if not any(is_(item, "here") for item in match.sentence.items):
        return None
    found = None
    for sentence in story.parsed.sentences:
        if sentence.start >= match.sentence.start:
            break
        found = next((item.says("place") for item in reversed(sentence.items) if item.code == "L"), found)
    return found


def attacked(match: Match, story: Story, claimant: str | None, done: tuple[Item, str]) -> str | None:
    """The land that is hit where no place is told: of whoever tells of another's blow, else of the other side."""
    items, (deed, act) = match.sentence.items, done
    if claimant is None or not (claimant.isupper() and len(claimant) == STATE) or act not in ("launched", "struck"):
        return None
    at = index_of(items, deed)
    by = next((n for n in range(at - 1, -1, -1) if items[n].actor), None)
    actor = items[by].actor if by is not None else None
    parties = story.parties([actor]) if actor else ()
    armed = any(item.says("object") in FLYING for item in items[max(0, at - LINK) : at])
    if (parties and claimant not in parties) or (act == "struck" and armed and claimant not in parties):
        return claimant
    if by is not None and not _does(items, by, at):
        return None
    others = [side for side in story.opposed() if side != claimant and len(side) == STATE and side.isupper()]
    return others[0] if act == "struck" and claimant in parties and len(others) == 1 else None


def _does(items: list[Item], by: int, deed: int) -> bool:
    """Is the actor, or the one who says it of itself, the subject of the deed, with nothing else between?"""
    said = max((n for n in range(by, deed) if is_(items[n], "say")), default=by)
    return all(item.code in "T," or any(is_(item, name) for name in IDLE) for item in items[said + 1 : deed])


def _first_land(items: list[Item], at: int) -> str | None:
    """The state that "nước này" means: the one that the sentence opens with, mostly."""
    for item in items[:at]:
        if item.actor and len(item.actor.parties) == 1 and not item.actor.anaphor:
            return item.actor.parties[0]
    return _land(items[at])


def owner_of(items: list[Item], first: int, last: int) -> Actor | None:
    """The side that the thing belongs to: "UAV Ukraine", "tàu ngầm của Nga", "binh sĩ Campuchia"."""
    if items[last - 1].actor and items[last - 1].inner:
        return items[last - 1].actor
    for n in range(last, min(len(items), last + 5)):
        if items[n].actor:
            follows = items[n + 1] if n + 1 < len(items) else None
            return None if follows is not None and is_(follows, "act") else items[n].actor
        if not (items[n].code in "wX()" or is_(items[n], "of") or is_(items[n], "object")):
            return None
    return None


def _land(item: Item) -> str | None:
    """The country that an actor alone stands for, where the name is one of a land."""
    if item.says("country"):
        return item.says("country")
    if item.actor and item.actor.anaphor == "party" and len(item.actor.parties) == 1:
        return item.actor.parties[0]
    if item.actor and item.actor.place and not item.actor.people and len(item.actor.parties) == 1:
        return item.actor.place
    return None


def _is_place(items: list[Item], n: int) -> bool:
    item = items[n]
    if item.code != "L" and not (item.actor and _land(item)):
        return False
    for m in range(n - 1, max(-1, n - 1 - LINK), -1):
        before = items[m]
        if comes_from(before):
            return False
        if is_(before, "in") or is_(before, "toward"):
            return True
        if m == n - 1 and (before.says("act") == "struck" or is_(before, "site")):
            if not item.actor:
                return True
            continue
        if m == n - 1 and not item.actor and before.says("object") in ("attacks", "strikes"):
            return True
        if not (is_(before, "site") or before.code in "wX" or is_(before, "count")):
            return item.code == "L" and m == n - 1 and is_(before, "act")
    return False


def comes_from(item: Item) -> bool:
    """Is it the preposition of what something comes from?"""
    return item.says("maker") == "of" and is_(item, "in")


def _acts(items: list[Item], n: int) -> bool:
    """Is the land an actor that does something?"""
    then = items[n + 1] if n + 1 < len(items) else None
    return bool(items[n].actor) and then is not None and (is_(then, "adverb") or is_(then, "act") or is_(then, "say"))
