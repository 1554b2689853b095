"""What was said, in the words reported, without the frame around them."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, content, equal
from hoadam.model.clause import clause_end, trimmed
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.story import Story, Told, sentence_subject


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`: one speaker, and half of the shorter and a third of all words in common."""
    if not equal(a, b, "speaker"):
        return False
    one, other = content(a.get("quote")), content(b.get("quote"))
    common = len(one & other)
    return common * 2 >= max(1, min(len(one), len(other))) and common * 3 >= len(one | other)


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each speaker, over the words said."""
    found = _content(match, story)
    if found is None:
        return
    first, last, (start, end), direct = found
    items = match.sentence.items[first:last]
    actors = speakers(match, story)
    voices = story.voices(actors) or ([story.last_voice] if match.constants.get("speaker") == "last" else [])
    medium = match.one("medium")
    for voice in voices:
        if voice is None:
            continue
        story.told.append(Told(start, end, voice, actors[-1] if actors else None))
        yield story.fact(
            "statement",
            match,
            (start, end),
            KIND.empty()
            | {
                "speech": "direct" if direct else "indirect",
                "medium": medium.says("medium") if medium else None,
                "issues": story.issues(items),
            },
            speaker=voice.speaker,
            named=voice.named,
            office=voice.office,
            via=(medium.says("medium") or "",) if medium and medium.says("platform") is None else (),
            when=_said(match),
            sources={"speaker": match.captures.get("speaker", [])},
        )
    if actors:
        story.last_actor, story.last_voice = actors[-1], voices[-1] if voices else None


def speakers(match: Match, story: Story) -> list[Actor]:
    """Who says it: captured, or the subject of the sentence, or the last who spoke."""
    actors = match.actors("speaker")
    if not actors and match.constants.get("speaker") == "subject":
        actors = sentence_subject(match.sentence, match.first if match.first else match.last)
    if not actors and match.constants.get("speaker") == "last" and story.last_actor:
        actors = [story.last_actor]
    return [actor for actor in actors if actor.people or actor.parties or actor.vague]


def _said(match: Match) -> str | None:
    """The date on the verb of saying: captured, or opening the sentence."""
    dated = match.one("when") or next((i for i in match.sentence.items[: match.first] if i.code == "T"), None)
    return str(dated.value) if dated and dated.value and str(dated.value)[0] != "P" else None


Found = tuple[int, int, tuple[int, int], bool]


def _content(match: Match, story: Story) -> Found | None:
    """Item bounds, text bounds and directness of what is said; None where nothing with content is."""
    items = match.sentence.items
    quotation = match.one("content")
    if quotation is not None:
        at = items.index(quotation)
        return at, at + 1, _inner(quotation), True
    verb = match.one("verb")
    first = match.last
    if verb is not None and verb.says("say") == "keep":
        first = items.index(verb)
    following = next((i for i in range(first, min(first + 3, len(items))) if items[i].code == "Q"), None)
    if following is not None and all(item.code in ":,-" for item in items[first:following]):
        return following, following + 1, _inner(items[following]), True
    last = clause_end(items, first)
    first, last = trimmed(items, first, last)
    if not _says_something(items, first, last, verb, match):
        return None
    return _bounds(items, first, last, match)


def _says_something(items: list[Item], first: int, last: int, verb: Item | None, match: Match) -> bool:
    if last <= first or items[first].says("of") is not None or items[first].says("about") is not None:
        return False
    if last - first == 1 and items[first].code != "Q" and items[first].text.count(" ") < 1:
        return False
    if verb is not None and verb.says("say") == "weak":
        opened = items[match.last - 1].says("that") is not None or items[match.last - 1].code == ":"
        return opened or any(item.says("copula") is not None for item in items[first:last])
    return not (verb is not None and verb.says("say") == "bare")


def _bounds(items: list[Item], first: int, last: int, match: Match) -> Found:
    start, end = items[first].start, items[last - 1].end
    marks = [n for n in range(first, last) if items[n].text in ('"', "'")]
    if len(marks) == 2 and marks == [first, last - 1] and last - first > 2:
        return first, last, (items[first + 1].start, items[last - 2].end), True
    if len(marks) == 1:
        if marks == [last - 1]:
            return first, last - 1, (start, items[last - 2].end), False
        if marks == [first]:
            return first + 1, last, (items[first + 1].start, end), True
    colon = items[match.last - 1].code == ":"
    direct = colon and any(item.says("first-person") is not None for item in items[first:last])
    return first, last, (start, end), direct


def _inner(quotation: Item) -> tuple[int, int]:
    words = quotation.text
    start, end = quotation.start, quotation.end
    if words[:1] in "\"'":
        start += 1
    if len(words) > 1 and words[-1] in "\"'":
        end -= 1
    inside = quotation.text[start - quotation.start : end - quotation.start]
    end -= len(inside) - len(inside.rstrip(" .,"))
    start += len(inside) - len(inside.lstrip())
    return start, end


KIND = Kind(
    name="statement",
    order=5,
    slots={"speech": None, "medium": None},
    further={"to": None, "issues": ()},
    scored=("speaker", "speech", "medium", "named", "via"),
    agrees=agrees,
    build=build,
    words={"speech": tuple(["direct", "indirect"])},
)
