"""A line of the brief as a sentence: the slots of its kind, filled into the rows of `sentences.toml`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from hoadam.interfaces.brief.naming import Names, adjective, issue, listed, named, office, place
from hoadam.interfaces.brief.template import filled, part, said, word
from hoadam.interfaces.brief.times import due, period, phrase
from hoadam.interfaces.messages import language, table
from hoadam.interfaces.table import heading as column
from hoadam.interfaces.terminal import harmless
from hoadam.interfaces.words import knowledge, number, shown
from hoadam.views.brief import Line

Filling = dict[str, "str | Callable[[], str] | None"]
PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»"}
SHORT = 160  # letters of a sentence that a line may carry besides its own
SUBJECTS = ("party", "claimant", "author", "set_by", "by")  # whose own word needs no credit


def verb(key: str, one: bool) -> str:
    """A verb in the number that English wants."""
    forms = word("verb", key)
    return str(forms[one]) if forms else key


def forms(code: str) -> set[str]:
    """What a country or body is called in both languages; a name is its own."""
    known = knowledge()
    return {known.english.get(code, code), known.vietnamese.get(code, code)}


def quoted(text: str) -> str:
    """Words as printed, without the quotation marks around the whole of them."""
    bare = harmless(text)
    closing = PAIRS.get(bare[:1])
    inner = bare[1:-1]
    if closing is None or len(bare) < 2 or not bare.endswith(closing) or set(inner) & {bare[0], closing}:
        return bare
    return inner


class Telling:
    """Says the lines of one page, whose day is `day`; people are introduced in the order in which lines are told."""

    def __init__(self, names: Names, day: str) -> None:
        self.names, self.day, self.year = names, day, day[:4]

    def sentence(self, line: Line, about: bool = True) -> str:
        """The sentence of a fact, without its full stop; `about` says the issue of a position too."""
        held = line.slots
        slots: Filling = {**self.common(line), **getattr(self, line.kind)(line)}
        if not about:
            slots["issue"] = None
        told = said(line.kind, self.keys(line, held), slots)
        return told or said("otherwise", ("words",), slots) or ""

    def keys(self, line: Line, held: Mapping[str, Any]) -> Sequence[str]:
        """Under which keys the sentence of a fact may stand, the fittest first."""
        if line.kind == "draft" and held.get("done") in ("planned", "denied"):
            return ()
        if line.kind == "meeting" and held.get("form") == "visit":
            return (f"visit-{held.get('status')}", str(held.get("status")))
        if line.kind == "claim":
            return (str(held.get("act")) if self.countable(held) else "other", "other")
        slot = {"position": "stance", "statement": "speech", "appointment": "change"}.get(line.kind)
        return (str(held.get(slot or "") or held.get("event") or held.get("status") or "indirect"),)

    def countable(self, held: Mapping[str, Any]) -> bool:
        """Does the language have a word for what is counted?"""
        words = table("vocabulary.toml")["word"]
        return language() == "en" or f"object.{held['object']}" in words or held["object"] in words

    def common(self, line: Line) -> Filling:
        """What sentences of all kinds may need."""
        held = line.slots
        subjects = {held.get(slot) for slot in SUBJECTS} | set(held.get("parties") or ())
        credited = (line.speaker and line.speaker not in subjects) or not line.named
        source = partial(self.names.source, line.speaker, line.named, line.office)
        return {
            "date": phrase(line.when, self.year), "due": due(line.when, self.year),
            "place": place(held["place"]) if held.get("place") else None,
            "to": partial(self.names.who, held["to"]) if held.get("to") else None,
            "issues": listed([issue(one) for one in held.get("issues") or () if one != "other"]),
            "quote": quoted(line.quote), "outlet": harmless(line.outlet or "") or part("unnamed", {}),
            "credit": (lambda: part("credit", {"speaker": source})) if credited else None,
        }  # fmt: skip

    def meeting(self, line: Line) -> Filling:
        """Who met, in what form."""
        held = line.slots
        parties, people = held.get("parties") or [], held.get("people") or []
        personal = len(people) > 1 and (len(people) <= len(parties) or len(parties) < 2)
        sides = partial(listed, [named(code) for code in parties])
        there = partial(self.names.people, people) if people else None
        host = (held.get("place") or "").rpartition(", ")[2]
        visit = held.get("form") == "visit"
        guests = [named(code) for code in parties if code != host]
        return {
            **word("form", held.get("form") or "meeting"), "plans": verb("plans", visit and len(people or guests) == 1),
            "who": there if personal else sides, "people": None if personal else there,
            "visitors": there or (partial(listed, guests) if guests else None),
        }  # fmt: skip

    def agreement(self, line: Line) -> Filling:
        """Who agreed on what."""
        parties = [named(code) for code in line.slots.get("parties") or ()]
        key = "between" if len(parties) > 1 else "one-party"
        return {
            **word("deal", line.slots["matter"]), "parties": listed(parties), "plans": verb("plans", len(parties) == 1),
            "between": part(key, {"parties": listed(parties)}),
            "sentence": quoted(line.sentence) if len(line.sentence) <= SHORT else None,
        }  # fmt: skip

    def draft(self, line: Line) -> Filling:
        """Whose plan, of how many points, who did what with it."""
        held = line.slots
        author, points, was = held.get("author"), held.get("points"), held.get("was_points")
        told = author and partial(self.names.who, author)
        slots: Filling = {"points": points and str(points), "author": told, "adjective": adjective(author)}
        plan, bare = part("plan", slots), part("plan", {**slots, "points": None})
        if language() == "en" and author and not adjective(author):
            plan, bare = (f"{one} of {named(author)}" for one in (plan, bare))
        by = held.get("by")
        return {
            "hisplan": part("own-plan", slots) if by and by == author else plan, "plan": plan, "theplan": bare,
            "author": told, "points": points and str(points), "was_points": was and str(was),
            "by": by and partial(self.names.who, by),
        }  # fmt: skip

    def appointment(self, line: Line) -> Filling:
        """Who, to which post or from it; what lies ahead of the page's day is said so."""
        held = line.slots
        title, of = held.get("title"), held.get("of")
        coming = "coming" if (line.when or "") > self.day else "past"
        post = {
            "title": title and (office(title, of) or harmless(shown("title", title))), "of": of and named(of),
            "adjective": adjective(of), "to": held.get("to") and named(held["to"]),
        }  # fmt: skip
        replaces = held.get("replaces")
        return {
            "will": "", "was": "", "left": "", **word("tense", coming), "post": part("post", post),
            "person": harmless(held["person"]),
            "replaces": replaces and partial(self.names.person, replaces),
        }  # fmt: skip

    def deadline(self, line: Line) -> Filling:
        """Who set it, for whom."""
        setter, other = (line.slots.get(slot) for slot in ("set_by", "for"))
        return {
            "set_by": setter and partial(self.names.who, setter), "for": other and partial(self.names.who, other),
            "itself": setter and setter == other and partial(self.names.who, setter),
        }  # fmt: skip

    def position(self, line: Line) -> Filling:
        """Who wants what."""
        held = line.slots
        asked, wanted = held.get("to"), held.get("content") or ""
        if asked and wanted.startswith(tuple(forms(asked))):
            asked = None
        verbs = {key: verb(key, True) for key in ("demands", "offers", "accepts", "rejects", "undecided")}
        return {
            **verbs, "to": asked and partial(self.names.who, asked), "party": partial(self.names.who, held["party"]),
            "issue": issue(held["issue"]) if held["issue"] != "other" else None,
            "content": quoted(held["content"]) if held.get("content") else None,
        }  # fmt: skip

    def statement(self, line: Line) -> Filling:
        """Who said it, where."""
        medium = line.slots.get("medium")
        return {
            "speaker": partial(self.names.source, line.speaker, line.named, line.office),
            "medium": medium and harmless(medium),
        }  # fmt: skip

    def claim(self, line: Line) -> Filling:
        """Whose number of what."""
        held = line.slots
        one = held["quantity"] == 1
        things = shown("object", held["object"])
        if one and language() == "en":
            singular: Mapping[str, str] = table("brief/names.toml")["singular"]
            things = singular.get(things, things.removesuffix("s"))
        bound = shown("bound", held["bound"]) if held.get("bound") else ""
        amount = word("number", "one") if one else number(held["quantity"])
        count = " ".join(filter(None, (bound, amount, harmless(things))))
        of = held.get("of")
        if of and adjective(of):
            count, of = count.replace(harmless(things), f"{adjective(of)} {harmless(things)}"), None
        credited = line.speaker or not line.named
        teller = line.speaker if credited else held.get("claimant")
        source = partial(self.names.source, teller, line.named, line.office) if teller or credited else None
        return {
            "source": source or harmless(line.outlet or ""), "count": count, "of": of and named(of),
            "was": verb("was", one), "period": period(held.get("period")),
        }  # fmt: skip

    def dispute(self, line: Line) -> tuple[str, list[tuple[str, tuple[int, ...]]]]:
        """What stands before the sides of a dispute, and each side with its notes."""
        frame = word("dispute", line.kind)
        if line.kind == "slot":
            base, *values = line.sides
            slot = line.slots["slot"]
            told = [(harmless(shown(slot, one.slots["value"])), one.notes) for one in values]
            head = filled(frame, {"base": self.sentence(base), "slot": heading(slot), "values": "\0"}) or ""
            return head.partition("\0")[0], told
        sides = [(self.sentence(side, about=line.kind != "stances"), side.notes) for side in line.sides]
        on = line.slots.get("issue")
        head, _, rest = frame.partition("{first}")
        between = rest.partition("{rest}")[0]
        joined = [(text if not place else f"{between if place == 1 else '; '}{text}", notes)
                  for place, (text, notes) in enumerate(sides)]  # fmt: skip
        return head.format(issue=issue(on) if on else ""), joined


def heading(slot: str) -> str:
    """The name of a slot inside a sentence."""
    name = column(slot)
    return name[:1].lower() + name[1:]
