"""Commands and options whose help stands in `messages.toml`, and the options that several commands share."""

import getpass
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from hoadam.interfaces.messages import LANGUAGES, choose, has, say

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Formatter(click.HelpFormatter):
    """Click's layout, its headings in the chosen language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line on how to use a command."""
        super().write_usage(prog, args, f"{say('help', 'Usage')}: ")

    def write_heading(self, heading: str) -> None:
        """The line over a list."""
        super().write_heading(say("help", heading) if has("help", heading) else heading)


class Context(click.Context):
    """A context that lays help out in the chosen language."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is the message of its name."""

    @property
    def help(self) -> str:
        """The help in the language that is spoken now."""
        return say("option", str(self.name))

    @help.setter
    def help(self, _: str | None) -> None:
        """What click sets is not kept."""


class Command(click.Command):
    """A command whose help is the message of its name."""

    context_class = Context

    @property
    def help(self) -> str:
        """The help in the language that is spoken now."""
        return say("help", str(self.name))

    @help.setter
    def help(self, _: str | None) -> None:
        """What click sets is not kept."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the chosen language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("option", "help")
        return option


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """An option explained by its message."""
    return click.option(*names, cls=Option, **settings)


def _choose(_: click.Context, __: click.Parameter, value: str | None) -> None:
    if value is not None:
        choose(value)


def author(command: Decorated) -> Decorated:
    """`--author` and `--reason`, of what a person decides."""
    command = option("--reason", default="", metavar="TEXT")(command)
    return option("--author", envvar="HOADAM_AUTHOR", default=user, metavar="NAME")(command)


def user() -> str:
    """Who is at work, as far as the system knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def lang(command: Decorated) -> Decorated:
    """`--lang`."""
    choice = click.Choice(LANGUAGES)
    return option("--lang", type=choice, expose_value=False, is_eager=True, callback=_choose)(command)


def db(command: Decorated) -> Decorated:
    """`--db`."""
    return option("--db", metavar="FILE")(command)


def jobs(command: Decorated) -> Decorated:
    """`--jobs`."""
    return option("--jobs", type=click.IntRange(1), metavar="N")(command)


def form(command: Decorated) -> Decorated:
    """`--format`, as `form`."""
    return option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")(command)


def limit(command: Decorated) -> Decorated:
    """`--limit`."""
    return option("--limit", type=click.IntRange(0), metavar="N")(command)


def filters(command: Decorated) -> Decorated:
    """The options of Filters, save the limit."""
    for decorate in reversed(FILTERS):
        command = decorate(command)
    return command


FILTERS: Sequence[Callable[[Any], Any]] = (
    option("--from", "since", metavar="DATE"),
    option("--to", "until", metavar="DATE"),
    option("--party", metavar="NAME"),
    option("--person", metavar="NAME"),
    option("--issue", metavar="ISSUE"),
    option("--outlet", metavar="NAME"),
    option("--named", is_flag=True),
    option("--process", metavar="NAME"),
    option("--as-of", "as_of", metavar="DATE"),
    option("--known-at", "known_at", metavar="TIME"),
)
