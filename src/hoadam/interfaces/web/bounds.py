"""How much anybody may send: a body is read into memory before it is known who sends it."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 2_000_000  # bytes of a body


class Bounded:
    """Refuses (413) bodies larger than LARGEST, before reading them where they say how large they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, which learns of too large a body when it asks for it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        size = Headers(scope=scope).get("content-length", "")
        declared, read = int(size) if size.isascii() and size.isdigit() else 0, 0

        async def bounded() -> Message:
            nonlocal read
            message = await receive() if declared <= LARGEST else {}
            read += len(message.get("body", b""))
            if max(declared, read) > LARGEST:
                raise HTTPException(413)
            return message

        await self.app(scope, bounded, send)
