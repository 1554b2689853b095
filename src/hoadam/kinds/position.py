"""Where a party stands on an issue."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.clause import clause_end, trimmed
from hoadam.model.fact import Fact
from hoadam.model.parsed import Match
from hoadam.model.story import Story, sentence_subject
from hoadam.model.vocabulary import ISSUES


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "party", "issue", "stance")


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each party, over the verb of the stance and what is wanted."""
    items = match.sentence.items
    verb = match.one("verb")
    if verb is None:
        return
    at = items.index(verb)
    last = clause_end(items, at + 1)
    _, last = trimmed(items, at, last)
    if last <= at + 1:
        return
    stance = str(match.constants.get("stance") or verb.says("stance") or verb.says("must"))
    actors = match.actors("party")
    if not actors and match.constants.get("party") == "subject":
        actors = sentence_subject(match.sentence, at)
    begin = actors[0].start if actors and match.constants.get("quote") == "party" else verb.start
    span = begin, items[last - 1].end
    told = story.voice_at(verb.start, items[last - 1].end)
    if match.constants.get("party") == "voice":
        actors = [told.actor] if told and told.actor else []
    speaks = match.constants.get("speech", verb.says("directive") is not None)
    for party in story.parties(actors):
        voices = [told.voice] if told else story.voices(actors) if speaks else []
        voice = voices[0] if voices else None
        yield story.fact(
            "position",
            match,
            span,
            KIND.empty()
            | {
                "party": party,
                "issue": story.issue(items[at + 1 : last]),
                "stance": stance,
                "content": story.text(items[at + 1].start, items[last - 1].end),
            },
            speaker=voice.speaker if voice else None,
            named=voice.named if voice else True,
            when=story.when(match, at, last)[0],
            sources={"party": match.captures.get("party", []), "stance": [verb], "content": items[at + 1 : last]},
        )


KIND = Kind(
    name="position",
    order=4,
    slots={"party": None, "issue": None, "stance": None},
    further={"content": None, "to": None, "direction": None},
    scored=("party", "issue", "stance", "speaker"),
    agrees=agrees,
    build=build,
    words={
        "stance": tuple(["demands", "offers", "accepts", "rejects", "undecided"]),
        "direction": tuple(["for", "against"]),
        "issue": ISSUES,
    },
)
