"""A stance as a rule has found it: verb, what is wanted, who holds it, and whether it reads as one at all."""

from dataclasses import dataclass
from itertools import pairwise

from hoadam.model.clause import clause_end, clause_start, is_, predicate, skip, trimmed
from hoadam.model.holder import on_paper, plan_author, speaking, subject_before
from hoadam.model.item import Actor, Item, Sentence
from hoadam.model.parsed import Match
from hoadam.model.story import Story, Told, flat
from hoadam.model.wish import issue_of

RELATIVE = ("made", "passive")
PRONOUNS = ("man", "woman")
LISTED = 12  # sentences that a list may run over
MARKS = '"“”'  # of quotation
FAR = 14  # items between a deal and what must be in it
OPPOSITE = {"accepts": "rejects", "offers": "rejects", "rejects": "accepts", "undecided": ""}


@dataclass(slots=True)
class Stand:
    """A stance found in a sentence: its verb, the items of what is wanted, who holds it and who tells it."""

    match: Match
    verb: Item
    at: int
    first: int
    last: int
    stance: str
    actors: list[Actor]
    told: Told | None
    parties: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()  # for whom the one speaks who tells it

    @property
    def items(self) -> list[Item]:
        """The items of the sentence."""
        return self.match.sentence.items


def stand_of(match: Match, story: Story) -> Stand | None:
    """The stance as matched; None where nothing with content is wanted."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None:
        return None
    at = items.index(verb)
    first, last = _content(match, at, story)
    stance = _stance(match, verb)
    if (last <= first and not match.constants.get("bare")) or not stance:
        return None
    if match.constants.get("content") == "clause" and first and is_(items[first - 1], "viewed"):
        return None
    short = match.constants.get("content") == "clause" and last - first < 2
    if short and not (items[first].says("issue") or verb.says("issue")):
        return None
    if _untold(match, at, last, stance):
        return None
    told = story.voice_at(verb.start, verb.end)
    actors = _holders(match, story, at, told)
    stand = Stand(match, verb, at, first, last, stance, actors, told)
    if first < len(items) and _reads_otherwise(stand):
        return None
    own = story.parties(match.actors("own"))
    if own and actors and own != story.parties(actors):
        return None
    stand.parties = story.parties([actor for actor in _standing(stand) if actor.tense != "former"])
    if not stand.parties and match.constants.get("party") == "subject":
        stand.parties = story.parties(_subject_told(items[:at]))
    stand.telling = story.parties([told.actor]) if told and told.actor else ()
    return stand


def _subject_told(items: list[Item]) -> list[Actor]:
    """The subject of what was said last: the actor right behind the verb of speech."""
    for n in range(len(items) - 1, 0, -1):
        if items[n].actor and any(is_(item, "say") for item in items[max(0, n - 2) : n]):
            return [actor for actor in (items[n].actor,) if actor]
    return []


def run_on(match: Match, story: Story) -> Match:
    """The match of a list in a sentence that goes on behind each semicolon."""
    one = match.sentence
    at = story.parsed.index_at(one.start)
    behind = story.parsed.sentences[at + 1 : at + LISTED]
    items = list(one.items)
    for other in behind:
        if items[-1].code != ";" or other.paragraph != one.paragraph:
            break
        items += other.items
    whole = Sentence(one.start, items[-1].end, one.role, items, one.paragraph)
    return Match(match.kind, match.rule, match.constants, whole, match.first, match.last, match.captures)


def _untold(match: Match, at: int, last: int, stance: str) -> bool:
    """Is it denied, only possible, of another subject, or without a thing that is wanted?"""
    items = match.sentence.items
    if match.constants.get("party") == "voice" and items[match.first].says("say") == "keep":
        return True
    if match.constants.get("party") == "subject" and is_(items[match.first], "when"):
        return True
    if (
        stance == "demands"
        and not match.constants.get("may")
        and any(is_(item, "maybe") for item in items[max(match.first, at - 3) : at])
    ):
        return True
    if any(is_(item, "elsewhere") for item in flat(items[match.first : last])):
        return True
    if _in_list(match) or _one_of_several(match, at):
        return True
    return at + 1 < len(items) and items[at + 1].code == "," and not match.constants.get("content")


def _one_of_several(match: Match, at: int) -> bool:
    """Is the verb a deed that is wanted of somebody, in return or after "and" or a comma?"""
    items = match.sentence.items
    captured = match.captures.get("party")
    if captured and is_(items[at], "deed-stance"):
        before = items[: items.index(captured[0])][-3:]
        if not before or not is_(before[-1], "stance-about"):
            return False
        return any(is_(item, name) for item in before for name in ("exchange", "comprise", "viewed"))
    if match.constants.get("party") != "subject" or not is_(items[at], "deed-stance") or is_(items[at - 1], "aux"):
        return False
    for n in range(at - 1, -1, -1):
        if items[n].code == ";" or (items[n].says("turn") in ("hard", "soft") and not is_(items[n], "goes-further")):
            return False
        if items[n].says("stance") is not None or items[n].says("must") is not None or is_(items[n], "condition-noun"):
            if not is_(items[n], "deed-stance") or _wants(items[n]):
                return _wants(items[n])
        elif is_(items[n], "condition") and not is_(items[n], "turn"):
            return True
    return False


def _in_list(match: Match) -> bool:
    """Does the captured party go on a list that stands after a word of wishing or of place?"""
    captured = match.captures.get("party")
    if not captured or match.constants.get("plan"):
        return False
    items = match.sentence.items
    first = items.index(captured[0])
    plain = True
    while first > 1 and (items[first - 1].code in ",-" or is_(items[first - 1], "and")) and items[first - 2].actor:
        plain &= items[first - 1].code != ","
        first -= 2
    if first == items.index(captured[0]) or not first:
        return False
    return is_(items[first - 1], "imagined") or (plain and is_(items[first - 1], "at"))


def _standing(stand: Stand) -> list[Actor]:
    """The holders; of a list that begins within another clause ("… aimed at Syria, Russia calls") the last alone."""
    captured = stand.match.captures.get("party", [])
    if len(stand.actors) < 2 or not captured:
        return stand.actors
    items = stand.items
    first = items.index(captured[0])
    opens = first == 0 or items[first - 1].code in ",:;-" or is_(items[first - 1], "turn")
    joined = any(is_(item, "and") or item.code == "-" for item in captured)
    return stand.actors if opens or joined else stand.actors[-1:]


def _content(match: Match, at: int, story: Story) -> tuple[int, int]:
    """The items of what is wanted."""
    items = match.sentence.items
    where = match.constants.get("content", "verb+1")
    if where == "list":
        return trimmed(items, match.last, _stop(items, match.last))
    if where == "before":
        start = clause_start(items, at)
        link = match.captures.get("link")  # a verb that ties the thing to the stance
        end = items.index(link[0]) if link else at
        return trimmed(items, max(start, items.index(match.captures["what"][0])), end)
    if where in ("clause", "around"):
        first = clause_start(items, at)
        return trimmed(items, first, predicate(items, at) if where == "clause" else clause_end(items, at))
    if where == "before-who":
        what = match.captures.get("what")
        return items.index(what[0]) if what else at, items.index(match.captures["party"][0]) - 1
    if where == "between":
        return trimmed(items, at + 1, items.index(match.captures["party"][0]) - 1)
    if where == "after-what":
        first = items.index(match.captures["what"][0])
        return trimmed(items, first, clause_end(items, first))
    if where == "back":
        return items.index(match.captures["what"][0]), at + 1
    if where == "so-far":
        return 0, items.index(match.captures["party"][0]) or at + 1
    first = {"verb": at, "after": match.last, "after-who": match.last - 1}.get(str(where), at + 1)
    first = _within(items, first)
    return trimmed(items, first, min(_content_end(items, first, at), _quote_end(items, first, at, story)))


def _within(items: list[Item], first: int) -> int:
    """Where the thing wanted of a deal begins: `rằng bất kỳ thỏa thuận nào cũng phải bao gồm <điều>`."""
    at = skip(items, first, "that", "any", "determiner")
    if at == first or at >= len(items) or not (is_(items[at], "deal") or is_(items[at], "plan")):
        return first
    must = next((n for n in range(at, min(len(items), at + FAR)) if items[n].says("must") is not None), None)
    if must is None or any(items[n].code in ".;," for n in range(at, must)):
        return first
    return skip(items, must + 1, "comprise")


def _content_end(items: list[Item], first: int, at: int) -> int:
    """The end of the clause, over further deeds that are wanted ("…, dỡ bỏ …")."""
    last = next((n for n in range(first + 1, clause_end(items, first)) if is_(items[n], "contrast")), None)
    if last is not None:
        return last
    last = clause_end(items, first)
    while _wants(items[at]) and last + 1 < len(items) and items[last].code == "," and _is_deed(items, last + 1):
        last = clause_end(items, last + 1)
    return last


def _quote_end(items: list[Item], first: int, at: int, story: Story) -> int:
    """The end of the quoted words that the verb stands in, if they name an issue; else that of the sentence."""
    if marks(story.text(max(0, items[0].start - 1), items[at].start)) % 2 == 0:
        return len(items)
    shut = (n for n in range(first + 1, len(items)) if marks(story.text(items[n - 1].end, items[n].start)))
    end = next(shut, len(items))
    return end if issue_of(items[first:end]) else len(items)


def marks(text: str) -> int:
    """How many marks of quotation there are."""
    return sum(map(text.count, MARKS))


def _stop(items: list[Item], first: int) -> int:
    """The end of a list, which may run over semicolons."""
    for n in range(first, len(items)):
        if items[n].code in ".!?" or (is_(items[n], "say") and items[n - 1].code == ","):
            return n
    return len(items)


def _is_deed(items: list[Item], at: int) -> bool:
    then = skip(items, at, "adverb", "and", "manner", "goes-further")
    if then >= len(items):
        return False
    further = is_(items[at], "goes-further") and not is_(items[at], "and")
    return is_(items[then], "deed-stance") or (further and is_(items[then], "concedes"))


def wants_before(items: list[Item], at: int) -> bool:
    """Is the last stance before an index a demand?"""
    last = next((item for item in reversed(items[:at]) if item.says("stance") or item.says("must")), None)
    while last is not None and is_(last, "deed-stance"):
        at = next(n for n, item in enumerate(items) if item is last)
        last = next((item for item in reversed(items[:at]) if item.says("stance") or item.says("must")), None)
    return last is not None and _wants(last)


def _wants(item: Item) -> bool:
    """Does the word open things that are wanted or offered?"""
    if item.says("must") is not None or item.says("must-come") is not None or is_(item, "condition-noun"):
        return True
    return item.says("stance") == "demands"


def _stance(match: Match, verb: Item) -> str:
    by = str(match.constants.get("by", "stance"))
    stance = str(match.constants.get("stance") or verb.says(by) or verb.says("must-come") or verb.says("must") or "")
    negation = match.value("neg", "negation")
    if negation is None:
        return stance
    if stance == "demands":
        return "rejects" if is_(verb, "wish") else ""
    if negation == "yet" and stance in ("accepts", "offers"):
        return "undecided"
    return OPPOSITE.get(stance, "")


def _reads_otherwise(stand: Stand) -> bool:
    """A noun after all, a denial of a report, a question, a threat, or a wish that concerns nobody else."""
    items, verb = stand.items, stand.verb
    after = items[stand.first]
    if stand.match.constants.get("plan") and verb.says("stance-noun") == "offers" and not after.actor:
        return True
    opening = items[stand.first : stand.first + 5]
    going_back = stand.match.constants.get("content") in ("so-far", "back")
    if going_back and any(is_(item, "accusation") for item in items[: stand.at]):
        return True
    if stand.match.constants.get("content"):
        return stand.match.constants.get("stance") == "offers" and is_(after, "harm")
    if stand.match.constants.get("plan") and stand.stance in ("accepts", "rejects") and verb.says("must") is None:
        return True
    if any(is_(item, "question") for item in items[stand.first : stand.first + 3]) or (
        is_(verb, "by-subject") and "party" not in stand.match.captures
    ):
        return True
    if stand.stance == "offers" and is_(after, "any") and any(is_(item, "package") for item in opening[:2]):
        return True  # no option is ruled out: a threat
    if is_(after, "no-comment") or (is_(verb, "by-subject") and is_(after, "meet-noun")):
        return True
    if stand.at and is_(items[stand.at - 1], "nominal"):
        return True
    if stand.stance == "rejects" and any(is_(item, "use-of-force") for item in opening[:2]):
        return True
    if is_(after, "threat") and (verb.says("must") or verb.says("stance") == "offers"):
        return True
    if verb.says("stance-noun") is not None and _is_told_of(stand):
        return True
    if verb.says("stance-noun") is not None and (is_(after, "of") or is_(after, "pointing") or _noun(stand)):
        return True
    if verb.says("stance") == "rejects" and (_alleged(stand) or _denial(stand)):
        return True
    if stand.stance == "undecided" and any(is_(item, "threat") or is_(item, "assault") for item in opening):
        return True
    if verb.says("stance") == "offers" and not is_(after, "against") and any(is_(item, "threat") for item in opening):
        return True
    if is_(verb, "held") and any(is_(item, "about") for item in opening[:3]):
        return True
    if is_(verb, "seek") and not is_(after, "cede") and after.says("issue") is None:
        return True
    if is_(after, "condition") or (stand.stance == "accepts" and is_(after, "claim-that")):
        return True
    if stand.stance == "accepts" and is_(after, "about") and not is_(after, "and"):
        return True
    return (
        (is_(verb, "wish") and any(is_(after, name) for name in ("self", "no-comment")))
        or is_(after, "of")
        or is_(after, "pointing")
    )


def _alleged(stand: Stand) -> bool:
    """Is it a charge or a rumour that is refused?"""
    first = skip(stand.items, stand.first, "determiner")
    return first < stand.last and is_(stand.items[first], "allegation")


def _denial(stand: Stand) -> bool:
    """Is it a report that is refused, "that … is …", rather than a thing?"""
    if is_(stand.verb, "recognise"):
        return False
    told = stand.items[stand.first : stand.last]
    end = next((n for n, item in enumerate(told) if item.code == "," or item.says("maker") in RELATIVE), len(told))
    return any(is_(item, "copula") for item in told[:end])


def _is_told_of(stand: Stand) -> bool:
    """Is it the noun, and the subject of what is not to be accepted ("đề xuất … là không thể chấp nhận")?"""
    told = stand.items[stand.first : stand.last]
    return any(is_(item, "off-table") or is_(item, "red-line") for item in told)


def _noun(stand: Stand) -> bool:
    """Is a verb that may be a noun one here? It has no subject and no adverb, and no deed follows."""
    after = stand.items[stand.first]
    if (is_(after, "about") and not is_(after, "give")) or after.says("aside") is not None:
        return True
    if "party" in stand.match.captures or is_(stand.items[stand.at - 1], "adverb"):
        return False
    near = stand.items[stand.first : stand.first + 4]
    if any(is_(one, "maker") and two.actor for one, two in pairwise(near)):
        return True  # a proposal by somebody
    return after.code == "D" or is_(after, "at") or is_(after, "rank") or is_(after, "time")


def _holders(match: Match, story: Story, at: int, told: Told | None) -> list[Actor]:
    """Who stands there: captured, or who speaks, or the subject that the verb goes on from."""
    who = match.constants.get("party")
    actors = match.actors("party") or (match.actors("verb") if who is None else [])
    if who in ("told", "voice") and actors:
        return actors
    if who == "plan":
        return plan_author(story, match.start)
    if who == "told" or (told and who in ("told-or-plan", "told-or-subject")):
        return [one.actor for one in story.told_as(told) if one.actor] if told else []
    if who == "told-or-plan" and any(is_(item, "condition-noun") for item in match.sentence.items[:at]):
        return []
    if who == "told-or-plan":
        return plan_author(story, match.start) if on_paper(story, match.sentence) else []
    if told and told.actor and _is_pronoun_of(match, actors):
        return [told.actor]
    if who == "voice":
        actors = speaking(match.sentence.items, match.first)
        if not actors and told and told.actor:
            return [told.actor]
    return actors or subject_before(match.sentence, at)


def _is_pronoun_of(match: Match, actors: list[Actor]) -> bool:
    """Does a pronoun right behind a verb of speech stand for who speaks ("… tuyên bố ông sẵn sàng …")?"""
    if len(actors) != 1 or actors[0].anaphor not in PRONOUNS:
        return False
    items = match.sentence.items
    at = items.index(match.captures["party"][0])
    while at > 1 and is_(items[at - 1], "that"):
        at -= 1
    return at > 0 and is_(items[at - 1], "say")
