"""The pages of a publication made to lead to one another, relative to where each of them lies."""

from pathlib import Path
from posixpath import dirname, relpath

from hoadam.interfaces.publish.crawl import Crawl
from hoadam.interfaces.publish.following import led, parted, step, tongue
from hoadam.interfaces.web.places import Place


class Leading:
    """Rewrites pages; `left_out` are the places that they would lead to and that are not published."""

    def __init__(self, crawl: Crawl) -> None:
        self.crawl, self.publication = crawl, crawl.publication
        self.left_out: set[Place] = set()

    def all(self, folder: Path) -> None:
        """Every page in every language."""
        for lang in self.publication.languages:
            for place in filter(lambda one: one.page, self.crawl.kept):
                self.page(folder, place, lang)

    def page(self, folder: Path, place: Place, lang: str) -> None:
        """One page, in its file."""
        own = self.publication.file(place, lang)
        file = folder / own
        words = file.read_text(encoding="utf-8")
        file.write_text(led(words, lambda address: self.lead(address, own, lang)), encoding="utf-8", newline="\n")

    def lead(self, address: str, own: str, lang: str) -> str | None:
        """Where an address leads from the file `own`; None where it leads out of what is published."""
        place, fragment = parted(address)
        to = self.crawl.settled(place)
        if to is None:
            if step(place) is not None and place not in self.crawl.moved:
                self.left_out.add(place)
            return None
        return relpath(self.publication.file(to, tongue(address) or lang), dirname(own) or ".") + fragment
