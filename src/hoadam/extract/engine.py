"""Runs the rules of a language over the sentences of an article."""

import re
from collections.abc import Iterator

from hoadam.extract.phrases import Phrases
from hoadam.extract.recall import draw
from hoadam.extract.scope import scope
from hoadam.model.item import Item, Sentence
from hoadam.model.language import Language, Rule
from hoadam.model.parsed import DOUBT, SURE, Match, Parsed

SHOWN = ("meeting", "delegation", "agreement")  # kinds of what a picture may show
HEADS = ("verb", "noun", "plan", "deal", "limit", "object")


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
            for item in sentence.items:
                if item.code == "Q" and item.inner:
                    said = Sentence(item.start, item.end, "quotation", item.inner, sentence.paragraph)
                    found += _in_sentence(said, language, inside=True)
    return found


def _in_sentence(sentence: Sentence, language: Language, *, inside: bool = False) -> Iterator[Match]:
    """The rules that fire; `inside` a quotation only those that say so (`inside = true`)."""
    codes = sentence.codes
    index = language.by_anchor
    live = sorted({pair for code in set(codes) for pair in index.get(code, ())}, key=lambda pair: pair[0])
    taken: set[tuple[str, int]] = set()
    for _, rule in live:
        if inside and not rule.constants.get("inside"):
            continue
        for found in rule.regex.finditer(codes):
            match = _match(rule, found, sentence)
            head = (rule.kind, _head(found))
            if head not in taken or rule.constants.get("alone"):
                taken.add(head)
                match.head = sentence.items[head[1]].start
                yield match


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
