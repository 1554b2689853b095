"""The tables by which the record's words become the codes of others."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """A table beside this module."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def issue(name: str | None) -> dict[str, Any]:
    """The codes of an issue: `mode` and `context` where it has them, `pax` as a list."""
    found: dict[str, Any] = table("issues").get(name or "", {"pax": []})
    return found


def alpha2(code: str | None) -> str | None:
    """ISO 3166-1 alpha-2, in small letters, of an alpha-3 code."""
    found: str | None = table("alpha2").get(code or "")
    return found
