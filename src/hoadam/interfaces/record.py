"""The record as Python sees it: articles in, the questions as methods."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self

from hoadam import views
from hoadam.errors import StoreFault
from hoadam.flow import Read, pieces, read_articles, reader_version
from hoadam.knowledge.process import Process, given, processes_in
from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.store import default_place, open_store
from hoadam.store.verify import verify
from hoadam.views import Filters
from hoadam.views.filters import EVERYTHING

BATCH = 256  # articles kept in one transaction, and acknowledged together


@dataclass(slots=True)
class Summary:
    """What an adding did: articles by what was new in them, the facts of those, and inputs that were refused.

    `added` were not known, `revised` known with other words, `reread` known and now read by another reader version,
    `known` read before to the letter.
    """

    added: int = 0
    revised: int = 0
    reread: int = 0
    known: int = 0
    facts: int = 0
    refused: int = 0

    @property
    def articles(self) -> int:
        """How many articles were read, known ones included."""
        return self.added + self.revised + self.reread + self.known


def ignore(_: object) -> None:
    """Nothing is reported."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told while articles are added: of every refusal or notice, and of the summary after each batch kept."""

    refusal: Callable[[Refusal], None] = ignore
    kept: Callable[[Summary], None] = ignore


SILENT = Listener()


class Record:
    """A record of articles and their facts in a file, made where there is none.

    `place` is a path or a `sqlite:` URL; where it is None, `HOADAM_DB` or the platform's place for user data. Views
    return their rows in order of time; `Filters` say which. StoreFault where the file is no record or cannot be used.
    """

    def __init__(self, place: str | Path | None = None, *, create: bool = True) -> None:
        self.store = open_store(place, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def add(
        self, articles: Iterable[Article | Refusal], *, jobs: int | None = 1, listener: Listener = SILENT
    ) -> Summary:
        """Read articles and keep them with their facts; what this reader has read before is passed over.

        `jobs` processes read (None: as many as there are cores where the input is large). Every batch that `listener`
        hears of is safe on disk; what a killed run had not acknowledged comes in whole or not at all.
        """
        summary = Summary()
        self.define()
        read = read_articles(self._fresh(articles, summary), jobs)
        while chunk := list(islice(read, BATCH)):
            self._keep(chunk, summary, listener)
            listener.kept(summary)
        listener.kept(summary)
        return summary

    def _fresh(self, articles: Iterable[Article | Refusal], summary: Summary) -> Iterator[Article | Refusal]:
        """The input without what the record holds already."""
        for chunk in pieces(articles, BATCH):
            unread = iter(self.store.unread([one for one in chunk if isinstance(one, Article)], reader_version()))
            for one in chunk:
                if isinstance(one, Refusal) or next(unread):
                    yield one
                else:
                    summary.known += 1

    def _keep(self, chunk: list[Read | Refusal], summary: Summary, listener: Listener) -> None:
        batch = []
        for one in map(trusted, chunk):
            if isinstance(one, Refusal):
                summary.refused += one.refused
                listener.refusal(one)
            else:
                batch.append(one)
        outcomes = self.store.add(batch, reader_version())
        for (_, facts), outcome in zip(batch, outcomes, strict=True):
            setattr(summary, outcome, getattr(summary, outcome) + 1)
            summary.facts += len(facts) if outcome != "known" else 0

    def define(self, processes: Iterable[Process] = ()) -> list[str]:
        """File facts under these processes besides those given and those in the user's folder; what was news."""
        known = {process.name for process in self.store.processes()}
        wanted = {process.name: process for process in given() if process.name not in known}
        wanted |= {process.name: process for process in (*own_processes(), *processes)}
        return self.store.define([wanted[name] for name in sorted(wanted)])

    def timeline(self, filters: Filters = EVERYTHING) -> list[views.Event]:
        """What happened when; undated facts stand where they were published, with `when` None."""
        with self.store.snapshot():
            return views.timeline(self.store, filters)

    def meetings(self, filters: Filters = EVERYTHING) -> list[views.Meeting]:
        """Rounds, with who sat in each delegation."""
        with self.store.snapshot():
            return views.meetings(self.store, filters)

    def changes(self, since: str, filters: Filters = EVERYTHING, reader: str = "") -> list[views.Change]:
        """What is new since a day or time of the record, or since this reader looked last (`last`)."""
        with self.store.snapshot():
            return views.changes(self.store, since, filters, reader)

    def delegations(self, filters: Filters = EVERYTHING) -> list[views.Delegation]:
        """Delegations, with the offices of their members."""
        with self.store.snapshot():
            return views.delegations(self.store, filters)

    def people(self, filters: Filters = EVERYTHING) -> list[views.Person]:
        """People, those with most facts first: offices as told, how many facts, whom they met."""
        with self.store.snapshot():
            return views.people(self.store, filters)

    def met(self, name: str, filters: Filters = EVERYTHING) -> list[views.Encounter]:
        """Whom somebody met, those met most often first."""
        with self.store.snapshot():
            return views.met(self.store, name, filters)

    def drafts(self, filters: Filters = EVERYTHING) -> list[views.Draft]:
        """Plans and what happened to them."""
        with self.store.snapshot():
            return views.drafts(self.store, filters)

    def positions(self, filters: Filters = EVERYTHING) -> list[views.Position]:
        """Where each party stands on each issue."""
        with self.store.snapshot():
            return views.positions(self.store, filters)

    def matrix(self, filters: Filters = EVERYTHING) -> list[views.Cell]:
        """Issue × party over time."""
        with self.store.snapshot():
            return views.matrix(self.store, filters)

    def statements(self, filters: Filters = EVERYTHING) -> list[views.Statement]:
        """What was said, by whom, to which medium."""
        with self.store.snapshot():
            return views.statements(self.store, filters)

    def claims(self, filters: Filters = EVERYTHING) -> list[views.Claim]:
        """Numbers from the field, each as its claimant's word."""
        with self.store.snapshot():
            return views.claims(self.store, filters)

    def appointments(self, filters: Filters = EVERYTHING) -> list[views.Appointment]:
        """Who was named and who left."""
        with self.store.snapshot():
            return views.appointments(self.store, filters)

    def deadlines(self, filters: Filters = EVERYTHING) -> list[views.Deadline]:
        """What is due."""
        with self.store.snapshot():
            return views.deadlines(self.store, filters)

    def agreements(self, filters: Filters = EVERYTHING) -> list[views.Agreement]:
        """What was agreed, and what became of it."""
        with self.store.snapshot():
            return views.agreements(self.store, filters)

    def brief(self, process: str, since: str, filters: Filters = EVERYTHING, reader: str = "") -> views.Brief:
        """One page on a process: what several origins tell, what is new, what is disputed, what is due."""
        with self.store.snapshot():
            return views.brief(self.store, process, since, filters, reader)

    def coming(self, filters: Filters = EVERYTHING, since: str | None = None) -> list[views.Coming]:
        """Meetings, deadlines and signings ahead of a day, that of the last report where none is given."""
        with self.store.snapshot():
            return views.coming(self.store, filters, since)

    def search(self, words: str, limit: int = 20, filters: Filters = EVERYTHING) -> list[views.Found]:
        """Articles by their words at the point in time of the filters, best first; with and without diacritics."""
        with self.store.snapshot():
            return views.search(self.store, words, limit, filters)

    def show(self, id_: str, filters: Filters = EVERYTHING) -> views.ShownFact | views.ShownArticle:
        """The fact or article of an id or of its beginning, at the point in time of the filters; else NotFound."""
        with self.store.snapshot():
            return views.show(self.store, id_, filters)

    def history(self, id_: str) -> list[views.Happening]:
        """What became of a fact in the record."""
        with self.store.snapshot():
            return views.history(self.store, id_)


def own_processes() -> list[Process]:
    """The definitions in the user's folder `processes` beside the default record, or in HOADAM_PROCESSES."""
    named = os.environ.get("HOADAM_PROCESSES")
    folder = Path(named) if named else default_place().parent / "processes"
    files = [folder] if folder.is_file() else sorted(folder.glob("*.toml"))
    return [process for file in files for process in processes_in(file)]


def trusted(one: Read | Refusal) -> Read | Refusal:
    """What the record will take; facts that are not in their text make a refusal of their article."""
    if isinstance(one, Refusal):
        return one
    try:
        verify(*one)
    except StoreFault as fault:
        return Refusal(one[0].id, 0, str(fault), "facts in the words of the text", "report this article")
    return one
