"""Puts the API together, with its description in OpenAPI 3.1."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.api import asking, single, writing
from hoadam.interfaces.web.api.problems import Problem, handled
from hoadam.interfaces.web.records import Records

ABOUT = (
    "The record of a negotiation: the views of `hoadam` as JSON and CSV. Reading is open; writing needs a token. "
    "Every fact carries its sentence, outlet, day and address. Errors are problem details (RFC 9457)."
)


def create_api(records: Records, tokens: Tokens) -> FastAPI:
    """The API over a record; it is mounted under /api/v1."""
    api = FastAPI(title="hoadam", version=version("hoadam"), description=ABOUT, docs_url=None, redoc_url=None)
    api.state.records, api.state.tokens = records, tokens
    handled(api)
    for part in (asking, single, writing):
        api.include_router(part.router)
    plain = api.openapi

    def described() -> dict[str, Any]:
        schema = plain()
        schema["components"]["schemas"].setdefault("Problem", Problem.model_json_schema())
        return schema

    api.openapi = described  # type: ignore[method-assign]
    return api
