"""What can be taken away or subscribed to: a file of any format for any view, feeds of changes, the calendar."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from hoadam.interfaces.exports import FORMATS, NoSuchFormat, Settings, export
from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.headers import holds
from hoadam.interfaces.web.places import place_of
from hoadam.interfaces.web.published import Publication
from hoadam.views import Filters

router = APIRouter()

FEEDS = {"atom": "atom", "json": "jsonfeed"}  # the ending of an address → the format
ENTRIES, EVENTS = 100, 200  # of a feed, of a calendar that is asked for every hour
IN_MEMORY, PIECE = 1 << 22, 1 << 16  # bytes


@router.get("/export/{name}")
def exported(desk: AtDesk, name: str) -> Response:
    """The rows of a view (`view`) under the filters of the address, all of them unless `limit` is given, as a file."""
    asked = desk.request.query_params
    filters = desk.filters if asked.get("limit") else desk.filters.unlimited()
    return file(desk, name, asked.get("view"), filters, attached=True)


@router.get("/feeds/changes.{ending}")
def changes(desk: AtDesk, ending: str) -> Response:
    """What changed, as a feed."""
    return feed(desk, ending, desk.within())


@router.get("/feeds/process/{name}.{ending}")
def of_process(desk: AtDesk, name: str, ending: str) -> Response:
    """What changed in a negotiation, as a feed."""
    return feed(desk, ending, desk.within(process=name))


@router.get("/feeds/person/{name}.{ending}")
def of_person(desk: AtDesk, name: str, ending: str) -> Response:
    """What changed of a person, as a feed."""
    return feed(desk, ending, desk.within(person=name))


@router.get("/feeds/coming.ics")
def coming(desk: AtDesk) -> Response:
    """The latest meetings and deadlines as a calendar to subscribe to; the filters of the address hold."""
    return file(desk, "ics", None, replace(desk.filters, limit=EVENTS))


def feed(desk: Desk, ending: str, filters: Filters) -> Response:
    """The latest changes."""
    if ending not in FEEDS:
        raise NoSuchFormat(ending)
    return file(desk, FEEDS[ending], None, replace(filters, limit=ENTRIES))


def file(desk: Desk, name: str, view: str | None, filters: Filters, attached: bool = False) -> Response:
    """A file with its ETag, or 304 where the asker holds it."""
    pieces = export(name, desk.record, view, filters, settings(desk))
    spool, tag = spooled(pieces)
    headers = {"etag": tag, "cache-control": "no-cache"}
    if holds(desk.request.headers.get("if-none-match", ""), tag):
        spool.close()
        return Response(status_code=304, headers=headers)
    if attached:
        headers["content-disposition"] = f'attachment; filename="hoadam-{view or name}.{FORMATS[name].suffix}"'
    return StreamingResponse(read_out(spool), media_type=FORMATS[name].media_type, headers=headers)


def settings(desk: Desk) -> Settings:
    """What a file needs to know of the address it is asked by."""
    asked = desk.request.query_params
    if desk.published:
        return settings_of(desk.published, desk)
    here = str(desk.request.base_url).rstrip("/")
    page, own = f"{here}/fact/{{id}}", str(desk.request.url)
    return Settings(since=asked.get("changed_since"), met=asked.get("met"), page=page, feed=own)


def settings_of(published: Publication, desk: Desk) -> Settings:
    """The same for a file of a publication: addresses as they will be, where that is known."""
    page = published.address(published.folder(desk.lang) + "fact/{id}/index.html")
    own = published.file(place_of(str(desk.request.url)), desk.lang)
    return Settings(page=page, feed=published.address(own))


def spooled(pieces: Iterable[bytes]) -> tuple[IO[bytes], str]:
    """The pieces kept, on disk where they are many, with their ETag: the thread that reads the record must write."""
    spool: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, closed by whoever reads it out
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        spool.write(piece)
    spool.seek(0)
    return spool, f'"{digest.hexdigest()[:32]}"'


def read_out(spool: IO[bytes]) -> Iterator[bytes]:
    """What was kept, piece by piece."""
    with spool:
        while piece := spool.read(PIECE):
            yield piece
