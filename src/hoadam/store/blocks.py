"""Which reports are compared: those of one block, and of a full block each with its first ones."""

import sqlite3
from collections.abc import Iterable, Iterator

from hoadam.merge import BLOCK, block_keys
from hoadam.merge.block import FEW
from hoadam.model.report import Report

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


class Block:
    """One block before and after a change: how many it holds, and with whom all are compared."""

    def __init__(self, size: int, first: tuple[str, ...]) -> None:
        self.size = size
        self.hubs = frozenset(first)

    @property
    def full(self) -> bool:
        """Are only the first compared with all?"""
        return self.size > BLOCK


class Blocks:
    """The blocks of a record, inside one open transaction: reports go in and out, pairs to compare come out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.before: dict[str, Block] = {}
        self.entered: dict[str, list[str]] = {}
        self.after: dict[str, Block] = {}  # as asked for since the last change

    def enter(self, report: Report) -> None:
        """Put a report into its blocks."""
        keys = block_keys(report)
        for key in keys:
            self._look(key)
            self.entered.setdefault(key, []).append(report.id)
        self.connection.executemany(
            "INSERT OR IGNORE INTO block VALUES (?, ?, ?)", [(key, report.published, report.id) for key in keys]
        )

    def leave(self, report: Report) -> None:
        """Take a report out of its blocks."""
        for key in block_keys(report):
            self._look(key)
            self.connection.execute(
                "DELETE FROM block WHERE key = ? AND published = ? AND id = ?", (key, report.published, report.id)
            )

    def gained(self) -> set[Pair]:
        """The pairs to be judged after all changes: each may have become comparable."""
        found: set[Pair] = set()
        for key in sorted(self.before):
            found.update(self._gained(key, self.before[key], self._now(key)))
        return found

    def lost(self) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """Of each block where pairs may no longer be compared: its key, the ids concerned, its hubs now."""
        for key in sorted(self.before):
            before, after = self.before[key], self._now(key)
            if after.full:
                gone = before.hubs - after.hubs if before.full else frozenset(self._members(key)) - after.hubs
                if gone:
                    yield key, gone, after.hubs

    def compared(self, one: Report, other: Report) -> bool:
        """Does any block bring these two together?"""
        for key in set(block_keys(one)) & set(block_keys(other)):
            now = self._now(key)
            if not now.full or one.id in now.hubs or other.id in now.hubs:
                return True
        return False

    def _look(self, key: str) -> None:
        if key not in self.before:
            self.before[key] = self._now(key)
        self.after.pop(key, None)

    def _now(self, key: str) -> Block:
        if key not in self.after:
            ids = self._members(key, BLOCK + 1)
            self.after[key] = Block(len(ids), ids[:FEW] if len(ids) > BLOCK else ids)
        return self.after[key]

    def _members(self, key: str, most: int = -1) -> tuple[str, ...]:
        rows = self.connection.execute("SELECT id FROM block WHERE key = ? ORDER BY published, id LIMIT ?", (key, most))
        return tuple(id_ for (id_,) in rows)

    def _gained(self, key: str, before: Block, after: Block) -> Iterable[Pair]:
        new = list(self.entered.get(key, ()))
        if not after.full:
            members = self._members(key)
            moved = members if before.full else new
            return {pair(one, other) for one in moved for other in members if one != other}
        everyone = [id_ for id_ in after.hubs if id_ in new or (before.full and id_ not in before.hubs)]
        found = {pair(one, hub) for one in new for hub in after.hubs if one != hub}
        if everyone:
            found |= {pair(one, other) for one in everyone for other in self._members(key) if one != other}
        return found
