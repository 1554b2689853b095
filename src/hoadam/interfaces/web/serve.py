"""`hoadam serve`: opens the desk."""

from pathlib import Path

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.record import Record
from hoadam.interfaces.spelling import spell, spelling_in

PORT = 8765


def spelled_as(_: click.Context, __: click.Parameter, file: Path | None) -> None:
    """Show names as the file says."""
    if file:
        spell(spelling_in(file))


@click.command("serve", cls=options.Command)
@options.option("--host", default="127.0.0.1", show_default=True, metavar="HOST")
@options.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), metavar="PORT")
@options.option("--answer-to", "answer_to", multiple=True, metavar="NAME")
@options.option(
    "--spelling", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    expose_value=False, callback=spelled_as,
)  # fmt: skip
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
