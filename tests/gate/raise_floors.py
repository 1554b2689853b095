"""`make gate`: measures the reader, and merging, on each gold file there is, and raises the floors to just below that.

The page About of the desk then tells what was measured.

python -m tests.gate.raise_floors [--lower NAME --because REASON]

Without `--lower` no floor falls, and a fall is an error; with it the named floors (a kind, micro or macro) go to what
is measured, and the reason is kept beside them.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from tests.gate import accuracy
from tests.gate.gate import FLOORS, TOP, Floors, below, fingerprint, found, load, raised


def main() -> int:
    """Rewrite floors.json; the exit code is 1 where something fell and was not lowered on purpose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="let this floor fall")
    parser.add_argument("--because", default="", help="why, to be kept in floors.json")
    options = parser.parse_args()
    if options.lower and not options.because:
        parser.error("--lower wants --because")
    floors = load()
    fallen = [line for gold in floors["gold"] for line in renewed(floors, gold, options)]
    FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=2) + "\n", encoding="utf8")
    accuracy.write(floors)
    print("\n".join(fallen) or "no floor fell")
    return bool(fallen)


def renewed(floors: Floors, gold: str, options: Any) -> Iterator[str]:
    """Renew the floors of one gold file in place; yields what fell and stays where it was."""
    entry = floors["gold"][gold]
    file = TOP / entry["file"]
    if not file.exists():
        return
    now = found(gold, entry)
    for name, (floor, value) in below(entry["floors"], now, floors["noise"]).items():
        if name not in options.lower:
            yield f"{gold} {name} fell below its floor: {value:.3f} < {floor:.3f}"
            continue
        del entry["floors"][name]
        row = {"gold": gold, "name": name, "from": floor, "measured": round(value, 3), "because": options.because}
        floors["lowered"].append(row)
    entry["floors"] = raised(entry["floors"], now, floors["margin"])
    entry["sha256"] = fingerprint(file)
    print(gold, "  ".join(f"{name} {value:.3f}" for name, value in now.items()))


if __name__ == "__main__":
    sys.exit(main())
