"""Joins the annotations with the stream: `python tools/stream_gold.py FOLDER [--stream FILE]` writes gold files there.

Rows of `scope` become articles with one empty fact or none, which is all that `tools/scope.py` asks of them.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "annotations"
STREAM = Path(__file__).parents[2] / "shared" / "data" / "news-2025-11_12.jsonl.gz"


def quoted(article: dict[str, Any], fact: dict[str, Any]) -> dict[str, Any]:
    """The fact with its quote, cut from the text."""
    slots = {"reason": None} if fact["kind"] == "appointment" else {}
    return {**fact, **slots, "quote": article["text"][fact["start"] : fact["end"]]}


def joined(row: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    """A row of a gold file."""
    if "in_scope" in row:
        return {"article": article, "facts": [{}] if row["in_scope"] else []}
    return {"article": article, "facts": [quoted(article, fact) for fact in row["facts"]]}


def main() -> None:
    """Writes one gold file for each file of annotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stream", type=Path, default=STREAM)
    asked = parser.parse_args()
    with gzip.open(asked.stream, "rt", encoding="utf8") as lines:
        articles = {article["id"]: article for article in map(json.loads, lines)}
    asked.folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(HERE.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]
        gold = [json.dumps(joined(row, articles[row["id"]]), ensure_ascii=False) for row in rows]
        (asked.folder / f"{file.stem}.gold.jsonl").write_text("\n".join(gold) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
