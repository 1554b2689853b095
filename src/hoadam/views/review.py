"""What is least certain: facts and merges that a person should look at first, each with what makes it doubtful."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from hoadam.kinds import KINDS
from hoadam.merge import block_keys, excludes, judge
from hoadam.merge.terms import TERMS
from hoadam.model.judgement import Judgement
from hoadam.model.report import Report
from hoadam.store import Account, Store
from hoadam.views.filters import EVERYTHING, Filters
from hoadam.views.told import Told, json_value, leading, report_of, seen, slots_of

LOOKED = 400  # of the latest facts that pass the filters
LOOSE = 4  # a merge held together by less than this weight is doubtful; days or words that agree alone weigh 6
NEARLY = 3  # ways in which two reports agree that may be one
SAID = ("statement", "position", "role")  # of which one voice has many that are alike
CROWD = 6  # facts of one block that are held against one another
WEIGHTS = {"disputed": 4.0, "loose": 3.0, "alike": 2.5, "contradicted": 2.0, "thin": 1.5, "hearsay": 1.0, "kind": 2.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Told):
    """A fact to look at. `doubts` are words of WEIGHTS; `other` is a fact that may be the same; `loosest` the reason
    of the weakest link that holds its reports together.
    """

    kind: str
    slots: dict[str, Any]
    doubts: tuple[str, ...]
    weight: float
    other: str | None
    loosest: str | None


def review(
    store: Store, filters: Filters = EVERYTHING, precision: Mapping[str, float] | None = None
) -> list[Doubt]:  # fmt: skip
    """The least certain of the latest facts first; what somebody accepted is left out until another report joins it.

    `precision` is how often the reader is right about a kind, as measured; `limit` and `offset` count rows.
    """
    found = seen(store, None, replace(filters, limit=LOOKED, offset=0))
    alike = dict(candidates(found))
    doubts = [doubt(store, one, alike.get(one.id), precision or {}) for one in found]
    rows = sorted((one for one in doubts if one.doubts), key=lambda one: (-one.weight, one.id))
    wanted = filters.offset + filters.limit if filters.limit else LOOKED
    return filters.first(list(_open(store, rows, wanted)))


def _open(store: Store, rows: list[Doubt], wanted: int) -> Iterator[Doubt]:
    """The first rows that nobody accepted since their last report came."""
    for row in rows:
        if wanted <= 0:
            return
        if not accepted(store, row.id):
            wanted -= 1
            yield row


def accepted(store: Store, fact: str) -> bool:
    """Did somebody accept a fact after its last report was learned?"""
    (account,) = store.facts_of([fact])
    learned = max(one.learned for one in account.told)
    acts = store.acts_on([one.id for one in account.told])
    return any(act.verb == "accepted" and act.at[:19] >= learned[:19] and store.stands(act.seq) for act in acts)


def doubt(store: Store, one: Account, other: str | None, precision: Mapping[str, float]) -> Doubt:
    """The row of a fact with what is doubtful in it."""
    links = [tie.judgement for tie in store.ties([told.id for told in one.told])] if len(one.told) > 1 else []
    loosest = weakest(one, links)
    words = tuple(word for word, holds in marks(one, links, loosest, other) if holds)
    wrong = 1 - precision.get(one.merged.kind, 1.0)
    weight = sum(WEIGHTS[word] for word in words) + WEIGHTS["kind"] * wrong
    return Doubt.of(
        one, kind=one.merged.kind, slots=dict(json_value(slots_of(one))), doubts=words, weight=round(weight, 3),
        other=other, loosest=loosest.reason if loosest and "loose" in words else None,
    )  # fmt: skip


def marks(
    one: Account, links: list[Judgement], loosest: Judgement | None, other: str | None
) -> Iterator[tuple[str, bool]]:  # fmt: skip
    """Which words of doubt fit a fact."""
    yield "disputed", bool(one.merged.disputed)
    yield (
        "loose",
        loosest is not None and loosest.weight < LOOSE and one.merged.kind != "role",
    )  # names alone hold those
    yield "alike", other is not None
    yield "contradicted", any(link.relation == "contradicts" for link in links)
    yield "thin", thin(one)
    yield "hearsay", not any(told.fact.named for told in one.told)


def weakest(one: Account, links: list[Judgement]) -> Judgement | None:
    """The weakest of the rules' links that hold a fact's reports together; None where people hold them, or none is."""
    ids = {told.id for told in one.told}
    own = [link for link in links if link.relation == "same" and {link.one, link.other} <= ids]
    firmest: dict[str, Judgement] = {}
    for link in own:
        for id_ in (link.one, str(link.other)):
            if id_ not in firmest or firmest[id_].weight < link.weight:
                firmest[id_] = link
    by_rule = [link for link in firmest.values() if link.by_rule]
    return min(by_rule, key=lambda link: (link.weight, link.one), default=None)


def thin(one: Account) -> bool:
    """Does a single report fill less than half of the slots by which its kind is told apart?"""
    key = KINDS[one.merged.kind].key
    slots = slots_of(one)
    filled = sum(slots.get(name) not in (None, ()) for name in key)
    return len(one.told) == 1 and len(key) > 2 and filled * 2 < len(key)


def candidates(found: list[Account]) -> Iterator[tuple[str, str]]:
    """Facts that may be one with another: compared, forbidden by nothing, and yet not judged the same."""
    blocks: dict[str, list[Account]] = {}
    reports = {one.id: _report(one) for one in found}
    for one in found:
        for key in block_keys(reports[one.id]):
            blocks.setdefault(key, []).append(one)
    for key in sorted(blocks):
        for one, other in combinations(blocks[key][:CROWD], 2):
            pair = reports[one.id], reports[other.id]
            if one.merged.kind == other.merged.kind and one.merged.kind not in SAID and nearly(*pair):
                yield one.id, other.id


def nearly(one: Report, other: Report) -> bool:
    """Do two reports of one kind agree in NEARLY ways, with nothing against them, and too little to be judged one?"""
    agreed = TERMS[one.fact.kind].signs(one, other).agreed
    return len(agreed) >= NEARLY and excludes(one, other) is None and judge(one, other) is None


def _report(one: Account) -> Report:
    return replace(report_of(one, leading(one)), derived=one.merged.derived)
