"""Pieces of SVG as text: everything that comes from outside is escaped here, and nowhere else."""

from bisect import bisect
from html import escape
from itertools import accumulate
from re import compile as pattern

WIDE = frozenset("mwMWĐƠƯƯ@%—→←")
NARROW = frozenset("ijlItfr.,:;'|!()[]·  -–/")
UNFIT = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what no XML may hold


def node(tag: str, *inside: str, **attributes: object) -> str:
    """An element; `inside` is markup, attributes are escaped, None is left out, `_` stands for a hyphen.

    A name that Python reserves has an underscore behind it (`class_`).
    """
    held = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{safe(shown(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{held}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{held}/>"


def safe(words: str) -> str:
    """Words as they may stand in an element or an attribute."""
    return escape(UNFIT.sub("", words))


def shown(value: object) -> str:
    """A value of an attribute; numbers with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def words(x: float, y: float, text: str, class_: str | None = None, anchor: str | None = None) -> str:
    """A line of text with its baseline at `y`; `anchor` is start, middle or end."""
    return node("text", safe(text), x=float(x), y=float(y), class_=class_, text_anchor=anchor)


def titled(text: str) -> str:
    """The title that a pointer shows over an element."""
    return node("title", safe(text))


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    """A straight line."""
    return node("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str) -> str:
    """A rectangle with slightly round corners."""
    return node("rect", x=float(x), y=float(y), width=float(width), height=float(height), rx=3, class_=class_)


def group(*inside: str, class_: str | None = None, href: str | None = None) -> str:
    """Elements as one, a link where there is an address; links stay out of the way of the Tab key.

    Whoever goes by keyboard has the same links in the table beneath.
    """
    if href is None:
        return node("g", *inside, class_=class_)
    return node("a", *inside, href=href, class_=f"evidence {class_ or ''}".strip(), tabindex=-1)


def room(text: str, size: float = 12) -> float:
    """About how wide a text stands at a size of type, rather too wide than too narrow."""
    return size * sum(0.9 if letter in WIDE else 0.36 if letter in NARROW else 0.6 for letter in text)


def cut(text: str, width: float, size: float = 12) -> str:
    """As much of a text as fits, with an ellipsis where some is left out."""
    if room(text, size) <= width:
        return text
    most = max(int(width / room(" ", size)), 0) + 1  # letters that could fit, were all of them narrow
    ends = accumulate((room(letter, size) for letter in text[:most]), initial=room("…", size))
    text = text[: max(bisect(list(ends), width) - 1, 0)]
    return text.rstrip(" ,·") + "…" if text else ""
