"""`make docs`: writes docs/commands.md from the commands' own help, and the README's picture from the samples.

test_docs tells when the reference is stale.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from hoadam.interfaces.cli import main
from hoadam.interfaces.messages import choose, language, say

TOP = Path(__file__).parents[1]
PAGE = TOP / "docs" / "commands.md"
README = TOP / "README.md"
PICTURE = re.compile(r"(?<=^```text\n)\$ hoadam .*?(?=^```$)", re.S | re.M)
NO_DISPATCH = ("README.md", "LICENSE", "gold")  # what else lies in samples/
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


def drawn(picture: str) -> str:
    """The picture with each of its commands run anew on a fresh record of the samples."""
    hoadam = Path(sys.executable).with_name("hoadam")
    samples = [str(entry) for entry in sorted((TOP / "samples").iterdir()) if entry.name not in NO_DISPATCH]
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "HOADAM_DB": f"{folder}/record.sqlite", "COLUMNS": "112", "LC_ALL": "C.UTF-8"}

        def said(*words: str) -> str:
            return subprocess.run([hoadam, *words], env=settings, capture_output=True, text=True, check=True).stdout

        said("add", *samples)
        calls = [line for line in picture.splitlines() if line.startswith("$ hoadam ")]
        return "\n".join(f"{call}\n{said(*call.split()[2:])}" for call in calls)


if __name__ == "__main__":
    README.write_text(PICTURE.sub(lambda found: drawn(found[0]), README.read_text(encoding="utf8")), encoding="utf8")
    PAGE.write_text(page(), encoding="utf8")
