"""Every rule fires on its sentences and on none of its near misses; every corpus sentence gives its facts."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hoadam.extract import matches_in
from hoadam.kinds import KINDS
from hoadam.kinds.kind import same
from hoadam.lang import languages, load
from hoadam.model.article import Article
from hoadam.model.language import Rule
from hoadam.parse import parse
from hoadam.resolve import resolve

LANG = Path(__file__).parent.parent / "src" / "hoadam" / "lang"
PUBLISHED = "2025-12-10T08:00:00+07:00"


def article(row: dict[str, Any]) -> Article:
    title = row.get("title")
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    return Article("corpus", row.get("outlet", "Bến Nước"), row.get("published", PUBLISHED), None, None, title, text)


@cache
def fired(code: str, text: str) -> set[str]:
    found = parse(article({"text": text}), load(code))
    matches = matches_in(found, load(code), everything=True)
    return {actor.rule for actor in found.actors()} | {match.rule for match in matches}


def rules(code: str) -> list[Rule]:
    language = load(code)
    return [*language.phrases, *(rule for kind in language.rules.values() for rule in kind)]


def samples(fires: bool) -> list[Any]:
    return [
        pytest.param(code, rule.name, sample.text, id=f"{code}-{rule.kind}-{rule.name}-{number}")
        for code in languages()
        for rule in rules(code)
        for number, sample in enumerate(rule.samples)
        if sample.fires is fires
    ]


def lines() -> list[Any]:
    return [
        pytest.param(file.parent.parent.name, file.stem, json.loads(line), id=f"{file.stem}-{number}")
        for file in sorted(LANG.glob("*/corpus/*.jsonl"))
        if file.stem in KINDS
        for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), 1)
    ]


@pytest.mark.parametrize(("code", "name", "text"), samples(True))
def test_rule_fires(code: str, name: str, text: str) -> None:
    assert name in fired(code, text)


@pytest.mark.parametrize(("code", "name", "text"), samples(False))
def test_near_miss_does_not_fire(code: str, name: str, text: str) -> None:
    assert name not in fired(code, text)


def test_every_rule_has_a_sentence_and_a_near_miss() -> None:
    for code in languages():
        for rule in rules(code):
            assert any(s.fires for s in rule.samples), rule.name
            assert any(not s.fires for s in rule.samples), rule.name


@pytest.mark.parametrize(("code", "kind", "row"), lines())
def test_corpus_line(code: str, kind: str, row: dict[str, Any]) -> None:
    """A line lists the facts of its kind, each with its quote and the slots it wants to hold fast."""
    language = load(code)
    taken = parse(article(row), language)
    # A sentence without its article may be of any subject: the judge of scope is asked only where nothing is wanted.
    matches = matches_in(taken, language, everything=bool(row["facts"]))
    facts = [fact.row() for fact in resolve(matches, taken) if fact.kind == kind]
    assert [fact["quote"] for fact in facts] == [fact["quote"] for fact in row["facts"]]
    for fact, wanted in zip(facts, row["facts"], strict=True):
        assert {slot: fact[slot] for slot in wanted if not same(fact[slot], wanted[slot])} == {}
