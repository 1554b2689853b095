"""`hoadam serve`: opens the desk."""

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record

PORT = 8765


@click.command("serve", cls=options.Command)
@options.option("--host", default="127.0.0.1", show_default=True, metavar="HOST")
@options.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), metavar="PORT")
@options.option("--answer-to", "answer_to", multiple=True, metavar="NAME")
@options.db
@options.lang
def serve(host: str, port: int, answer_to: tuple[str, ...], db: str | None) -> None:
    """Open the desk."""
    try:
        import uvicorn

        from hoadam.interfaces.web.app import LOOPBACK, create_app
    except ModuleNotFoundError as fault:
        raise click.ClickException(say("message", "no-desk", module=fault.name)) from fault
    Record(db).close()  # made where there is none, so that a first page has something to open
    click.echo(say("message", "serving", address=f"http://{host}:{port}/"), err=True)
    app = create_app(db, [*LOOPBACK, host, *answer_to])
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
