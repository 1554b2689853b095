"""What the command says, in the language of whoever asks; all of it stands in `messages.toml`."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

LANGUAGES = ("vi", "en")
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides

_chosen = ContextVar("language", default="en")  # of a command line, or of one request


def choose(language: str) -> None:
    """Speak this language from now on."""
    _chosen.set(language)


def language() -> str:
    """The language that is spoken now."""
    return _chosen.get()


def wanted(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language that a command line asks for, so that even `--help` speaks it; else that of the locale."""
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if argument == "--":
            break
        if option == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            return value if value in LANGUAGES else "en"
    locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    return "vi" if locale.startswith("vi") else "en"


@cache
def table(file: str) -> Mapping[str, Any]:
    """A file of words beside this module."""
    return tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))


def has(section: str, key: str) -> bool:
    """Is there such a message?"""
    return key in table("messages.toml")[section]


def say(section: str, key: str, **values: object) -> str:
    """A message in the chosen language, filled in."""
    return filled(table("messages.toml")[section][key][language()], values)


class Counting(Formatter):
    """Fills in `{name}`, and `{name:fact|facts}` with the number and the word that goes with it."""

    def format_field(self, value: object, format_spec: str) -> str:
        """A value in words."""
        one, several, many = format_spec.partition("|")
        noun = one if str(value) == "1" else many
        return f"{value} {noun}" if several else str(format(value, format_spec))


def filled(words: str, values: Mapping[str, object]) -> str:
    """Words of a table of messages with their values filled in."""
    return Counting().vformat(words, (), values)
