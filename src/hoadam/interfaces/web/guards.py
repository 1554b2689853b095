"""Who may ask for what: forms only from the desk's own pages."""

from urllib.parse import urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException

FETCHED_HERE = ("same-origin", "none")


def same_origin(request: Request) -> None:
    """Refuse (403) what a page of another site sends; a program, which sends neither header, is no such page."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site and site not in FETCHED_HERE:
        raise HTTPException(403, "sent from another site")
    if not site and origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "sent from another site")
