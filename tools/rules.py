"""Which rules hardly ever fire: `python tools/rules.py LANGUAGE STREAM... [--but GOLD...] [--fewest N]`.

Reads streams of articles, without those of the gold files, and prints each rule that makes facts of fewer than N of
them, or of one outlet's alone: facts, articles in which the rule matches, outlets, the kind and the name of the rule.
Such a rule was written for an article or two, and has to have another reason to stay.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hoadam.extract import matches_in, worth_reading
from hoadam.lang.load import HERE, build
from hoadam.model.article import Article
from hoadam.model.language import Language
from hoadam.parse import parse
from hoadam.resolve import resolve

Name = tuple[str, str]
PHRASE = "phrase"


def articles(files: list[str], but: list[str]) -> Iterator[Article]:
    """The articles of the streams, or of gold files, each once, that do not stand in the gold files left out."""
    seen = {row["article"]["text"] for file in but for row in rows(file)}
    for file in files:
        for row in rows(file):
            article = Article.from_row(row.get("article", row))
            if article.text not in seen:
                seen.add(article.text)
                yield article


def rows(file: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of lines, packed or not."""
    with gzip.open(file, "rt", encoding="utf8") if file.endswith(".gz") else open(file, encoding="utf8") as lines:
        yield from map(json.loads, lines)


def rules_of(language: Language) -> list[Name]:
    """Every rule by kind and name; those that draw actors together under `phrase`."""
    kinds = [(kind, rule.name) for kind, rules in language.rules.items() for rule in rules]
    return list(dict.fromkeys([*((PHRASE, rule.name) for rule in language.phrases), *kinds]))


def fired(article: Article, language: Language) -> tuple[set[Name], set[Name]]:
    """The rules that match in the article, and those that make a fact of it; a phrase makes the facts of its rule."""
    if not worth_reading(article.text, language):
        return set(), set()
    parsed = parse(article, language)
    matches = matches_in(parsed, language)
    facts = resolve(matches, parsed)
    drawn = {(PHRASE, actor.rule) for actor in parsed.actors()}
    matched = {(match.kind, match.rule) for match in matches}
    made = {(PHRASE if fact.kind == "role" else fact.kind, fact.rule) for fact in facts}
    return drawn | matched | made, made | (drawn if facts else set())


def main() -> None:
    """Reads the stream and prints what is rare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("stream", nargs="+")
    parser.add_argument("--but", nargs="*", default=[])
    parser.add_argument("--fewest", type=int, default=3)
    asked = parser.parse_args()
    language = build(HERE / asked.language)
    matching: dict[Name, int] = defaultdict(int)
    outlets: dict[Name, list[str]] = defaultdict(list)
    for article in articles(asked.stream, asked.but):
        matched, made = fired(article, language)
        for name in matched:
            matching[name] += 1
        for name in made:
            outlets[name].append(article.outlet or "")
    every = rules_of(language)
    rare = [name for name in every if len(outlets[name]) < asked.fewest or len(set(outlets[name])) < 2]
    for name in rare:
        print(len(outlets[name]), matching[name], len(set(outlets[name])), *name, sep="\t")
    print(f"{len(rare)} of {len(every)} rules")


if __name__ == "__main__":
    main()
