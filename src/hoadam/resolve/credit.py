"""Who is credited for a fact, and through which outlets it came."""

from dataclasses import replace

from hoadam.model.fact import Fact
from hoadam.model.item import Item, Sentence
from hoadam.model.parsed import Parsed
from hoadam.model.story import Story


def credited(facts: list[Fact], story: Story) -> list[Fact]:
    """The facts with `via` from the credits of their paragraph, and with the speaker whose words they stand in."""
    credits = _credits(story.parsed)
    found = []
    for fact in facts:
        if fact.kind == "role":
            found.append(fact)
            continue
        told = story.voice_at(fact.start, fact.end) if fact.kind not in ("statement", "position", "claim") else None
        if told and fact.speaker is None:
            fact = replace(fact, speaker=told.voice.speaker, named=told.voice.named)
        via = fact.via or _via(fact, credits, story.parsed)
        found.append(replace(fact, via=via))
    return found


def _credits(parsed: Parsed) -> dict[int, tuple[str, ...]]:
    """Paragraph -> the outlets that it credits."""
    found: dict[int, tuple[str, ...]] = {}
    for sentence in parsed.sentences:
        medium = _credit(sentence)
        if medium and sentence.role == "body":
            found.setdefault(sentence.paragraph, (medium,))
    return found


def _credit(sentence: Sentence) -> str | None:
    items = sentence.items
    for n, item in enumerate(items):
        if item.code != "M" or item.says("platform") is not None:
            continue
        before = _before(items, n)
        after = items[n + 1 : n + 4]
        if before is not None and before.says("according") is not None:
            return item.says("medium")
        if any(i.says("reports") is not None for i in after):
            return item.says("medium")
    return None


def _before(items: list[Item], at: int) -> Item | None:
    at -= 1
    while at >= 0 and items[at].says("outlet-word") is not None:
        at -= 1
    return items[at] if at >= 0 else None


def _via(fact: Fact, credits: dict[int, tuple[str, ...]], parsed: Parsed) -> tuple[str, ...]:
    for sentence in parsed.sentences:
        if sentence.start <= fact.start < sentence.end:
            return credits.get(sentence.paragraph, ())
    return ()
