"""Adds invented articles to a record until it is done or killed; says after each batch how many are safe.

python -m tests.store.crashing RECORD FIRST LAST
"""

import sys

from hoadam import flow
from hoadam.interfaces import record
from hoadam.interfaces.record import Listener, Record, Summary
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from tests.store.support import article, fact

FACTS = 3
BATCH = 20


def invented(number: int) -> Article:
    """An article with three places to rest facts on."""
    words = f"Tin số {number}: bên A nói một điều, bên B nói một điều, bên C im lặng. " * 3
    return article(f"k{number:05}", words)


def facts(one: Article) -> tuple[Fact, ...]:
    """What a reader would find in it."""
    return tuple(
        fact(one.text, f"bên {name}", "statement", speaker=f"Người {name}", speech="indirect", medium=None)
        for name in "ABC"
    )


def version() -> str:
    """What stands for the reader, whatever its rules are today."""
    return "crash+1"


def main(place: str, first: int, last: int) -> None:
    """Add the articles in small batches."""
    for module, name, value in (
        (flow, "facts_of", facts),
        (record, "reader_version", version),
        (record, "BATCH", BATCH),
    ):
        setattr(module, name, value)

    def safe(summary: Summary) -> None:
        print(summary.articles, flush=True)

    with Record(place) as kept:
        kept.add(map(invented, range(first, last)), listener=Listener(kept=safe))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
