"""`hoadam doctor lang`: what is wrong with the folder of a language, for whoever writes it."""

import sys
from collections import Counter
from pathlib import Path

import click

from hoadam.errors import RuleFault, UsageFault
from hoadam.flow import rules_fired
from hoadam.interfaces.messages import say
from hoadam.interfaces.terminal import harmless
from hoadam.lang import languages
from hoadam.lang.doctor import Complaint, examine, nearest
from hoadam.lang.load import HERE


def check(asked: tuple[str, ...]) -> int:
    """Print the complaints on the folders or languages asked for, on all languages where none is; the exit code."""
    found = [one for folder in folders(asked) for one in examine(folder, rules_fired)]
    sys.stdout.writelines(f"{harmless(line(one))}\n" for one in found)
    files = Counter(one.file for one in found)
    click.echo(say("message", "lang-faults" if found else "lang-well", count=len(found), files=len(files)))
    return RuleFault.exit_code if found else 0


def folders(asked: tuple[str, ...]) -> list[Path]:
    """The folders of languages that are named by code or path."""
    found = []
    for name in asked or languages():
        if name not in languages() and not (Path(name) / "words").is_dir():
            near = nearest(name, languages())
            hint = f"; {say('fault', 'meant', near=near)}" if near else ""
            raise UsageFault(say("fault", "no-language", asked=name, known=", ".join(languages())) + hint)
        found.append(HERE / name if name in languages() else Path(name))
    return found


def line(one: Complaint) -> str:
    """A complaint as FILE:LINE: what is wrong; the nearest known name."""
    near = f"; {say('fault', 'meant', near=one.near)}" if one.near else ""
    file = Path(one.file)
    shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    return f"{shown}:{one.line}: {say('complaint', one.sort, **one.values)}{near}"
