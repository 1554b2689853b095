"""Who is credited for a fact, and through which outlets it came."""

from dataclasses import replace

from hoadam.model.fact import Fact
from hoadam.model.item import Item, Sentence
from hoadam.model.parsed import Parsed
from hoadam.model.story import Story

OPENING = 2  # paragraphs of the body in which a relayed outlet is credited
LEAD = 12  # code points that may stand before the subject of a sentence


def credited(facts: list[Fact], story: Story) -> list[Fact]:
    """The facts with `via` from the credits of their paragraph, and with the speaker whose words they stand in."""
    credits, onsets = _credits(story.parsed), _onsets(story.parsed)
    found: list[Fact] = []
    relayed, relay = _relayed(story, credits)
    for fact in facts:
        if fact.kind == "role":
            found.append(fact)
            continue
        told = story.voice_at(fact.start, fact.end) if fact.kind not in ("statement", "position", "claim") else None
        if told and fact.speaker is None:
            fact = replace(fact, speaker=told.voice.speaker, named=told.voice.named)
        if fact.kind == "claim" and fact.speaker is None:
            fact = _carried(fact, story)
        paragraph = _paragraph(fact, story.parsed)
        via = fact.via or (credits.get(paragraph, ()) if fact.start >= onsets.get(paragraph, 0) else ())
        if fact.kind == "statement" and not via and fact.slots["medium"] is None and fact.speaker in relayed:
            via = relay
        found.append(replace(fact, via=via))
    return found


def _relayed(story: Story, credits: dict[int, tuple[str, ...]]) -> tuple[set[str], tuple[str, ...]]:
    """Who speaks through the one outlet that an article relays, and that outlet: credited alone, at the beginning."""
    body = sorted({s.paragraph for s in story.parsed.sentences if s.role == "body"})
    first = next((n for n in body[:OPENING] if n in credits), None)
    if first is None or len(set(credits.values())) > 1:
        return set(), ()
    actors = [i.actor for s in story.parsed.sentences if s.paragraph == first for i in s.items if i.actor]
    return {name for actor in actors for name in actor.people}, credits[first]


def _carried(fact: Fact, story: Story) -> Fact:
    """A claim whose sentence opens with an institution of the state that has just spoken goes on from its words."""
    sentences = story.parsed.sentences
    at = next((n for n, s in enumerate(sentences) if s.start <= fact.start < s.end), 0)
    subject = next((item.actor for item in sentences[at].items if item.actor), None)
    if subject is None or not subject.office or subject.start > sentences[at].start + LEAD:
        return fact
    before = sentences[max(0, at - 2) : at]
    told = [t for t in story.told if before and before[0].start <= t.start < sentences[at].start]
    voice = told[-1].voice if told else None
    if voice is None or not voice.office or (voice.speaker,) != subject.parties:
        return fact
    span = [i.value for s in before for i in s.items if i.code == "T" and str(i.value)[:1] == "P"]
    slots = {**fact.slots, "claimant": voice.speaker, "period": fact.slots["period"] or (span[-1] if span else None)}
    return replace(fact, slots=slots, speaker=voice.speaker, named=voice.named, office=voice.office)


def _credits(parsed: Parsed) -> dict[int, tuple[str, ...]]:
    """Paragraph -> the outlets that it credits."""
    found: dict[int, tuple[str, ...]] = {}
    for sentence in parsed.sentences:
        medium = _credit(sentence)
        if medium and sentence.role == "body":
            found.setdefault(sentence.paragraph, (medium,))
    return found


def _onsets(parsed: Parsed) -> dict[int, int]:
    """Paragraph -> where its credit begins to hold: the sentence that opens with it, else the paragraph's own start."""
    found: dict[int, int] = {}
    for sentence in parsed.sentences:
        if sentence.paragraph not in found and sentence.role == "body" and _credit(sentence):
            found[sentence.paragraph] = sentence.start if sentence.items[0].says("according") is not None else 0
    return found


def _credit(sentence: Sentence) -> str | None:
    items = sentence.items
    for n, item in enumerate(items):
        own = _own(item)
        if own is not None and any(_tells(i) for i in (*items[max(0, n - 1) : n], *items[n + 1 : n + 4])):
            return own
        if item.code != "M" or item.says("platform") is not None:
            continue
        before = _before(items, n)
        after = _behind(items, n)
        if before is not None and before.says("according") is not None:
            return item.says("medium")
        if any(i.says("reports") is not None for i in after):
            return item.says("medium")
    return None


def _tells(item: Item) -> bool:
    return item.says("say") is not None or item.says("according") is not None


def _own(item: Item) -> str | None:
    """The outlet whose own source speaks: `nguồn tin của Axios`."""
    if item.actor is None or not item.actor.vague:
        return None
    return next((inner.says("medium") for inner in item.inner or () if inner.code == "M"), None)


def _behind(items: list[Item], at: int) -> list[Item]:
    """The next few items, whose the outlet is left out: `Axios (Mỹ) dẫn …`, `Al Mayadeen của Li Băng dẫn …`."""
    at += 1
    if at < len(items) and items[at].code == "(":
        at = next((n + 1 for n in range(at, min(at + 6, len(items))) if items[n].code == ")"), at)
    elif at + 1 < len(items) and items[at].says("of") is not None:
        at += 2
    return items[at : at + 3]


def _before(items: list[Item], at: int) -> Item | None:
    at -= 1
    while at >= 0 and items[at].says("outlet-word") is not None:
        at -= 1
    return items[at] if at >= 0 else None


def _paragraph(fact: Fact, parsed: Parsed) -> int:
    """The number of the paragraph in which the fact is told, -1 where none is."""
    sentence = parsed.sentence_at(fact.start)
    return -1 if sentence is None else sentence.paragraph
