"""Runs the rules of a language over the sentences of an article."""

import re
from collections.abc import Iterator

from hoadam.extract.phrases import Phrases
from hoadam.extract.recall import draw
from hoadam.extract.scope import scope
from hoadam.model.clause import MARKS
from hoadam.model.item import Item, Sentence
from hoadam.model.language import Language, Rule
from hoadam.model.parsed import DOUBT, SURE, Match, Parsed

SHOWN = ("meeting", "delegation", "agreement")  # kinds of what a picture may show
HEADS = ("verb", "noun", "plan", "deal", "limit", "object")
UNMARKED = ("position", "agreement", "meeting")  # kinds whose rules read over quotation marks


def matches_in(parsed: Parsed, language: Language, *, everything: bool = False) -> list[Match]:
    """Every rule that fires, in text order of the sentences; in each, a head word serves one rule of a kind.

    The head is what a rule captures as `verb`, `noun`, `plan`, `deal`, `limit` or `object`; earlier rules of a file
    come first, and a rule for a noun that stands `alone` is kept for where none of them makes a fact. The sentences'
    items are drawn together into actors on the way; an article of another subject has none, unless `everything` is
    asked for.
    """
    found: list[Match] = []
    parsed.odds = SURE if everything else scope(parsed, language)
    if parsed.odds < DOUBT:
        parsed.sentences = []
        return found
    draw(parsed, Phrases.of(language))
    for sentence in parsed.sentences:
        if sentence.role == "caption":
            found += (match for match in _in_sentence(sentence, language) if match.kind in SHOWN)
        else:
            found += _in_sentence(sentence, language)
            for number, item in enumerate(sentence.items):
                if item.code == "Q" and item.inner:
                    said = Sentence(item.start, item.end, "quotation", item.inner, sentence.paragraph)
                    told = _in_sentence(said, language, inside=True)
                    runs_on = _runs_on(sentence.items, number)
                    found += (match for match in told if not (runs_on and match.kind in UNMARKED))
    return found


def _in_sentence(sentence: Sentence, language: Language, *, inside: bool = False) -> Iterator[Match]:
    """The rules that fire; `inside` a quotation only those that say so (`inside = true`)."""
    plain = _unmarked(sentence)
    taken: set[tuple[str, int]] = set()
    for one in (sentence,) if plain is sentence else (sentence, plain):
        codes = one.codes
        for rule in _live(codes, language):
            if inside and not rule.constants.get("inside"):
                continue
            if plain is not sentence and (rule.kind in UNMARKED) != (one is plain):
                continue
            for found in rule.regex.finditer(codes):
                head = (rule.kind, _head(found))
                if head not in taken or rule.constants.get("alone"):
                    taken.add(head)
                    match = _match(rule, found, one)
                    match.head = one.items[head[1]].start
                    yield match


def _live(codes: str, language: Language) -> list[Rule]:
    """The rules that may fire over the codes, in their order."""
    index = language.by_anchor
    pairs = {pair for code in set(codes) for pair in index.get(code, ())}
    return [rule for _, rule in sorted(pairs, key=lambda pair: pair[0])]


def _unmarked(sentence: Sentence) -> Sentence:
    """The sentence without the marks of words quoted in it, the words of longer quotations that run on in place."""
    items, codes = sentence.items, sentence.codes
    if not ("Q" in codes or any(mark in codes for mark in MARKS)):
        return sentence
    plain: list[Item] = []
    for number, item in enumerate(items):
        if item.code == "Q" and _runs_on(items, number):
            plain += item.inner or ()
        elif item.code not in MARKS:
            plain.append(item)
    if len(plain) == len(items) and not any(a is not b for a, b in zip(plain, items, strict=True)):
        return sentence
    return Sentence(sentence.start, sentence.end, sentence.role, plain, sentence.paragraph)


def _runs_on(items: list[Item], at: int) -> bool:
    """Does the sentence run on into the quotation, which is no speech by itself?"""
    return at > 0 and items[at - 1].code not in ",:.;-"


def _match(rule: Rule, found: re.Match[str], sentence: Sentence) -> Match:
    captures: dict[str, list[Item]] = {}
    for name in found.re.groupindex:
        start, end = found.span(name)
        if end > start:
            captures.setdefault(name.partition("__")[0], []).extend(sentence.items[start:end])
    return Match(rule.kind, rule.name, dict(rule.constants), sentence, found.start(), found.end(), captures)


def _head(found: re.Match[str]) -> int:
    for name in HEADS:
        if name in found.re.groupindex and found.end(name) > found.start(name):
            return found.start(name)
    return found.start()
