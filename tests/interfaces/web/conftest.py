"""For all tests of pages: a record of samples/ and a desk over it; a browser; a desk over the `place` of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.interfaces.web.browsing import chromium, token_for
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, one a module: its loop would be in the way of tests that run one of their own."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def token(place: Path) -> str:
    """A token for the record of a module."""
    return token_for(place)


@pytest.fixture(scope="module")
def base(place: Path, token: str) -> Iterator[str]:
    """The address of a desk over the record of a module, which knows the token."""
    with served(place) as address:
        yield address
