"""What is told of a deal, by the words around it: each stage with the verb that tells it and whoever does it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hoadam.model.clause import index_of, is_
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.plan import listed
from hoadam.model.sides import named_sides
from hoadam.model.story import sentence_subject
from hoadam.model.undone import (
    ENDS,
    behind_what_is_ahead,
    dates,
    day_behind,
    ends_stage,
    is_day,
    opens_aside,
    rite_ahead,
    rite_behind,
    unreal,
    wished,
)

REACH = 14  # items: how far after a deal the words that tell its stage may stand
BACK = 9  # items: how far before it the verb may stand that it is the object of
WISH = 7  # items before a deal merely named in which a wish makes it unreal
PAIR = 2
LATER = ("violated", "rejected", "suspended", "expired")  # stages that come after the day by which a deal is named
FEW = 5  # items behind a signing in which it may be told that it is still to come


@dataclass(slots=True)
class Stage:
    """One thing told of a deal: item bounds, the verb (None where the deal is merely named), who does it."""

    event: str
    first: int
    last: int
    verb: Item | None = None
    by: list[Actor] = field(default_factory=list)
    to: list[Actor] = field(default_factory=list)
    undated: Item | None = None  # a day that is not that of the stage
    spoken: int | None = None  # where "we" stands, who do it
    against: Actor | None = None  # who charges the breach or strikes back at it


def stages(sentence: Sentence, at: int) -> Iterator[Stage]:
    """What is told of the deal: by the verb it is the object of, by a relative clause, by its own verb, by its name."""
    items = sentence.items
    if any(is_(item, "whichever") for item in items[at + 1 : at + 3]) or behind_what_is_ahead(items, at):
        return
    if at and is_(items[at - 1], "meet-noun") and is_(items[at], "bare-truce"):
        return
    if _proposed(items, at) and not _by_both(sentence, at):
        yield from (
            stage for stage in _after(items, at) if stage.event in ("reached", "signed") and _past(items, stage)
        )
        return
    if at and is_(items[at - 1], "deal-if"):
        while_ = is_(items[at - 1], "deal-when")
        yield from (stage for stage in _after(items, at) if stage.event == "expired" or _stands(stage, while_))
        return
    found: list[Stage] = []
    before = _verb_before(items, at)
    if is_(items[at], "swap-done"):
        before = None if before is None or items[before].says("deal-event") != "reached" else before
    if before is not None and not unreal(items, before) and not rite_ahead(items, before, at):
        by = [] if is_(items[before], "deal-rite") else _subject(sentence, before)
        first = next((n for n in range(max(0, before - REACH), before) if items[n].actor in by), before)
        if any(item.code in ":;" or is_(item, "say") for item in items[first:before]):
            first = before
        event = _does(items[before], by)
        if event:
            told = Stage(event, first, _end(items, at), items[before], by, spoken=_we(items, before))
            told.against = _foe(items, first) if event == "violated" else None
            found.append(told)
    if not is_(items[at], "bare-truce") or before is None:
        wished = before is not None and not found
        after = [s for s in _after(items, at) if not (found and s.event == "mediated") or _dated(items, s)]
        found += [
            stage for stage in after if not (wished and stage.verb and is_(items[items.index(stage.verb) - 1], "and"))
        ]
    if not found:
        named = _merely(sentence, at, before)
        found = [named] if named else []
    elif own := _own_day(items, at, found):
        yield own
    yield from found


def _by_both(sentence: Sentence, at: int) -> bool:
    """Is the deal the object of what both its sides do, as to accept it?"""
    before = _verb_before(sentence.items, at)
    if before is None or sentence.items[before].says("deal-before") != "both":
        return False
    return _does(sentence.items[before], _subject(sentence, before)) is not None


def _does(verb: Item, by: list[Actor]) -> str | None:
    """What the verb does to the deal behind it; what both sides must do, one alone does not."""
    event = verb.says("deal-before") or verb.says("deal-event") or "reached"
    if event != "both":
        return event
    both = len(by) >= PAIR or any(actor.anaphor in ("parties", "states") for actor in by)
    return "reached" if both else None


def _foe(items: list[Item], first: int) -> Actor | None:
    """Who charges, or strikes, the one whose breach is told from an index on."""
    charge = next((n for n in range(first - 1, max(0, first - REACH), -1) if is_(items[n], "foe")), 0)
    return next((items[n].actor for n in range(charge - 1, max(-1, charge - BACK), -1) if items[n].actor), None)


def _stands(stage: Stage, while_: bool) -> bool:
    """Is a deal behind "if" or "when" told as one that stands, or behind "when" as one that has come or gone?"""
    fragile = stage.verb is not None and stage.event == "in-force" and is_(stage.verb, "deal-keeps")
    return fragile or (
        while_ and stage.verb is not None and (stage.event == "violated" or is_(stage.verb, "deal-done"))
    )


def _own_day(items: list[Item], at: int, found: list[Stage]) -> Stage | None:
    """The deal as its own day tells it, where the verb is of a later stage, which then has another day."""
    day = _past_name(items, at)
    if day >= len(items) or not is_day(items[day]) or any(stage.event not in LATER for stage in found):
        return None
    for stage in found:
        stage.undated = items[day]
    return Stage("reached", at, day + 1)


def _we(items: list[Item], verb: int) -> int | None:
    """Where "we" stands, over adverbs and a day before the verb."""
    for n in range(verb - 1, max(-1, verb - FEW), -1):
        if is_(items[n], "first-person"):
            return items[n].start
        if not (is_(items[n], "adverb") or items[n].code in "wT"):
            return None
    return None


def _past(items: list[Item], stage: Stage) -> bool:
    """Does the verb of the stage tell what is done?"""
    return stage.verb is not None and (
        is_(stage.verb, "deal-done") or is_(items[index_of(items, stage.verb) - 1], "deal-done")
    )


def _proposed(items: list[Item], at: int) -> bool:
    """Is the deal a plan that somebody proposes or agrees to (kinds/draft.py)?"""
    for item in items[max(0, at - PAIR) : at] if not (at and is_(items[at - 1], "deal-event")) else ():
        told = item.says("draft-verb") not in (None, "revised")
        if told and not is_(item, "deal-event") and not is_(item, "deal-given"):
            return True
    for n in range(at + 1, min(len(items), at + REACH)):
        if items[n].code in ".;," or is_(items[n], "deal-event"):
            return False
        if is_(items[n], "proposes"):
            return True
    return False


def _verb_before(items: list[Item], at: int) -> int | None:
    loose = 0
    for n in range(at - 1, max(-1, at - BACK), -1):
        item = items[n]
        held = is_(item, "deal-have") and n and is_(items[n - 1], "deal-done")
        if is_(item, "deal-event") or is_(item, "deal-before") or held:
            return n
        if item.code in "w'\"D" and loose < PAIR:
            loose += 1
        elif is_(item, "and") and is_(items[n - 1], "deal-part") and is_(items[n + 1], "deal-part"):
            continue
        elif not (is_(item, "deal-part") or is_(item, "determiner") or is_(item, "adverb") or item.code == "T"):
            return None
    return None


def _subject(sentence: Sentence, at: int) -> list[Actor]:
    """Who stands before the verb, over adverbs, dates and verbs of announcing; else the sentence's subject."""
    items = sentence.items
    n = at - 1
    while n > max(0, at - 6) and not items[n].actor and _light(items[n]):
        n -= 1
    if n < 0 or not items[n].actor or (n and is_(items[n - 1], "of")):
        return sentence_subject(sentence, at) or _later_subject(items, at)
    found: list[Actor] = []
    listed_up = False
    while n >= 0 and (items[n].actor or (n and items[n - 1].actor and _joins(items[n], listed_up))):
        actor = items[n].actor
        listed_up = listed_up or actor is None
        if actor:
            found.insert(0, actor)
        n -= 1
    return found


def _later_subject(items: list[Item], at: int) -> list[Actor]:
    """`Dù đạt thỏa thuận …, châu Âu …`: a clause that opens the sentence has the subject of the next one."""
    comma = next((n for n in range(at, len(items)) if items[n].code == ","), len(items))
    return listed(items, comma + 1)[1] if at <= PAIR else []


def _light(item: Item) -> bool:
    return item.code in "wT()'\"" or any(is_(item, name) for name in ("adverb", "deal-part", "say", "deal-wish"))


def _joins(item: Item, listed_up: bool) -> bool:
    """Does the mark or word join two actors? A comma does in a list that ends in "and"."""
    return item.code == "-" or is_(item, "and") or (listed_up and item.code == ",")


def _after(items: list[Item], at: int) -> list[Stage]:
    """Stages told after the deal: `mà hai nước đạt được`, `vừa ký kết`, `đã đổ vỡ`, `, có hiệu lực từ …`."""
    found: list[Stage] = []
    by: list[Actor] = []
    past = at
    swap = is_(items[at], "swap-done")
    for n in range(at + 1, min(len(items), at + REACH)):
        item = items[n]
        if n < past:
            continue
        if item.code in ".;:?!" or (item.code == "," and not _resumes(items, n)):
            break
        event = item.says("deal-event") or _later(items, at, n)
        if event:
            told = _told(items, at, n) and not (_active(items, n) and not by) and not rite_behind(items, n)
            if told and not swap:
                found.append(Stage(event, at, n + 1, item, by))
            by = []
        elif n == at + 1 and item.actor:
            by = [item.actor]
        elif is_(item, "maker"):
            past, by = _doers(items, n + 1) if item.says("maker") in ("made", "passive") else (n, [])
        elif item.says("turn") in ENDS and found and _turns_to(items, n):
            continue
        elif (found and opens_aside(item)) or ends_stage(item):
            break
    kinds = {stage.event for stage in found}
    return [s for s in found if s.event != "mediated" or len(kinds) == 1 or _dated(items, s)]


def _active(items: list[Item], verb: int) -> bool:
    """Does the deal itself do this to what follows: `thỏa thuận này phá vỡ các rào cản`?"""
    after = items[verb + 1] if verb + 1 < len(items) else None
    alone = after is None or after.code in ".,;:T" or is_(after, "at")
    return is_(items[verb], "deal-active") and items[verb - 1].says("maker") != "passive" and not alone


def _later(items: list[Item], at: int, verb: int) -> str | None:
    """What a deal does by a verb that tells it with a day alone ("bắt đầu ngày 9/2"), or as a passive."""
    event = items[verb].says("deal-after")
    if any(item.code == "w" or is_(item, "copula") or is_(item, "meet-noun") for item in items[at + 1 : verb]):
        return None
    if event == "reached":
        return event if items[verb - 1].says("maker") == "passive" else None
    return event if event and day_behind(items, verb) else None


def _dated(items: list[Item], stage: Stage) -> bool:
    """Does the stage's verb have a day of its own: `do Mỹ làm trung gian hồi tháng 7`?"""
    return stage.verb is not None and day_behind(items, index_of(items, stage.verb)) is not None


def _doers(items: list[Item], at: int) -> tuple[int, list[Actor]]:
    """The actors from an index on, joined by commas too, and the index after them."""
    found: list[Actor] = []
    while at < len(items) and (items[at].actor or (found and items[at + 1 : at + 2] and _joins(items[at], True))):
        actor = items[at].actor
        if actor:
            found.append(actor)
        elif not items[at + 1].actor:
            break
        at += 1
    return at, found


def _told(items: list[Item], at: int, verb: int) -> bool:
    """Is a verb behind the deal at an index told as done? That a deal ends on a day is so beforehand."""
    if items[verb].says("deal-event") == "expired" and day_behind(items, verb):
        return not any(is_(item, "negation") for item in items[max(at + 1, verb - 4) : verb])
    done = is_(items[verb], "deal-done") or is_(items[verb - 1], "deal-done")
    if any(map(wished, items[max(at + 1, verb - (PAIR if done else 4)) : verb])) or behind_what_is_ahead(items, verb):
        return False
    return not is_(items[verb], "deal-lasts") or items[verb - 1].says("maker") == "passive"


def _turns_to(items: list[Item], turn: int) -> bool:
    """Does another stage of the same deal follow right after the turn: `ký năm 2010 nhưng đã hết hạn`?"""
    return any(is_(item, "deal-event") for item in items[turn + 1 : turn + 3])


def _resumes(items: list[Item], comma: int) -> bool:
    if _past_broker(items, comma) != comma:
        return True
    follows = items[comma + 1] if comma + 1 < len(items) else None
    if follows and follows.actor and items[comma - 1].actor and is_(items[comma - 2], "maker"):
        return True
    if follows and follows.says("maker") == "made":
        return True
    told = follows.says("deal-event") if follows else None
    if told in ("reached", "violated"):
        return _brokered(items, comma) or (comma + 2 < len(items) and dates(items[comma + 2]))
    return told in ("in-force", "signed", "suspended", "expired")


def _brokered(items: list[Item], comma: int) -> bool:
    """Does a comma close who brokered the deal: `, do Mỹ làm trung gian hồi tháng 7,`?"""
    return any(item.says("deal-event") == "mediated" for item in items[max(0, comma - 2) : comma])


def _merely(sentence: Sentence, at: int, before: int | None) -> Stage | None:
    """A deal merely named, in words that take it as given or as standing."""
    items = sentence.items
    last = _end(items, at)
    dated = _past_name(items, at)
    if before is None and dated < len(items) and is_day(items[dated]) and not is_(items[at], "bare-truce"):
        return Stage("reached", at, dated + 1)
    near = items[max(0, at - 5) : at]
    if any(item.code in ".;:" for item in near[-1:]):
        near = []
    kept = any(_keeps(items, n) for n in {before if before is not None else at, *range(at - len(near), at)})
    if is_(items[at], "truce") and (kept or any(is_(item, "deal-keeps") for item in items[at + 1 : at + 3])):
        return Stage("in-force", at, last)
    if before is not None or is_(items[at], "bare-truce"):
        return None
    sided = named_sides(items, at)[0] in ("both", "with")
    if is_(items[at], "swap-done"):
        held = named_sides(items, at)[0] == "both" and not any(map(wished, items[max(0, at - WISH) : at]))
        return (
            Stage("reached", at, last) if held and not any(is_(i, "to-come") for i in items[at : last + FEW]) else None
        )
    if any(is_(item, "meet-noun") for item in near):
        return None
    given = any(is_(item, "deal-given") for item in near) or any(is_(item, "recent") for item in items[at + 1 : at + 3])
    due = any(wished(item) or is_(item, "deal-ahead") for item in items[at + 1 : last])
    if given and sided and not due and not any(is_(item, "deal-wish") for item in near):
        return Stage("reached", at, last)
    return None


def _keeps(items: list[Item], at: int) -> bool:
    """Does the word at an index take the truce as one that stands, and is not itself denied?"""
    before = items[at - 1] if at else None
    denied = before is not None and (is_(before, "negation") or is_(before, "deal-deny"))
    return is_(items[at], "deal-keeps") and not denied


def _past_name(items: list[Item], at: int) -> int:
    """The index after the name of a deal: its land, a short name in brackets, who brokered it."""
    n = at + 1
    if n + 1 < len(items) and (items[n].actor or items[n].code == "L") and items[n + 1].code in "T(":
        n += 1
    if n + 3 < len(items) and items[n].code == "(" and items[n + 2].code == ")":
        n += 3
    return _past_broker(items, n)


def _past_broker(items: list[Item], at: int) -> int:
    """The index after who brokered the deal: `, do Qatar làm trung gian,`."""
    start = at + (at < len(items) and items[at].code == ",")
    if start + 1 >= len(items) or items[start].says("maker") != "made":
        return at
    last, actors = listed(items, start + 1)
    if not actors or last >= len(items) or items[last].says("deal-event") != "mediated":
        return at
    return last + 1 + (last + 1 < len(items) and items[last + 1].code == ",")


def _end(items: list[Item], at: int) -> int:
    """The index after the deal with the sides that its phrase names."""
    for n in range(at + 1, min(len(items) - 1, at + REACH)):
        if (
            items[n].code in ".;,:"
            or (is_(items[n], "say") and not is_(items[n], "deal-doing"))
            or is_(items[n], "deal-event")
        ):
            break
        last, actors = listed(items, n + 1 if is_(items[n], "between") else n)
        if actors and (is_(items[n], "between") or (n == at + 1 and len(actors) > 1)):
            return last
    return at + 1


def is_term(when: str) -> bool:
    """Is it the years for which a deal is made, rather than a day?"""
    return len(when) == len("2026/2030") and "-" not in when


def told_of_another(items: list[Item], verb: int, at: int) -> bool:
    """Does the day stand behind another verb of a deal than this one?"""
    between = items[verb + 1 : at] if verb < at else []
    return any(is_(item, "deal-event") for item in between)
