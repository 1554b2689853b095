"""Follows the links of the desk from its first page, the near before the far, and keeps what it answers."""

import heapq
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import httpx

from hoadam.errors import StoreFault
from hoadam.interfaces.publish.following import links, step
from hoadam.interfaces.web.asked import address
from hoadam.interfaces.web.places import Place, place_of
from hoadam.interfaces.web.published import Publication

START = Place("/")
FEEDS = ("feeds",)
FACT = re.compile(r"/fact/([\w.-]+)")
REDIRECTS = (301, 302, 303, 307, 308)
HTML = "text/html"

Seen = Callable[[int, int], None]  # pages so far, and how many are known of


class Waiting(NamedTuple):
    """A place to ask for: how far it lies, and when it was found among those as far."""

    cost: int
    found: int
    place: Place


@dataclass
class Crawl:
    """What was published: `kept` with the file of each place, `moved` where places lead to others.

    `limit` counts pages of one language; files to take away, and the facts that feeds lead to, are not counted.
    """

    publication: Publication
    folder: Path
    limit: int
    seen: Seen
    kept: dict[Place, str] = field(default_factory=dict)
    moved: dict[Place, Place] = field(default_factory=dict)
    known: dict[Place, int] = field(default_factory=dict)
    pages: int = 0
    counted: int = 0
    order: int = 0
    client: httpx.AsyncClient = field(init=False)

    async def run(self, client: httpx.AsyncClient) -> None:
        """All languages, from a desk: the first decides what is in, the others follow it."""
        self.client = client
        first, *others = self.publication.languages
        await self.discover(first)
        for lang in others:
            for place in [one for one in self.kept if not one.shared]:
                await self.ask(place, lang)

    async def discover(self, lang: str) -> None:
        """From the first page on, the nearest place first."""
        waiting: list[Waiting] = []
        self.found(waiting, [START, Place("/search")], -1)  # every page has the form that leads there
        self.found(waiting, [Place("/feeds/changes.atom"), Place("/feeds/coming.ics")], 0)
        while waiting:
            cost, _, place = heapq.heappop(waiting)
            if cost > self.known[place]:
                continue
            if place.page and self.counted >= self.limit and cost >= 0:
                continue
            words = await self.ask(place, lang)
            self.counted += place.page and place in self.kept and cost >= 0
            if place in self.moved:
                self.found(waiting, [self.moved[place]], cost, moved=True)
            elif words and place.page:
                self.found(waiting, [place_of(link.partition("#")[0]) for link in links(words)], max(cost, 0))
            elif words and place.first in FEEDS:
                facts = FACT.findall(words.replace("\r\n ", ""))
                self.found(waiting, [Place(f"/fact/{id_}") for id_ in facts], -2)  # what it leads to has to be there

    def found(self, waiting: list[Waiting], places: list[Place], cost: int, moved: bool = False) -> None:
        """Places that are new, or nearer than was known, wait for their turn."""
        for place in places:
            behind = step(place)
            if behind is None or place in self.kept or place in self.moved:
                continue
            far = cost if moved else cost + behind
            if far < self.known.get(place, far + 1):
                self.known[place] = far
                self.order += 1
                heapq.heappush(waiting, Waiting(far, self.order, place))

    async def ask(self, place: Place, lang: str) -> str | None:
        """Keep what the desk answers; its words where they may lead on."""
        answer = await self.client.get(self.question(place), headers={"cookie": f"lang={lang}"})
        if answer.status_code in REDIRECTS:
            self.moved[place] = place_of(answer.headers["location"].partition("#")[0])
            return None
        if answer.status_code >= 500:
            raise StoreFault(f"{place.path}: {answer.status_code}")
        if answer.status_code not in (200, 300):
            return None
        self.write(place, lang, answer.content)
        html = answer.headers["content-type"].startswith(HTML)
        return answer.text if html or place.first in FEEDS else None

    def question(self, place: Place) -> str:
        """The address to ask at the desk."""
        return address(place.path, **dict(place.asked), as_of=self.publication.as_of)

    def write(self, place: Place, lang: str, body: bytes) -> None:
        """The answer into its file."""
        self.kept[place] = place.file
        file = self.folder / self.publication.file(place, lang)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        if place.page:
            self.pages += lang == self.publication.languages[0]
            self.seen(self.pages, len(self.known))

    def settled(self, place: Place) -> Place | None:
        """The place that is kept for another; None where there is none."""
        for _ in range(5):
            if place in self.kept:
                return place
            if place not in self.moved:
                return None
            place = self.moved[place]
        return None
