"""`hoadam explain` shows for every fact what `hoadam extract` gives: its rule, its slots, their words."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hoadam.flow import facts_of
from hoadam.interfaces.derivation import joined
from hoadam.interfaces.messages import LANGUAGES, choose
from hoadam.interfaces.reading import explained
from hoadam.interfaces.table import heading
from hoadam.interfaces.words import shown
from hoadam.lang import languages, load
from hoadam.model.article import Article
from hoadam.model.fact import Fact

LANG = Path(__file__).parents[2] / "src" / "hoadam" / "lang"
SAMPLES = Path(__file__).parents[2] / "samples"
WIDE = 100_000
QUIET = ("kind", "quote", "start", "end", "evidence", "rule", "named")


def articles() -> list[Any]:
    """Every corpus line as an article."""
    found = []
    for file in sorted(LANG.glob("*/corpus/*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), 1):
            row = json.loads(line)
            title, published = row.get("title"), row.get("published", "2025-12-10T08:00:00+07:00")
            text = f"{title}\n\n{row['text']}" if title else row["text"]
            one = Article(f"{file.stem}-{number}", row.get("outlet"), published, None, "vi", title, text)
            found.append(pytest.param(one, id=one.id))
    return found


@cache
def rule_names() -> frozenset[str]:
    found = [load(code) for code in languages()]
    rules = [rule for language in found for rule in (*language.phrases, *sum(language.rules.values(), ()))]
    return frozenset(rule.name for rule in rules) | {"<tên>"}  # of a surname alone, found by no rule


def told(article: Article, facts: tuple[Fact, ...], language: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `explain` prints, in lines that are never wrapped."""
    monkeypatch.setattr("hoadam.interfaces.reading.columns", lambda: WIDE)
    choose(language)
    try:
        return "\n".join(explained([(article, facts)]))
    finally:
        choose("en")


@pytest.mark.parametrize("article", articles())
def test_every_fact_is_explained_as_it_is_extracted(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = facts_of(article)
    blocks = told(article, facts, "en", monkeypatch).split("\n\n")[1:]
    assert len(blocks) == max(len(facts), 0) or not facts
    for fact, block in zip(facts, blocks, strict=False):
        kind, *lines = block.splitlines()
        assert kind == shown("kind", fact.kind)
        assert fact.rule in rule_names() and any(line.split(maxsplit=1)[1:] == [fact.rule] for line in lines)
        assert "[" in lines[0] or fact.quote in " ".join(lines)
        for slot, value in fact.row().items():
            if slot in QUIET or value in (None, []) or not shown(slot, value):
                continue
            line = next(line for line in lines if line.strip().startswith(heading(slot)) and shown(slot, value) in line)
            assert all(f"{span.start}–{span.end}" in line for span in joined(fact.evidence.get(slot, ())))
        for start, end in (span for spans in fact.antecedents.values() for span in spans):
            assert f"{start}–{end}" in block and article.text[start:end].strip()


FOLLOWED = "Tổng thống Nga Putin tới Bắc Kinh. Ông nói rằng Moscow sẵn sàng đàm phán với Ukraine."


@pytest.mark.parametrize(("language", "rule"), list(zip(LANGUAGES, ("Quy tắc", "Rule"), strict=True)))
def test_it_shows_whom_a_pronoun_goes_back_to(language: str, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a", None, "2025-12-10T08:00:00+07:00", None, "vi", None, FOLLOWED)
    facts = facts_of(article)
    lines = told(article, facts, language, monkeypatch).splitlines()
    assert any(line.strip().startswith(rule) for line in lines)
    assert any("“Ông” 35–38 ⇐ “Putin” 15–20" in line for line in lines)


UNNAMED = "Một quan chức Mỹ nói rằng Nga sẵn sàng đàm phán với Ukraine."


def test_it_shows_the_words_of_a_source_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a", None, "2025-12-10T08:00:00+07:00", None, "vi", None, UNNAMED)
    lines = told(article, facts_of(article), "en", monkeypatch).splitlines()
    assert any("unnamed source ← “Một quan chức Mỹ” 0–16" in line for line in lines)
