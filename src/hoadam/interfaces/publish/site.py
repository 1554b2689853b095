"""The whole of a publication: the desk asked in process, its answers in files that lead to one another."""

from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import anyio
import httpx

from hoadam.interfaces.publish.crawl import Crawl, Seen
from hoadam.interfaces.publish.folder import fresh, mark
from hoadam.interfaces.publish.index import INDEX, written
from hoadam.interfaces.publish.leading import Leading
from hoadam.interfaces.record import Record
from hoadam.interfaces.web.app import create_app
from hoadam.interfaces.web.published import Publication
from hoadam.views import Filters
from hoadam.views.names import process_named

DESK = "http://localhost"  # nobody listens there: the desk is asked in this process


class Published(NamedTuple):
    """How many pages (of all languages) and files there are, and how many pages that they name were left out."""

    pages: int
    files: int
    left_out: int


def publish(db: str | Path | None, publication: Publication, folder: Path, limit: int, seen: Seen) -> Published:
    """Write the desk over the record at `db` into `folder`, with at most `limit` pages of each language.

    Unknown where the publication names a day or a negotiation that is none; NotOurs where the folder may not be
    replaced. `seen` is told of each page: how many there are, and how many are known of.
    """
    with Record(db, create=False) as record, fresh(folder) as made:
        publication = settled(publication, record)
        crawl = Crawl(publication, made, limit, seen)
        anyio.run(crawled, crawl, db)
        written(made, publication, record, list(crawl.kept))
        crawl.kept[INDEX] = INDEX.file
        leading = Leading(crawl)
        leading.all(made)
        pages = crawl.pages * len(publication.languages)
        mark(made, {"version": version("hoadam"), **asdict(publication), "pages": pages, "limit": limit})
        files = sum(1 for file in made.rglob("*") if file.is_file())
    return Published(pages, files, len(leading.left_out))


def settled(publication: Publication, record: Record) -> Publication:
    """The same with the name that the record uses for its negotiation."""
    Filters(as_of=publication.as_of).point(record.store)
    if publication.process is None:
        return publication
    return replace(publication, process=process_named(publication.process, record.store))


async def crawled(crawl: Crawl, db: str | Path | None) -> None:
    """All that can be reached from the first page."""
    app = create_app(db, published=crawl.publication)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=DESK) as client:
        await crawl.run(client)
