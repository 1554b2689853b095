"""Pages kept for a moment, so that twenty readers of one page cost one rendering while articles come in.

What was rendered is good as long as the record's file has not changed, and for FRESH seconds whatever comes in; for
OLDEST seconds it is still given while a newer one is made. Whoever brings a token is never given what was kept.
"""

import asyncio
import hashlib
import os
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoadam.interfaces.web.guards import TOKEN
from hoadam.interfaces.web.headers import holds

FRESH, OLDEST = 5.0, 30.0  # seconds
ROOM = 64_000_000  # bytes of pages with what they are kept under
LARGEST = 2_000_000  # bytes of one page
PASSED_BY = ("/static/", "/export/")
KEYED = ("cookie", "accept-language", "hx-request", "host")  # what a page depends on besides its address
OWN = (b"if-none-match", b"if-modified-since", b"range")  # what one asker holds, which is no other's


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent, with the state of the record before it was made, and when that was."""

    start: Message
    body: bytes
    etag: str
    state: tuple[int, ...]
    made: float


class Keeping:
    """Keeps the answers of an ASGI app to those who only read, over the record in `file`."""

    def __init__(self, app: ASGIApp, file: Path) -> None:
        self.app, self.file = app, file
        self.pages: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self.size = 0
        self.turn = asyncio.Semaphore(1)
        self.under_way: dict[tuple[str, ...], asyncio.Task[Kept]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or as the app does."""
        if not keepable(scope):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        asked = (scope["scheme"], scope["path"], scope["query_string"].decode("latin-1"))
        key = (*asked, *("\n".join(headers.getlist(name)) for name in KEYED))
        await answer(await self.found(key, scope), headers, send)

    async def found(self, key: tuple[str, ...], scope: Scope) -> Kept:
        """What is kept, made anew first where it is too old; one making serves all who wait."""
        held, now = self.pages.get(key), time.monotonic()
        if held and (now - held.made < FRESH or held.state == state(self.file)):
            return held
        waits = held is None or now - held.made >= OLDEST
        if key not in self.under_way:
            self.under_way[key] = asyncio.create_task(self.make(key, scope) if waits else self.renew(key, scope))
        if held and not waits:
            return held
        return await asyncio.shield(self.under_way[key])

    async def renew(self, key: tuple[str, ...], scope: Scope) -> Kept:
        """A newer answer for which nobody waits, one at a time, so that those who do wait are not held up."""
        async with self.turn:
            return await self.make(key, scope)

    async def make(self, key: tuple[str, ...], scope: Scope) -> Kept:
        """The answer of the app, kept where it is a good one."""
        before, made = state(self.file), time.monotonic()
        messages: list[Message] = []

        asked: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> Message:
            return (
                asked.pop() if asked else await asyncio.Future()
            )  # whoever asked may go, others wait for the page too

        async def send(message: Message) -> None:
            messages.append(message)

        try:
            headers = [one for one in scope["headers"] if one[0] not in OWN]
            await self.app({**scope, "headers": headers}, receive, send)
        finally:
            self.under_way.pop(key, None)
        body = b"".join(one.get("body", b"") for one in messages[1:])
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        kept = Kept(messages[0], body, etag, before, made)
        self.keep(key, kept)
        return kept

    def keep(self, key: tuple[str, ...], kept: Kept) -> None:
        """Keep an answer, and let go of the oldest where there is no room."""
        old = self.pages.pop(key, None)
        self.size -= room(key, old) if old else 0
        setting = any(name == b"set-cookie" for name, _ in kept.start["headers"])
        if kept.start["status"] != 200 or setting or len(kept.body) > LARGEST:
            return
        self.pages[key] = kept
        self.size += room(key, kept)
        while self.size > ROOM:
            self.size -= room(*self.pages.popitem(last=False))


def room(key: tuple[str, ...], kept: Kept) -> int:
    """The bytes that an answer takes with all that it is kept under, about."""
    return len(kept.body) + sum(map(len, key)) + 2000


def keepable(scope: Scope) -> bool:
    """Is it somebody who only reads a page of the record?"""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(PASSED_BY):
        return False
    asked = Request(scope)
    return "authorization" not in asked.headers and TOKEN not in asked.cookies


async def answer(kept: Kept, asked: Headers, send: Send) -> None:
    """Send what was kept, or that the asker holds it already."""
    start = {**kept.start, "headers": list(kept.start["headers"])}
    headers = MutableHeaders(scope=start)
    headers.setdefault("etag", kept.etag)
    headers.setdefault("cache-control", "private, no-cache")
    if start["status"] == 200 and holds(asked.get("if-none-match", ""), headers["etag"]):
        start["status"] = 304
        del headers["content-length"]
        await send(start)
        await send({"type": "http.response.body", "body": b""})
        return
    await send(start)
    await send({"type": "http.response.body", "body": kept.body})


def state(file: Path) -> tuple[int, ...]:
    """What changes whenever the record does: size and time of its file and of its journal."""
    found: list[int] = []
    for name in (file, f"{file}-wal"):
        try:
            told = os.stat(name)
            found += [told.st_size, told.st_mtime_ns, told.st_ino]
        except OSError:
            found.append(0)
    return tuple(found)
