"""Where a record lies, and what opens it."""

import os
from pathlib import Path

import platformdirs

from hoadam.errors import StoreFault, UsageFault
from hoadam.store.protocol import Store
from hoadam.store.sqlite import SqliteStore


class NoRecord(StoreFault):
    """There is no file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"no record at {path}; make one with: hoadam add PATHS")


def default_place() -> Path:
    """The record that is meant where none is named: `HOADAM_DB`, else `record.sqlite` in the user's data folder."""
    named = os.environ.get("HOADAM_DB")
    return Path(named) if named else Path(platformdirs.user_data_dir("hoadam", appauthor=False)) / "record.sqlite"


def file_of(place: str | Path | None = None) -> Path:
    """The file that a path or a `sqlite:` URL means, the default place where there is none; else UsageFault."""
    named = str(place or default_place())
    scheme, colon, rest = named.partition(":")
    if colon and scheme == "sqlite":
        named = rest.removeprefix("//")
    elif "://" in named:
        raise UsageFault(f"no store for {scheme} URLs; name a file, or sqlite:FILE")
    return Path(named)


def open_store(place: str | Path | None = None, create: bool = True) -> Store:
    """The store that `file_of` means; a missing one is made, or refused with StoreFault where `create` is false."""
    path = file_of(place)
    if not create and not path.exists():
        raise NoRecord(path)
    return SqliteStore(path)
