"""One record of samples/ for all tests of the brief."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam import Record
from tests.interfaces.web.support import record_of_samples


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it lies; not to be written to but for bookmarks."""
    return record_of_samples(tmp_path_factory.mktemp("brief") / "record.sqlite")


@pytest.fixture(scope="session")
def record(place: Path) -> Iterator[Record]:
    """The record, open."""
    with Record(place) as opened:
        yield opened
