"""What a reader chooses once: language and theme, kept in cookies."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response

from hoadam.interfaces.messages import LANGUAGES
from hoadam.interfaces.web.desk import THEMES, AtDesk
from hoadam.interfaces.web.guards import same_origin

router = APIRouter()

YEAR = 365 * 24 * 3600
CHOICES = {"lang": LANGUAGES, "theme": THEMES}


@router.post("/choices", dependencies=[Depends(same_origin)])
def choose(
    desk: AtDesk,
    lang: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Keep what was chosen and go back to the page it was chosen on."""
    answer = RedirectResponse(local(back), 303)
    for name, value in (("lang", lang), ("theme", theme)):
        if value in CHOICES[name]:
            answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="lax")
    return answer


def local(back: str) -> str:
    """An address at this desk; anything else becomes its first page."""
    try:
        parts = urlsplit(back)
    except ValueError:  # brackets that hold no host
        return "/"
    ours = not parts.scheme and not parts.netloc and back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if ours and back.isprintable() else "/"
