"""Who follows whom in an office, told anywhere in an article, and which office it is."""

from collections.abc import Iterable

from hoadam.model.clause import is_
from hoadam.model.item import Actor, Item
from hoadam.model.story import Story, sentence_subject

# Offices that one person holds at a time.
SINGLE = (
    "president", "prime minister", "foreign minister", "defence minister", "supreme leader", "general secretary",
    "king", "pope", "secretary-general", "national security adviser", "chief of staff",
)  # fmt: skip
LINK = 5  # items between a verb of following and the one who is followed


def predecessors(story: Story) -> dict[str, str]:
    """Whom each new holder of an office follows: "ông A thay thế ông B", "người tiền nhiệm của ông A là ông B"."""
    return story.once("predecessors", lambda: dict(_pairs(story)))


def office_left(person: str | None, story: Story) -> str | None:
    """The office that somebody leaves to a successor of whom the article says what he or she was made."""
    successor = next((new for new, old in predecessors(story).items() if old == person), None)
    return story.once("seats", lambda: dict(reversed(list(_seats(story))))).get(successor or "")


def last_holder(person: str | None, title: str | None, of: str | None, story: Story) -> str | None:
    """The one other person whom the article gives the very office that somebody takes."""
    if person is None or title not in SINGLE or of is None:
        return None
    held = {
        name
        for actor in story.parsed.actors()
        if actor.called == title and (actor.of or of) == of and actor.tense != "designate"
        for name in actor.people
        if (actor.of or story.states.get(name)) == of and name != person
    }
    return next(iter(held)) if len(held) == 1 else None


def _pairs(story: Story) -> Iterable[tuple[str, str]]:
    for sentence in story.parsed.sentences:
        items = sentence.items
        for n, item in enumerate(items):
            if is_(item, "forerunner") and n + 1 < len(items) and is_(items[n + 1], "of"):
                new, old = _next_person(items, n + 1), _next_person(items, _copula(items, n))
            elif is_(item, "succeed"):
                new, old = _first(story, sentence_subject(sentence, n)), _next_person(items, n)
            else:
                continue
            if new and old and new != old:
                yield new, old


def _copula(items: list[Item], at: int) -> int:
    return next((n for n in range(at + 2, min(at + 8, len(items))) if is_(items[n], "copula")), len(items))


def _next_person(items: list[Item], at: int) -> str | None:
    """The person right behind a verb, past words like "the place of" and "his predecessor"."""
    for item in items[at + 1 : at + 1 + LINK]:
        if item.actor and item.actor.people:
            return item.actor.people[0]
        if item.actor or item.code in ".;,:":
            return None
    return None


def _first(story: Story, actors: list[Actor]) -> str | None:
    return next(iter(story.people(actors)), None)


def _seats(story: Story) -> Iterable[tuple[str, str]]:
    """Each person with the office that words of naming give him or her, the likeliest first."""
    for sentence in story.parsed.sentences:
        last: str | None = None
        for before, item in zip(sentence.items, sentence.items[1:], strict=False):
            actor = item.actor
            if actor is None:
                continue
            if actor.called and last and (is_(before, "as") or is_(before, "before")):
                yield last, actor.called
                last = None
            last = actor.people[0] if actor.people and not is_(before, "as") else last
