"""Brings the merged facts up to date with what came in: one article costs the same in a record of any size.

All of it is a function of readings, acts and definitions up to a moment, so that `rebuild` comes to the same rows.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from hoadam.merge import amended, judge, report_of, solve
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report
from hoadam.store.acts import PAIRED, Acts, found, on_pairs, on_reports
from hoadam.store.blocks import Blocks
from hoadam.store.copies import Copies
from hoadam.store.facts import Facts
from hoadam.store.filing import Filing, definitions
from hoadam.store.links import Links
from hoadam.store.reports import Reports, Standing, fact_in, written
from hoadam.store.rows import REVISION

PORTION = 256  # articles settled together


class Projection:
    """The merged facts of a record, inside one open transaction of one moment."""

    def __init__(self, connection: sqlite3.Connection, moment: int) -> None:
        self.connection, self.moment = connection, moment
        self.acts = Acts(connection)
        self.copies = Copies(connection, moment)
        self.reports = Reports(connection, moment)
        self.links = Links(connection, moment)
        self.facts = Facts(connection, moment)
        self.processes = definitions(connection, moment)

    def settle(self, articles: Iterable[str]) -> None:
        """Make the record right again after these articles were read, revised or judged."""
        ordered = sorted(set(articles))
        for first in range(0, len(ordered), PORTION):
            self._portion(ordered[first : first + PORTION])

    def _portion(self, articles: Sequence[str]) -> None:
        touched = Touched()
        blocks = Blocks(self.connection)
        for id_ in articles:
            reading = self._read(id_)
            article, revision, told = reading
            self.copies.update(id_, article.text if told else None, article.published, revision)
            self._exchange(id_, reading, blocks, touched)
        self._compare(blocks, touched)
        for id_ in articles:
            self._people(id_, touched)
        self._assemble(touched)

    def _read(self, id_: str) -> "Reading":
        """The article in its latest words, the number of its revision, and what its current reading found."""
        row = self.connection.execute(
            f"SELECT {REVISION}, v.number, c.reading FROM current_reading c JOIN reading r ON r.seq = c.reading "
            "JOIN revision v ON v.seq = r.revision WHERE c.article = ?",
            (id_,),
        ).fetchone()
        rows = self.connection.execute("SELECT seq, id, fact FROM observation WHERE reading = ?", (row[8],))
        told = [(seq, name, fact_in(fact), fact) for seq, name, fact in rows]
        return Article(*row[:7]), row[7], told

    def _wanted(self, id_: str, reading: "Reading") -> dict[str, Standing]:
        """The reports that an article should have: what it tells, as people corrected it."""
        article, _, told = reading
        filing = Filing(self.processes, article.text, article.published[:10])
        people = self._on_reports(id_, reading)
        root = self.copies.root(id_)
        wanted = {}
        for seq, name, fact, text in told:
            report = report_of(name, fact, article, root)
            now = amended(report, people) if people else report
            if now is not None:
                changed = now.fact is not fact
                words = written(now.fact) if changed else text
                wanted[name] = Standing(now, seq, filing.under(now.fact), words, changed)
        return wanted

    def _on_reports(self, id_: str, reading: "Reading") -> list[Judgement]:
        article, _, told = reading
        known = [(name, fact) for _, name, fact, _ in told]
        judgements: list[Judgement] = []
        for act in self.acts.on_article(id_, self.moment):
            anchors = [one for one in self.acts.anchors(act.seq) if one.article == id_]
            ids = [name for one in anchors if (name := found(one, known, article.text, act.slot))]
            judgements += on_reports(act, ids)
        return judgements

    def _exchange(self, id_: str, reading: "Reading", blocks: Blocks, touched: "Touched") -> None:
        """Close the reports that an article does not have any more, open those that are new."""
        standing, wanted = self.reports.of_article(id_), self._wanted(id_, reading)
        for name, one in standing.items():
            if name not in wanted or not one.same(wanted[name]):
                touched.facts |= set(self.facts.holding([one.seq]).values())
                touched.reports |= self.links.close_all(name)
                blocks.leave(one.report)
                self.reports.close(one)
        for name, one in wanted.items():
            if name not in standing or not one.same(standing[name]):
                self.reports.open(one)
                blocks.enter(one.report)
                touched.reports.add(name)
                touched.fresh.add(name)

    def _compare(self, blocks: Blocks, touched: "Touched") -> None:
        """Judge all pairs that came together, and forget the judgements on those that no block compares any more."""
        pairs = sorted(blocks.gained())
        known = self._load({id_ for pair in pairs for id_ in pair})
        for one, other in pairs:
            judgement = judge(known[one], known[other])
            if judgement:
                self.links.open(judgement, fresh=one in touched.fresh or other in touched.fresh)
                touched.reports |= {one, other}
        for _, gone, hubs in blocks.lost():
            for id_ in sorted(gone):
                self._drop(id_, hubs, blocks, touched)

    def _drop(self, id_: str, hubs: frozenset[str], blocks: Blocks, touched: "Touched") -> None:
        linked = [other for other in self.links.rules_of(id_) if other not in hubs]
        known = self._load({id_, *linked}) if linked else {}
        for other in linked:
            if id_ in known and not blocks.compared(known[id_], known[other]):
                self.links.close_rules(id_, other)
                touched.reports |= {id_, other}

    def _people(self, id_: str, touched: "Touched") -> None:
        """Links that people made, from the anchors as they are found today."""
        standing = {act.seq for act in self.acts.on_article(id_, self.moment)}
        for act in self._paired(id_):
            touched.reports |= self.links.close_act(act)
            if act in standing:
                self._link(act, touched)

    def _paired(self, id_: str) -> list[int]:
        rows = self.connection.execute(
            "SELECT DISTINCT a.seq FROM anchor n JOIN act a ON a.seq = n.act "
            "WHERE n.article = ? AND a.moment <= ? AND a.verb IN (?, ?) ORDER BY a.seq",
            (id_, self.moment, *PAIRED),
        )
        return [seq for (seq,) in rows]

    def _link(self, seq: int, touched: "Touched") -> None:
        act = self.acts.get(seq)
        sides: tuple[list[str], list[str]] = ([], [])
        for one in self.acts.anchors(seq):
            article, _, told = self._read(one.article)
            name = found(one, [(name, fact) for _, name, fact, _ in told], article.text)
            if name and self._load({name}):
                sides[one.side].append(name)
        for judgement in on_pairs(act, sides) if act else ():
            self.links.open(judgement, seq)
            touched.reports |= {judgement.one, judgement.other or ""}

    def _load(self, ids: Iterable[str]) -> dict[str, Report]:
        return {one.report.id: one.report for one in self.reports.of_ids(ids)}

    def _assemble(self, touched: "Touched") -> None:
        """Solve whatever is connected with what changed, and make its facts."""
        near = self.links.connected(touched.reports)
        known = {one.report.id: one for one in self.reports.of_ids(near)}
        solution = solve((one.report for one in known.values()), self.links.among(known))
        old = touched.facts | set(self.facts.holding(one.seq for one in known.values()).values())
        self.facts.settle(([known[id_] for id_ in ids] for ids in solution.components), old)


Reading = tuple[Article, int, list[tuple[int, str, Fact, str]]]


class Touched:
    """What a change reaches: reports whose company may change, those that are new, and facts that lost a report."""

    def __init__(self) -> None:
        self.reports: set[str] = set()
        self.fresh: set[str] = set()
        self.facts: set[str] = set()
