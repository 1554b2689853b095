"""One record of samples/ for all tests of the door for assistants."""

from pathlib import Path

import pytest

from tests.interfaces.web.support import record_of_samples


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it lies; not to be written to."""
    return record_of_samples(tmp_path_factory.mktemp("mcp") / "record.sqlite")
