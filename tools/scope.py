"""Trains the judge of scope of a language: `python tools/scope.py LANGUAGE GOLD... [--long GOLD...] [--none STREAM]`.

GOLD are gold files; an article with facts is in scope. Each teaches also without its headline, with little weight;
those of `--long`, articles in full, teach besides with their first paragraph alone, under the headline and without.
`--none` takes a stream of articles and adds those that name no foreign state, body or person, which are not in scope.
Writes lang/LANGUAGE/scope.json: a weight for each word, in thousandths of log odds, `#bias`, and `#floor` (`--floor`),
below which an article is left alone.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hoadam.extract.scope import features
from hoadam.lang.load import HERE, build
from hoadam.model.article import Article
from hoadam.model.language import Language
from hoadam.parse import parse

RAREST = 3  # a word of fewer articles is left out
BARE = 0.15  # weight of an article without its headline
LONG = 0.5  # weight of an article in full, and of its beginning
STRENGTH = 0.2  # inverse regularisation; 0.1 to 0.5 differ by 0.002 in the area under the curve of held-back items


class Row(NamedTuple):
    """Features of an article, whether it is in scope, and how much it counts."""

    words: set[str]
    label: bool
    weight: float = 1.0


def labelled(files: list[str], language: Language) -> list[Row]:
    """Each article of the gold files, as it is and without its headline."""
    found: list[Row] = []
    for article, label in articles(files):
        found.append(Row(words_of(article, language), label))
        body = paragraphs(article)
        if article.title and body:
            found.append(Row(words_of(shortened(article, None, body), language), label, BARE))
    return found


def beginnings(files: list[str], language: Language) -> list[Row]:
    """Each long article of the gold files, and how it begins: under its headline and without."""
    found: list[Row] = []
    for article, label in articles(files):
        opening = paragraphs(article)[:1]
        titles = dict.fromkeys((article.title, None))
        shapes = [article, *(shortened(article, title, opening) for title in titles)]
        found += [Row(words_of(shape, language), label, LONG) for shape in shapes]
    return found


def articles(files: list[str]) -> Iterator[tuple[Article, bool]]:
    """The articles of gold files, and whether they have facts."""
    for file in files:
        for line in Path(file).read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            yield Article.from_row(row["article"]), bool(row["facts"])


def paragraphs(article: Article) -> list[str]:
    """The paragraphs of the body."""
    found = article.text.split("\n\n")
    return found[1:] if article.title and found[0] == article.title else found


def shortened(article: Article, title: str | None, body: list[str]) -> Article:
    """The article under this headline, of these paragraphs."""
    return replace(article, title=title, text="\n\n".join([title, *body] if title else body))


def words_of(article: Article, language: Language) -> set[str]:
    """What the judge sees of the article."""
    return features(parse(article, language), language)


def strangers(stream: str, language: Language, count: int) -> list[Row]:
    """Articles that name nobody and nothing foreign."""
    found: list[Row] = []
    with gzip.open(stream, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if number % 9 == 0 and len(found) < count:
                words = words_of(Article.from_row(json.loads(line)), language)
                if "#foreign0" in words and "N" not in words:
                    found.append(Row(words, label=False))
    return found


def train(rows: list[Row]) -> dict[str, int]:
    """The weights, in thousandths."""
    often = Counter(word for row in rows for word in row.words)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{w: 1 for w in row.words if often[w] >= RAREST} for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(table, np.array([row.label for row in rows]), sample_weight=np.array([row.weight for row in rows]))
    weights = {name: round(1000 * weight) for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    return {"#bias": round(1000 * model.intercept_[0]), **{n: w for n, w in sorted(weights.items()) if w}}


def main() -> None:
    """Trains, writes, and says what was learnt from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--long", nargs="+", default=[])
    parser.add_argument("--none")
    parser.add_argument("--floor", type=float, default=-1.0)
    asked = parser.parse_args()
    language = build(HERE / asked.language)
    rows = labelled(asked.gold, language)
    if asked.none:
        rows += strangers(asked.none, language, sum(row.weight == 1 for row in rows))
    rows += beginnings(asked.long, language)
    weights = {"#floor": round(1000 * asked.floor), **train(rows)}
    text = json.dumps(weights, ensure_ascii=False, indent=0)
    (HERE / asked.language / "scope.json").write_text(text + "\n", encoding="utf8")
    print(f"{len(rows)} articles, {sum(row.label for row in rows)} in scope, {len(weights)} weights")


if __name__ == "__main__":
    main()
