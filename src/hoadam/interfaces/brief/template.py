"""Templates of sentences: `{slots}` are filled in, `[what stands in brackets]` only where all its slots hold something.

A slot is a text or a function that gives one, called when the sentence needs it, so that whoever is named first in the
sentence is introduced first.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hoadam.interfaces.messages import language, table

SEGMENT = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
SLOT = re.compile(r"\{(\w+)\}")

Slots = Mapping[str, str | Callable[[], str] | None]


def filled(template: str, slots: Slots) -> str | None:
    """The template with its slots; None where one outside brackets is empty."""
    if any(not slots.get(name) for name in SLOT.findall(re.sub(r"\[[^\[\]]*\]", "", template))):
        return None
    return "".join(
        segment(optional or always, slots)
        for optional, always in SEGMENT.findall(template)
        if always or all(slots.get(name) for name in SLOT.findall(optional))
    )


def segment(text: str, slots: Slots) -> str:
    """A piece of a template with its slots, in the order in which it names them."""

    def value(found: re.Match[str]) -> str:
        held = slots[found[1]]
        return str(held() if callable(held) else held)

    return SLOT.sub(value, text)


def rows(section: str, key: str) -> Any:
    """What `sentences.toml` holds under a key, None where nothing."""
    return table("brief/sentences.toml").get(section, {}).get(key)


def word(section: str, key: str) -> Any:
    """What stands there in the language that is spoken now; None where nothing."""
    row = rows(section, key)
    return None if row is None else row.get(language())


def said(section: str, keys: Iterable[str], slots: Slots) -> str | None:
    """The first sentence of these keys that can be said."""
    for key in keys:
        for row in rows(section, key) or ():
            text = filled(row[language()], slots)
            if text is not None:
                return text
    return None


def part(key: str, slots: Slots) -> str:
    """A phrase that sentences are made of; empty where it cannot be said."""
    return filled(word("part", key), slots) or ""
