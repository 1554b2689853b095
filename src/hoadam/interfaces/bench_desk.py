"""`hoadam bench desk`: how soon a page begins to come while many read at once and articles are being added.

The desk runs as its users run it, in a process of its own; another process adds one article after another to the same
record; readers on threads ask for one page after another, each at a pace of its own.
"""

import http.client
import multiprocessing
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from hoadam.errors import HoadamError
from hoadam.interfaces.bench import median
from hoadam.interfaces.bench_made import PER_ARTICLE, made
from hoadam.interfaces.bench_record import PARTY, PROCESS, READER, filled
from hoadam.knowledge.process import given
from hoadam.store import open_store

READERS = 20
SECONDS = 30.0  # at each pace
PACES = (0.0, 1.0)  # seconds that a reader looks at a page
PAUSE = 0.1  # seconds between two articles that come in
STARTING = 120.0  # seconds to wait for the desk
PATHS = (
    "/", f"/process/{PROCESS}", "/processes", "/timeline", "/meetings", "/drafts", "/positions", "/statements",
    "/claims", "/people", "/coming", f"/party/{PARTY}", "/issue/territory", "/search?q=the+first", "/about",
    f"/statements?process={PROCESS}", "/api/v1/timeline", "/api/v1/meetings?limit=20", "/feeds/coming.ics",
)  # fmt: skip


@dataclass(slots=True)
class Waits:
    """Seconds to the first byte by path, and answers that were none; many threads write."""

    of: dict[str, list[float]] = field(default_factory=dict)
    failed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, path: str, seconds: float, good: bool) -> None:
        """Note one answer."""
        with self.lock:
            self.of.setdefault(path, []).append(seconds)
            self.failed += not good


def measured(facts: int, told: Callable[[int], None]) -> dict[str, Any]:
    """All figures, in seconds, over a record of so many invented facts; `told` hears how many there are."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        store = open_store(place)
        store.define(given())
        filled(store, islice(made(facts // PER_ARTICLE), facts // PER_ARTICLE), told)
        store.close()
        return loaded(place, facts)


def loaded(place: Path, facts: int) -> dict[str, Any]:
    """The figures of a desk over a record of so many invented facts, to which articles come in meanwhile."""
    context = multiprocessing.get_context("spawn")
    begun, over = context.Event(), context.Event()
    adding = context.Process(target=add, args=(place, facts, begun, over), daemon=True)
    with desk(place) as address:
        paths = [*PATHS, *facts_on(address)]
        for path in paths:  # what a first reader after a start waits for is told apart
            first_byte(address, path)
        adding.start()
        begun.wait()
        at = [{"pace": pace, **pages(read(address, paths, pace))} for pace in PACES]
        over.set()
        adding.join()
    return {"facts": facts, "readers": READERS, "seconds": SECONDS, "at": at}


class desk:
    """A desk over a record in a process of its own, closed at the end."""

    def __init__(self, place: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        program = "import sys; from hoadam.interfaces.cli import main; main(sys.argv[1:])"
        port = self.address.rpartition(":")[2]
        command = [sys.executable, "-c", program, "serve", "--db", str(place), "--port", port]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def __enter__(self) -> str:
        limit = time.monotonic() + STARTING
        while time.monotonic() < limit and self.process.poll() is None:
            try:
                first_byte(self.address, "/about")
                return self.address
            except OSError:
                time.sleep(0.2)
        raise HoadamError("the desk did not open")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(30)


def add(place: Path, facts: int, begun: Event, over: Event) -> None:
    """Add one invented article after another, from when it says that it has begun until it is over."""
    store = open_store(place)
    for one in islice(made(facts // PER_ARTICLE + 100_000), facts // PER_ARTICLE + 1000, None):
        if over.is_set():
            break
        store.add([one], READER)
        begun.set()
        time.sleep(PAUSE)
    store.close()


def first_byte(address: str, path: str) -> tuple[float, bytes, int]:
    """How long the first byte of a page is in coming, the page, and its status."""
    connection = http.client.HTTPConnection(address, timeout=STARTING)
    begun = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    waited = time.perf_counter() - begun
    body = answer.read()
    connection.close()
    return waited, body, answer.status


def facts_on(address: str) -> list[str]:
    """Pages of single facts and articles, as a reader finds them on the first page."""
    _, body, _ = first_byte(address, "/timeline")
    found = dict.fromkeys(re.findall(r'href="(/(?:fact|article|person)/[^"?#]+)"', body.decode()))
    return list(found)[:12]


def read(address: str, paths: Sequence[str], pace: float) -> Waits:
    """READERS ask for pages for SECONDS, each looking at one for `pace` before the next."""
    waits, until = Waits(), time.monotonic() + SECONDS

    def reader(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            path = chance.choice(paths)
            try:
                seconds, _, status = first_byte(address, path)
                waits.add(path, seconds, status < 400)  # a fact that grew together with another leads there
            except OSError:
                waits.add(path, STARTING, False)
            time.sleep(pace * chance.uniform(0.5, 1.5))

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(READERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return waits


def pages(waits: Waits) -> dict[str, Any]:
    """Median, 95th percentile and worst wait over all answers, and by path, with how many there were a second."""
    every = [seconds for some in waits.of.values() for seconds in some]
    return {
        "answers": len(every), "a_second": len(every) / SECONDS, "failed": waits.failed, **spread(every),
        "pages": {path: spread(some) for path, some in sorted(waits.of.items())},
    }  # fmt: skip


def spread(waits: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile, worst."""
    ordered = sorted(waits)
    return {"median": median(ordered), "p95": ordered[len(ordered) * 95 // 100], "worst": ordered[-1]}


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The figures as text."""
    yield f"{found['facts']:,} facts; {found['readers']} readers; an article comes in every {PAUSE:g} s and its cost"
    for one in found["at"]:
        yield ""
        rate = f"{one['a_second']:.1f} pages a second, {one['failed']} failed"
        yield f"each looks at a page for {one['pace']:g} s: {rate}"
        yield f"{'first byte, ms':<44}{'median':>9}{'p95':>9}{'worst':>9}"
        yield line("all", one)
        yield from (line(path, row) for path, row in one["pages"].items())


def line(name: str, row: dict[str, float]) -> str:
    """A row of the table."""
    return f"{name[:43]:<44}" + "".join(f"{row[key] * 1000:>9.1f}" for key in ("median", "p95", "worst"))
