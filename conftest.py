"""What all tests share: where things lie, and settings that make runs repeatable."""

from pathlib import Path

import pytest
from hypothesis import settings

TOP = Path(__file__).parent
SHARED = TOP.parent / "shared"

settings.register_profile("repeatable", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def top() -> Path:
    """The top of the repository."""
    return TOP


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of contract, scoring and development data; tests that want it are skipped where it is not."""
    if not (SHARED / "score.py").exists():
        pytest.skip("the shared folder is not beside this repository")
    return SHARED
