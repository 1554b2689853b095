"""`make docs`: writes docs/commands.md from the commands' own help; test_docs tells when it is stale."""

from collections.abc import Iterator
from pathlib import Path

import click

from hoadam.interfaces.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Written by `make docs` from the commands' own help: `hoadam COMMAND --help` says the same. Do not edit.
"""


def commands(group: click.Command = main, name: str = "hoadam") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, groups first, in the order of their names."""
    yield name, group
    if isinstance(group, click.Group):
        for word in sorted(group.commands):
            yield from commands(group.commands[word], f"{name} {word}")


def page() -> str:
    """The reference as Markdown."""
    return HEAD + "".join(section(name, command) for name, command in commands())


def section(name: str, command: click.Command) -> str:
    """One command: how it is called, what it does, its options."""
    arguments = [usage(p) for p in command.params if isinstance(p, click.Argument)]
    call = " ".join([name, *(["COMMAND"] if isinstance(command, click.Group) else []), *arguments])
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    rows = [f"| `{spelt(option)}` | {plain(option.help)} |" for option in options]
    table = ["", "| option | what it does |", "|---|---|", *rows] if rows else []
    return "\n".join(["", f"## `{call}`", "", plain(command.help), *table, ""])


def usage(argument: click.Argument) -> str:
    """An argument as the usage line shows it: PATHS…, GOLD, [WORDS…]."""
    name = (argument.name or "").upper() + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def spelt(option: click.Option) -> str:
    """An option with its spellings and what it takes."""
    spellings = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    if option.is_flag or option.count:
        return spellings
    choices = getattr(option.type, "choices", None)
    takes = "\\|".join(map(str, choices)) if choices else (option.metavar or option.type.name.upper())
    return f"{spellings} {takes}"


def plain(text: str | None) -> str:
    """Help as running text, without the marks that click reads."""
    return " ".join((text or "").replace("\b", "").split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf8")
