"""Reports that grow together into one fact, and what keeps two such groups apart, at a cost that does not square.

Reports that look alike are compared once for all of them: see `face`.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from hoadam.merge.judge import excludes
from hoadam.model.report import Report


def face(report: Report) -> Hashable:
    """What `excludes` sees of a report besides its article: its slots and days, not its words, outlet or clock."""
    fact = report.fact
    common = (fact.kind, fact.speaker, fact.named, fact.via, fact.when, fact.office)
    return common, report.published[:10], report.low, report.high, report.derived, tuple(sorted(fact.slots.items()))


class Exclusions:
    """Why two reports can never be one, remembered for all that look like them."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self.reports = reports
        numbers: dict[Hashable, int] = {}
        self.face = {id: numbers.setdefault(face(report), len(numbers)) for id, report in reports.items()}
        self.known: dict[tuple[int, int, bool], str | None] = {}

    def beside(self, one: str, other: str) -> bool:
        """Does one article tell both?"""
        return self.reports[one].article == self.reports[other].article

    def why(self, one: str, other: str) -> str | None:
        """Why two reports exclude each other; None where nothing does."""
        key = (self.face[one], self.face[other], self.beside(one, other))
        if key not in self.known:
            self.known[key] = excludes(self.reports[one], self.reports[other])
        return self.known[key]


class Group:
    """Reports that are one so far. `units` are those that people joined: what one of them excludes, another may bear.

    Of all others `looks` holds, by face, the first report of each of two articles, and `told` those of each article.
    """

    def __init__(self, unit: Iterable[str], seen: Exclusions) -> None:
        self.members = sorted(unit)
        alone = len(self.members) == 1
        self.seen = seen
        self.units = [] if alone else [tuple(self.members)]
        self.looks = {seen.face[id]: [id] for id in self.members} if alone else {}
        self.told = {seen.reports[id].article: [id] for id in self.members} if alone else {}

    def absorb(self, other: "Group") -> None:
        """Take in a group, best the smaller one."""
        self.members += other.members
        self.units += other.units
        for look, ids in other.looks.items():
            both = sorted([*self.looks.get(look, ()), *ids])
            self.looks[look] = [both[0], *[id for id in both[1:] if not self.seen.beside(both[0], id)][:1]]
        for article, ids in other.told.items():
            self.told.setdefault(article, []).extend(ids)

    def excluded(self, other: "Group") -> str | None:
        """What some report of one group excludes of the other's, unless people joined it with one that does not."""
        found = [(a, b, why) for a, b in self._met(other) if (why := self.seen.why(a, b))]
        found += [(a[0], b[0], why) for a, b in self._joined(other) if (why := self._between(a, b))]
        return min(found)[2] if found else None

    def _met(self, other: "Group") -> Iterator[tuple[str, str]]:
        """Two reports for every way in which two reports of the groups can look side by side."""
        for mine in self.looks.values():
            for theirs in other.looks.values():
                yield from [(a, b) for a in mine for b in theirs if not self.seen.beside(a, b)][:1]
        for article in self.told.keys() & other.told.keys():
            yield from ((a, b) for a in self.told[article] for b in other.told[article])

    def _joined(self, other: "Group") -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Every unit of several reports with every other unit, those that look alike once."""
        yield from ((a, b) for a in self.units for b in (*other.units, *other._alone(a)))
        yield from ((a, b) for b in other.units for a in self._alone(b))

    def _alone(self, unit: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The reports that nobody joined, as far as they differ in how they look or stand in an article of the unit."""
        looks = [id for ids in self.looks.values() for id in ids]
        near = [id for one in unit for id in self.told.get(self.seen.reports[one].article, ())]
        return [(id,) for id in dict.fromkeys([*looks, *near])]

    def _between(self, left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
        reasons = [self.seen.why(a, b) for a in left for b in right]
        return None if None in reasons else reasons[0]
