"""Finds the actors of a sentence: runs the phrase rules of a language, level by level, the longest match first."""

import re
from typing import cast

from hoadam.lang.alphabet import SORTS
from hoadam.model.item import Actor, Item
from hoadam.model.language import Language, Rule
from hoadam.model.vocabulary import TITLES

ACTOR = SORTS["actor"]


def party_of(item: Item) -> str | None:
    """The country or body that a name is or stands for."""
    return item.says("country") or item.says("body") or item.says("stands")


class Phrases:
    """The phrase rules of a language, by level."""

    @classmethod
    def of(cls, language: Language) -> "Phrases":
        """The phrase rules of the language, drawn up once."""
        if "phrases" not in language.tools:
            language.tools["phrases"] = cls(language)
        return cast(Phrases, language.tools["phrases"])

    def __init__(self, language: Language) -> None:
        self.levels = tuple(
            _by_first([rule for rule in language.phrases if rule.constants.get("level") == level]) for level in (1, 2)
        )

    def actors(self, items: list[Item]) -> list[Item]:
        """The items with every actor's phrase drawn together into one item, those inside quotations included."""
        for item in items:
            if item.code == "Q" and item.inner:
                item.inner = self.actors(item.inner)
        for rules in self.levels:
            items = self._level(items, rules)
        return items

    def _level(self, items: list[Item], rules: dict[str, tuple[Rule, ...]]) -> list[Item]:
        codes = "".join([item.code for item in items])
        present = set(codes)
        live = {
            code: [rule for rule in rules[code] if not rule.anchor.isdisjoint(present)]
            for code in present
            if code in rules
        }
        found: list[Item] = []
        at = 0
        while at < len(items):
            best, end = None, at
            for rule in live.get(codes[at], ()):
                match = rule.regex.match(codes, at)
                if match and match.end() > end and not _firm(items[at : match.end()]) and _named(match, items):
                    best, end, made = rule, match.end(), match
            if best is None:
                found.append(items[at])
                at += 1
                continue
            if codes[end - 1] in ",-;.":  # a mark that closes an apposition is not part of it
                end -= 1
            found.append(_actor_item(best, made, items[at:end], at))
            at = end
        return found


def _by_first(rules: list[Rule]) -> dict[str, tuple[Rule, ...]]:
    """For each code, the rules that can begin with it, in their order."""
    index: dict[str, list[Rule]] = {}
    for rule in rules:
        for code in rule.first:
            index.setdefault(code, []).append(rule)
    return {code: tuple(found) for code, found in index.items()}


def _firm(items: list[Item]) -> bool:
    """May the one unknown capital after a title of business be a firm's name, or an acronym anybody's?"""
    last = items[-1]
    if last.code != "X" or " " in last.text or len(items) < 2:
        return False
    before = items[-2]
    return before.says("trade") is not None or (last.text.isupper() and len(last.text) > 2)


def _named(match: re.Match[str], items: list[Item]) -> bool:
    """Is what the phrase takes for a name a person's, where it is a phrase itself?"""
    if "name" not in match.re.groupindex:
        return True
    start, end = match.span("name")
    return all(item.actor is None or item.actor.people or item.actor.anaphor for item in items[start:end])


def _captures(match: re.Match[str], items: list[Item], at: int) -> dict[str, list[Item]]:
    captured: dict[str, list[Item]] = {}
    for name in match.re.groupindex:
        start, end = match.span(name)
        if end > start:
            captured.setdefault(name.partition("__")[0], []).extend(items[start - at : end - at])
    return captured


def _apposed(parts: dict[str, list[Item]]) -> dict[str, list[Item]]:
    """A full name right behind a word of kinship is whoever that is, not whose: "con rể Jared Kushner"."""
    of = parts.get("of", ())
    if "kin" not in parts or "name" in parts or len(of) != 1 or of[0].actor is None:
        return parts
    close = of[0].start - parts["kin"][-1].end <= 1
    if close and set(of[0].actor.sources) == {"name"} and " " in of[0].text:
        return {"name": list(of)}
    return parts


def _actor_item(rule: Rule, match: re.Match[str], items: list[Item], at: int) -> Item:
    parts = _apposed(_captures(match, items, at))
    start, end = items[0].start, items[-1].end
    actor = Actor(start, end, rule=rule.name, sources={n: (p[0].start, p[-1].end) for n, p in parts.items()})
    _names(actor, parts)
    _offices(actor, parts, rule)
    _kin(actor, parts)
    text = " ".join([item.text for item in items])
    only = items[0] if len(items) == 1 else None
    return Item(start, end, ACTOR, "actor", text, only.entry if only else None, actor=actor, inner=items)


def _names(actor: Actor, parts: dict[str, list[Item]]) -> None:
    named: list[str] = []
    for item in parts.get("name", ()):
        if item.actor:
            named += item.actor.people
            actor.title, actor.of = item.actor.title, item.actor.of
            actor.parties = item.actor.parties
            actor.unknown, actor.gender = item.actor.unknown, item.actor.gender
            actor.sources["name"] = item.actor.sources.get("name", actor.sources["name"])
        elif item.code in "NXY":
            known = item.says("person")
            named.append(known or item.text)
            actor.unknown = known is None
    actor.people = tuple(dict.fromkeys(named))
    if "hon" in parts:
        actor.gender = parts["hon"][0].says("honorific")


def _offices(actor: Actor, parts: dict[str, list[Item]], rule: Rule) -> None:
    parties = []
    for item in parts.get("of", ()):
        if item.code == "P":
            parties.append(party_of(item) or "")
            actor.place = item.says("place") or item.says("country")
        elif item.actor and not parts.get("kin"):
            parties += item.actor.parties
            actor.under, actor.master = next(iter(item.actor.people), None), item.actor
            actor.antecedents.append((item.start, item.end))
        elif item.says("anaphor") or item.says("honorific"):
            actor.master = Actor(item.start, item.end, anaphor=_pronoun(item))
    for item in parts.get("chief", ()):
        actor.master = Actor(item.start, item.end, people=(item.says("person") or item.text,))
    institution = parts.get("inst", [None])[0]
    if institution is not None:
        actor.office = institution.says("office") or institution.says("institution")
        if not parties and institution.says("stands"):
            parties = [institution.says("stands") or ""]
    if parties:
        actor.parties = tuple(dict.fromkeys(p for p in parties if p))
    if "title" in parts or "local" in parts:
        actor.title, actor.loose = _title(parts)
        actor.called, actor.branch = actor.title, _branch(parts)
        within = (*parts.get("field", ()), *parts.get("boss", ()))
        actor.boss = next((item.says("title") for item in within if item.says("title")), None)
        actor.generic = "title" in parts and "inst" not in parts and parts["title"][0].says("leader") is not None
        actor.figure = "title" in parts and parts["title"][0].says("figure") is not None
        actor.also = parts["also"][0].says("title") if "also" in parts else None
        actor.of = actor.parties[0] if actor.parties else _land(parts)
        if "local" in parts and ", " in (actor.place or ""):
            actor.of = (actor.place or "").partition(", ")[0]
        if not parties and not actor.people and not actor.under:
            actor.anaphor = "title"
        actor.vague = actor.title == "official" and not actor.people
    if "to" in parts:
        actor.to = party_of(parts["to"][0])
    if "tense" in parts:
        actor.tense = next((t for item in parts["tense"] if (t := item.says("tense") or item.says("was"))), None)
    if "counterpart" in parts:
        actor.title = "counterpart"
        actor.of = actor.parties[0] if actor.parties else None
    if "group" in parts:
        group = parts["group"][0].says("group")
        actor.vague = group == "vague"
        actor.side = actor.parties[0] if group == "delegation" and actor.parties else None
        word = parts["group"][0]
        opens = word.start == actor.start
        alone = word.says("lone") is not None and word.text[:1].isupper()
        actor.generic = opens and word.says("leader") is not None
        actor.figure = opens and (alone or word.says("figure") is not None)
    if "unnamed" in parts:
        actor.vague = True
        state = parts["unnamed"][0].says("unnamed-source")
        if state == "same" and "of" not in parts:
            actor.anaphor = "same source"
        elif state and not actor.parties:
            actor.parties = (state,)
    if "anaphor" in parts:
        actor.anaphor = _pair(rule, parts["anaphor"][0]) or _pronoun(parts["anaphor"][0])


def _pair(rule: Rule, item: Item) -> str | None:
    """What the rule says the words go back to; of people called by their office, which: `hai ngoại trưởng`."""
    kind = rule.constants.get("anaphor")
    office = "leader" if item.says("leader") is not None else item.says("title")
    return f"{kind}:{office}" if kind == "people" and office else kind and str(kind)


def _pronoun(item: Item) -> str:
    """What kind of antecedent a pronoun or an honorific alone wants."""
    return item.says("anaphor") or {"f": "woman"}.get(item.says("honorific") or "", "man")


def _title(parts: dict[str, list[Item]]) -> tuple[str | None, bool]:
    """What the office is called, and whether people without public office bear that title as well."""
    title = (parts.get("title") or parts["local"])[0]
    house = next((item.says("headed") for item in parts.get("inst", ()) if item.says("headed")), None)
    loose = title.says("loose") is not None
    name = title.says("title") or title.says("local-office")
    if house and title.says("head") is not None:
        return house, False
    if name in TITLES and not (loose and name == "president" and "field" in parts):
        return name, loose
    words = [title, *parts.get("rank", ()), *parts.get("field", ()), *parts.get("inst", ())]
    stop = parts["also"][0].start if "also" in parts else words[-1].end
    words = [item for item in sorted(words, key=lambda item: item.start) if title.start <= item.start < stop]
    return " ".join(item.text for item in words), loose and "inst" not in parts


def _branch(parts: dict[str, list[Item]]) -> str | None:
    """What an office is for, where the words say so: of what a minister is minister."""
    return " ".join(item.text for item in parts.get("field", ())).lower() or None


def _land(parts: dict[str, list[Item]]) -> str | None:
    """A part of a state that an office is of, by its own name."""
    place = next((item for item in parts.get("of", ()) if item.code in "LX"), None)
    return (place.says("place") or place.text).partition(", ")[0] if place else None


def _kin(actor: Actor, parts: dict[str, list[Item]]) -> None:
    if "kin" not in parts:
        return
    actor.kin = parts["kin"][0].says("kin")
    actor.title = None
    if "of" not in parts:
        return
    item = parts["of"][0]
    of = item.actor or Actor(item.start, item.end, anaphor=_pronoun(item))
    actor.of = of.people[0] if of.people else None
    actor.master = of
