"""Signing in with a token, and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hoadam.interfaces.web.desk import AtDesk
from hoadam.interfaces.web.guards import TOKEN, same_origin
from hoadam.interfaces.web.pages.choices import local
from hoadam.interfaces.web.render import page

router = APIRouter()

DAY = 24 * 3600


@router.get("/sign-in", response_class=HTMLResponse)
def ask(desk: AtDesk) -> HTMLResponse:
    """The form that asks for a token."""
    return page(desk, "sign-in.html", back=local(desk.request.query_params.get("back", "/")), wrong=False)


@router.post("/sign-in", dependencies=[Depends(same_origin)])
def sign_in(desk: AtDesk, token: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/") -> Response:
    """Keep a token that is known in a cookie for this visit; ask again for any other."""
    if desk.request.app.state.tokens.owner(token.strip()) is None:
        answer: Response = page(desk, "sign-in.html", back=local(back), wrong=True)
        answer.status_code = 401
        return answer
    answer = RedirectResponse(local(back), 303)
    secure = desk.request.url.scheme == "https"
    answer.set_cookie(TOKEN, token.strip(), max_age=30 * DAY, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/sign-out", dependencies=[Depends(same_origin)])
def sign_out() -> Response:
    """Forget the token."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(TOKEN)
    return answer
