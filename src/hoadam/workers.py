"""Articles dealt to several processes and taken back in their order."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, cycle
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, TypeVar

from hoadam.errors import HoadamError

LOST = "a reading process was killed, perhaps for want of memory; run again with --jobs 1; what was added is kept"

Item = TypeVar("Item")
Done = TypeVar("Done")


class WorkerLost(HoadamError):
    """A reading process died."""


def in_processes(pieces: Iterator[list[Item]], work: Callable[[Item], Done], jobs: int) -> Iterator[Done]:
    """What `work` makes of each item of the pieces, in their order. Raises WorkerLost.

    Pieces are dealt to the processes in turn, and taken back in the same turn; two a process are under way at most.
    Pipes of our own rather than a pool of the standard library: that one waits for ever for a process that was killed
    in the midst of an answer. Not fork: threads of the caller (a progress bar) and its open record must not be copied.
    """
    first = next(pieces, None)
    if first is None:
        return
    context = multiprocessing.get_context("spawn")
    ends = [context.Pipe() for _ in range(jobs)]
    workers = [context.Process(target=_work, args=(theirs, work), daemon=True) for _, theirs in ends]
    under_way: deque[Connection] = deque()
    try:
        for worker, (_, theirs) in zip(workers, ends, strict=True):
            with _interrupts_held():
                worker.start()
            theirs.close()  # else the death of the process would not be seen
        for (pipe, _), piece in zip(cycle(ends), chain([first], pieces), strict=False):
            _send(pipe, piece)
            under_way.append(pipe)
            if len(under_way) == 2 * jobs:
                yield from _answer(under_way.popleft())
        while under_way:
            yield from _answer(under_way.popleft())
    finally:
        for worker, (pipe, _) in zip(workers, ends, strict=True):
            pipe.close()
            if worker.pid is not None:
                worker.terminate()
                worker.join()
            worker.close()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process started here never hears Ctrl-C, not even while it is still loading; it is the parent's to answer."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(pipe: Connection, piece: list[Any]) -> None:
    try:
        pipe.send(piece)
    except OSError as fault:
        raise WorkerLost(LOST) from fault


def _answer(pipe: Connection) -> list[Any]:
    try:
        answer: list[Any] | HoadamError = pipe.recv()
    except (EOFError, OSError) as fault:
        raise WorkerLost(LOST) from fault
    if isinstance(answer, HoadamError):
        raise answer
    return answer


def _work(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """A reading process: pieces in, answers out, until the other end is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: SimpleQueue[list[Any] | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, waiting), daemon=True).start()
    while (piece := waiting.get()) is not None:
        try:
            answer: list[Any] | HoadamError = [work(item) for item in piece]
        except HoadamError as fault:
            answer = fault
        try:
            pipe.send(answer)
        except OSError:
            return


def _receive(pipe: Connection, waiting: "SimpleQueue[list[Any] | None]") -> None:
    """Takes pieces at once, so that sending them never waits for the work on others."""
    try:
        while True:
            waiting.put(pipe.recv())
    except (EOFError, OSError):
        waiting.put(None)
