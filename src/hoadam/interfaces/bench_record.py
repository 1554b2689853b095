"""`hoadam bench record`: how long one article and first pages take in a record of many invented facts."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hoadam import views
from hoadam.interfaces.bench import median, peak_memory
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.store import Store, open_store
from hoadam.views import Filters

PER_ARTICLE = 4  # facts
BATCH = 256
FIRST = date(1999, 1, 1)
PER_DAY = 100  # facts, twice what two months of three outlets gave: a million are 27 years
COUNTRIES = ("USA", "RUS", "UKR", "IRN", "ISR", "CHN", "THA", "KHM", "TUR", "QAT", "EGY", "FRA", "DEU", "GBR", "POL")
PEOPLE = tuple(f"Person {letter}{number}" for letter in "ABCDEFGHIJ" for number in range(40))
PLACES = ("Geneva, CHE", "Doha, QAT", "Istanbul, TUR", "Cairo, EGY", "Vienna, AUT", "Berlin, DEU", "Paris, FRA")
ISSUES = ("territory", "ceasefire", "sanctions", "prisoners", "trade-tariffs", "shipping")
WORDS = tuple(f"w{number}" for number in range(5000))
PAGE = 50


def made(count: int, seed: int = 20251203) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """So many invented articles, two of three telling what another one of the same day told."""
    chance = random.Random(seed)
    held: list[tuple[str, dict[str, Any]]] = []
    day = ""
    for number in range(count):
        today = (FIRST + timedelta(days=number * PER_ARTICLE // PER_DAY)).isoformat()
        if today != day:
            day, held = today, []
        told = [chance.choice(held) if held and chance.random() < 0.5 else invented(chance) for _ in range(PER_ARTICLE)]
        held += told
        yield article(number, day, told, chance)


def invented(chance: random.Random) -> tuple[str, dict[str, Any]]:
    """A fact without its place in a text."""
    kind = chance.choice(("meeting", "statement", "claim", "position"))
    one, other = chance.sample(COUNTRIES, 2)
    if kind == "meeting":
        status = chance.choice(("held", "planned"))
        people = tuple(chance.sample(PEOPLE, 2))
        slots = {"form": "talks", "status": status, "parties": (one, other), "people": people}
        return kind, {**slots, "place": chance.choice(PLACES), "issues": (chance.choice(ISSUES),)}
    if kind == "statement":
        return kind, {"speech": "indirect", "medium": None, "issues": (chance.choice(ISSUES),)}
    if kind == "claim":
        number = chance.randrange(1, 2000)
        return kind, {"claimant": one, "act": "shot-down", "quantity": number, "object": "drones", "of": other}
    return kind, {"party": one, "issue": chance.choice(ISSUES), "stance": chance.choice(("demands", "rejects"))}


def article(
    number: int, day: str, told: Sequence[tuple[str, dict[str, Any]]], chance: random.Random
) -> tuple[Article, tuple[Fact, ...]]:
    """The article that tells these facts, a paragraph each."""
    text, facts = f"Headline {number}", []
    for kind, slots in told:
        quote = " ".join(chance.choices(WORDS, k=12))
        start = len(text) + 2
        text += f"\n\n{quote}."
        speaker = chance.choice(PEOPLE) if kind == "statement" else None
        when = day if kind == "meeting" and slots["status"] == "held" else None
        facts.append(Fact(kind, start, start + len(quote), quote, slots, speaker=speaker, when=when, rule="bench"))
    outlet = f"Outlet {chance.randrange(40)}"
    hour = f"{number % 24:02}:{number % 60:02}:00+07:00"
    return Article(f"bench-{number}", outlet, f"{day}T{hour}", None, None, f"Headline {number}", text), tuple(facts)


def filled(store: Store, facts: int, told: Callable[[int], None]) -> float:
    """Fill a record; the seconds it took."""
    begun, batch = time.perf_counter(), []
    for number, one in enumerate(made(facts // PER_ARTICLE)):
        batch.append(one)
        if len(batch) == BATCH:
            store.add(batch, "bench")
            batch = []
            told(number * PER_ARTICLE)
    store.add(batch, "bench")
    return time.perf_counter() - begun


def measured(facts: int, told: Callable[[int], None]) -> dict[str, Any]:
    """All figures, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        store = open_store(place)
        before = peak_memory()
        seconds = filled(store, facts, told)
        rows: dict[str, Any] = {"facts": facts, "filling": seconds, "megabytes_before": before}
        rows["adding"] = adding(store, facts // PER_ARTICLE)
        rows["pages"] = {name: page(store, name, Filters(limit=PAGE)) for name in PAGES}
        middle = (FIRST + timedelta(days=facts // PER_DAY // 2)).isoformat()
        rows["as_of"] = page(store, "meetings", Filters(limit=PAGE, as_of=middle))
        rows["party"] = page(store, "timeline", Filters(limit=PAGE, party="KHM"))
        rows["megabytes"] = peak_memory()
        rows["file_megabytes"] = place.stat().st_size / 1e6
        store.close()
    return rows


PAGES = ("timeline", "meetings", "positions", "statements", "claims")


def adding(store: Store, first: int, rounds: int = 20) -> dict[str, float]:
    """How long one more article takes, the middle and the slowest of some."""
    more = list(made(first + rounds))[first:]
    seconds = []
    for one in more:
        begun = time.perf_counter()
        store.add([one], "bench")
        seconds.append(time.perf_counter() - begun)
    return {"median": median(seconds), "slowest": max(seconds)}


def page(store: Store, view: str, filters: Filters) -> float:
    """How long the first page of a view takes, the middle of three."""
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        getattr(views, view)(store, filters)
        seconds.append(time.perf_counter() - begun)
    return median(seconds)


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The figures as lines of text."""
    yield f"{found['facts']:,} facts in {found['filling']:.0f} s, {found['file_megabytes']:,.0f} MB on disk"
    yield f"one article: {found['adding']['median'] * 1000:.1f} ms, slowest {found['adding']['slowest'] * 1000:.1f} ms"
    pages = {**found["pages"], "meetings as of half the time": found["as_of"], "timeline of one party": found["party"]}
    yield "first pages: " + ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in pages.items())
    if found["megabytes"]:
        yield f"peak memory: {found['megabytes']:.0f} MB, {found['megabytes_before']:.0f} MB before"
