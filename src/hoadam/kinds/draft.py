"""A plan on paper and what happens to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import index_of, is_
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Match
from hoadam.model.plan import Plan, awaited, number_of, read_plan, receiver, several, shown
from hoadam.model.reported import of_outlet
from hoadam.model.story import Story, sentence_subject


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "event") and ((a.get("points") is not None and equal(a, b, "points")) or equal(a, b, "author"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """The plan with its author and points, and what happens to it in this clause."""
    noun = match.one("plan")
    plan = _plans(story).get(noun.start) if noun else None
    if noun is None or plan is None:
        return
    items = match.sentence.items
    authors = story.parties(plan.authors) or _elsewhere(plan, noun.start, story) or _user(match.sentence, plan, story)
    if not plan.authors and set(authors) & set(story.parties(plan.by)) and plan.event in ("accepted", "rejected"):
        authors = ()  # nobody turns down what they proposed: it is another plan
    if not _counts(plan, authors, story):
        return
    when, dated = _when(match, plan, story)
    by = story.parties(plan.by)
    for author in authors or (None,):
        yield story.fact(
            "draft",
            match,
            (items[plan.first].start, items[plan.last - 1].end),
            KIND.empty()
            | {
                "author": author,
                "points": number_of(plan.points) if plan.points else _points_before(plan, noun.start, story),
                "was_points": _points_were(plan, noun.start, story),
                "event": plan.event,
                "by": author if author in by else next(iter(by), None),
                "to": next(iter(story.parties(plan.to)), None),
                "done": plan.done,
                "place": _place(items, plan),
            },
            when=when,
            sources={
                "author": [item for item in items if item.actor in plan.authors],
                "points": [plan.points] if plan.points else [],
                "was_points": [plan.before] if plan.before else [],
                "event": [plan.verb] if plan.verb else [],
                "by": [item for item in items if item.actor in plan.by],
                "to": [item for item in items if item.actor in plan.to],
                "when": [dated] if dated else [],
            },
        )


REACH = 12  # items: how far after a plan the date of what it came after may stand
BACK = 9  # items: how far before its noun the verb that governs a plan may stand
STATE = 3  # letters of a state's code
NEAR = 5
BEFORE = 64  # plans: how far back a plan is looked for that had other points
LOOSE = 2
BETWEEN = ("determiner", "count", "adverb", "plan-part", "plan-about", "plan-to", "rank", "group")


def _plans(story: Story) -> dict[int, Plan]:
    """Every mention of a plan in the article, by where its noun begins; read once."""
    if story.plans is None:
        story.plans = {}
        for sentence in story.parsed.sentences:
            if sentence.role == "caption":
                continue
            for at, item in enumerate(sentence.items):
                if is_(item, "plan") and not (_modifies(sentence.items, at) or awaited(sentence.items, at)):
                    plan = read_plan(sentence.items, at)
                    if plan.points is None and (is_(item, "plan-made") or several(sentence.items, at)):
                        continue
                    _meant(sentence, plan)
                    _governed(sentence, plan)
                    story.plans[item.start] = plan
    return story.plans


def _meant(sentence: Sentence, plan: Plan) -> None:
    """`do ông đề xuất`, `do họ đề xuất`: whoever the sentence is about."""
    if plan.authors and all(actor.anaphor in ("man", "woman", "person", "party") for actor in plan.authors):
        plan.authors = sentence_subject(sentence, plan.at) or plan.authors


def _modifies(items: list[Item], at: int) -> bool:
    """Is the noun that of a change to another plan ("bản sửa đổi kế hoạch"), or a verb?"""
    then = items[at + 1 : at + 3]
    if len(then) == 2 and then[0].says("draft-verb") == "revised" and is_(then[1], "plan"):
        return True
    if not is_(items[at], "draft-verb") or not at:
        return False
    if items[at - 1].actor:
        return at < 2 or not (is_(items[at - 2], "draft-verb") or is_(items[at - 2], "plan-to"))
    return is_(items[at - 1], "adverb")


def _governed(sentence: Sentence, plan: Plan) -> None:
    """The verb that the plan is the object of, and its subject."""
    items = sentence.items
    at = plan.at if is_(items[plan.at], "plan-made") else _verb_before(items, plan)
    if at is None:
        return
    if items[at].says("draft-verb") == "got":
        _received(sentence, plan, at)
        return
    subject = _subject(sentence, at)
    event = "proposed" if at == plan.at else shown(items[at], subject) or "discussed"
    before = items[max(0, at - NEAR) : at]
    void = any(is_(item, "plan-void") for item in before)
    ahead = any(is_(item, "plan-ahead") for item in before)
    if event == "accepted" and subject and at and is_(items[at - 1], "plan-no"):
        event, void = "rejected", False
    plan.unreal = void
    if void or (event in ("accepted", "rejected") and (ahead or not subject or _denied(items, plan))):
        return
    if plan.shrunk:
        event = "revised"
    if event == "proposed" and plan.event not in ("proposed", "revised"):
        return
    if event == "proposed" and plan.event == "revised" and not subject:
        return
    plan.happens(items[at], event, "planned" if ahead and event != "revised" else "done")
    plan.by = subject
    told = plan.again and event == "sent"
    if subject and not told and (event in ("proposed", "sent") or (event == "revised" and not plan.authors)):
        plan.authors = plan.authors or subject
    plan.first = _opens(items, at, subject)
    if event == "sent":
        plan.to = plan.to or _given_to(items, at, plan)


def _subject(sentence: Sentence, at: int) -> list[Actor]:
    """Who stands before the verb, over adverbs and dates; else the subject of the sentence."""
    items = sentence.items
    n = at - 1
    while n > max(0, at - 6) and not items[n].actor and _light(items[n]):
        n -= 1
    if n >= 0 and items[n].actor and not (n and (is_(items[n - 1], "at") or is_(items[n - 1], "of"))):
        found: list[Actor] = []
        joined = False
        while n >= 0 and (items[n].actor or (n and items[n - 1].actor and _joins_back(items[n], joined or n == 1))):
            actor = items[n].actor
            if actor:
                found.insert(0, actor)
            joined = joined or actor is None
            n -= 1
        return found
    return sentence_subject(sentence, at)


def _joins_back(item: Item, joined: bool) -> bool:
    return item.code == "-" or is_(item, "and") or (joined and item.code == ",")


def _light(item: Item) -> bool:
    if is_(item, "plan-end") and not is_(item, "adverb"):
        return False
    return item.code in "wT()'\"" or any(is_(item, name) for name in ("adverb", "plan-void", "plan-ahead", "rank"))


def _verb_before(items: list[Item], plan: Plan) -> int | None:
    """The nearest verb before the noun, over light words and one receiver or partner."""
    actors = loose = 0
    for n in range(plan.at - 1, max(-1, plan.at - BACK), -1):
        item = items[n]
        if is_(item, "draft-verb") and not (is_(item, "plan") and _is_noun(items, n)):
            return n
        if is_(item, "meet-noun") and any(is_(i, "plan-about") for i in items[n + 1 : plan.at]):
            return n
        if item.actor or item.code == "L":
            actors += 1
            if actors > 1:
                return None
        elif item.code == "w":
            loose += 1
            if loose > LOOSE:
                return None
        elif not any(is_(item, name) for name in BETWEEN) and item.code not in "'\"D":
            return None
    return None


def _is_noun(items: list[Item], at: int) -> bool:
    """Is a word that may be a verb a noun here: after a determiner, a verb or a preposition?"""
    last = items[at - 1] if at else None
    return last is None or is_(last, "determiner") or is_(last, "draft-verb") or is_(last, "plan-about")


def _received(sentence: Sentence, plan: Plan, at: int) -> None:
    """`Kiev nhận từ Mỹ bản dự thảo`: sent by whom it comes from, to the subject."""
    items = sentence.items
    if any(is_(item, "plan-void") for item in items[max(0, at - NEAR) : at]):
        return
    givers = [item.actor for item in items[at + 1 : plan.at] if item.actor]
    plan.happens(items[at], "sent")
    plan.authors = plan.authors or givers
    plan.by = plan.authors
    plan.to = _subject(sentence, at)
    plan.first = _opens(items, at, plan.to)


def _denied(items: list[Item], plan: Plan) -> bool:
    """`bác kế hoạch là do Nga soạn`: what is turned down is a claim about the plan."""
    return any(is_(item, "plan-is") for item in items[plan.last : plan.last + 6])


def _given_to(items: list[Item], at: int, plan: Plan) -> list[Actor]:
    between = [item.actor for item in items[at + 1 : plan.at] if item.actor]
    if between:
        return between
    found, last = receiver(items, plan.last)
    plan.last = last
    return found


def _opens(items: list[Item], at: int, subject: list[Actor]) -> int:
    """Where the clause that tells it begins: at its subject where that is near, else at the verb."""
    found = [n for n in range(max(0, at - 12), at) if items[n].actor in subject]
    between = items[found[0] : at] if found else []
    return found[0] if found and not any(i.code in ",;:" and not _goes_on(between, i) for i in between) else at


def _goes_on(items: list[Item], mark: Item) -> bool:
    at = index_of(items, mark)
    return at + 1 < len(items) and items[at + 1].actor is not None


def _elsewhere(plan: Plan, start: int, story: Story) -> tuple[str, ...]:
    """Whose the plan is by another mention: one of as many points, else the nearest before, else the first after."""
    if plan.sort in ("deal", "own") or (plan.verb is None and plan.sort == "plain" and not (plan.again or plan.topic)):
        return ()
    told = story.once("plans of somebody", lambda: _those(story, lambda other: other.authors and other.theirs()))
    open_ = story.once("plans without points", lambda: [(at, other) for at, other in told if other.points is None])
    counted = story.once("plans by points", lambda: _by_points(told))
    value = number_of(plan.points)
    if plan.event == "revised" and plan.points is not None:
        value = number_of(plan.before)
    if value is None:
        open_ = told
    before = bisect_left(open_, start, key=_place_of)
    after = bisect_right(open_, start, key=_place_of)
    near = [plan for _, plan in (*open_[:before][-1:], *open_[after : after + 1])]
    for other in [*counted.get(value, ()), *near]:
        return story.parties(other.authors)
    return ()


def _those(story: Story, fit: Callable[[Plan], object]) -> list[tuple[int, Plan]]:
    """The plans of the article that fit, each with its place, in text order."""
    return [(at, plan) for at, plan in _plans(story).items() if fit(plan)]


def _place_of(told: tuple[int, Plan]) -> int:
    return told[0]


def _by_points(told: list[tuple[int, Plan]]) -> dict[float | None, list[Plan]]:
    """The first plan of each number of points."""
    found: dict[float | None, list[Plan]] = {}
    for _, plan in told:
        if plan.points and number_of(plan.points) is not None:
            found.setdefault(number_of(plan.points), [plan])
    return found


def _points_told(start: int, story: Story) -> list[float | None]:
    """The numbers of points told last before an offset, in text order."""
    told = story.once("plans with points", lambda: _those(story, lambda plan: plan.points))
    at = bisect_left(told, start, key=_place_of)
    return [number_of(plan.points) for _, plan in told[max(0, at - BEFORE) : at]]


def _user(sentence: Sentence, plan: Plan, story: Story) -> tuple[str, ...]:
    """Who plans to use the assets of another: the body of states that the sentence is about or the article names."""
    if not plan.assets:
        return ()
    everybody = story.once("bodies", lambda: _bodies(story, story.parsed.actors()))
    return _bodies(story, sentence_subject(sentence, plan.at)) or everybody


def _bodies(story: Story, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The first body of states among the actors."""
    bodies = [party for party in story.parties(actors) if len(party) != STATE and party not in ("UN", "NATO")]
    return tuple(bodies[:1])


def _points_before(plan: Plan, start: int, story: Story) -> object:
    """The points of the plan that "this plan" goes back to."""
    if not plan.again:
        return None
    return next(reversed(_points_told(start, story)), None)


def _points_were(plan: Plan, start: int, story: Story) -> object:
    """How many points there were before; a plan that shrinks had those of the plan told last."""
    if plan.before or plan.points is None or plan.verb is None or plan.event != "revised" or not plan.shrunk:
        return number_of(plan.before)
    told = reversed(_points_told(start, story))
    return next((value for value in told if value != number_of(plan.points)), None)


def _counts(plan: Plan, authors: tuple[str, ...], story: Story) -> bool:
    """Is it a plan of a negotiation, with an author, points, or something that happens to it?"""
    told = plan.points is not None
    if plan.sort == "it":
        return plan.event == "revised" and told
    if plan.sort == "copy" and not told and not plan.again:
        return False
    if plan.event == "discussed" and not authors and not told and plan.verb and is_(plan.verb, "meet-noun"):
        return False
    if plan.sort == "deal":
        return (plan.made and bool(authors)) or told or (plan.event in ("accepted", "rejected") and bool(plan.authors))
    if plan.unreal and plan.sort == "plain" and not told and not plan.authors:
        return False
    if plan.sort == "plain" and not told and (plan.talks or (plan.event == "rejected" and not authors)):
        return False
    if plan.sort == "plain" and not told and not plan.topic:
        known = story.once("plans known", lambda: any(_is_known(other) for other in _plans(story).values()))
        if plan.authors and plan.event != "proposed" and not plan.talks and _abroad(plan, authors, story):
            return True
        if not known or not (plan.again or plan.authors or (plan.verb and plan.event in ("revised", "leaked"))):
            return False
    return bool(authors) or told or plan.event != "proposed"


def _is_known(plan: Plan) -> bool:
    """Is the plan one that "the plan" may go back to?"""
    return plan.sort == "peace" or plan.topic or plan.points is not None


def _abroad(plan: Plan, authors: tuple[str, ...], story: Story) -> bool:
    """Does the plan go from one state or body to another?"""
    return any(party not in authors for party in story.parties([*plan.by, *plan.to]))


def _when(match: Match, plan: Plan, story: Story) -> tuple[str | None, Item | None]:
    """The date of what happens, in its clause or in what it came after; a plan merely somebody's has none."""
    if plan.verb is None:
        return None, None
    items = match.sentence.items
    if plan.event == "proposed":
        low = plan.last - 1 if plan.made and not plan.by else max(0, plan.first - NEAR)
        return _dated(items, low, plan.last + 3)
    when, dated = story.when(match, plan.first, plan.last)
    after = items[min(index_of(items, dated) + 1, len(items) - 1)] if dated else None
    if after and after.code == ":" and match.sentence.role == "headline":
        return None, None
    return (when, dated) if when else _dated(items, plan.last, plan.last + REACH)


def _dated(items: list[Item], first: int, last: int) -> tuple[str | None, Item | None]:
    """The first date in `items[first:last]`, before any act of speech."""
    for n, item in enumerate(items[first:last], first):
        if item.code in ".;:" or is_(item, "say"):
            break
        if item.code == "T" and isinstance(item.value, str) and item.value[:1] != "P" and not of_outlet(items, n):
            return item.value, item
    return None, None


def _place(items: list[Item], plan: Plan) -> str | None:
    """Where it happens: a place after the plan that "at" leads to, else one that opens the clause."""
    if plan.verb is None or plan.event == "proposed":
        return None
    spans = (range(plan.last, min(len(items), plan.last + 8)), range(max(1, plan.first - 4), plan.first))
    for n in (n for span in spans for n in span):
        if items[n].code == "L" and is_(items[n - 1], "plan-at"):
            return items[n].says("place")
    return None


KIND = Kind(
    name="draft",
    order=3,
    slots={"author": None, "points": None, "was_points": None, "event": None},
    further={"by": None, "to": None, "done": None, "place": None},
    key=("event", "points", "author"),
    scored=("author", "points", "was_points", "event", "when"),
    agrees=agrees,
    build=build,
    words={
        "event": ("proposed", "sent", "leaked", "revised", "discussed", "accepted", "rejected"),
        "done": ("done", "planned", "denied"),
    },
)
