"""Keeps what was made of the data files in the user's cache, so that a process need not parse them again."""

import hashlib
import os
import pickle
import sys
from pathlib import Path

from platformdirs import user_cache_path

from hoadam.knowledge.knowledge import Knowledge

UNREADABLE = (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)
STEM = "knowledge-"


def kept_file(folder: Path) -> Path:
    """Where the knowledge of `folder` is kept; the name changes with the data, this code, and the Python that runs."""
    sources = sorted([*folder.glob("*.toml"), *Path(__file__).parent.glob("*.py")])
    stamps = [(str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in sources]
    digest = hashlib.sha256(repr((sys.version, stamps)).encode()).hexdigest()[:16]
    return user_cache_path("hoadam") / f"{STEM}{digest}.pickle"


def recall(file: Path) -> Knowledge | None:
    """The knowledge kept in `file`; null where there is none that can be read."""
    try:
        known = pickle.loads(file.read_bytes())
    except UNREADABLE:
        return None
    return known if isinstance(known, Knowledge) else None


def keep(file: Path, known: Knowledge) -> None:
    """Keeps `known` in `file` and drops what older data left; a folder that cannot be written costs time, no more."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pickle.dumps(known, protocol=5))
        part.replace(file)
        for stale in file.parent.glob(f"{STEM}*.pickle"):
            if stale != file:
                stale.unlink(missing_ok=True)
    except OSError:
        return
