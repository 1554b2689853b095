"""A plan as its noun phrase tells it: how many points, whose it is, and what befalls it in a passive after it."""

from dataclasses import dataclass, field

from hoadam.model.clause import is_
from hoadam.model.item import Actor, Item

GENERAL = ("talks", "other", "peace-deal", "nuclear-programme", "sovereignty", "elections", "trade-tariffs")
REACH = 24  # items: how far a noun phrase with its relative clauses may run
AWAIT = 5  # items before a plan in which it is told that somebody waits for it
LOOSE = 4  # unknown words that a noun phrase may hold in a row


@dataclass(slots=True)
class Plan:
    """A mention of a plan: bounds in its sentence, authors, points, the verb that tells what happens, and by whom.

    `again` marks a reference to a plan told before ("this plan"), `topic` a matter of negotiation named as its
    subject, `assets` that it is to use what another owns, `talks` that it is about meeting; `made` and `backed` by
    whom, `shrunk` to fewer points, `unreal` that it is only asked for or imagined. `verb` is None where the plan is
    merely somebody's.
    """

    at: int
    first: int
    last: int
    sort: str
    authors: list[Actor] = field(default_factory=list)
    by: list[Actor] = field(default_factory=list)
    to: list[Actor] = field(default_factory=list)
    points: Item | None = None
    before: Item | None = None
    verb: Item | None = None
    event: str = "proposed"
    done: str | None = None
    again: bool = False
    topic: bool = False
    assets: bool = False
    made: bool = False
    backed: bool = False
    shrunk: bool = False
    talks: bool = False
    unreal: bool = False

    def happens(self, verb: Item, event: str, done: str = "done") -> None:
        """Sets what happens to the plan."""
        self.verb, self.event, self.done = verb, event, done

    def theirs(self) -> bool:
        """Is the plan one that its authors made, rather than a deal that they brokered?"""
        return self.sort != "own" and not (self.sort == "deal" and self.backed)


def read_plan(items: list[Item], at: int) -> Plan:
    """The plan whose noun is `items[at]`, with what the words after the noun tell."""
    plan = Plan(at, at, at + 1, items[at].says("plan") or "plain")
    _phrase(items, plan)
    _shrinks(items, plan)
    return plan


def _phrase(items: list[Item], plan: Plan) -> None:
    at, end, loose = plan.at + 1, min(len(items), plan.at + REACH), 0
    while at < end and loose <= LOOSE:
        item = items[at]
        plan.talks = plan.talks or item.says("issue") == "talks" or is_(item, "meet-noun")
        if _ends(items, at):
            return
        step = _points(items, at, plan) or _maker(items, at, plan) or _bare_maker(items, at, plan)
        if step:
            at, loose = step, 0
            continue
        loose = loose + 1 if item.code == "w" else 0
        _about(items, at, plan)
        at += 1


def _ends(items: list[Item], at: int) -> bool:
    """Does the noun phrase end here: a mark, a verb of speech, a stance, a turn, another plan?"""
    item = items[at]
    if item.code == ",":
        follows = items[at + 1] if at + 1 < len(items) else None
        return follows is None or follows.says("maker") in (None, "of")
    if item.code in ".;:?!" or is_(item, "plan-end") or is_(item, "plan-void"):
        return True
    if item.says("draft-verb") in ("sent", "got", "discussed", "accepted", "rejected") and not is_(item, "plan"):
        return True
    if item.says("turn") in ("hard", "soft") and not is_(item, "adverb"):
        return True
    return (is_(item, "say") or is_(item, "stance")) and not is_(item, "draft-verb") and not is_(item, "plan-backer")


def _points(items: list[Item], at: int, plan: Plan) -> int:
    """`28 điểm`: the index after it, 0 where no number of points stands here."""
    if number_of(items[at]) is None or at + 1 >= len(items) or not is_(items[at + 1], "points"):
        return 0
    if plan.points is None and not is_(items[at - 1], "down-to"):
        plan.points, plan.last = items[at], at + 2
    return at + 2


def number_of(item: Item | None) -> float | None:
    """The value of a number in figures or in words; None of anything else."""
    if item is None or item.code == "D":
        return item.value if item and isinstance(item.value, (int, float)) else None
    counted = item.says("count")
    return int(counted) if counted else None


def _about(items: list[Item], at: int, plan: Plan) -> None:
    """What the item tells of the plan's subject, or that the plan was told before."""
    item = items[at]
    if is_(item, "plan-again") and at <= plan.last + 1:
        plan.again, plan.last = True, at + 1
    elif is_(item, "plan-assets") or item.says("issue") == "frozen-assets":
        plan.topic = plan.assets = True
    elif (
        is_(item, "plan-topic")
        or item.says("issue") not in (*GENERAL, None)
        or ((item.actor or item.code == "L") and _right_after(items, at, plan))
    ):
        plan.topic = True
    elif item.says("draft-verb") in ("revised", "leaked") and at <= plan.last + 2 and plan.event == "proposed":
        plan.happens(item, str(item.says("draft-verb")))
        plan.last = at + 1


def _right_after(items: list[Item], at: int, plan: Plan) -> bool:
    return at == plan.at + 1 or (
        at <= plan.last + 2 and (is_(items[at - 1], "plan-to") or is_(items[at - 1], "plan-on"))
    )


def _maker(items: list[Item], at: int, plan: Plan) -> int:
    """`của / từ / do / mà / được <bên> <động từ>`: the author, or what befalls the plan and through whom."""
    sort = items[at].says("maker")
    if sort is None or (sort in ("of", "made") and _used(items, plan, at)):
        return 0
    first = at + 1
    while first < len(items) and first < at + 4 and _light(items[first]):
        first += 1
    last, actors = listed(items, first)
    if sort == "of":
        return _owner(items, (last, actors), plan)
    verb_at = _verb(items, last)
    if verb_at is None:
        return 0
    if sort == "passive":
        return _befalls(items, verb_at, actors, plan)
    return _made(items, verb_at, actors, plan) if actors else 0


def _used(items: list[Item], plan: Plan, at: int) -> bool:
    """Does a verb inside the phrase take what follows for itself ("dùng tài sản của X"), or whoever gets the plan?"""
    inside = items[plan.at + 1 : at]
    return any(is_(item, "plan-use") or (plan.again and is_(item, "plan-to")) for item in inside)


def _light(item: Item) -> bool:
    return is_(item, "determiner") or is_(item, "group") or is_(item, "adverb") or item.code == "w"


def listed(items: list[Item], at: int) -> tuple[int, list[Actor]]:
    """The actors of the list that begins at an index, and the index after it."""
    found: list[Actor] = []
    while at < len(items):
        actor = items[at].actor
        if actor:
            found.append(actor)
        elif not found or not _joins(items, at):
            break
        at += 1
    return at, found


def _joins(items: list[Item], at: int) -> bool:
    """Does a list of actors go on after this mark or word? A comma joins only where "and" comes later in the list."""
    if at + 1 >= len(items) or not items[at + 1].actor:
        return False
    if items[at].code == ",":
        return at + 2 < len(items) and (_joins(items, at + 2))
    return items[at].code == "-" or is_(items[at], "and")


def _owner(items: list[Item], owners: tuple[int, list[Actor]], plan: Plan) -> int:
    last, actors = owners
    if not actors or plan.authors:
        return 0
    plan.authors, plan.last = actors, last
    return last


def _verb(items: list[Item], at: int) -> int | None:
    """The verb that ends a relative clause, a few light words on."""
    for n in range(at, min(len(items), at + 5)):
        if is_(items[n], "draft-verb") or is_(items[n], "plan-backer"):
            return n
        if not _light(items[n]) and items[n].code != "T" and not is_(items[n], "plan-void"):
            return None
    return None


def _made(items: list[Item], at: int, actors: list[Actor], plan: Plan) -> int:
    """`do Mỹ soạn thảo`, `mà Washington gửi cho Kiev`, `do Mỹ hậu thuẫn`."""
    event = shown(items[at], actors)
    plan.last = at + 1
    if event in (None, "proposed", "sent", "revised"):
        plan.authors = plan.authors or actors
    if event is None:
        plan.backed = True
    elif event in ("proposed", "revised"):
        plan.made = True
        plan.verb = plan.verb or items[at]
    else:
        plan.happens(items[at], event)
        plan.by = actors
        plan.to, plan.last = receiver(items, at + 1)
    return plan.last


def _befalls(items: list[Item], at: int, actors: list[Actor], plan: Plan) -> int:
    """`bị rò rỉ`, `được điều chỉnh và rút gọn`, `được LHQ thông qua`; a need or a denial is no event."""
    event = shown(items[at], actors)
    if event in (None, "proposed"):
        if actors:
            plan.authors = plan.authors or actors
            plan.made, plan.backed = event is not None, event is None
            plan.last = at + 1
        return at + 1
    around = items[max(plan.at + 1, at - 6) : at]
    if any(is_(item, "plan-void") for item in around):
        return at + 1
    plan.happens(items[at], str(event), "planned" if any(is_(item, "plan-ahead") for item in around) else "done")
    plan.by = actors
    plan.last = at + 1
    if event == "sent":
        plan.authors = plan.authors or actors
        plan.to, plan.last = receiver(items, at + 1)
    return plan.last


def shown(verb: Item, actors: list[Actor]) -> str | None:
    """What a verb tells of a plan; a plan that is shown is proposed by who shows it, else leaked."""
    event = verb.says("draft-verb")
    if event == "shown":
        return "proposed" if actors and not any(actor.vague for actor in actors) else "leaked"
    return event


def _bare_maker(items: list[Item], at: int, plan: Plan) -> int:
    """`kế hoạch Mỹ đưa ra`: an author right before the verb of making."""
    if not items[at].actor or plan.authors or at > plan.last + 2:
        return 0
    last, actors = listed(items, at)
    while last < len(items) and (is_(items[last], "adverb") or items[last].code == "T"):
        last += 1
    if (
        last >= len(items)
        or items[last].says("draft-verb") not in ("proposed", "shown")
        or _object_follows(items, last + 1)
    ):
        return 0
    plan.authors, plan.made, plan.last = actors, True, last + 1
    plan.verb = plan.verb or items[last]
    return plan.last


def _object_follows(items: list[Item], at: int) -> bool:
    """Does the verb take an object of its own, so that it is no relative clause?"""
    return at < len(items) and (is_(items[at], "determiner") or is_(items[at], "plan") or items[at].code in "wQDA")


def receiver(items: list[Item], at: int) -> tuple[list[Actor], int]:
    """Who gets it, from `cho Kiev`, `tới Nga` at an index, and the index after it."""
    first = at + 1 if at < len(items) and is_(items[at], "plan-to") else at
    last, actors = listed(items, first)
    return (actors, last) if actors else ([], at)


def _shrinks(items: list[Item], plan: Plan) -> None:
    """`từ 28 điểm xuống còn 19 điểm`, `…, thay thế đề xuất 28 điểm`: the number before, the number after."""
    numbers: list[Item] = []
    for n in range(plan.at + 1, min(len(items) - 1, plan.at + REACH)):
        item = items[n]
        if item.code in ".;":
            return
        if is_(item, "replaces") and plan.points is not None:
            _replaces(items, n, plan)
            return
        if item.code != "D":
            continue
        lower = any(is_(i, "down-to") for i in items[max(plan.at + 1, n - 2) : n])
        if lower and is_(items[n + 1], "points"):
            plan.before = numbers[-1] if numbers else plan.points if plan.points is not item else None
            plan.points, plan.last, plan.shrunk = item, n + 2, True
            plan.happens(plan.verb or items[n - 1], "revised")
            return
        numbers.append(item)


def _replaces(items: list[Item], at: int, plan: Plan) -> None:
    for n in range(at + 1, min(len(items) - 1, at + 6)):
        if items[n].code == "D" and is_(items[n + 1], "points"):
            plan.before, plan.last, plan.shrunk = items[n], n + 2, True
            plan.happens(plan.verb or items[at], "revised")
            return


def awaited(items: list[Item], at: int) -> bool:
    """Is the plan one that somebody only waits for?"""
    for item in reversed(items[max(0, at - AWAIT) : at]):
        if item.actor or item.code in ",;:":
            return False
        if is_(item, "plan-awaited"):
            return True
    return False


def several(items: list[Item], at: int) -> bool:
    """Are plans at large spoken of, none in particular?"""
    return at > 0 and items[at].says("plan") == "plain" and is_(items[at - 1], "plural")
