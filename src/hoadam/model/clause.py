"""How far a clause runs: where the words somebody says, demands or claims come to an end."""

from itertools import pairwise

from hoadam.model.item import Item

STOPS = ".;!?"
MARKS = "\"'"
NEAR = 5  # items behind a subject in which its verb may stand
VIEW = 4  # items: a verb of viewing, what is viewed, and the copula
QUOTED = 24  # items: a longer quotation is one item


def skip(items: list[Item], at: int, *classes: str) -> int:
    """The first index from `at` on whose item is of none of the classes (a time counts as the class `time`)."""
    while at < len(items) and any(is_(items[at], name) for name in classes):
        at += 1
    return at


def is_(item: Item, name: str) -> bool:
    """Is the item of this class of the lexicon, or of this sort?"""
    if item.entry is not None and name in item.entry.classes:
        return True
    return item.type == name


def index_of(items: list[Item], item: Item) -> int:
    """Where this very item stands; other items are not compared, which would be slow."""
    return next(n for n, other in enumerate(items) if other is item)


def acts(item: Item) -> bool:
    """Does the item open an act of speech or a stance?"""
    return is_(item, "say") or is_(item, "stance")


def clause_end(items: list[Item], first: int, *, headline: bool = False) -> int:
    """The index after the last item of the content that begins at `first`."""
    at, quoted = first, False
    while at < len(items):
        item = items[at]
        if item.code in STOPS:
            return at
        quoted ^= item.text in MARKS
        if quoted and _closed(items, at):
            at += 1
            continue
        if at > first and ((item.code == "," and _closes(items, first, at, headline)) or _turns(items, at, first)):
            return at
        at += 1
    return at


def clause_start(items: list[Item], at: int) -> int:
    """The index of the first item of the clause that the item at an index stands in, over a copula right before it."""
    last = predicate(items, at)
    start = _boundary(items, last)
    if any(is_(item, "and") for item in items[start:last]):
        while start > 1 and items[start - 1].code == "," and not any(map(_predicates, items[start:last])):
            start, last = _boundary(items, start - 1), start - 1
    return start


def _boundary(items: list[Item], before: int) -> int:
    return next((n + 1 for n in range(before - 1, -1, -1) if opens(items[n]) and not _counted(items, n)), 0)


def _counted(items: list[Item], at: int) -> bool:
    """Is a verb of speech a noun here: "những cảnh báo"?"""
    return at > 0 and is_(items[at], "say") and is_(items[at - 1], "plural")


def _predicates(item: Item) -> bool:
    """Is it no part of a list of things ("…, an ninh và toàn vẹn lãnh thổ …"), but of a sentence?"""
    return acts(item) or is_(item, "aux") or is_(item, "must")


def predicate(items: list[Item], at: int) -> int:
    """The index at which the predicate begins whose chief word stands at an index: with its copula and its adverbs."""
    while at > 1 and (_leads_in(items[at - 1]) or (is_(items[at - 1], "determiner") and is_(items[at - 2], "copula"))):
        at -= 1
    return at


def _leads_in(item: Item) -> bool:
    return any(is_(item, name) for name in ("copula", "adverb", "manner"))


def opens(item: Item) -> bool:
    """Does a clause begin behind this item?"""
    if item.code in ",.;:" or is_(item, "say") or (is_(item, "that") and not is_(item, "nominal")):
        return True
    return item.says("turn") is not None and not is_(item, "and")


def _closed(items: list[Item], at: int) -> bool:
    """Is the quotation that is open here closed within a few words?"""
    return any(item.text in MARKS for item in items[at + 1 : at + QUOTED])


def _closes(items: list[Item], first: int, comma: int, headline: bool) -> bool:
    """Does this comma end the content: a credit, a turn, another act of speech, another speaker?"""
    at = skip(items, comma + 1, "adverb", "time")
    if at >= len(items):
        return False
    if items[at].says("turn") == "but":
        return _told_apart(items, at)
    if (
        items[at].code == "M"
        or is_(items[at], "according")
        or (is_(items[at], "turn") and items[at].says("turn") != "joins")
    ):
        return True
    if any(is_(item, "turn") and item.says("turn") == "hard" for item in items[comma + 1 : at]):
        return not _goes_on(items, comma + 1, at)
    if is_(items[at], "turn"):
        return _turns(items, at, comma)
    if acts(items[at]):
        return not is_(items[at], "brings-about")
    if items[at].actor:
        then = skip(items, at + 1, "adverb", "time")
        if then < len(items) and is_(items[then], "say") and not is_(items[first], "at"):
            return any(item.actor is None and item.code != "," for item in items[first:comma])
        return not items[comma - 1].actor and (headline or (then < len(items) and acts(items[then])))
    return _later(items, comma + 1)


def _later(items: list[Item], at: int) -> bool:
    """Do a few words that tell a length of time lead to "after" or "before" ("vài giờ sau khi")?"""
    for n in range(at, min(at + 5, len(items))):
        if is_(items[n], "turn") and items[n].says("turn") == "soft" and n > at and is_(items[n], "after"):
            return True
        if items[n].actor or items[n].code in ",.":
            return False
    return False


def _turns(items: list[Item], at: int, first: int) -> bool:
    """A turn without a comma before it."""
    kind = items[at].says("turn")
    if kind == "hard":
        then = skip(items, at + 1, "adverb", "time", "manner")
        ends = at > first + 1 or (at > first and items[first].actor is not None)
        return ends and not (then < len(items) and _goes_on(items, at, then))
    if kind == "joins":
        then = skip(items, at + 1, "adverb", "time")
        telling = then < len(items) and items[then].says("say") not in (None, "weak")
        return telling or _views(items[then : then + VIEW])
    if kind in ("soft", "but") and _adds_words(items, at):
        return at > first + 1
    if kind == "soft" and is_(items[at], "after"):
        return at > first + 1 and (is_(items[at], "when") or (_meets(items, at + 1) and not _joined(items, at)))
    return False


def _told_apart(items: list[Item], turn: int) -> bool:
    """Does "but" lead to another act, to what is not told, to another's doubt: not to more of the content?"""
    then = skip(items, turn + 1, "adverb", "time", "manner", "negation")
    if then + 1 >= len(items) or acts(items[then]) or is_(items[then], "withholds") or is_(items[then + 1], "this"):
        return True
    actor = items[then].actor
    return actor is not None and (actor.vague or any(map(acts, items[then + 1 : then + NEAR])))


def _views(items: list[Item]) -> bool:
    """Does somebody call something what it is: "và coi đó là …"?"""
    return bool(items) and is_(items[0], "viewed") and any(is_(item, "copula") for item in items[1:])


def _goes_on(items: list[Item], turn: int, then: int) -> bool:
    """Does a turn that only adds ("đồng thời") lead to more of the content, and to no other act of the speaker?"""
    if not any(is_(item, "goes-further") for item in items[turn:then]):
        return False
    subject = items[then].actor is not None
    act = skip(items, then + 1, "adverb", "time", "manner") if subject else then
    return act < len(items) and not (acts(items[act]) or is_(items[act], "courtesy"))


def _joined(items: list[Item], at: int) -> bool:
    """Is more of the content joined to what stands here: ", và …"?"""
    end = next((n for n in range(at, len(items)) if items[n].code in STOPS), len(items))
    return any(a.code == "," and is_(b, "and") for a, b in pairwise(items[at:end]))


def _adds_words(items: list[Item], at: int) -> bool:
    """Does the same subject say more behind this turn ("… nhưng nhấn mạnh …")?"""
    then = skip(items, at + 1, "adverb", "time")
    if is_(items[at], "after") or then >= len(items):
        return False
    return items[then].says("say") == "told" or is_(items[then], "withholds")


def _meets(items: list[Item], at: int) -> bool:
    """Does a meeting or an utterance stand here, so that the words tell when something was said?"""
    at = skip(items, at, "determiner", "count", "number")
    return at < len(items) and any(is_(items[at], name) for name in ("meet-noun", "visit-noun", "utterance"))


def trimmed(items: list[Item], first: int, last: int) -> tuple[int, int]:
    """The bounds without marks and blanks at either end, quotation marks that pair kept."""
    while first < last and items[first].code in ",:-.;":
        first += 1
    while last > first and items[last - 1].code in ",:-.;!?…":
        last -= 1
    return first, last
