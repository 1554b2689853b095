"""Puts the desk together: the pages found in their folder, the static files."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import anyio.to_thread
from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from hoadam.interfaces.spelling import spelling
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.api.app import create_api
from hoadam.interfaces.web.bounds import Bounded
from hoadam.interfaces.web.failing import handled
from hoadam.interfaces.web.headers import Guarded
from hoadam.interfaces.web.kept import Keeping
from hoadam.interfaces.web.published import Publication
from hoadam.interfaces.web.records import Records
from hoadam.store.open import file_of

HERE = Path(__file__).parent
READERS = 8  # threads that read at once, each with a connection of its own
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")  # other names would let a foreign page reach the desk by DNS


def create_app(
    place: str | Path | None = None,
    hosts: Sequence[str] = LOOPBACK,
    private: bool = False,
    published: Publication | None = None,
) -> FastAPI:
    """The desk over the record at `place`, answering to these names of hosts; `*` is any.

    With `private` it fetches articles from addresses of this machine and its network too; with `published` its pages
    are those of a static copy, without what only a server can answer.
    """
    app = FastAPI(
        title="hoadam",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=few_threads,
        middleware=[
            Middleware(Guarded),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(Bounded),
            *([] if published else [Middleware(Keeping, file=file_of(place))]),
        ],
    )
    app.state.records, app.state.private, app.state.published = Records(place), private, published
    app.state.spelling = spelling()  # that of the house, which a reader's own goes before
    app.state.tokens = Tokens(file_of(place))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in routers("pages"):
        app.include_router(router, include_in_schema=False)
    app.mount("/api/v1", create_api(app.state.records, app.state.tokens), name="api")
    handled(app)
    return app


def routers(folder: str) -> Iterator[APIRouter]:
    """The routers of the modules in a folder beside this one, by name."""
    for file in sorted((HERE / folder).glob("[a-z]*.py")):
        yield import_module(f"hoadam.interfaces.web.{folder}.{file.stem}").router


@asynccontextmanager
async def few_threads(_: FastAPI) -> AsyncIterator[None]:
    """As many threads as READERS says: each keeps a connection and its cache."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = READERS
    yield
