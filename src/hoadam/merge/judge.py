"""Two reports compared: one fact, a contradiction, or nothing, with reasons."""

from dataclasses import replace

from hoadam.merge.signs import Signs
from hoadam.merge.terms import TERMS, Terms
from hoadam.model.judgement import Judgement, Relation
from hoadam.model.report import Report

TOLL = ("killed",)
FIRM = {"day": 6, "alike": 6, "place": 4, "people": 4, "like": 2, "half": 2, "quantity": 3, "telling": 2, "points": 3}


def judge(one: Report, other: Report) -> Judgement | None:
    """What the rules hold of two reports: `same`, `contradicts`, or None; the same whichever comes first."""
    if one.fact.kind != other.fact.kind or one.id == other.id:
        return None
    first, second = sorted((one, other), key=lambda report: report.id)
    terms = TERMS[first.fact.kind]
    signs = terms.signs(first, second)
    if not signs.excluded and fits(signs, terms.one_if):
        return _judgement("same", first, second, signs)
    if set(signs.excluded) - {"claimant"} != {terms.over}:
        return None
    if fits(signs, terms.given):
        return _grown(first, second, signs) or _judgement("contradicts", first, second, signs)
    return _grown(first, second, signs) if fits(signs, terms.later) else None


def _grown(first: Report, second: Report, signs: Signs) -> Judgement | None:
    """A later and higher count of the dead follows the earlier one and does not gainsay it."""
    early, late = sorted((first, second), key=lambda report: report.order)
    counts = [report.fact.slots["quantity"] for report in (early, late)]
    if early.fact.slots.get("act") not in TOLL or early.published == late.published or counts[0] >= counts[1]:
        return None
    return replace(
        _judgement("follows", late, early, signs), reason=f"a later count, {counts[0]:g}, then {counts[1]:g}"
    )


def fits(signs: Signs, sets: tuple[frozenset[str], ...]) -> bool:
    """Is all of one of the sets agreed?"""
    return any(needed <= signs.agreed.keys() for needed in sets)


def excludes(one: Report, other: Report) -> str | None:
    """Why two reports can never be one fact, whatever stands between them; None where nothing forbids it."""
    terms: Terms = TERMS[one.fact.kind]
    if one.fact.kind != other.fact.kind:
        return f"a {one.fact.kind} and a {other.fact.kind}"
    excluded = terms.signs(one, other).excluded
    return next((words for sign, words in excluded.items() if sign in terms.hard), None)


def _judgement(relation: Relation, one: Report, other: Report, signs: Signs) -> Judgement:
    reasons = dict.fromkeys(signs.agreed.values())
    against = [f"but {words}" for words in signs.excluded.values()]
    weight = sum(FIRM.get(sign, 1) for sign in signs.agreed) if relation == "same" else 0
    return Judgement(
        relation, one.id, other.id, "; ".join([*reasons, *against]), f"rule:{one.fact.kind}", weight
    )  # fmt: skip
