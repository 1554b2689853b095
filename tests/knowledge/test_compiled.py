from pathlib import Path

import pytest

from hoadam.knowledge import load
from hoadam.knowledge.compiled import keep, kept_file, recall


def test_what_is_kept_is_recalled_and_drops_what_is_stale(tmp_path: Path) -> None:
    stale, file = tmp_path / "knowledge-1.pickle", tmp_path / "knowledge-2.pickle"
    stale.write_bytes(b"old")
    keep(file, load())
    assert not stale.exists()
    assert recall(file) == load()
    assert [left.name for left in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"", b"no pickle", b"N."])
def test_a_spoilt_file_is_not_recalled(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "spoilt").write_bytes(content)
    assert recall(tmp_path / "spoilt") is None
    assert recall(tmp_path / "missing") is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "knowledge-1.pickle", load())


def test_the_name_follows_the_data(tmp_path: Path) -> None:
    before = kept_file(tmp_path)
    (tmp_path / "media.toml").write_text("", encoding="utf-8")
    assert kept_file(tmp_path) != before
