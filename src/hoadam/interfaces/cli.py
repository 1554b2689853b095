"""The `hoadam` command: finds the command that is meant, and says in words and an exit code how it went."""

import io
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from hoadam.errors import HoadamError
from hoadam.interfaces import options
from hoadam.interfaces.messages import choose, has, say, wanted

# Each command by its module, loaded only when it is asked for.
ASKING = (
    "timeline", "meetings", "delegations", "people", "drafts", "positions", "statements", "claims", "appointments",
    "deadlines", "agreements",
)  # fmt: skip
COMMANDS = {
    "extract": "reading:extract", "parse": "reading:parse", "explain": "reading:explain", "add": "adding:add",
    **{name: f"asking:{name}" for name in ASKING},
    "changes": "following:changes", "history": "following:history", "revisions": "following:revisions",
    "processes": "following:processes",
    "show": "showing:show", "search": "showing:search", "export": "exporting:export",
    **{name: f"deciding:{name}" for name in ("correct", "reject", "same", "apart", "undo")},
    **{name: f"keeping:{name}" for name in ("rebuild", "doctor", "backup", "restore")},
    "brief": "brief.command:command", "mcp": "mcp.command:command",
    "serve": "web.serve:serve", "publish": "publish.command:command", "token": "admitting:token",
    "eval": "evaluate:eval_command", "bench": "bench:bench_command",
}  # fmt: skip
INTERRUPTED, PIPE_CLOSED = 130, 1  # click says 1 of a closed pipe too


class Loading(dict[str, click.Command]):
    """The commands by name, each loaded when it is taken out; it knows their names from the beginning."""

    def __getitem__(self, name: str) -> click.Command:
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(f"hoadam.interfaces.{module}"), attribute)
        return command

    def get(self, name: str, default: Any = None) -> Any:
        """The command of a name, where there is one; dict's own `get` would not load it."""
        try:
            return self[name]
        except KeyError:
            return default


class Hoadam(options.Command, click.Group):
    """The group of all commands; no fault of hoadam's own kind shows a traceback."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Loading(dict.fromkeys(COMMANDS, click.Command(None)))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which one meets them."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with the first words of each, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, re.split(r"[.:;(]", say("help", name))[0].strip()) for name in COMMANDS])

    def main(self, args: Sequence[str] | None = None, **settings: Any) -> Any:  # type: ignore[override]
        """Run a command line and leave with its exit code."""
        if not settings.pop("standalone_mode", True):
            return super().main(args, standalone_mode=False, **settings)
        given = list(sys.argv[1:] if args is None else args)
        choose(wanted(given))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        try:
            code = run(given)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit must not fail again
            code = PIPE_CLOSED
        sys.exit(code)


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"hoadam {version('hoadam')}")
        ctx.exit()


@click.group("hoadam", cls=Hoadam)
@options.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
@options.lang
def main() -> None:
    """The `hoadam` command."""


def run(arguments: list[str]) -> int:
    """The exit code of a command line; complaints go to standard error."""
    try:
        settle_spelling()
        return int(main.main(arguments, prog_name="hoadam", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message())
        return 0
    except click.UsageError as fault:
        command = fault.ctx.command_path if fault.ctx else "hoadam"
        complain(f"{usage(fault)}\n{say('fault', 'help', command=command)}")
        return 2
    except click.ClickException as fault:
        complain(fault.format_message())
        return fault.exit_code
    except HoadamError as fault:
        from hoadam.interfaces.faults import told

        complain(told(fault))
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain(say("message", "interrupted"))
        return INTERRUPTED


def settle_spelling() -> None:
    """Show names as the house spells them, where it says how."""
    if file := os.environ.get("HOADAM_SPELLING"):
        from hoadam.interfaces.spelling import spell, spelling_in

        spell(spelling_in(Path(file)))


def complain(message: str) -> None:
    """A line on standard error; file names and input in it can do a terminal no harm."""
    from hoadam.interfaces.terminal import harmless

    click.echo("\n".join(f"hoadam: {harmless(line)}" for line in message.splitlines()), err=True)


def usage(fault: click.UsageError) -> str:
    """What is wrong with a command line, in the chosen language where the fault is a common one."""
    name = type(fault).__name__
    if not has("fault", name):
        return fault.format_message()
    values: dict[str, Any] = {**vars(fault), "parameter": _parameter(fault)}
    return say("fault", name, **values)


def _parameter(fault: click.UsageError) -> str:
    parameter = getattr(fault, "param", None)
    return parameter.get_error_hint(fault.ctx) if parameter is not None else ""
