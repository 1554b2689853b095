"""How well the reader was measured to read, by kind: the figures of the gate, which `make gate` writes down."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("accuracy.json")


@cache
def accuracy() -> Mapping[str, Any]:
    """`measured` (a day) and `sets`: each with its `name`, `articles`, `facts`, and precision, recall, F1 by kind."""
    found: Mapping[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def precision() -> dict[str, float]:
    """How often a fact of each kind is right, in the set that has most articles."""
    largest = max(accuracy()["sets"], key=lambda one: one["articles"])
    return {kind: row["precision"] for kind, row in largest["kinds"].items() if row["precision"] is not None}
