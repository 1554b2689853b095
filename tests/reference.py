"""`make docs`: writes docs/commands.md from the commands' own help; test_docs tells when it is stale."""

from pathlib import Path

import click

from hoadam.interfaces.cli import main
from hoadam.interfaces.messages import choose, language, say

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Written by `make docs` from the commands' own help: `hoadam COMMAND --help` says the same. Do not edit.
"""


def commands() -> dict[str, click.Command]:
    """Every command by the words that call it, the group first, in the order of `--help`."""
    context = click.Context(main)
    found = {f"hoadam {name}": main.get_command(context, name) for name in main.list_commands(context)}
    return {"hoadam": main, **{words: command for words, command in found.items() if command}}


def help_of(thing: click.Command | click.Option, tongue: str = "en") -> str:
    """What the program says of a command or an option."""
    before = language()
    choose(tongue)
    section = "help" if isinstance(thing, click.Command) else "option"
    try:
        return say(section, str(thing.name))
    except KeyError:
        return ""
    finally:
        choose(before)


def page() -> str:
    """The reference as Markdown."""
    return HEAD + "".join(section(name, command) for name, command in commands().items())


def section(name: str, command: click.Command) -> str:
    """One command: how it is called, what it does, its options."""
    arguments = [usage(p) for p in command.params if isinstance(p, click.Argument)]
    call = " ".join([name, *(["COMMAND"] if isinstance(command, click.Group) else []), *arguments])
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    rows = [f"| `{spelt(option)}` | {plain(help_of(option))} |" for option in options]
    table = ["", "| option | what it does |", "|---|---|", *rows] if rows else []
    return "\n".join(["", f"## `{call}`", "", plain(help_of(command)), *table, ""])


def usage(argument: click.Argument) -> str:
    """An argument as the usage line shows it: PATHS…, GOLD, [WORDS…]."""
    name = str(argument.name).upper() + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def spelt(option: click.Option) -> str:
    """An option with its spellings and what it takes."""
    spellings = ", ".join([*option.opts, *option.secondary_opts])
    if option.is_flag or option.count:
        return spellings
    choices = getattr(option.type, "choices", None)
    takes = option.metavar or ("\\|".join(map(str, choices)) if choices else option.type.name.upper())
    return f"{spellings} {takes}"


def plain(text: str) -> str:
    """Help as it may stand in a table."""
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf8")
