"""Trains the first glance of a language: `python tools/glance.py LANGUAGE STREAM... [--floor F]`.

STREAM are files of articles or of gold, JSON Lines, also gzipped. What the judge of scope would read, or what gives
facts, is worth reading; so nobody has to annotate. Every fifth article is kept back, and what the glance sets aside of
those is printed, floor by floor. Writes lang/LANGUAGE/glance.json, in thousandths of log odds; run it after
`tools/scope.py`.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hoadam.extract import matches_in
from hoadam.extract.glance import first_words, worth_reading
from hoadam.lang.load import HERE, build
from hoadam.model.article import Article
from hoadam.model.language import Language
from hoadam.model.parsed import DOUBT
from hoadam.parse import parse
from hoadam.resolve import resolve

RAREST = 20  # a word of fewer articles is left out
LEAST = 0.05  # log odds: a lighter word is left out
STRENGTH = 0.5  # inverse regularisation
FLOORS = (-3.0, -4.0, -5.0, -6.0)


class Row(NamedTuple):
    """The first words of an article, whether it is read, whether it gives facts."""

    words: set[str]
    read: bool
    told: bool


def articles(files: list[Path]) -> Iterator[Article]:
    """The articles of the files, each once."""
    seen: set[str] = set()
    for file in files:
        with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf8") as lines:
            for line in lines:
                row = json.loads(line)
                article = Article.from_row(row.get("article", row))
                if article.text not in seen:
                    seen.add(article.text)
                    yield article


def labelled(files: list[Path], language: Language) -> list[Row]:
    """A row for each article that names somebody."""
    rows = []
    for article in articles(files):
        if worth_reading(article.text, language):
            parsed = parse(article, language)
            told = bool(resolve(matches_in(parsed, language), parsed))
            rows.append(Row(first_words(article.text), parsed.odds >= DOUBT, told))
    return rows


def train(rows: list[Row]) -> dict[str, int]:
    """The weights, in thousandths."""
    often = Counter(word for row in rows for word in row.words)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{w: 1 for w in row.words if often[w] >= RAREST} for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(table, np.array([row.read for row in rows]))
    weights = zip(vectors.feature_names_, model.coef_[0], strict=True)
    heavy = {name: round(1000 * weight) for name, weight in weights if abs(weight) >= LEAST}
    return {"#bias": round(1000 * model.intercept_[0]), **dict(sorted(heavy.items()))}


def report(weights: dict[str, int], rows: list[Row]) -> None:
    """What each floor would set aside."""
    found = [sum(weights.get(word, 0) for word in {*row.words, "#bias"}) / 1000 for row in rows]
    for floor in FLOORS:
        aside = [row for row, odds in zip(rows, found, strict=True) if odds < floor]
        read, told = sum(row.read for row in aside), sum(row.told for row in aside)
        print(f"floor {floor}: {len(aside)} of {len(rows)} set aside; {read} that are read, {told} that give facts")


def main() -> None:
    """Trains, writes, and says what was learnt from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("stream", nargs="+", type=Path)
    parser.add_argument("--floor", type=float, default=-5.0)
    asked = parser.parse_args()
    language = build(HERE / asked.language)
    language.glance = {}
    rows = labelled(asked.stream, language)
    report(train([row for number, row in enumerate(rows) if number % 5]), rows[::5])
    weights = {"#floor": round(1000 * asked.floor), **train(rows)}
    text = json.dumps(weights, ensure_ascii=False, indent=0)
    (HERE / asked.language / "glance.json").write_text(text + "\n", encoding="utf8")
    print(f"{len(rows)} articles, {sum(row.read for row in rows)} read, {len(weights)} weights")


if __name__ == "__main__":
    main()
