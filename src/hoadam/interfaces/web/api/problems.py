"""One shape of error for the whole API: problem details, RFC 9457."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from hoadam.errors import HoadamError, StoreFault
from hoadam.interfaces.faults import told

LOG = logging.getLogger("hoadam")
MEDIA = "application/problem+json"


class Problem(BaseModel):
    """What went wrong."""

    type: str = Field(description="The sort of fault, a word of this API.")
    title: str = Field(description="The same for every fault of the sort.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What went wrong this time.")
    near: list[str] = Field(description="What may have been meant.")


TITLES = {
    400: "The question makes no sense", 401: "A token is needed", 403: "Not allowed", 404: "Not here", 405: "Not so",
    409: "It cannot be so", 413: "Too large", 422: "Cannot be read", 500: "A fault of hoadam's",
    503: "The record cannot answer",
}  # fmt: skip


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors that a route can answer with, for OpenAPI."""
    return {one: {"description": TITLES[one], "content": {MEDIA: {"schema": SCHEMA}}} for one in statuses}


SCHEMA = {"$ref": "#/components/schemas/Problem"}


def problem(status: int, sort: str, detail: str, near: tuple[str, ...] = ()) -> JSONResponse:
    """An answer that says what went wrong."""
    told_ = Problem(type=sort, title=TITLES.get(status, TITLES[500]), status=status, detail=detail, near=list(near))
    headers = {"www-authenticate": "Bearer"} if status == 401 else None
    return JSONResponse(told_.model_dump(), status, headers, MEDIA)


async def wrong(_: Request, fault: Exception) -> JSONResponse:
    """A fault of hoadam's own kind."""
    assert isinstance(fault, HoadamError)
    near = getattr(fault, "near", ())
    detail = told(fault)
    if isinstance(fault, StoreFault):  # names files of the server
        LOG.error("%s", fault)
        detail = "the record cannot be read just now; the server's log says more"
    return problem(fault.http_status, type(fault).__name__, detail, tuple(map(str, near)))


async def refused(_: Request, fault: Exception) -> JSONResponse:
    """A route, a method or a token that is not there."""
    assert isinstance(fault, HTTPException)
    answer = problem(fault.status_code, "http", str(fault.detail))
    answer.headers.update(fault.headers or {})
    return answer


async def unreadable(_: Request, fault: Exception) -> JSONResponse:
    """Values that are not of the shape that OpenAPI describes."""
    assert isinstance(fault, RequestValidationError)
    told_ = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in fault.errors())
    return problem(422, "shape", told_.encode("utf-8", "backslashreplace").decode())


async def broken(_: Request, __: Exception) -> JSONResponse:
    """Anything else; what it was stands in the log of the server alone."""
    return problem(500, "fault", "this should not have happened; the server's log says more")


def handled(app: FastAPI) -> None:
    """Let an app answer every fault in this shape."""
    app.add_exception_handler(HoadamError, wrong)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, unreadable)
    app.add_exception_handler(Exception, broken)
