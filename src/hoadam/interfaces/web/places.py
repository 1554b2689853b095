"""Where each address of the desk lies in a publication: a stable scheme, the same for the same address."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from hoadam.interfaces.exports import FORMATS
from hoadam.store.folding import plain_letters

NOT_OF_THE_PAGE = ("as_of", "known_at", "lang")  # one publication has one point in time and a folder a language
SUFFIXED = ("static", "feeds", "picture", "index")  # their addresses end like files
SHARED = ("static", "export")  # the same in every language
BRIEFS = {"markdown": "md", "html": "html", "text": "txt", "docx": "docx"}
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9-])?")
LONGEST, HASHED = 60, 8  # characters of what is kept of a name, and of what tells it from others


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An address without its point in time and its language: `path` quoted, `asked` in the order of names."""

    path: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> str:
        """The first segment of the path; empty for the first page."""
        return self.path.split("/")[1]

    @property
    def shared(self) -> bool:
        """Is it the same in every language?"""
        return self.first in SHARED

    @property
    def page(self) -> bool:
        """Is it a page, rather than a file to take away?"""
        return self.file.endswith("/index.html") or self.file == "index.html"

    @property
    def file(self) -> str:
        """The file that holds it, relative to the folder of a language."""
        parts = [named(unquote(one)) for one in self.path.split("/") if one]
        tail = "_".join(f"{name}-{named(value)}" for name, value in self.asked)
        if self.first in SUFFIXED:
            last = PurePosixPath(parts.pop())
            return "/".join([*parts, "-".join(filter(None, (last.stem, tail))) + last.suffix])
        if self.first == "export":
            return f"export/{parts[1]}/{tail or 'all'}.{FORMATS[parts[1]].suffix}"
        if self.first == "brief" and len(parts) == 4:
            return "/".join([*parts[:3], f"{tail or 'brief'}.{BRIEFS[parts[3]]}"])
        return "/".join([*parts, *([tail] if tail else []), "index.html"])


def place_of(address: str) -> Place:
    """The place of an address at the desk."""
    parts = urlsplit(address)
    path = "/".join(quote(unquote(one), safe="") for one in parts.path.split("/"))
    asked = {name: value for name, value in parse_qsl(parts.query) if name not in NOT_OF_THE_PAGE}
    return Place(path or "/", tuple(sorted(asked.items())))


def named(value: str) -> str:
    """A name as that of a file on any system: itself where it is plain, else its letters and a hash of it."""
    if PLAIN.fullmatch(value):
        return value
    letters = re.sub(r"[^a-z0-9]+", "-", plain_letters(value)).strip("-")[:LONGEST].strip("-")
    return "-".join(filter(None, (letters, hashlib.sha256(value.encode()).hexdigest()[:HASHED])))
