"""What was said, in the words reported, without the frame around them."""

from collections.abc import Iterable
from itertools import pairwise

from hoadam.kinds.kind import Kind, Row, content, equal
from hoadam.model.clause import MARKS, index_of, is_, skip
from hoadam.model.fact import Fact
from hoadam.model.item import Actor, Item
from hoadam.model.parsed import Match
from hoadam.model.reported import of_report
from hoadam.model.said import Found, is_copular, is_toward, words_said
from hoadam.model.story import Story, Told, Voice, sentence_subject

ISSUED = 10  # items after "a statement on …" within which it may be told that it was issued
TALKED = 8  # items from a word for an utterance to the medium it is made in
CARRIES = 2  # paragraphs: how far an unattributed quotation may stand from the last words of its speaker
GOVERN = ("at", "relative", "directive", "tells", "fact-that")  # words whose object no subject is
WEAK = ("weak", "subject", "clause")  # verbs that tell of what is said where it is a clause, else of a thing


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`: one speaker, and half of the shorter and a third of all words in common."""
    if not equal(a, b, "speaker"):
        return False
    one, other = content(a.get("quote")), content(b.get("quote"))
    common = len(one & other)
    return common * 2 >= max(1, min(len(one), len(other))) and common * 3 >= len(one | other)


def build(match: Match, story: Story) -> Iterable[Fact]:
    """One fact for each speaker, over the words said."""
    if _is_noun(match) or _is_suffered(match) or _is_told(match, story) or _is_aside(match):
        return
    found = words_said(match)
    if found is None:
        _await(match, story)
        return
    first, last, span, direct = found
    if "unless_told" in match.constants and story.voice_at(*span):
        return
    announced = _announced(match, first, last)
    if announced == [] or _relays(match, first, last) or _is_named(match, found, story):
        return
    actors = announced or speakers(match, story)
    voices = story.voices(actors)
    if not voices and _carries(match, story):
        voices = [story.last_voice] if story.last_voice else []
    medium = match.one("medium") or _setting(match) or _goes_on(match, story, voices)
    slots = KIND.empty() | {
        "speech": "direct" if direct else "indirect",
        "medium": medium.says("medium") if medium else None,
        "to": _addressee(match, story),
        "issues": story.issues(match.sentence.items[first:last]),
    }
    outlet = (medium.says("medium") or "",) if medium and medium.says("platform") is None else ()
    for voice in voices:
        story.told.append(Told(*span, voice, _speaking(voice, actors) if actors else story.last_actor))
        yield story.fact(
            "statement", match, span, slots, speaker=voice.speaker, named=voice.named, office=voice.office, via=outlet,
            when=_said(match), sources=_sources(match, actors),
        )  # fmt: skip
    if voices:
        story.last_actor, story.last_voice = actors[-1] if actors else story.last_actor, voices[-1]
        story.last_paragraph, story.last_medium = match.sentence.paragraph, medium


def _await(match: Match, story: Story) -> None:
    """A verb of saying and a colon, and then nothing: the words come in the next paragraph."""
    items = match.sentence.items
    actors = speakers(match, story) if match.last == len(items) and items[-1].code == ":" else []
    voices = story.voices(actors)
    if voices:
        story.last_actor, story.last_voice = actors[-1], voices[-1]
        story.last_paragraph, story.last_medium = match.sentence.paragraph, match.one("medium")


def _is_named(match: Match, found: Found, story: Story) -> bool:
    """Is what is proclaimed, in somebody else's words, only a name in quotation marks: `a "state of war"`?"""
    first, last, span, direct = found
    items = match.sentence.items
    if direct or items[first].text not in MARKS or story.voice_at(*span) is None:
        return False
    return not any(is_copular(item) or item.says("aux") is not None for item in items[first:last])


def _speaking(voice: Voice, actors: list[Actor]) -> Actor:
    """The one of several actors whose voice it is."""
    named = (actor for actor in actors if voice.speaker in (actor.people or actor.parties))
    return next(named, actors[-1])


def speakers(match: Match, story: Story) -> list[Actor]:
    """Who says it: captured, or the subject of the sentence, or the last who spoke."""
    actors = [item.actor for item in _ungoverned(match) if item.actor]
    if not actors and match.constants.get("speaker") == "subject":
        actors = sentence_subject(match.sentence, match.first if match.first else match.last)
        actors = _latest(actors, match, story)
    beside = [n for n in range(1, len(actors)) if actors[n].title and not actors[n].people and actors[n - 1].people]
    return [a for n, a in enumerate(actors) if n not in beside and (a.people or a.parties or a.vague)]


def _latest(actors: list[Actor], match: Match, story: Story) -> list[Actor]:
    """The subject, or who has spoken before in the same sentence: later than it, or of it ("ông A cho biết, Mỹ …")."""
    told = story.told[-1] if story.told else None
    if told is None or told.start < match.sentence.start or told.end > match.start or not (actors and told.actor):
        return actors
    spoken_of = told.start <= actors[0].start and actors[-1].end <= told.end
    return [told.actor] if spoken_of or told.actor.start > actors[-1].start else actors


def _relays(match: Match, first: int, last: int) -> bool:
    """Is all that a state or a body tells that another says something, whose statement it then is?"""
    items, verb = match.sentence.items, match.one("verb")
    listed = verb is not None and verb.code == ":" and match.first == 0 and match.sentence.role == "body"
    if verb is None or not (listed or verb.says("according") is not None) or not items[first].actor:
        return False
    if any(actor.people or actor.vague for actor in match.actors("speaker")):
        return False
    then = skip(items, first + 1, "adverb", "time")
    return then + 1 < last and (_opens_speech(items[then]) or (listed and is_(items[then], "announce")))


def _opens_speech(item: Item) -> bool:
    return item.says("say") not in (None, *WEAK) or item.says("tells") is not None


def _announced(match: Match, first: int, last: int) -> list[Actor] | None:
    """Who is told behind the words that open a sentence: `Nhấn mạnh X, ông Y nói`; nobody where X is only a topic."""
    items, verb = match.sentence.items, match.one("verb")
    if match.constants.get("speaker") != "last" or match.first or verb is None or last + 1 >= len(items):
        return None
    subject = items[last + 1].actor
    if items[last].code != "," or subject is None:
        return None
    clause = any(is_copular(item) or item.says("aux") is not None for item in items[first:last])
    return [subject] if clause or verb.says("stresses") is None else []


def _carries(match: Match, story: Story) -> bool:
    """May the last speaker still be speaking? For the predicate of a sentence, only if he spoke in it already."""
    carrier = match.constants.get("speaker")
    if carrier == "subject":
        return bool(story.told) and story.told[-1].start >= match.sentence.start
    near = match.sentence.paragraph - story.last_paragraph <= CARRIES
    return carrier == "last" and match.sentence.role == "body" and near


def _setting(match: Match) -> Item | None:
    """The medium that somebody talks to or writes on in the words that open the sentence, before its subject."""
    items = match.sentence.items[: match.first + 1]
    if items[0].says("after") is not None or items[0].says("according") is not None:
        return None
    opening = next((n for n, item in enumerate(items) if item.actor is not None and items[n - 1].code == ","), 0)
    if not opening and any(
        item.code == ":" or item.says("that") is not None for item in match.sentence.items[: match.last]
    ):
        items, opening = match.sentence.items[match.first : match.last], match.last - match.first
    talks = next((n for n, item in enumerate(items[:opening]) if item.says("utterance") is not None), opening)
    found = next((item for item in items[talks + 1 : min(talks + TALKED, opening)] if item.code == "M"), None)
    return found if found is not None and not any(i.says("reports") is not None for i in items[:opening]) else None


def _goes_on(match: Match, story: Story, voices: list[Voice]) -> Item | None:
    """The medium that the same speaker talked to just before."""
    near = match.sentence.role == "body" and match.sentence.paragraph - story.last_paragraph <= CARRIES
    near = near and not any(item.code == "M" or item.says("utterance") is not None for item in match.sentence.items)
    return story.last_medium if near and voices == [story.last_voice] else None


def _ungoverned(match: Match) -> list[Item]:
    """The captured speakers, without those that an earlier word governs: "tại Lebanon, Hamas" leaves Hamas."""
    captured = match.captures.get("speaker", [])
    if not captured or "noun" in match.constants or "before" in match.constants:
        return captured
    items = match.sentence.items
    at = index_of(items, captured[0])
    if _is_setting(captured) or _is_credit(items, at, captured):
        captured, at = captured[2:], at + 2
    while captured and _governed(items, at):
        comma = next((n for n, item in enumerate(captured) if item.code == ","), len(captured) - 1)
        captured, at = captured[comma + 1 :], at + comma + 1
    return captured


def _is_credit(items: list[Item], at: int, captured: list[Item]) -> bool:
    """Is the first of a list only who is credited for the whole ("Theo ông A, ông B nói …")?"""
    return at > 0 and items[at - 1].says("according") is not None and len(captured) > 2 and captured[1].code == ","


def _is_setting(captured: list[Item]) -> bool:
    """Is the first of a list only a place, or a pronoun, that ends what opens the sentence ("… rời London, ông A")?"""
    if len(captured) < 3 or captured[1].code != ",":
        return False
    place, person = captured[0].actor, captured[2].actor
    if place is None or person is None:
        return False
    aside = place.anaphor in ("man", "woman") or (place.place is not None and not place.people)
    return aside and bool(person.people or person.title)


def _governed(items: list[Item], at: int) -> bool:
    """Is the actor no subject: after a preposition, a noun it belongs to, or "mà"?"""
    while at > 0 and (items[at - 1].says("and") is not None or items[at - 1].code in "-A"):
        at -= 1
        if items[at].says("at") is not None:
            return True
    if at == 0:
        return False
    if any(items[at - 1].says(name) is not None for name in GOVERN) or is_toward(items[at - 1]):
        return True
    if at == 1 and items[0].says("meet-verb") is not None:
        return True
    for n in range(at - 1, max(-1, at - 4), -1):
        if items[n].says("lay") is not None or items[n].says("fact-that") is not None:
            return True
        if items[n].says("rank") is None and items[n].code not in "wX":
            return items[n].says("object") is not None and all(item.code == "X" for item in items[n + 1 : at])
    return False


def _is_noun(match: Match) -> bool:
    """Is the verb of saying a noun here: "sau tuyên bố …", "lời đe dọa …"?"""
    verb = match.one("verb")
    if verb is None or "noun" in match.constants or verb.says("say") is None:
        return False
    items = match.sentence.items
    at = index_of(items, verb)
    return at > 0 and items[at - 1].says("noun-sign") is not None


def _is_suffered(match: Match) -> bool:
    """Is the subject who is accused, not who accuses?"""
    before = match.sentence.items[: match.first]
    return (
        "noun" in match.constants and not match.actors("speaker") and any(i.says("passive") is not None for i in before)
    )


def _is_told(match: Match, story: Story) -> bool:
    """Does somebody say it only in what another one says, who is no body that he speaks for?"""
    verb = match.one("verb")
    around = story.voice_at(verb.start, verb.end) if verb is not None else None
    if verb is None or around is None:
        return False
    if verb.says("say") in WEAK:
        return True
    own = {around.voice.speaker, story.states.get(around.voice.speaker or "")}
    if verb.says("hopes") is not None and set(story.parties(match.actors("speaker"))) <= own:
        return True
    heirs = {story.states.get(person) for person in story.people(match.actors("speaker"))}
    return "noun" not in match.constants and around.voice.speaker not in heirs


def _is_aside(match: Match) -> bool:
    """Is the verb an estimate set between commas, or a thing that is issued: "thông báo được đưa ra"?"""
    items, verb = match.sentence.items, match.one("verb")
    if verb is None or match.last >= len(items):
        return False
    if match.constants.get("speaker") == "subject" and verb.says("bound") is not None:
        return True
    if verb.says("namely") == "loose" and any(i.says("hopes") is not None for i in items[match.first : match.last]):
        return True
    if "noun" in match.constants:
        behind = items[match.last : match.last + ISSUED]
        return any(a.says("passive") is not None and b.says("proposes") is not None for a, b in pairwise(behind))
    return verb.says("utterance") is not None and items[match.last].says("passive") is not None


def _addressee(match: Match, story: Story) -> str | None:
    """Who is spoken to: the first person, state or body captured."""
    actors = match.actors("to")
    found = [*story.people(actors), *(party for actor in actors for party in actor.parties)]
    return found[0] if found else None


def _sources(match: Match, actors: list[Actor]) -> dict[str, list[Item]]:
    """The items that supply the slots."""
    named = match.captures.get("speaker") or [
        item for item in match.sentence.items if any(item.actor is actor for actor in actors)
    ]
    return {
        "speaker": [item for item in named if item.actor],
        "medium": match.captures.get("medium", []),
        "to": match.captures.get("to", []),
        "when": [item for item in match.captures.get("when", []) if item.code == "T"],
    }


def _said(match: Match) -> str | None:
    """The date on the verb of saying: captured, or opening the sentence."""
    items = match.sentence.items
    opening = items[: min(match.first, 3) if match.sentence.role != "headline" else 0]
    told = next((i for n, i in enumerate(items[: match.last]) if i.code == "T" and of_report(items, n)), None)
    dated = match.one("when") or next((i for i in opening if i.code == "T"), None) or told
    return str(dated.value) if dated and dated.value and str(dated.value)[0] != "P" else None


KIND = Kind(
    name="statement",
    order=5,
    slots={"speech": None, "medium": None},
    further={"to": None, "issues": ()},
    key=("speaker",),
    scored=("speaker", "speech", "medium", "named", "via"),
    agrees=agrees,
    build=build,
    words={"speech": ("direct", "indirect")},
)
