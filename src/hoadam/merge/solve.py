"""Components of same-judgements: links taken firmest first, those that would join what excludes each other cut."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoadam.merge.judge import excludes
from hoadam.merge.terms import TERMS
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report

LOOSE = "too few of the reports agree with each other"
COMPONENT = 256  # reports of one fact; more are reported, and the facts assembled from the first so many


@dataclass(frozen=True, slots=True)
class Solution:
    """Components as ids in the order of publication, cut links as apart-judgements, components over the bound."""

    components: tuple[tuple[str, ...], ...]
    cuts: tuple[Judgement, ...]
    oversize: tuple[tuple[str, ...], ...]


class _Parts:
    """Groups of reports that grow together, and what is known between the members of two of them."""

    def __init__(self, reports: Mapping[str, Report], judgements: Iterable[Judgement]) -> None:
        self.reports = reports
        self.root = {id: id for id in reports}
        self.members = {id: [id] for id in reports}
        self.same: dict[str, set[str]] = {id: set() for id in reports}
        self.apart: dict[str, dict[str, str]] = {id: {} for id in reports}
        self.unit = {id: id for id in reports}  # reports that people joined, by one of them
        for judgement in judgements:
            self._note(judgement)

    def _note(self, judgement: Judgement) -> None:
        one, other = judgement.one, judgement.other
        if one not in self.reports or other is None or other not in self.reports:
            return
        if judgement.relation == "same":
            self.same[one].add(other)
            self.same[other].add(one)
        elif judgement.relation == "apart":
            self.apart[one][other] = self.apart[other][one] = f"{judgement.author}: {judgement.reason}"

    def why_not(self, one: str, other: str, forced: bool) -> str | None:
        """Why the groups of two reports cannot become one; against a person's word only another person's holds."""
        left, right = self.members[self.root[one]], self.members[self.root[other]]
        for a in left:
            said = next((self.apart[a][b] for b in right if b in self.apart[a]), None)
            if said:
                return said
        return None if forced else self._excluded(left, right) or self._loose(left, right)

    def _excluded(self, left: list[str], right: list[str]) -> str | None:
        """What some report excludes, unless people joined it with one that does not."""
        pairs = [(a, b) for a in self._units(left) for b in self._units(right)]
        return next((why for a, b in pairs if (why := self._between(a, b))), None)

    def _units(self, members: list[str]) -> list[list[str]]:
        units: dict[str, list[str]] = {}
        for id in sorted(members):
            units.setdefault(self.unit[id], []).append(id)
        return list(units.values())

    def _between(self, left: list[str], right: list[str]) -> str | None:
        found = None
        for a in left:
            for b in right:
                found = excludes(self.reports[a], self.reports[b])
                if found is None:
                    return None
        return found

    def _loose(self, left: list[str], right: list[str]) -> str | None:
        cohesion = TERMS[self.reports[left[0]].fact.kind].cohesion
        links = sum(b in self.same[a] for a in left for b in right) if cohesion else 1
        return None if links > cohesion * len(left) * len(right) or not cohesion else LOOSE

    def join(self, one: str, other: str, forced: bool) -> None:
        """The groups of two reports become one."""
        keep, lose = sorted((self.root[one], self.root[other]))
        for id in self.members[lose]:
            self.root[id] = keep
        self.members[keep] += self.members.pop(lose)
        if forced:
            unit = {self.unit[one], self.unit[other]}
            self.unit.update({id: min(unit) for id in self.members[keep] if self.unit[id] in unit})


def solve(reports: Iterable[Report], judgements: Iterable[Judgement]) -> Solution:
    """The components that the same-judgements make of the reports; the same for any order of either."""
    known = {report.id: report for report in reports}
    judgements = list(judgements)
    parts = _Parts(known, judgements)
    cuts = []
    for link in sorted((j for j in judgements if j.relation == "same"), key=lambda j: _firmness(j, known)):
        other = link.other or ""
        if link.one not in known or other not in known or parts.root[link.one] == parts.root[other]:
            continue
        why = parts.why_not(link.one, other, forced=not link.by_rule)
        if why:
            cuts.append(Judgement("apart", link.one, other, why, "rule:chain"))
        else:
            parts.join(link.one, other, forced=not link.by_rule)
    components = [
        tuple(sorted(members, key=lambda id: known[id].order)) for members in parts.members.values()
    ]  # fmt: skip
    components.sort(key=lambda ids: known[ids[0]].order)
    oversize = tuple(ids for ids in components if len(ids) > COMPONENT)
    return Solution(tuple(components), tuple(_still_apart(cuts, parts)), oversize)


def _firmness(link: Judgement, known: Mapping[str, Report]) -> tuple[bool, int, str, str]:
    """People's links first, then the firmest; ties by id."""
    return link.by_rule, -link.weight, link.one, link.other or ""


def _still_apart(cuts: list[Judgement], parts: _Parts) -> list[Judgement]:
    """The cuts that hold in the end: others were bridged by firmer ways later."""
    return [cut for cut in cuts if parts.root[cut.one] != parts.root[cut.other or ""]]
