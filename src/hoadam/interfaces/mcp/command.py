"""`hoadam mcp`: the door for assistants."""

import socket

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record

LOOPBACK = "127.0.0.1"


@click.command("mcp", cls=options.Command)
@options.option("--http", "http", metavar="[HOST:]PORT")
@options.db
@options.lang
def command(http: str | None, db: str | None) -> None:
    """Answer assistants."""
    try:
        import anyio

        from hoadam.interfaces.mcp.server import PATH, over_http, over_stdio
    except ModuleNotFoundError as fault:
        raise click.ClickException(say("message", "no-desk", module=fault.name)) from fault
    Record(db, create=False).close()  # says at once where there is none
    if http is None:
        anyio.run(over_stdio, db)
        return
    host, listening = bound(http)
    port = listening.getsockname()[1]
    name = f"[{host}]" if ":" in host else host
    click.echo(say("message", "serving", address=f"http://{name}:{port}{PATH}"), err=True)
    over_http(db, listening, [f"{known}:{port}" for known in (name, "localhost", LOOPBACK)])


class NoAddress(UsageFault):
    """`asked` is nothing to listen on; `problem` says why."""

    def __init__(self, asked: str, problem: str) -> None:
        self.asked, self.problem = asked, problem
        super().__init__(f"cannot listen on {asked}: {problem}")


def bound(asked: str) -> tuple[str, socket.socket]:
    """The host of an address, that of this machine alone where it names none, and a socket bound to it."""
    host, _, port = asked.rpartition(":")
    host = host.strip("[]") or LOOPBACK
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise NoAddress(asked, "HOST:PORT")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return host, socket.create_server((host, int(port)), family=family)
    except OSError as fault:
        raise NoAddress(asked, fault.strerror or str(fault)) from fault
