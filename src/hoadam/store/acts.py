"""What people decided: acts as rows that stay, and what those that stand mean for the reports of today."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.kinds import KINDS
from hoadam.model.fact import Fact
from hoadam.model.judgement import Judgement
from hoadam.store.identity import key_of

PAIRED = ("same", "apart")
COLUMNS = "a.seq, a.verb, a.target, a.other, a.slot, a.value, a.author, a.reason, a.undoes, m.at"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An observation as an act names it: where it stood, in which words, with which key slots."""

    observation: str
    article: str
    revision: int
    kind: str
    start: int
    end: int
    quote: str
    keys: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did: `verb` is accepted, corrected, withdrawn, same, apart or undone.

    `target` is the id that was named, `value` what `slot` was corrected to, `undoes` the act that is undone, `at` the
    time in UTC.
    """

    seq: int
    verb: str
    target: str
    other: str | None
    slot: str | None
    value: Any
    author: str
    reason: str
    undoes: int | None
    at: str

    @property
    def id(self) -> str:
        """The id that `undo` takes."""
        return f"j{self.seq}"


def to_act(row: tuple[Any, ...]) -> Act:
    """The act of the columns COLUMNS."""
    seq, verb, target, other, slot, value, author, reason, undoes, at = row
    held = None if value is None else json.loads(value)
    return Act(seq, verb, target, other, slot, held, author, reason, undoes, at)


def anchor(fact: Fact, id_: str, place: tuple[str, int], side: int = 0) -> Anchor:
    """The anchor of an observation in an article's revision (`place`)."""
    keys = json.dumps(key_of(fact), ensure_ascii=False, separators=(",", ":"))
    return Anchor(id_, *place, fact.kind, fact.start, fact.end, fact.quote, keys, side)


class Acts:
    """The acts of a record."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def write(self, moment: int, act: Act, anchors: Iterable[Anchor]) -> int:
        """Add an act with its anchors; its number."""
        value = None if act.slot is None else json.dumps(act.value, ensure_ascii=False)
        cursor = self.connection.execute(
            "INSERT INTO act (moment, verb, target, other, slot, value, author, reason, undoes) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (moment, act.verb, act.target, act.other, act.slot, value, act.author, act.reason, act.undoes),
        )
        seq = int(cursor.lastrowid or 0)
        rows = [
            (seq, place, a.side, a.observation, a.article, a.revision, a.kind, a.start, a.end, a.quote, a.keys)
            for place, a in enumerate(anchors)
        ]
        self.connection.executemany(f"INSERT INTO anchor VALUES ({', '.join('?' * 11)})", rows)
        return seq

    def all(self, until: int) -> list[Act]:
        """All acts up to a moment, oldest first."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS} FROM act a JOIN moment m ON m.seq = a.moment WHERE a.moment <= ? ORDER BY a.seq",
            (until,),
        )
        return [to_act(row) for row in rows]

    def get(self, seq: int) -> Act | None:
        """The act of a number."""
        row = self.connection.execute(
            f"SELECT {COLUMNS} FROM act a JOIN moment m ON m.seq = a.moment WHERE a.seq = ?", (seq,)
        ).fetchone()
        return to_act(row) if row else None

    def stands(self, seq: int, until: int) -> bool:
        """Has nobody undone this act (or has the undoing been undone) up to a moment?"""
        rows = self.connection.execute("SELECT seq FROM act WHERE undoes = ? AND moment <= ?", (seq, until))
        return not any(self.stands(other, until) for (other,) in rows.fetchall())

    def anchors(self, act: int) -> list[Anchor]:
        """The anchors of an act."""
        rows = self.connection.execute(
            "SELECT observation, article, revision, kind, start_at, end_at, quote, keys, side FROM anchor "
            "WHERE act = ? ORDER BY place",
            (act,),
        )
        return [Anchor(*row) for row in rows]

    def on_article(self, article: str, until: int) -> list[Act]:
        """The acts that stand at a moment and have an anchor in an article, oldest first."""
        rows = self.connection.execute(
            f"SELECT DISTINCT {COLUMNS} FROM anchor n JOIN act a ON a.seq = n.act JOIN moment m ON m.seq = a.moment "
            "WHERE n.article = ? AND a.moment <= ? ORDER BY a.seq",
            (article, until),
        )
        return [act for act in map(to_act, rows.fetchall()) if self.stands(act.seq, until)]

    def near(self, articles: Iterable[str]) -> list[int]:
        """The numbers of all acts with an anchor in these articles, whether they stand or not."""
        found: set[int] = set()
        for article in articles:
            rows = self.connection.execute("SELECT act FROM anchor WHERE article = ?", (article,))
            found.update(seq for (seq,) in rows)
        return sorted(found)

    def family(self, seq: int) -> Iterator[Act]:
        """An act with all that undid it."""
        act = self.get(seq)
        if act:
            yield act
        for (other,) in self.connection.execute("SELECT seq FROM act WHERE undoes = ?", (seq,)).fetchall():
            yield from self.family(other)

    def articles(self, act: Act) -> set[str]:
        """The articles that an act concerns; an undoing concerns those of what it undoes."""
        found = {one.article for one in self.anchors(act.seq)}
        undone = self.get(act.undoes) if act.undoes else None
        return found | (self.articles(undone) if undone else set())


def found(anchor_: Anchor, told: Sequence[tuple[str, Fact]], text: str, slot: str | None = None) -> str | None:
    """The id of the observation that an anchor means among those of its article today; None where there is none.

    The same id, else one of its kind on overlapping words with the same key slots (`slot`, which the act corrects, left
    aside). Where the words have moved, they are looked up.
    """
    if any(id_ == anchor_.observation for id_, _ in told):
        return anchor_.observation
    start, end = moved(anchor_, text)
    near = [
        (overlap, id_, fact)
        for id_, fact in told
        if fact.kind == anchor_.kind and (overlap := min(end, fact.end) - max(start, fact.start)) > 0
    ]
    keys = json.loads(anchor_.keys)
    for left_out in (None, slot):
        fitting = [(-overlap, id_) for overlap, id_, fact in near if agree(fact, keys, left_out)]
        if fitting:
            return min(fitting)[1]
    return None


def agree(fact: Fact, keys: list[Any], left_out: str | None) -> bool:
    """Are a fact's key slots these, one of them left aside?"""
    names = KINDS[fact.kind].key
    mine = json.loads(json.dumps(key_of(fact)))
    return all(
        a == b for name, a, b in zip(names, mine, keys, strict=False) if name != left_out
    )  # fmt: skip


def moved(anchor_: Anchor, text: str) -> tuple[int, int]:
    """Where the words of an anchor stand now: their nearest place in the text, else where they stood."""
    start, quote = anchor_.start, anchor_.quote
    if text[start : anchor_.end] == quote:
        return start, anchor_.end
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    if not places:
        return -1, -1
    nearest = min(places, key=lambda place: (abs(place - start), place))
    return nearest, nearest + len(quote)


def on_reports(act: Act, ids: Iterable[str]) -> Iterator[Judgement]:
    """The judgements on single reports that an act makes: corrections and withdrawals."""
    for id_ in ids:
        if act.verb == "withdrawn":
            yield Judgement("withdrawn", id_, None, act.reason, act.author)
        elif act.verb == "corrected":
            yield Judgement("corrected", id_, None, act.reason, act.author, slot=act.slot, value=act.value)


def on_pairs(act: Act, sides: tuple[list[str], list[str]]) -> Iterator[Judgement]:
    """The judgements on pairs of reports that an act makes."""
    for one in sides[0]:
        for other in sides[1]:
            if one != other:
                first, second = sorted((one, other))
                relation = "same" if act.verb == "same" else "apart"
                yield Judgement(relation, first, second, act.reason, act.author)  # type: ignore[arg-type]
