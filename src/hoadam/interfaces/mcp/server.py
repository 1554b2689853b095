"""The server: lists the tools and answers their calls, over standard input and output or over HTTP."""

import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import TextContent, Tool, ToolAnnotations
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from hoadam.errors import HoadamError
from hoadam.interfaces.faults import told
from hoadam.interfaces.mcp.answers import answer
from hoadam.interfaces.mcp.quoting import instructions, text
from hoadam.interfaces.mcp.schemas import gives, takes, tools
from hoadam.interfaces.record import Record

READING = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)
PATH = "/mcp"
Answered = tuple[list[TextContent], dict[str, Any]]


class ToolFault(Exception):
    """What an assistant is told that asked for something that is not there; the session goes on."""


def server(place: str | Path | None) -> Server[Any, Any]:
    """A server over the record at `place`; each call opens it in a thread of its own, and none waits."""
    made: Server[Any, Any] = Server("hoadam", version=version("hoadam"), instructions=instructions())

    @made.list_tools()  # type: ignore[no-untyped-call, untyped-decorator]
    async def list_tools() -> list[Tool]:
        return [described(name) for name in tools()]

    @made.call_tool()  # type: ignore[untyped-decorator]
    async def call_tool(name: str, arguments: dict[str, Any]) -> Answered:
        return await anyio.to_thread.run_sync(called, place, name, arguments)

    return made


def described(name: str) -> Tool:
    """A tool as assistants see it."""
    row = tools()[name]
    return Tool(
        name=name, title=row["title"], description=row["description"], inputSchema=takes(name),
        outputSchema=gives(name), annotations=READING,
    )  # fmt: skip


def called(place: str | Path | None, name: str, arguments: dict[str, Any]) -> Answered:
    """The answer of a tool, as text and structured; ToolFault with our message where it has none."""
    if name not in tools():
        raise ToolFault(f"no tool {name!r}")
    try:
        with Record(place, create=False) as record:
            made = answer(name, record, arguments)
    except HoadamError as fault:
        raise ToolFault(told(fault)) from fault
    return [TextContent(type="text", text=text(made))], made


async def over_stdio(place: str | Path | None) -> None:
    """Serve one assistant over standard input and output until it goes."""
    made = server(place)
    # On copies of both streams: the SDK closes what it serves on, and the command has yet to flush its own.
    given, taken = (
        os.fdopen(os.dup(stream.fileno()), mode, encoding="utf-8")
        for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"))
    )
    async with stdio_server(anyio.wrap_file(given), anyio.wrap_file(taken)) as (reading, writing):
        await made.run(reading, writing, made.create_initialization_options())


class Door:
    """The address of the server, to which HTTP requests are handed on as they are."""

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        self.manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.manager.handle_request(scope, receive, send)


def app(place: str | Path | None, hosts: list[str]) -> Starlette:
    """The server as a web application that answers to these names of hosts alone, and to no page of a browser."""
    guarded = TransportSecuritySettings(
        enable_dns_rebinding_protection=True, allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts]
    )
    manager = StreamableHTTPSessionManager(server(place), stateless=True, security_settings=guarded)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        async with manager.run():
            yield

    return Starlette(routes=[Route(PATH, endpoint=Door(manager))], lifespan=living)


def over_http(place: str | Path | None, listening: socket.socket, hosts: list[str]) -> None:
    """Serve assistants at a socket that is bound."""
    config = uvicorn.Config(app(place, hosts), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
