"""Adds invented articles to a record until it is done or killed; says after each batch how many are safe.

python -m tests.store.crashing RECORD FIRST LAST
"""

import random
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
    chance = random.Random(number)
    words = " ".join(f"chữ{chance.randrange(900)}" for _ in range(30))
    text = f"Tin số {number}: bên A nói {words}; bên B nói {words[::-1]}; bên C im lặng."
    return article(f"k{number:05}", text, published=f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}")


def facts(one: Article) -> tuple[Fact, ...]:
    """What a reader would find in it."""
    return tuple(
        fact(one.text, f"bên {name}", "statement", speaker=f"Người {name} {one.id}", speech="indirect", medium=None)
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
