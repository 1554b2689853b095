"""A path in, the files to read out: folders are walked in code point order, what is no file is refused."""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hoadam.model.refusal import Refusal
from hoadam.read.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, and its name as messages and ids show it."""

    path: str
    name: str
    file_id: str


def files(path: str) -> Iterator[Found | Refusal]:
    """The files under a path. Entries that begin with a dot are passed over inside folders."""
    pending, folders, found = [path], set[tuple[int, int]](), False
    while pending:
        place = pending.pop()
        try:
            status = _status(place)
            if stat.S_ISDIR(status.st_mode):
                pending += _entries(place, status, folders)
                continue
            _check_regular(status)
        except Unreadable as fault:
            yield fault.at(shown(place), 0)
        else:
            yield Found(place, shown(place), _file_id(place))
        found = True
    if not found:
        yield Unreadable("a folder without any file", "articles", "name the folder that holds them").at(shown(path), 0)


def shown(path: str) -> str:
    """The path as text that can be printed on one line and written as UTF-8."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def cannot(error: OSError | ValueError, path: str = "") -> Unreadable:
    """What the operating system complains of, in the room's own form."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ELOOP:
        return Unreadable("a link that leads back to itself", "a file or a folder", "remove or mend the link")
    if number == errno.ENOENT and os.path.islink(path):
        problem = f"a broken link: {shown(os.readlink(path))} is not there"
        return Unreadable(problem, "a link to a file or a folder", "remove or mend the link")
    if number == errno.ENOENT:
        return Unreadable("no such file or folder", "a path that exists", "check the spelling of the path")
    if number in (errno.EACCES, errno.EPERM):
        return Unreadable("no permission to read it", "a readable file or folder", "ask its owner, or chmod +r it")
    problem = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Unreadable(f"it cannot be read: {problem}", "a readable file or folder", "check the path and the disk")


def _status(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except (OSError, ValueError) as error:
        raise cannot(error, path) from error


def _check_regular(status: os.stat_result) -> None:
    """A pipe or a device could keep the run waiting for ever."""
    if not stat.S_ISREG(status.st_mode):
        advice = "write it to a file first, or pass it on standard input with -"
        raise Unreadable("a pipe, a socket or a device", "a file or a folder", advice)


def _entries(path: str, status: os.stat_result, folders: set[tuple[int, int]]) -> list[str]:
    """The paths in a folder, last first; `folders` are those entered before, so that links cannot lead in circles."""
    identity = (status.st_dev, status.st_ino)
    if identity in folders:
        raise Unreadable("a link to a folder that is read already", "each folder once", "remove the link")
    folders.add(identity)
    try:
        names = sorted(os.listdir(path), reverse=True)
    except OSError as error:
        raise cannot(error, path) from error
    return [os.path.join(path, name) for name in names if not name.startswith(".")]


def _file_id(path: str) -> str:
    return unicodedata.normalize("NFC", shown(os.path.basename(path)))
