import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from hoadam.knowledge import Knowledge, load
from hoadam.knowledge.compiled import NEWEST, keep, kept_file, recall

READ_THEM = "from hoadam.lang import load; print(len(load('vi').lexicon.words))"


class Trap:
    """A pickle of this makes a folder where it is opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.folder),)


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    file = tmp_path / "knowledge-2.pickle"
    keep(file, load())
    assert recall(file, Knowledge) == load()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [left.name for left in tmp_path.iterdir()] == [file.name]


def test_the_oldest_are_dropped_and_other_stems_stay(tmp_path: Path) -> None:
    (tmp_path / "vi-1.pickle").write_bytes(b"another")
    for age in range(NEWEST + 2):
        file = tmp_path / f"knowledge-{age}.pickle"
        file.write_bytes(b"old")
        os.utime(file, (1000 - age, 1000 - age))
    keep(tmp_path / "knowledge-new.pickle", 1)
    kept = {"knowledge-new.pickle", *(f"knowledge-{age}.pickle" for age in range(NEWEST - 1)), "vi-1.pickle"}
    assert {left.name for left in tmp_path.iterdir()} == kept


@pytest.mark.parametrize("content", [b"", b"no pickle", b"N.", b"\x80\x05" + b"(" * 9000, b"cnowhere\nthing\n."])
def test_a_spoilt_file_is_not_recalled(tmp_path: Path, content: bytes) -> None:
    keep(tmp_path / "spoilt", None)
    (tmp_path / "spoilt").write_bytes(content)
    assert recall(tmp_path / "spoilt", Knowledge) is None
    assert recall(tmp_path / "missing", Knowledge) is None
    assert recall(tmp_path, Knowledge) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners here")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_never_opened(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "trap"
    file.write_bytes(pickle.dumps(Trap(tmp_path / "sprung")))
    file.chmod(mode)
    assert recall(file, Knowledge) is None
    assert not (tmp_path / "sprung").exists()
    file.chmod(0o600)
    assert recall(file, Knowledge) is None
    assert (tmp_path / "sprung").exists()  # the trap works: what this user alone can write is trusted


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners here")
def test_what_somebody_else_owns_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "trap"
    keep(file, Trap(tmp_path / "sprung"))
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert recall(file, Knowledge) is None
    assert not (tmp_path / "sprung").exists()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are followed here")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    keep(tmp_path / "real", load())
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert recall(tmp_path / "link", Knowledge) is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "knowledge-1.pickle", load())


def test_the_name_follows_the_data(tmp_path: Path) -> None:
    (tmp_path / "media.toml").write_text("", encoding="utf-8")
    before = kept_file("knowledge", [tmp_path / "media.toml"])
    (tmp_path / "media.toml").write_text("[a]", encoding="utf-8")
    assert kept_file("knowledge", [tmp_path / "media.toml"]) != before


def test_processes_that_start_together_all_get_whole_data(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", READ_THEM]
    started = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    counts = {process.communicate()[0] for process in started}
    assert len(counts) == 1 and int(counts.pop()) > 1000
    assert not list(tmp_path.rglob("*.part"))
