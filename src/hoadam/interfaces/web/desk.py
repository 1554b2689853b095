"""One request at the desk: who asks in which language, as of when, and the record that answers."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Request

from hoadam.interfaces.messages import LANGUAGES, choose
from hoadam.interfaces.record import Record
from hoadam.interfaces.spelling import over, spell
from hoadam.interfaces.web.asked import NAMES, NUMBERS, address, carried, filters_of
from hoadam.interfaces.web.published import Publication
from hoadam.interfaces.web.spelled import chosen
from hoadam.views import Filters

THEMES = ("auto", "light", "dark")
FRAGMENT = "hx-request"  # the header by which the script of the desk asks for a part of a page


@dataclass
class Desk:
    """What the pages need to know of a request."""

    request: Request
    lang: str
    theme: str

    @property
    def record(self) -> Record:
        """The record, as the thread that asks may read it."""
        record: Record = self.request.app.state.records.here()
        return record

    @cached_property
    def filters(self) -> Filters:
        """The filters of the address."""
        asked = filters_of(self.request.query_params)
        return replace(asked, process=asked.process or self.process)

    @property
    def published(self) -> Publication | None:
        """The static copy that is being made of the desk; None where somebody reads at the desk itself."""
        made: Publication | None = self.request.app.state.published
        return made

    @property
    def process(self) -> str | None:
        """The one negotiation that everything is about, where a publication is."""
        return self.published.process if self.published else None

    @property
    def at(self) -> Filters:
        """The point in time that the address asks for, and no other condition."""
        return Filters(as_of=self.filters.as_of, known_at=self.filters.known_at)

    @property
    def conditions(self) -> dict[str, str]:
        """The filters of the address as it gives them, whatever its page."""
        asked = self.request.query_params
        return {name: asked[name] for name in NAMES if name not in NUMBERS and asked.get(name)}

    def within(self, **conditions: Any) -> Filters:
        """Other conditions at the point in time of the address."""
        return replace(self.at, **{"process": self.process, **conditions})

    @property
    def fragment(self) -> bool:
        """Is a part of a page wanted, to be put into one that is open?"""
        return FRAGMENT in self.request.headers

    def url(self, path: str, **asked: Any) -> str:
        """An address at the desk that carries on the point in time."""
        return address(path, **{**carried(self.request.query_params), **asked})

    def again(self, **asked: Any) -> str:
        """The address of this page with other values."""
        return address(self.here, **{**self.request.query_params, **asked})

    @property
    def here(self) -> str:
        """The path of this page as an address at this desk, never at another host."""
        return "/" + quote(self.request.scope["path"].lstrip("/"))


async def at_desk(request: Request) -> Desk:
    """The desk of a request; its language and its spelling hold for all that is said in answering it."""
    asked = request.query_params.get("lang") or request.cookies.get("lang") or preferred(request)
    lang = asked if asked in LANGUAGES else LANGUAGES[0]
    theme = request.cookies.get("theme", "")
    choose(lang)
    spell(over(request.app.state.spelling, chosen(request.cookies)))
    return Desk(request, lang, theme if theme in THEMES else THEMES[0])


def preferred(request: Request) -> str:
    """The language that a browser puts first among those spoken here."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].split("-")[0].strip().lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


AtDesk = Annotated[Desk, Depends(at_desk)]
