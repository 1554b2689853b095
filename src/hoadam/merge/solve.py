"""Components of same-judgements: links taken firmest first, those that would join what excludes each other cut."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hoadam.merge.group import Exclusions, Group
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
        self.same: dict[str, set[str]] = {id: set() for id in reports}
        self.apart: dict[str, dict[str, str]] = {id: {} for id in reports}
        for judgement in judgements:
            self._note(judgement)
        seen = Exclusions(reports)
        self.group = {id: Group((id,), seen) for id in reports}

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
        left, right = self.group[one], self.group[other]
        said = self._said(*self._by_size(left, right))
        return said if said or forced else left.excluded(right) or self._loose(*self._by_size(left, right))

    def _by_size(self, one: Group, other: Group) -> tuple[Group, Group]:
        """The smaller group and the larger: looking through the smaller ones alone keeps a long chain cheap."""
        return (one, other) if len(one.members) <= len(other.members) else (other, one)

    def _said(self, small: Group, large: Group) -> str | None:
        """What a person said against it."""
        found = [
            (*sorted((a, b)), words)
            for a in small.members
            for b, words in self.apart[a].items()
            if self.group[b] is large
        ]
        return min(found)[2] if found else None

    def _loose(self, small: Group, large: Group) -> str | None:
        cohesion = TERMS[self.reports[small.members[0]].fact.kind].cohesion
        if not cohesion:
            return None
        links = sum(self.group[b] is large for a in small.members for b in self.same[a])
        return None if links > cohesion * len(small.members) * len(large.members) else LOOSE

    def join(self, one: str, other: str) -> None:
        """The groups of two reports become one."""
        small, large = self._by_size(self.group[one], self.group[other])
        large.absorb(small)
        self.group.update(dict.fromkeys(small.members, large))

    def bind(self, one: str, other: str) -> None:
        """The groups of two reports become one as people say, before rules are asked."""
        joined = [*self.group[one].members, *self.group[other].members]
        self.group.update(dict.fromkeys(joined, Group(joined, self.group[one].seen)))

    def components(self) -> Iterator[list[str]]:
        """The members of every group."""
        return (group.members for group in {id(group): group for group in self.group.values()}.values())


def solve(reports: Iterable[Report], judgements: Iterable[Judgement]) -> Solution:
    """The components that the same-judgements make of the reports; the same for any order of either."""
    known = {report.id: report for report in reports}
    judgements = list(judgements)
    parts = _Parts(known, judgements)
    cuts = []
    for link in sorted((j for j in judgements if j.relation == "same"), key=_firmness):
        one, other = link.one, link.other or ""
        if one not in known or other not in known or parts.group[one] is parts.group[other]:
            continue
        why = parts.why_not(one, other, forced=not link.by_rule)
        if why:
            cuts.append(Judgement("apart", one, other, why, "rule:chain"))
        elif link.by_rule:
            parts.join(one, other)
        else:
            parts.bind(one, other)
    components = [tuple(sorted(members, key=lambda id: known[id].order)) for members in parts.components()]
    components.sort(key=lambda ids: known[ids[0]].order)
    oversize = tuple(ids for ids in components if len(ids) > COMPONENT)
    return Solution(tuple(components), tuple(_still_apart(cuts, parts)), oversize)


def _firmness(link: Judgement) -> tuple[bool, int, str, str]:
    """People's links first, then the firmest; ties by id."""
    return link.by_rule, -link.weight, link.one, link.other or ""


def _still_apart(cuts: list[Judgement], parts: _Parts) -> list[Judgement]:
    """The cuts that hold in the end: others were bridged by firmer ways later."""
    return [cut for cut in cuts if parts.group[cut.one] is not parts.group[cut.other or ""]]
