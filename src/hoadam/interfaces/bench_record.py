"""`hoadam bench record`: what adding an article and first pages cost in a record of many invented facts.

Everything is measured twice, at a tenth of the facts and at the whole: what must not grow shows whether it does.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from hoadam import views
from hoadam.interfaces.bench import median, peak_memory
from hoadam.interfaces.bench_made import FIRST, PER_ARTICLE, PER_DAY, WORDS, Told, made
from hoadam.knowledge.process import given
from hoadam.store import Query, Store, open_store
from hoadam.views import Filters
from hoadam.views.outside import outside

READER = "bench"
BATCH = 256
ADDED = 100  # articles that are added one by one
PAGE = 50
VIEWS = (
    "timeline", "meetings", "delegations", "drafts", "positions", "statements", "claims", "appointments", "deadlines",
    "agreements", "people",
)  # fmt: skip
PARTY, PROCESS = "KHM", "russia-ukraine"
TURNS = 3  # of a cell of the matrix, as the desk draws them

Page = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Known:
    """What the pages of a record are asked with: a name, a fact, a word that is nowhere else, a day, a time."""

    person: str
    fact: str
    rare: str
    middle: str
    before: str


def measured(facts: int, told: Callable[[int], None]) -> dict[str, Any]:
    """All figures, in seconds and megabytes; `told` hears how many facts there are."""
    rows: dict[str, Any] = {"facts": facts, "page": PAGE, "at": []}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        store = open_store(place)
        store.define(given())
        press = made(facts // PER_ARTICLE + 2 * ADDED)
        done = 0
        for share in (facts // 10, facts):
            seconds = filled(store, islice(press, share // PER_ARTICLE - done), told)
            done = share // PER_ARTICLE + ADDED
            rows["at"].append({"facts": share, "filling": seconds, **costs(store, place, list(islice(press, ADDED)))})
        store.close()
    return rows


def filled(store: Store, press: Iterator[Told], told: Callable[[int], None]) -> float:
    """Fill a record; the seconds it took. `told` hears how many facts have come in."""
    begun, facts = time.perf_counter(), 0
    while batch := list(islice(press, BATCH)):
        store.add(batch, READER)
        facts += len(batch) * PER_ARTICLE
        told(facts)
    return time.perf_counter() - begun


def costs(store: Store, place: Path, more: Sequence[Told]) -> dict[str, Any]:
    """What adding these articles one by one costs, then first pages; the greatest memory of the process so far."""
    before = datetime.now(UTC).isoformat()
    adding = [timed(partial(store.add, [one], READER)) for one in more]
    known = asked(store, more, before)
    return {
        "merged": store.count(Query()),
        "file_megabytes": place.stat().st_size / 1e6,
        "adding": {"median": median(adding), "p95": sorted(adding)[len(adding) * 95 // 100], "worst": max(adding)},
        "pages": {name: median([timed(page) for _ in range(3)]) for name, page in pages(store, known).items()},
        "peak_megabytes": peak_memory(),
    }


def timed(work: Page) -> float:
    """The seconds that something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def asked(store: Store, more: Sequence[Told], before: str) -> Known:
    """What the pages are asked with: the person named most, a fact told just now, the number in its headline."""
    article = more[0][0]
    fact = store.fact_of(store.told([article.id])[0].id) or ""
    number = int(article.id.rpartition("-")[2])
    middle: date = FIRST + timedelta(days=number * PER_ARTICLE // PER_DAY // 2)
    (first,) = views.people(store, Filters(limit=1))
    return Known(first.person, fact, str(number), middle.isoformat(), before)


def pages(store: Store, known: Known) -> dict[str, Page]:
    """The first page of every view, and of some under filters, by name."""

    def page(view: str, *before: object, **conditions: Any) -> Page:
        return lambda: getattr(views, view)(store, *before, Filters(limit=PAGE, **conditions))

    return {
        **{name: page(name) for name in VIEWS},
        "matrix": lambda: views.matrix(store, Filters(limit=TURNS)),
        "met": page("met", known.person),
        "changes since the last articles": page("changes", known.before),
        "changes for a new reader": page("changes", "last"),
        "processes": lambda: outside(store),
        "show": lambda: views.show(store, known.fact),
        "history": lambda: views.history(store, known.fact),
        "search, common word": lambda: views.search(store, WORDS[0].split()[0]),
        "search, common words": lambda: views.search(store, f"{WORDS[0]} {WORDS[1]}"),
        "search, rare word": lambda: views.search(store, known.rare),
        "timeline of a party": page("timeline", party=PARTY),
        "timeline of a process": page("timeline", process=PROCESS),
        "statements by a person": page("statements", person=known.person),
        "people of a process": page("people", process=PROCESS),
        "meetings as of half the time": page("meetings", as_of=known.middle),
    }


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The figures as lines of text, one column at a tenth of the facts and one at the whole."""
    at = found["at"]
    yield row("facts as told", [one["facts"] for one in at], "")
    yield row("merged facts", [one["merged"] for one in at], "")
    yield row("filling", [one["filling"] for one in at], "s")
    yield row("on disk", [one["file_megabytes"] for one in at], "MB")
    yield row("greatest memory", [one["peak_megabytes"] for one in at], "MB")
    for name in at[0]["adding"]:
        yield row(f"adding one article, {name}", [one["adding"][name] * 1000 for one in at], "ms")
    yield f"first pages of {found['page']} rows:"
    for name in at[0]["pages"]:
        yield row(f"  {name}", [one["pages"][name] * 1000 for one in at], "ms")


def row(name: str, figures: Sequence[float | None], unit: str) -> str:
    """A figure at a tenth and at the whole; None where it is not known."""
    digits = 1 if unit == "ms" else 0
    return f"{name:36}" + "".join("" if one is None else f"{one:14,.{digits}f} {unit:3}" for one in figures).rstrip()
