"""Definitions of processes made, and facts filed anew under them, inside open transactions."""

import sqlite3
from collections.abc import Sequence

from hoadam.knowledge.process import Process
from hoadam.store.filing import define, refiled, refiling, undefined, unfiled_after
from hoadam.store.moments import FOREVER, begin
from hoadam.store.projection import Projection


def redefine(connection: sqlite3.Connection, processes: Sequence[Process]) -> list[Process]:
    """Keep those of the definitions that are news; in a small record all facts are filed anew at once."""
    news = undefined(connection, processes, FOREVER)  # another process may have been quicker
    if news:
        moment = begin(connection)
        if define(connection, moment, news):
            Projection(connection, moment).settle(refiled(connection, moment))
    return news


def refile(connection: sqlite3.Connection) -> None:
    """File the next piece of the articles anew, where any is left."""
    after = unfiled_after(connection)
    if after is not None:
        moment = begin(connection)
        Projection(connection, moment).settle(refiling(connection, moment, after))
