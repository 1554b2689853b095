"""The record as many requests at once read it: one connection a thread."""

import threading
from pathlib import Path

from hoadam.interfaces.record import Record
from hoadam.store import default_place


class Records:
    """Opens the record at `place` once in each thread that asks; StoreFault where there is none."""

    def __init__(self, place: str | Path | None) -> None:
        self.place = place or default_place()
        self._threads = threading.local()

    def here(self) -> Record:
        """The record of this thread."""
        if not hasattr(self._threads, "record"):
            self._threads.record = Record(self.place, create=False)
        record: Record = self._threads.record
        return record
