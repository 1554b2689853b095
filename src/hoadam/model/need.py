"""Which wants count, as what: on an issue that the verb needs, or at least of concern to others."""

from hoadam.model.clause import is_, skip
from hoadam.model.item import Item
from hoadam.model.stand import Stand, wants_before
from hoadam.model.story import flat
from hoadam.model.wish import EARLY, Wish, issue_of

SHARED = ("ceasefire", "peace-deal", "trade-tariffs", "other")  # what two parties accept together is an agreement
GENERAL = ("talks", "peace-deal", "ceasefire", "other")
LOST = ("troop-withdrawal", "disarmament", "force-limits")  # what nobody offers on behalf of another
BARE = ("talks", "peace-deal", "other")


def counts(stand: Stand, wish: Wish, stance: str, party: str) -> bool:
    """Is the thing wanted on an issue that this verb needs, or at least one that concerns others?"""
    constants, verb, issue = stand.match.constants, stand.verb, wish.issue
    if constants.get("only", issue) != issue:
        return False
    if any(is_(item, "judicial") for item in stand.items[wish.first : wish.first + 5]):
        return False
    if _hoped(stand) or _agreed_so(stand):
        return False
    if constants.get("another") and not _asks_another(stand):
        return False
    if stance == "accepts" and len(stand.parties) > 1 and (issue in SHARED or _stands_down(stand, wish)):
        return False
    if stance == "offers" and is_(verb, "stance-noun") and issue in BARE and _on_paper(stand, wish):
        return False
    wide = None if constants.get("by") == "weigh" else verb.says("stance-on-issue")
    needs = [need for need in (constants.get("issue"), wide) if need is not None]
    if is_(verb, "must-come"):
        needs.append("any")
    if party in stand.telling and is_(verb, "refusal") and not is_(verb, "refusal-weak"):
        needs = [need for need in needs if need != "particular"]
    if (
        stance == "demands"
        and (is_(verb, "press") or (is_(verb, "force") and "what" in stand.match.captures))
        and _of_another(stand, wish)
    ):
        needs = []
    if stance == "demands" and stand.telling and _bids(stand):
        needs = [need for need in needs if need != "named"]
    spared = _named_other(stand, wish, needs) or _bars_another(stand)
    if not all(_meets(str(need), stand, wish) for need in needs) and not spared:
        return False
    if constants.get("content") == "verb" and constants.get("issue") == "particular":
        return issue_of(stand.items[stand.first : stand.first + 3], weak=False) is not None
    if is_(verb, "refusal"):
        return not (is_(verb, "refusal-weak") and _only_told(stand, party)) and _refuses(stand, wish)
    return issue != "other" or _outward(stand, wish, party) or (stance == "demands" and _asked_of_others(stand, wish))


def turned(stand: Stand, wish: Wish) -> str:
    """The stance as what is wanted turns it: an offer to take a plan over accepts it."""
    items, verb, stance = stand.items, stand.verb, stand.stance
    if is_(verb, "exchange") and wants_before(items, stand.at):
        return "offers"
    opening = items[skip(items, wish.first, "adverb", "manner", "that") : wish.last][:4]
    if not opening or stand.match.constants.get("content") in ("back", "so-far"):
        return stance
    if stance == "accepts" and opening[0].says("stance") == "offers" and is_(opening[0], "against"):
        return "offers"
    if stance == "offers" and wish.issue == "peace-deal" and is_(opening[0], "take-over"):
        return "accepts"
    if stance == "accepts" and any(item.says("stance") == "demands" for item in opening[1:]):
        return "demands"
    if stance == "demands" and is_(verb, "ask") and (is_(opening[0], "own-deed") or _does_it(stand, opening[0])):
        return "offers"
    lost = wish.issue in LOST or any(is_(item, "loss") or item.says("must") is not None for item in opening[1:])
    if stance == "offers" and opening[0].actor and lost and stand.match.constants.get("content") is None:
        return "demands"
    return stance


def _does_it(stand: Stand, item: Item) -> bool:
    """Is the party itself to do what it asks for ("đề nghị rằng Washington sẽ trả tiền")?"""
    parties = set(item.actor.parties) if item.actor and not item.actor.anaphor else set()
    return bool(parties) and parties <= set(stand.parties)


def named(stand: Stand, wish: Wish) -> str | None:
    """The issue that the thing wanted names outright."""
    return issue_of(stand.items[wish.first : wish.last], weak=False)


def _hoped(stand: Stand) -> bool:
    """Is it a hope of what will come, or a price that is to be paid: a threat?"""
    items, verb = stand.items, stand.verb
    if verb.says("must") is not None:
        return any(is_(item, "price") for item in items[max(0, stand.at - 2) : stand.first + 3])
    return is_(verb, "wish") and any(
        is_(item, "will-be") for item in items[stand.first : min(stand.first + EARLY, stand.last)]
    )


def _agreed_so(stand: Stand) -> bool:
    """Is it somebody's word that is agreed with ("đồng ý với tuyên bố … rằng …")?"""
    if stand.stance != "accepts" or not is_(stand.items[stand.first], "allegation"):
        return False
    return any(is_(item, "claim-that") for item in stand.items[stand.first : stand.last])


def _named_other(stand: Stand, wish: Wish, needs: list[object]) -> bool:
    """Does a rule that wants any issue find one that is named though it has no name of its own ("missiles")?"""
    named = issue_of(stand.items[wish.first : wish.last], weak=False)
    return needs == [stand.match.constants.get("issue")] == ["any"] and named == "other"


def _bars_another(stand: Stand) -> bool:
    """Is another let do a thing or not ("vì Madrid từ chối cho phép quân đội Mỹ …", "cho phép Israel tấn công")?"""
    after = stand.items[stand.first]
    if is_(stand.verb, "lets") and "party" in stand.match.captures and after.actor and not after.actor.anaphor:
        return not set(after.actor.parties) & set(stand.parties)
    lets = is_(after, "deed-stance") or is_(after, "own-deed")
    return (
        is_(stand.verb, "opposes")
        and lets
        and any(item.actor for item in stand.items[stand.first + 1 : stand.first + 3])
    )


def _stands_down(stand: Stand, wish: Wish) -> bool:
    """Do two sides agree to do or to leave the same? That is an agreement."""
    return any(is_(item, "stand-down") for item in stand.items[wish.first : wish.first + 2]) and wish.issue != "talks"


def _on_paper(stand: Stand, wish: Wish) -> bool:
    """Is a plan as a whole offered? That is a draft."""
    return any(is_(item, "plan") for item in stand.items[wish.first : wish.first + 3])


def _meets(need: str, stand: Stand, wish: Wish) -> bool:
    if need == "summons":
        return True
    if need == "opening":
        return issue_of(stand.items[wish.first : min(wish.last, wish.first + EARLY)], weak=False) == wish.issue
    if need == "near":
        named = issue_of(stand.items[stand.at : stand.at + 14], weak=False)
        return wish.issue not in GENERAL and named == wish.issue
    if need in ("passive", "empty"):
        return (
            stand.stance in ("accepts", "rejects", "undecided")
            and wish.issue != "other"
            and (need == "passive" or stand.at + 2 >= len(stand.items))
        )
    if need == "open":
        return wish.issue == "talks" or wish.issue not in GENERAL
    if need == "until":
        return wish.issue not in GENERAL or _of_another(stand, wish)
    if need == "particular":
        sure = wish.issue == ("ceasefire" if stand.stance == "offers" else "talks" if _shuns(stand) else None)
        return wish.issue not in GENERAL or sure
    if need == "named" and stand.stance == "accepts" and _supports_deed(stand, wish):
        return True
    if need == "named":
        return issue_of(stand.items[wish.first : wish.last], weak=False) not in (None, "other")
    if need == "noun":
        another = stand.stance == "demands" and stand.items[wish.first].actor is not None
        return (wish.issue != "other" or another) and not (stand.stance == "offers" and wish.issue == "peace-deal")
    if need == "talks" and any(is_(item, "cooperation") for item in stand.items[wish.first : wish.first + 3]):
        return True
    return wish.issue != "other" if need == "any" else wish.issue == need


def _only_told(stand: Stand, party: str) -> bool:
    """Is a bare "không" what somebody else says of the party, or part of a footing ("trên cơ sở …, không …")?"""
    another = bool(stand.telling) and party not in stand.telling
    return another or any(is_(item, "basis") for item in stand.items[: stand.at])


def _shuns(stand: Stand) -> bool:
    """Is it talks themselves that will not be held ("sẽ không quay lại bàn đàm phán")?"""
    firm = is_(stand.verb, "refusal") and not is_(stand.verb, "refusal-weak")
    return firm and issue_of(stand.items[stand.first : stand.first + 2], weak=False) == "talks"


def _of_another(stand: Stand, wish: Wish) -> bool:
    """Must somebody else do it, and is it no harm that comes about?"""
    first = stand.items[wish.first]
    parties = first.actor.parties if first.actor else ()
    after = stand.items[wish.first + 1 : wish.first + 3]
    return bool(parties) and not set(parties) & set(stand.parties) and not any(is_(i, "no-return") for i in after)


def _bids(stand: Stand) -> bool:
    """Is somebody else told what to do ("phía Nhật Bản phải …")?"""
    return is_(stand.verb, "must") and not is_(stand.items[stand.first], "passive") and _asks_another(stand)


def _asks_another(stand: Stand) -> bool:
    """Is who must or may not do it another than who says so?"""
    parties = {party for actor in stand.match.actors("whom") for party in actor.parties}
    return bool(parties) and not parties & set(stand.parties)


def _supports_deed(stand: Stand, wish: Wish) -> bool:
    """Is it a deed of somebody else that is supported ("ủng hộ việc Venezuela ở lại OPEC")?"""
    items = stand.items
    return is_(items[wish.first], "that") and wish.first + 1 < wish.last and items[wish.first + 1].actor is not None


def _refuses(stand: Stand, wish: Wish) -> bool:
    """A refusal is a stance where the thing refused is an issue, or a deed that states do for one another."""
    after = stand.items[wish.first]
    if is_(stand.verb, "refusal-weak"):
        return wish.issue != "other" and (issue_of([after], weak=False) is not None or is_(after, "deed"))
    named = is_(after, "loss") and issue_of(stand.items[stand.first : stand.first + 3], weak=False) == "other"
    return wish.issue != "other" or is_(after, "deed") or named


def _asked_of_others(stand: Stand, wish: Wish) -> bool:
    """Is it a call that goes to nobody of one's own?"""
    first = skip(stand.items, wish.first, "determiner", "count", "plural", "maker")
    if stand.verb.says("must") is not None:
        asked = [party for actor in stand.match.actors("whom") for party in actor.parties]
        return bool(asked) and not set(asked) & set(stand.parties)
    called = first < wish.last and not is_(stand.items[first], "people-of") and stand.items[first].code != "L"
    return called and is_(stand.verb, "directive") and stand.told is None


def _outward(stand: Stand, wish: Wish, party: str) -> bool:
    """Does a thing wanted on no known issue concern anybody but the party itself?"""
    if any(is_(item, "evacuate") for item in stand.items[wish.first : stand.last]):
        return False
    for item in flat(stand.items[wish.first : stand.last]):
        if is_(item, "outward") or is_(item, "troops") or item.says("issue") == "other":
            return True
        if item.code == "L" and not (item.says("place") or party).endswith(party):
            return True
        if item.actor and any(p != party for p in item.actor.parties):
            return True
        if item.actor and item.actor.people and not item.actor.parties and stand.stance == "demands":
            return True
    return False
