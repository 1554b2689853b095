"""Which processes a report is filed under, by the definitions that the record holds."""

import json
import re
import sqlite3
from collections.abc import Iterable

from hoadam.knowledge.process import Process, about, among, files, mentions, states
from hoadam.model.fact import Fact

BREAK = re.compile(r"[;\n]|[.!?…]\s")
REACH = 300  # code points


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


def define(connection: sqlite3.Connection, moment: int, process: Process) -> None:
    """Keep a definition."""
    content = json.dumps(process.row(), ensure_ascii=False, sort_keys=True)
    connection.execute(
        "INSERT INTO definition (moment, name, content) VALUES (?, ?, ?)", (moment, process.name, content)
    )


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
