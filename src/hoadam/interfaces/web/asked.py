"""What an address asks for: the filters of a view, and addresses that ask again."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from urllib.parse import quote, urlencode

from hoadam.errors import UsageFault
from hoadam.views import Filters

PAGE = 50
MOST = 500  # rows of one page, whatever is asked
NAMES = tuple(field.name for field in fields(Filters))
NUMBERS = ("limit", "offset")
CARRIED = ("as_of", "known_at")  # what every address on a page carries on
LONGEST = 300  # characters of one value


class BadNumber(UsageFault):
    """`asked` is no number that `name` can be."""

    def __init__(self, name: str, asked: str) -> None:
        self.name, self.asked = name, asked
        super().__init__(f"{name} cannot be {asked!r}")


def filters_of(asked: Mapping[str, str]) -> Filters:
    """The filters in a query string; empty values are left out, and so are names that no filter has."""
    held: dict[str, Any] = {name: asked[name][:LONGEST] for name in NAMES if asked.get(name, "").strip()}
    held["named"] = held.get("named", "") not in ("", "0", "false")
    held["limit"] = min(number("limit", held.get("limit", str(PAGE))) or PAGE, MOST)
    held["offset"] = number("offset", held.get("offset", "0"))
    return Filters(**held)


def number(name: str, asked: str) -> int:
    """A whole number that is not negative; BadNumber where it is none."""
    if not asked.isascii() or not asked.isdigit() or len(asked) > 9:
        raise BadNumber(name, asked)
    return int(asked)


def carried(asked: Mapping[str, str]) -> dict[str, str]:
    """What the addresses on a page carry on from its own."""
    return {name: asked[name] for name in CARRIED if asked.get(name)}


def address(path: str, /, **asked: Any) -> str:
    """A path with a query string; what is empty is left out."""
    held = {name: "1" if value is True else value for name, value in asked.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(held)}" if held else path


def segment(value: str) -> str:
    """A name as one segment of a path."""
    return quote(value, safe="")
