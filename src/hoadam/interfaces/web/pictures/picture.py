"""A picture with its data: what is drawn, what it is called, and the same rows as a table."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hoadam.interfaces.web.pictures.svg import node, safe

STATIC = Path(__file__).parents[1] / "static"
NAMED = re.compile(r"--([\w-]+):\s*light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)")
MARGIN = 12.0

Link = Callable[[str], str | None]  # the address of the page of a fact; None where there are no pages


def nowhere(_: str) -> None:
    """A picture in a file leads nowhere."""
    return None


@dataclass(frozen=True, slots=True)
class Datum:
    """A row of the table beneath a picture; `fact` opens it."""

    cells: tuple[str, ...]
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """`drawn` is the markup inside, `width` and `height` are in pixels of 1:1; every datum drawn stands in `rows`."""

    name: str
    title: str
    about: str
    width: float
    height: float
    drawn: str
    headings: tuple[str, ...] = ()
    rows: tuple[Datum, ...] = field(default=())

    def inline(self) -> str:
        """The picture as part of a page: coloured by its style sheet, described by the table beneath it."""
        ids = {"aria_labelledby": f"{self.name}-title", "aria_describedby": f"{self.name}-about {self.name}-data"}
        return self._svg("", f"{self.name}-", role="group" if "<a " in self.drawn else "img", **ids)

    def file(self) -> str:
        """The picture by itself, with its style, on white."""
        ground = node("rect", width="100%", height="100%", class_="ground")
        return self._svg(node("style", safe(style())) + ground, "", role="img", xmlns="http://www.w3.org/2000/svg")

    def _svg(self, before: str, prefix: str, **attributes: object) -> str:
        told = (("title", self.title), ("desc", self.about))
        names = {"title": f"{prefix}title", "desc": f"{prefix}about"}
        head = "".join(node(tag, safe(words), id=names[tag]) for tag, words in told)
        size = {"width": self.width, "height": self.height, "viewBox": f"0 0 {self.width:.0f} {self.height:.0f}"}
        return node("svg", head, before, self.drawn, class_=f"pic pic-{self.name}", **size, **attributes)


@cache
def style() -> str:
    """The style sheet of the pictures with the colours of light pages put in for their names."""
    sheets = [(STATIC / name).read_text(encoding="utf-8") for name in ("desk.css", "pictures.css")]
    colours = {name: light for sheet in sheets for name, light, _ in NAMED.findall(sheet)}
    rules = re.sub(r"/\*.*?\*/", "", sheets[1], flags=re.DOTALL)
    own = [rule for rule in re.findall(r"[^{}]+\{[^{}]*\}", rules) if rule.strip().startswith(".pic")]
    return re.sub(r"var\(--([\w-]+)\)", lambda found: colours[found[1]], "".join(own)).strip()
