"""Who may do what: forms only from the desk's own pages, writing only with a token."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.asked import address

FETCHED_HERE = ("same-origin", "none")
TOKEN = "token"  # the cookie; no page can read it, and no other site's request brings it


def same_origin(request: Request) -> None:
    """Refuse (403) what a page of another site sends; a program, which sends neither header, is no such page."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site and site not in FETCHED_HERE:
        raise HTTPException(403, "sent from another site")
    if not site and origin and origin.partition("://")[2] != request.headers.get("host"):
        raise HTTPException(403, "sent from another site")


def writer_of(request: Request) -> str | None:
    """Whose token the browser brings; None where it brings none that is known."""
    tokens: Tokens = request.app.state.tokens
    token = request.cookies.get(TOKEN)
    return tokens.owner(token) if token else None


def writer(request: Request) -> str:
    """The same; whoever has none is sent to sign in, and back."""
    owner = writer_of(request)
    if owner is None:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        target = address("/sign-in", back=back if request.method == "GET" else "/review")
        raise HTTPException(303, "a token is needed", {"location": target})
    return owner


Writer = Annotated[str, Depends(writer)]
