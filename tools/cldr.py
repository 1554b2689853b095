"""Writes `src/hoadam/knowledge/cldr.toml`: each country's name in English and Vietnamese, as the CLDR has it.

Run `python tools/cldr.py` after an update of babel; a test regenerates the file in memory and compares.
"""

import json
import re
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).resolve().parent.parent / "src" / "hoadam" / "knowledge" / "cldr.toml"

# The CLDR's three-letter aliases include codes that ISO 3166-1 has retired; these are the ones in force.
IN_FORCE = {"CD": "COD", "FR": "FRA", "TL": "TLS", "XK": "XKX"}
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "ZZ"}
PRIVATE = re.compile(r"AA|Q[M-Z]|X[A-JL-Z]")


def codes() -> dict[str, str]:
    """The ISO 3166-1 alpha-3 code (and XKX for Kosovo) of each alpha-2 code, in the order of alpha-3."""
    aliases = get_global("territory_aliases")
    found = {short[0]: long for long, short in aliases.items() if len(long) == 3 and long.isalpha() and len(short) == 1}
    kept = {
        short: IN_FORCE.get(short, long)
        for short, long in found.items()
        if short not in NOT_COUNTRIES and not PRIVATE.fullmatch(short)
    }
    return dict(sorted(kept.items(), key=lambda pair: pair[1]))


def render() -> str:
    """The whole of `cldr.toml` as text."""
    english, vietnamese = Locale("en").territories, Locale("vi").territories
    lines = ["# Written by tools/cldr.py from the Unicode CLDR; press names stand in countries.toml.", ""]
    for short, long in codes().items():
        en, vi = (json.dumps(names[short], ensure_ascii=False) for names in (english, vietnamese))
        lines.append(f"{long} = {{ en = {en}, vi = {vi} }}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
