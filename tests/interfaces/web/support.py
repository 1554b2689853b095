"""A desk on a real port over a record of samples/."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from hoadam import Record, read
from hoadam.interfaces.web.app import create_app

SAMPLES = Path(__file__).parents[3] / "samples"


def record_of_samples(place: Path) -> Path:
    """A record of all sample dispatches."""
    inputs = [one for one in sorted(SAMPLES.iterdir()) if one.name not in ("README.md", "LICENSE", "gold")]
    with Record(place) as record:
        record.add(read(*inputs))
    return place


@contextmanager
def served(place: Path, private: bool = False) -> Iterator[str]:
    """The address of a desk over the record at `place`, which fetches from this machine where `private`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(create_app(place, private=private), host="127.0.0.1", port=port, log_level="warning")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
