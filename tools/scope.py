"""Trains the judge of scope of a language: `python tools/scope.py LANGUAGE GOLD... [--none STREAM] [--floor F]`.

GOLD are gold files; an article with facts is in scope. `--none` takes a stream of articles and adds those that name no
foreign state, body or person as examples of what is not. Writes lang/LANGUAGE/scope.json: a weight for each word, in
thousandths of log odds, `#bias`, and `#floor`, below which an article is left alone.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hoadam.extract.scope import features
from hoadam.lang.load import HERE, build
from hoadam.model.article import Article
from hoadam.model.language import Language
from hoadam.parse import parse

RAREST = 3  # a word of fewer articles is left out
STRENGTH = 0.2  # inverse regularisation; 0.1 to 0.5 differ by 0.002 in the area under the curve of held-back items


def labelled(files: list[str], language: Language) -> list[tuple[set[str], bool]]:
    """Features and label of each article of the gold files."""
    rows = [json.loads(line) for file in files for line in Path(file).read_text(encoding="utf8").splitlines()]
    articles = [(Article.from_row(row["article"]), bool(row["facts"])) for row in rows]
    return [(features(parse(article, language), language), label) for article, label in articles]


def strangers(stream: str, language: Language, count: int) -> list[tuple[set[str], bool]]:
    """Features of articles that name nobody and nothing foreign."""
    found: list[tuple[set[str], bool]] = []
    with gzip.open(stream, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if number % 9 == 0 and len(found) < count:
                words = features(parse(Article.from_row(json.loads(line)), language), language)
                if "#foreign0" in words and "N" not in words:
                    found.append((words, False))
    return found


def train(rows: list[tuple[set[str], bool]]) -> dict[str, int]:
    """The weights, in thousandths."""
    often = Counter(word for words, _ in rows for word in words)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{w: 1 for w in words if often[w] >= RAREST} for words, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(table, np.array([label for _, label in rows]))
    weights = {name: round(1000 * weight) for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    return {"#bias": round(1000 * model.intercept_[0]), **{n: w for n, w in sorted(weights.items()) if w}}


def main() -> None:
    """Trains, writes, and says what was learnt from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--none")
    parser.add_argument("--floor", type=float, default=-0.8)
    asked = parser.parse_args()
    language = build(HERE / asked.language)
    rows = labelled(asked.gold, language)
    if asked.none:
        rows += strangers(asked.none, language, len(rows))
    weights = {"#floor": round(1000 * asked.floor), **train(rows)}
    text = json.dumps(weights, ensure_ascii=False, indent=0)
    (HERE / asked.language / "scope.json").write_text(text + "\n", encoding="utf8")
    print(f"{len(rows)} articles, {sum(label for _, label in rows)} in scope, {len(weights)} weights")


if __name__ == "__main__":
    main()
