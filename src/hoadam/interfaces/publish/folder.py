"""The folder of a publication: built beside its place, put there whole, and nothing of anybody else's replaced."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hoadam.errors import UsageFault

MARK = "publication.json"  # by which a folder is known to be an earlier publication
OPEN = 0o755  # a temporary folder is its owner's alone; a publication is for a server to read


class NotOurs(UsageFault):
    """`folder` holds something that `hoadam publish` did not write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} is not empty and no earlier publication")


@contextmanager
def fresh(place: Path) -> Iterator[Path]:
    """A folder to build in, which comes to stand at `place` if all goes well; NotOurs if it may not."""
    place = place.absolute()
    refuse(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        yield made
        made.chmod(OPEN)
        exchange(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def refuse(place: Path) -> None:
    """NotOurs where `place` is a file, or a folder with other things in it."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise NotOurs(place)
    if place.is_dir() and any(place.iterdir()) and not ours(place / MARK):
        raise NotOurs(place)


def ours(mark: Path) -> bool:
    """Is there a mark of a publication?"""
    try:
        held = json.loads(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(held, dict) and held.get("made_by") == "hoadam publish"


def exchange(made: Path, place: Path) -> None:
    """The new in the place of the old; what was there comes back if it cannot be."""
    if not place.exists():
        made.rename(place)
        return
    refuse(place)  # somebody may have put something there meanwhile
    old = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    os.replace(place, old)
    try:
        made.rename(place)
    except OSError:
        os.replace(old, place)
        raise
    shutil.rmtree(old)


def mark(folder: Path, held: Mapping[str, Any]) -> None:
    """What a publication is, for people and for the next one."""
    words = json.dumps({"made_by": "hoadam publish", **held}, ensure_ascii=False, indent=2)
    (folder / MARK).write_text(words + "\n", encoding="utf-8", newline="\n")
