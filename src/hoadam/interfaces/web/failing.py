"""What went wrong, as a page in the language of whoever asked."""

import logging
from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from hoadam.errors import HoadamError, StoreFault
from hoadam.interfaces.faults import told
from hoadam.interfaces.web.desk import at_desk
from hoadam.interfaces.web.headers import HEADERS
from hoadam.interfaces.web.render import page, text
from hoadam.views.filters import EVERYTHING

LOG = logging.getLogger("hoadam")
SAID = (400, 403, 404, 405, 411, 413, 422, 500, 503)  # statuses that have words of their own


def handled(app: FastAPI) -> None:
    """Let an app answer every fault with a page."""
    app.add_exception_handler(HoadamError, wrong)
    app.add_exception_handler(HTTPException, missing)
    app.add_exception_handler(RequestValidationError, unreadable)
    app.add_exception_handler(Exception, broken)


async def wrong(request: Request, fault: Exception) -> Response:
    """A fault of hoadam's; what a record that does not open says of its file is for the server's log alone."""
    assert isinstance(fault, HoadamError)
    if isinstance(fault, StoreFault):
        LOG.error("%s", fault)
        return await problem(request, fault.http_status, lambda: words(fault.http_status))
    return await problem(request, fault.http_status, lambda: told(fault))


async def missing(request: Request, fault: Exception) -> Response:
    """A page that is not there, or a method that it does not know."""
    assert isinstance(fault, HTTPException)
    if 300 <= fault.status_code < 400:
        return Response(status_code=fault.status_code, headers=fault.headers)
    answer = await problem(request, fault.status_code, lambda: words(fault.status_code))
    answer.headers.update(fault.headers or {})
    return answer


async def unreadable(request: Request, _: Exception) -> Response:
    """A form of another shape than ours."""
    return await problem(request, 422, lambda: words(422))


async def broken(request: Request, _: Exception) -> Response:
    """Anything else; it is answered outside of all that puts HEADERS on answers."""
    answer = await problem(request, 500, lambda: words(500))
    answer.headers.update(HEADERS)
    return answer


async def problem(request: Request, status: int, said: Callable[[], str]) -> Response:
    """What went wrong, said in the language of the request."""
    desk = await at_desk(request)
    desk.filters = EVERYTHING  # those of the address may be what is wrong
    answer = page(desk, "error.html", status=status, problem=said())
    answer.status_code = status
    return answer


def words(status: int) -> str:
    """What a status means."""
    return text(f"status-{status if status in SAID else 400}")
