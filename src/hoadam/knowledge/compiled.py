"""Keeps what was made of data files in the user's cache, so that a process need not parse them again.

What is kept is a pickle, which can run code as it is read: one that anybody else owns or may write is never opened.
"""

import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

Made = TypeVar("Made")
NEWEST = 4  # files of one stem that stay: for other versions, and other copies, of the program


def kept_file(stem: str, sources: Iterable[Path]) -> Path:
    """Where what was made of the sources is kept; the name changes with any of them, and with the Python that runs."""
    stamps = [(str(file), found.st_mtime_ns, found.st_size) for file in sources for found in (file.stat(),)]
    digest = hashlib.sha256(repr((sys.version, stamps)).encode()).hexdigest()[:16]
    return user_cache_path("hoadam") / f"{stem}-{digest}.pickle"


def recall(file: Path, sort: type[Made]) -> Made | None:
    """What is kept in `file`; null where there is nothing of this sort that can be read and trusted."""
    try:
        with open(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb") as kept:
            found = pickle.loads(kept.read()) if _own(os.fstat(kept.fileno())) else None
    except Exception:  # a spoilt pickle raises whatever it likes
        return None
    return found if isinstance(found, sort) else None


def _own(file: os.stat_result) -> bool:
    """Is it a file that nobody but this user can have written?"""
    if not stat.S_ISREG(file.st_mode):
        return False
    return not hasattr(os, "geteuid") or (file.st_uid == os.geteuid() and not file.st_mode & 0o022)


def keep(file: Path, made: object) -> None:
    """Keeps `made` in `file` and drops what is oldest; a folder that cannot be written costs time, no more.

    Processes that start together each write a file of their own and move it into place as a whole.
    """
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as writing:
            writing.write(pickle.dumps(made, protocol=5))
        part.replace(file)
        stem = file.name.rpartition("-")[0]
        for stale in sorted(file.parent.glob(f"{stem}-*.pickle"), key=_age)[NEWEST:]:
            stale.unlink(missing_ok=True)
    except OSError:
        return


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:  # another process has dropped it
        return 0.0
