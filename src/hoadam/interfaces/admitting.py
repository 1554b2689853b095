"""`hoadam token`: who may write at the desk."""

import click

from hoadam.interfaces import options
from hoadam.interfaces.messages import say
from hoadam.interfaces.terminal import harmless
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.words import printed
from hoadam.store.open import file_of

VERBS = ("new", "list", "revoke")


@click.command("token", cls=options.Command)
@click.argument("verb", type=click.Choice(VERBS), metavar="new|list|revoke")
@click.argument("name", default="", metavar="NAME")
@options.db
@options.lang
def token(verb: str, name: str, db: str | None) -> None:
    """Make, list or revoke tokens."""
    tokens = Tokens(file_of(db))
    if verb != "list" and not name.strip():
        raise click.UsageError(say("fault", "no-name"))
    if verb == "new":
        click.echo(tokens.new(name))
        click.echo(say("message", "token-made", name=harmless(name)), err=True)
    elif verb == "revoke":
        tokens.revoke(name)
        click.echo(say("message", "token-revoked", name=harmless(name)), err=True)
    else:
        for one in tokens.all():
            click.echo(f"{harmless(one.name)} · {printed(one.made[:16])}")
