"""One record of samples/ and one desk over it for all tests of pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interfaces.web.support import record_of_samples, served


@pytest.fixture(scope="session")
def samples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of samples/; not to be written to."""
    return record_of_samples(tmp_path_factory.mktemp("desk") / "record.sqlite")


@pytest.fixture(scope="session")
def desk(samples_record: Path) -> Iterator[str]:
    """The address of a desk over it."""
    with served(samples_record) as address:
        yield address
