"""`hoadam bench`: how fast articles are read, and with how much memory, beside underthesea where that is installed."""

import json
import os
import platform
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import click

from hoadam.errors import UsageFault
from hoadam.interfaces import options
from hoadam.model.article import Article

LEAD = 400  # characters; longer paragraphs of samples/ are no leads
NAMES = 100  # items; names take underthesea some twenty times what words take
COPIES = (1, 10, 100)
SAMPLES = Path("samples")


@dataclass(slots=True)
class Timing:
    """The passes of one program over the same items: seconds on the clock, and of processor time, for each."""

    name: str
    items: int
    size: int  # bytes of UTF-8 text
    of: int  # how many items the run has; more than `items` where the rate is taken from a sample
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self, work: Callable[[], object]) -> None:
        """One more pass."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)

    def row(self) -> dict[str, Any]:
        """The median pass: items and megabytes a second on the clock, and items a second of processor time."""
        wall, cpu = median(self.wall), median(self.cpu)
        return {
            "name": self.name,
            "items_per_second": self.items / wall,
            "megabytes_per_second": self.size / 1e6 / wall,
            "items_per_cpu_second": self.items / cpu if cpu else None,
            "items": self.items,
            "extrapolated": self.items < self.of,
            "passes": len(self.wall),
        }


def median(values: Sequence[float]) -> float:
    """The middle value, the lower one of two."""
    return sorted(values)[(len(values) - 1) // 2]


MADE_UP = {("record",): "bench_record", ("desk",): "bench_desk"}  # what is measured on invented facts


@click.command("bench", cls=options.Command)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.option("--items", type=click.IntRange(1), default=2000, show_default=True, metavar="N")
@options.option("--passes", type=click.IntRange(1), default=3, show_default=True, metavar="N")
@options.option("--jobs", "processes", type=click.IntRange(1), default=1, show_default=True, metavar="N")
@options.option("--peer/--no-peer", default=True)
@options.option("--facts", type=click.IntRange(1000), default=100_000, show_default=True, metavar="N")
@options.option("--format", "figures", type=click.Choice(["text", "json"]), default="text")
@options.lang
def bench_command(paths: tuple[str, ...], **asked: Any) -> None:
    """Print how fast the reader, the record or the desk is on this machine."""
    if paths in MADE_UP:
        of_facts(MADE_UP[paths], asked["facts"], asked["figures"])
        return
    articles, refused = given(paths, asked["items"]) if paths else (made(asked["items"]), 0)
    if not articles:
        raise UsageFault("nothing to read; name a file or a folder of articles")
    found = {**measure(articles, asked), "refused": refused}
    if asked["figures"] == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines(found)))


def of_facts(module: str, facts: int, figures: str) -> None:
    """Print what a module measures on so many invented facts."""
    bench = import_module(f"hoadam.interfaces.{module}")

    def told(count: int) -> None:
        click.echo(f"\r{count:,}", nl=False, err=True)

    found = bench.measured(facts, told if sys.stderr.isatty() else lambda _: None)
    click.echo(json.dumps(found, indent=2) if figures == "json" else "\n".join(bench.lines(found)))


def given(paths: Sequence[str], most: int) -> tuple[list[Article], int]:
    """The first articles under the paths, and how many inputs before them were refused."""
    from hoadam.read import read

    articles: list[Article] = []
    refused = 0
    for found in read(paths):
        if isinstance(found, Article):
            articles.append(found)
        else:
            refused += found.refused
        if len(articles) == most:
            break
    return articles, refused


def made(count: int) -> list[Article]:
    """Leads: the short paragraphs of samples/, or else the sentences of the rules, over and over."""
    from hoadam.lang import languages, load

    texts = [part for a in given([str(SAMPLES)], count)[0] for part in a.text.split("\n")] if SAMPLES.is_dir() else []
    leads = [text for text in texts if LEAD / 4 <= len(text) <= LEAD]
    if not leads:
        rules = [rule for code in languages() for rules in load(code).rules.values() for rule in rules]
        leads = [sample.text for rule in rules for sample in rule.samples]
    return [
        Article(f"lead-{number}", None, "2025-12-01T08:00:00+07:00", None, None, None, text)
        for number, text in enumerate(islice(cycle(leads), count if leads else 0))
    ]


def measure(articles: Sequence[Article], asked: dict[str, Any]) -> dict[str, Any]:
    """Every figure, as one JSON object."""
    from hoadam.flow import facts_of

    jobs = asked["processes"]
    read_all = partial(each, facts_of, articles)
    telling = [article for article in articles if facts_of(article)]  # besides, language data is loaded, caches filled
    memory = peak_memory()
    works: list[tuple[Timing, Callable[[], object]]] = [
        (timing("hoadam, rooms 2-4", articles, len(articles)), read_all),
        (timing("hoadam, items with facts", telling, len(telling)), partial(each, facts_of, telling)),
    ]
    if jobs > 1:
        works.append(
            (
                timing(f"hoadam, {jobs} processes and their start", articles, len(articles)),
                partial(in_processes, articles, jobs),
            )
        )
    works += peers(articles) if asked["peer"] else []
    for _ in range(asked["passes"]):
        for timed, work in works:
            timed.run(work)
    rows = [timed.row() for timed, _ in works if timed.items]
    if jobs > 1:
        next(row for row in rows if "processes" in row["name"])["items_per_cpu_second"] = None  # spent in the others
    speed = rows[0]["items_per_second"]
    return {
        "machine": f"Python {platform.python_version()}, {os.cpu_count()} cores",
        "items": len(articles),
        "bytes": works[0][0].size,
        "timings": rows,
        "ratios": {row["name"]: speed / row["items_per_second"] for row in rows if row["name"].startswith("under")},
        "rooms": shares(read_all),
        "linearity": linearity(facts_of, articles, asked["passes"]),
        "peak_megabytes": memory,
    }


def each(work: Callable[[Article], object], articles: Sequence[Article]) -> None:
    """Do the work on every article and keep nothing."""
    for article in articles:
        work(article)


def timing(name: str, articles: Sequence[Article], of: int) -> Timing:
    """A timing of these articles, before its first pass."""
    return Timing(name, len(articles), sum(len(article.text.encode()) for article in articles), of)


def peers(articles: Sequence[Article]) -> list[tuple[Timing, Callable[[], object]]]:
    """underthesea's words, and its names on a sample, warmed up; nothing where it is not installed."""
    try:
        from underthesea import ner, word_tokenize
    except ImportError:
        return []
    sample = articles[:: -(-len(articles) // NAMES)]
    works = [("underthesea word_tokenize", word_tokenize, articles), ("underthesea ner", ner, sample)]
    for _, peer, _ in works:
        peer(articles[0].text)
    return [
        (timing(name, chosen, len(articles)), partial(each, partial(on_text, peer), chosen))
        for name, peer, chosen in works
    ]


def on_text(work: Callable[[str], object], article: Article) -> object:
    """The work of a program that knows texts alone."""
    return work(article.text)


def in_processes(articles: Sequence[Article], jobs: int) -> object:
    """Read the articles as `hoadam extract --jobs` does, the start of the processes included."""
    from hoadam.flow import read_articles

    return deque(read_articles(articles, jobs), maxlen=0)


def linearity(work: Callable[[Article], Sized], articles: Sequence[Article], passes: int) -> list[dict[str, float]]:
    """Processor time for an article rich in facts joined 1, 10 and 100 times, and how many times the first it is.

    Each length is read so often that all lengths are as much text; the quickest pass counts.
    """
    rich = max(articles[:200], key=lambda article: (len(work(article)), len(article.text)))
    timings = [Timing(f"{copies} copies", COPIES[-1] // copies, 0, 0) for copies in COPIES]
    joined = [replace(rich, text="\n\n".join([rich.text] * copies)) for copies in COPIES]
    for _ in range(passes):
        for timed, article in zip(timings, joined, strict=True):
            timed.run(partial(each, work, [article] * timed.items))
    seconds = [min(timed.cpu) / timed.items for timed in timings]
    times = [second / seconds[0] if seconds[0] else 0.0 for second in seconds]
    return [
        dict(zip(("copies", "seconds", "times"), row, strict=True)) for row in zip(COPIES, seconds, times, strict=True)
    ]


def shares(work: Callable[[], object]) -> dict[str, float]:
    """The share of each room in one more pass, by looking every millisecond which room is at work; {} if it cannot."""
    import signal

    if not hasattr(signal, "setitimer"):
        return {}
    seen: Counter[str] = Counter()

    def look(_: int, frame: Any) -> None:
        while frame is not None:
            room = room_of(frame.f_code.co_filename)
            if room:
                seen[room] += 1
                return
            frame = frame.f_back

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return {room: count / seen.total() for room, count in seen.most_common()}


def room_of(file: str) -> str | None:
    """The room that a source file belongs to; None for what is not ours and for this interface."""
    parts = Path(file).parts
    room = parts[parts.index("hoadam") + 1].removesuffix(".py") if "hoadam" in parts[:-1] else "interfaces"
    return None if room == "interfaces" else room


def peak_memory() -> float | None:
    """The most memory that this process has held, in megabytes; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The figures as lines of text."""
    refused = f", {found['refused']} refused" if found["refused"] else ""
    yield f"{found['items']:,} items{refused}, {found['bytes'] / 1e6:.2f} MB of text; {found['machine']}"
    yield f"{'':37}{'items/s':>10}{'MB/s':>9}{'items/CPU s':>13}"
    for row in found["timings"]:
        cpu = f"{row['items_per_cpu_second']:13,.0f}" if row["items_per_cpu_second"] else f"{'':13}"
        note = f"  extrapolated from {row['items']} items" if row["extrapolated"] else ""
        yield f"{row['name']:37}{row['items_per_second']:10,.0f}{row['megabytes_per_second']:9.2f}{cpu}{note}"
    for name, ratio in found["ratios"].items():
        yield f"ratio to {name}: {ratio:.2f}"
    if not found["ratios"]:
        yield "underthesea did not run beside; pip install 'hoadam[peer]' has it"
    yield "rooms: " + ", ".join(f"{room} {share:.0%}" for room, share in found["rooms"].items())
    copies = ", ".join(f"{row['copies']:.0f} × {row['seconds'] * 1000:.3g} ms" for row in found["linearity"])
    times = ", ".join(f"{row['times']:.1f}" for row in found["linearity"])
    yield f"one article joined: {copies} (times {times})"
    yield f"peak memory: {found['peak_megabytes']:.0f} MB" if found["peak_megabytes"] else "peak memory: not told"
