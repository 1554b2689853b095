"""Decides on the facts of a record, or makes it anew, over and over until killed; says what is safe.

python -m tests.store.deciding RECORD correct|rebuild|open
"""

import sys

from hoadam.store import Query, Store, open_store
from hoadam.views import decide

ROUNDS = 400


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


def main(place: str, what: str) -> None:
    """Open the record, which brings it to this schema, and do as asked."""
    store = open_store(place)
    print("open", flush=True)
    {"correct": correct, "rebuild": rebuild, "open": Store.close}[what](store)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
