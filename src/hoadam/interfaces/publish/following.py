"""Which links of a page lead on into a publication, and how far away what they lead to lies."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from urllib.parse import parse_qs, urlsplit

from hoadam.interfaces.web.places import Place, place_of

TAG = re.compile(r"<[a-zA-Z][^<>]*>")  # the desk escapes both brackets wherever they are no tag's
LINK = re.compile(r'(\s)(href|src|action)="([^"]*)"')
# How much farther a page lies than the one that leads to it, by the first segment of its address; others are no part.
STEPS = {
    "static": 0, "feeds": 0, "picture": 0, "export": 0, "brief": 0,
    "": 0, "processes": 0, "process": 0, "people": 0, "coming": 0, "about": 0, "search": 0, "timeline": 0,
    "meetings": 0, "delegations": 0, "drafts": 0, "positions": 0, "statements": 0, "claims": 0, "appointments": 0,
    "deadlines": 0, "agreements": 0,
    "party": 1, "issue": 1, "person": 1, "network": 1, "meeting": 1, "draft": 1, "fact": 1, "article": 1,
}  # fmt: skip
CONDITIONS = {"process": 0, "view": 0, "form": 3, "offset": 2}
NARROWED = 3  # of any other condition

Lead = Callable[[str], str | None]


def local(address: str) -> bool:
    """Is it an address at the desk?"""
    return address.startswith("/") and not address.startswith("//")


def links(page: str) -> Iterator[str]:
    """The addresses at the desk that a page leads to."""
    for tag in TAG.findall(page):
        for _, _, address in LINK.findall(tag):
            if local(address):
                yield unescape(address)


def step(place: Place) -> int | None:
    """How far a place lies behind a page that leads to it; None where it is no part of a publication."""
    own = STEPS.get(place.first)
    if place.first == "picture" and any(name != "process" for name, _ in place.asked):
        return None  # a picture of a narrower question stands on its page alone
    if own is None or not place.page:
        return own
    return own + sum(CONDITIONS.get(name, NARROWED) for name, _ in place.asked)


def led(page: str, lead: Lead) -> str:
    """The page with each address at the desk as `lead` gives it; where that is None, the link leads nowhere."""

    def rewritten(found: re.Match[str]) -> str:
        space, name, address = found.groups()
        if not local(address):
            return found[0]
        to = lead(unescape(address))
        return "" if to is None else f'{space}{name}="{escape(to)}"'

    return TAG.sub(lambda tag: LINK.sub(rewritten, tag[0]), page)


def tongue(address: str) -> str | None:
    """The language that an address asks for."""
    return next(iter(parse_qs(urlsplit(address).query).get("lang", [])), None)


def parted(address: str) -> tuple[Place, str]:
    """The place of an address, and its fragment with the sign before it."""
    whole, sign, fragment = address.partition("#")
    return place_of(whole), sign + fragment
