"""Decides on the facts of a record, files, restores or makes it anew, over and over until killed; says what is safe.

python -m tests.store.deciding RECORD correct|rebuild|define|restore|open
"""

import sys
from pathlib import Path

from hoadam.knowledge.process import Process
from hoadam.store import Query, Store, filing, open_store
from hoadam.views import decide

ROUNDS = 400
PIECE = 4  # articles that are filed together, so that there are many pieces


def correct(store: Store) -> None:
    """Correct one fact after another; each act's id is printed when it is kept."""
    ids = [one.id for one in store.facts(Query(("statement",)))]
    for number in range(ROUNDS):
        print(decide.correct(store, ids[number % len(ids)], f"medium=Đài {number}", "tests").id, flush=True)


def rebuild(store: Store) -> None:
    """Make the record anew again and again."""
    for number in range(ROUNDS):
        store.rebuild()
        print(f"r{number}", flush=True)


def define(store: Store) -> None:
    """Define a process otherwise again and again, so that all facts are filed under it, or none."""
    filing.PIECE = PIECE
    for number in range(ROUNDS):
        words = ("bên A", "không bài nào có")[number % 2]
        store.define([Process("p", "P", "P", (("RUS",), ("UKR",)), words=(words, str(number)))])
        print(f"d{number}", flush=True)


def restore(store: Store) -> None:
    """Take a copy back again and again."""
    copy = Path(sys.argv[1] + ".copy")
    store.backup(copy)
    for number in range(ROUNDS):
        store.restore(copy)
        print(f"b{number}", flush=True)


def main(place: str, what: str) -> None:
    """Open the record, which brings it to this schema, and do as asked."""
    store = open_store(place)
    print("open", flush=True)
    works = {"correct": correct, "rebuild": rebuild, "define": define, "restore": restore, "open": Store.close}
    works[what](store)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
