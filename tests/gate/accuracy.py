"""What the desk says of its own accuracy: precision, recall and F1 by kind, as the gate measures them."""

import json
from datetime import date
from typing import Any

from hoadam.interfaces.web.accuracy import FILE
from tests.gate.gate import TOP, Floors, scored


def report(name: str, entry: dict[str, Any]) -> dict[str, Any]:
    """The figures of one gold file."""
    result = scored(TOP / entry["file"])
    rows = {
        kind or "micro": {
            "gold": tally.gold, "precision": part(tally.hit, tally.out), "recall": part(tally.hit, tally.gold),
            "f1": round(tally.f1, 3),
        }
        for kind, tally in ((kind, result.tally(*([kind] if kind else []))) for kind in ("", *result.kinds))
        if tally.gold or tally.out
    }  # fmt: skip
    micro = rows.pop("micro")
    return {"name": name, "articles": len(result.articles), "facts": micro["gold"], "micro": micro, "kinds": rows}


def part(of: int, whole: int) -> float | None:
    """A share to three digits; None of nothing."""
    return round(of / whole, 3) if whole else None


def write(floors: Floors) -> None:
    """Write the figures of every gold file of reading that is there, with the day."""
    sets = [
        report(name, entry)
        for name, entry in floors["gold"].items()
        if "facts" not in entry and (TOP / entry["file"]).exists()
    ]
    found = {"measured": date.today().isoformat(), "sets": sets}
    FILE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
