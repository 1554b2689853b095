"""Which processes a report is filed under, by the definitions that the record holds."""

import json
import re
import sqlite3
from collections.abc import Iterable

from hoadam.knowledge.process import Process, about, among, files, mentions, states
from hoadam.model.fact import Fact

BREAK = re.compile(r"[;\n]|[.!?…]\s")
REACH = 300  # code points
PIECE = 256  # articles that are filed anew in one transaction: in a second or so, while others wait to write


def definitions(connection: sqlite3.Connection, until: int) -> list[Process]:
    """The processes as defined at a moment, by name; a definition without sides has been dropped."""
    rows = connection.execute(
        "SELECT name, content FROM definition WHERE moment <= ? ORDER BY seq", (until,)
    ).fetchall()
    last = dict(rows)
    return [Process.from_row(json.loads(last[name])) for name in sorted(last)]


def undefined(connection: sqlite3.Connection, wanted: Iterable[Process], until: int) -> list[Process]:
    """Those of the processes that the record does not define, or defines otherwise."""
    known = {process.name: process for process in definitions(connection, until)}
    return [process for process in wanted if known.get(process.name) != process]


def define(connection: sqlite3.Connection, moment: int, processes: Iterable[Process]) -> bool:
    """Keep definitions; whether the record is so small that all its articles are to be filed anew at once."""
    whole = len(articles_after(connection, "")) < PIECE
    for process in processes:
        content = json.dumps(process.row(), ensure_ascii=False, sort_keys=True)
        connection.execute(
            "INSERT INTO definition (moment, name, content, whole) VALUES (?, ?, ?, ?)",
            (moment, process.name, content, int(whole)),
        )
    return whole


def articles_after(connection: sqlite3.Connection, after: str) -> list[str]:
    """A piece of the articles whose ids come after one."""
    rows = connection.execute(
        "SELECT article FROM current_reading WHERE article > ? ORDER BY article LIMIT ?", (after, PIECE)
    )
    return [article for (article,) in rows]


def unfiled_after(connection: sqlite3.Connection) -> str | None:
    """The id after which articles are not yet filed by the last definitions; None where all are."""
    (last,) = connection.execute("SELECT max(moment) FROM definition WHERE NOT whole").fetchone()
    if last is None:
        return None
    row = connection.execute("SELECT until FROM refiled WHERE moment > ? ORDER BY moment DESC LIMIT 1", (last,))
    found = row.fetchone()
    return None if found and found[0] is None else str(found[0]) if found else ""


def refiling(connection: sqlite3.Connection, moment: int, after: str) -> list[str]:
    """The articles to be filed anew at a moment, which is kept for `rebuild`."""
    articles = articles_after(connection, after)
    until = articles[-1] if len(articles) == PIECE else None
    connection.execute("INSERT INTO refiled VALUES (?, ?, ?)", (moment, after, until))
    return articles


def refiled(connection: sqlite3.Connection, moment: int) -> set[str]:
    """The articles that were filed anew at a moment, by a definition of that moment or an earlier one."""
    found = "SELECT article FROM current_reading"
    if connection.execute("SELECT 1 FROM definition WHERE moment = ? AND whole", (moment,)).fetchone():
        return {article for (article,) in connection.execute(found)}
    piece = connection.execute("SELECT after, until FROM refiled WHERE moment = ?", (moment,)).fetchone()
    if piece is None:
        return set()
    rows = connection.execute(f"{found} WHERE article > ?1 AND (?2 IS NULL OR article <= ?2)", piece)
    return {article for (article,) in rows}


class Filing:
    """The processes of one article's reports."""

    def __init__(self, processes: Iterable[Process], text: str, day: str) -> None:
        self.text, self.day = text, day
        self.processes = [(process, about(process, text)) for process in processes]

    def under(self, fact: Fact) -> str:
        """The names of the processes that a fact is filed under, with blanks between."""
        named, actors = states(fact, self.day), states(fact, self.day, placed=False)
        return " ".join(
            process.name
            for process, about_it in self.processes
            if files(process, named, about_it and (among(process, actors) or mentions(process, self._clause(fact))))
        )

    def _clause(self, fact: Fact) -> str:
        """The words around a fact's quote, as far as the next full stop, semicolon or line."""
        before = BREAK.split(self.text[max(0, fact.start - REACH) : fact.start])[-1]
        after = BREAK.split(self.text[fact.end : fact.end + REACH])[0]
        return before + fact.quote + after
