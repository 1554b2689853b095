"""Files and folders are found in code point order; what is no file is one row, and the rest is read."""

import os
import socket
import sys
from pathlib import Path

import pytest

from hoadam.read import read
from tests.read.support import BODY, DATE_LINE, dumped, row, sorted_out

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def put(path: Path, name: str) -> Path:
    """A file with one article of that id."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dumped(row(id=name)))
    return path


def test_a_folder_is_walked_in_code_point_order(tmp_path: Path) -> None:
    for name in ("b", "é", "a/z", "a/B", "Z", "a.x"):
        put(tmp_path / name, name)
    articles, others = sorted_out(tmp_path)
    assert [article.id for article in articles] == ["Z", "a/B", "a/z", "a.x", "b", "é"] and others == []


def test_a_dispatch_in_a_folder_has_its_bare_file_name_as_id(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.txt").write_text(f"{DATE_LINE}\n\n{BODY}", encoding="utf8")
    assert [article.id for article in sorted_out(tmp_path)[0]] == ["1.txt"]


def test_inputs_keep_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    paths = [put(tmp_path / name, name) for name in ("b", "a")]
    assert [article.id for article in sorted_out(*paths)[0]] == ["b", "a"]


def test_entries_with_a_dot_are_passed_over_in_folders_only(tmp_path: Path) -> None:
    put(tmp_path / ".hidden", "hidden")
    put(tmp_path / "seen", "seen")
    assert [article.id for article in sorted_out(tmp_path, tmp_path / ".hidden")[0]] == ["seen", "hidden"]


def test_a_path_alone_will_do(tmp_path: Path) -> None:
    assert len(list(read(str(put(tmp_path / "a", "a"))))) == 1


@pytest.mark.parametrize("name", ["missing", "mis\0sing", ""])
def test_a_path_that_does_not_exist_is_one_row(tmp_path: Path, name: str) -> None:
    found = list(read([f"{tmp_path}/{name}" if name else "", put(tmp_path / "a", "a")]))
    assert len(found) == 2


def test_an_empty_folder_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    articles, (refusal,) = sorted_out(tmp_path)
    assert articles == [] and refusal.file == str(tmp_path) and "folder without any file" in refusal.problem


@links
def test_a_broken_link_is_one_row_and_the_rest_of_the_folder_is_read(tmp_path: Path) -> None:
    put(tmp_path / "a", "a")
    (tmp_path / "b").symlink_to("nowhere")
    put(tmp_path / "c", "c")
    articles, (refusal,) = sorted_out(tmp_path)
    assert [article.id for article in articles] == ["a", "c"]
    assert refusal.file == str(tmp_path / "b") and "broken link: nowhere" in refusal.problem and refusal.advice


@links
def test_a_link_that_leads_back_to_itself_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("x")
    assert "itself" in sorted_out(tmp_path)[1][0].problem


@links
def test_folders_that_contain_each_other_by_links_end(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a", "a")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    articles, (refusal,) = sorted_out(tmp_path)
    assert [article.id for article in articles] == ["a"] and "read already" in refusal.problem


@links
def test_a_linked_file_is_read(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "a", "a")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere" / "a")
    assert [article.id for article in sorted_out(tmp_path / "in")[0]] == ["a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in sorted_out(tmp_path)[1][0].problem


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets there")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert "socket" in sorted_out(Path("s"))[1][0].problem


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device there")
def test_an_endless_device_is_refused() -> None:
    assert "device" in sorted_out(Path("/dev/zero"))[1][0].problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_is_one_row(tmp_path: Path) -> None:
    put(tmp_path / "a", "a").chmod(0)
    put(tmp_path / "b", "b")
    articles, (refusal,) = sorted_out(tmp_path)
    assert [article.id for article in articles] == ["b"] and "permission" in refusal.problem


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file there")
def test_a_file_that_fails_while_it_is_read_is_one_row() -> None:
    articles, (refusal,) = sorted_out(Path("/proc/self/mem"))
    assert articles == [] and "cannot be read" in refusal.problem


def test_a_file_that_vanishes_after_the_listing_is_one_row(tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path / name, name)
    found = read(tmp_path)
    next(found)
    (tmp_path / "b").unlink()
    assert [type(item).__name__ for item in found] == ["Refusal", "Article"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff\n.txt")).write_text(f"{DATE_LINE}\n\n{BODY}", encoding="utf8")
    (article,), _ = sorted_out(tmp_path)
    assert article.id == "a\\xff\\n.txt"
