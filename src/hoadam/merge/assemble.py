"""A merged fact put together from its reports: values with their supporters, disputes, history, counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hoadam.kinds import KINDS
from hoadam.merge.meeting import DONE, room
from hoadam.merge.mint import mint
from hoadam.merge.origin import counts
from hoadam.merge.signs import country
from hoadam.merge.window import is_ahead, is_day, stated_days
from hoadam.model.day import number
from hoadam.model.merged import Merged, Step, Value
from hoadam.model.report import FIRST, LAST, Report

COMMON = ("speaker", "office", "when")
STATUS = {"meeting": "status", "deadline": "status", "agreement": "event", "appointment": "change"}
FREE = (
    "content",
    "reason",
    "medium",
    "speaker",
    "office",
    "by",
    "bound",
    "done",
)  # wordings and tellers: two are no dispute


def assemble(reports: Iterable[Report], total: int | None = None) -> Merged:
    """The merged fact of one component's reports. Where these are only the first of more, `total` counts them all."""
    reports = sorted(reports, key=lambda report: report.order)
    kind = reports[0].fact.kind
    timed = _timed(reports)
    from_ = {"when": timed}
    slots = {s: found for s in (*COMMON, *KINDS[kind].empty()) if (found := _values(s, from_.get(s, reports)))}
    low, high, derived = _bounds(timed)
    return Merged(
        id=mint(reports[0].id),
        kind=kind,
        reports=tuple(report.id for report in reports),
        slots=slots,
        disputed=tuple(slot for slot, values in slots.items() if _disputed(kind, slot, values)),
        history=_history(kind, reports),
        counts=counts(reports),
        low=low,
        high=high,
        derived=derived,
        more=(total or len(reports)) - len(reports),
    )


def _timed(reports: Sequence[Report]) -> Sequence[Report]:
    """The reports whose times count: not a plan for some time after the day on which it was told as held.

    What had been planned stands in the history.
    """
    held = [report.published[:10] for report in reports if report.fact.slots.get("status") in DONE]
    return [r for r in reports if not (held and is_ahead(r.fact) and min(held) < r.low and not is_day(r))] or reports


def _held(report: Report, slot: str) -> Sequence[Any]:
    """The values of a slot, none where it is empty; the members of a list."""
    fact = report.fact
    held = getattr(fact, slot) if slot in COMMON else fact.slots.get(slot)
    if isinstance(held, (list, tuple)):
        return tuple(dict.fromkeys(held))
    return () if held is None else (held,)


def _values(slot: str, reports: Sequence[Report]) -> tuple[Value, ...]:
    support: dict[Any, list[str]] = {}
    for report in reports:
        for value in _held(report, slot):
            support.setdefault(value, []).append(report.id)
    backed = {value: _backing(slot, value, support) for value in support}
    found = [Value(value, tuple(ids)) for value, ids in support.items()]
    return tuple(sorted(found, key=lambda v: (-backed[v.value], *_vagueness(slot, v.value), str(v.value))))


def _backing(slot: str, value: Any, support: Mapping[Any, Sequence[str]]) -> int:
    """How many reports hold a value, or, of a time, one that it lies in: a weekend backs its Sunday."""
    days = stated_days(str(value)) if slot == "when" else None
    if days is None:
        return len(support[value])
    spans = [(stated_days(str(other)) or days, ids) for other, ids in support.items()]
    return sum(len(ids) for (low, high), ids in spans if low <= days[0] and days[1] <= high)


def _vagueness(slot: str, value: Any) -> tuple[int, ...]:
    """Of equally supported values the more precise is shown first: the shorter time, the town before the country."""
    if slot == "when":
        low, high = stated_days(str(value)) or (FIRST, LAST)
        return (number(high) - number(low),)
    return (0 if slot == "place" and ", " in str(value) else 1,)


def _disputed(kind: str, slot: str, values: Sequence[Value]) -> bool:
    """Do the values exclude each other? Lists add up, steps follow, and a vaguer value contradicts no finer one."""
    if isinstance(KINDS[kind].empty().get(slot), tuple) or slot in FREE or slot == STATUS.get(kind):
        return False
    if slot == "when":
        spans = [days for value in values if (days := stated_days(value.value))]
        return any(a[0] > b[1] or b[0] > a[1] for a in spans for b in spans)
    if slot == "place":  # of two towns one may be a part of the other, as Miami is of Florida
        return len({country(value.value) for value in values}) > 1
    if slot == "form":
        return len({room(value.value) for value in values}) > 1
    return len(values) > 1


def _bounds(reports: Sequence[Report]) -> tuple[str, str, bool]:
    """The narrowest window that the stated times allow; of derived ones where nobody states any."""
    stated = [report for report in reports if not report.derived]
    used = stated or reports
    low, high = max(report.low for report in used), min(report.high for report in used)
    if low > high:  # they differ within what one fact may
        low, high = min(report.low for report in used), max(report.high for report in used)
    return (low or FIRST), (high or LAST), not stated


def _history(kind: str, reports: Sequence[Report]) -> tuple[Step, ...]:
    """The statuses in the order in which they were first told."""
    slot = STATUS.get(kind)
    told: dict[str, list[Report]] = {}
    for report in reports:
        status = report.fact.slots.get(slot) if slot else None
        if status:
            told.setdefault(status, []).append(report)
    return tuple(
        Step(
            status, next((r.fact.when for r in of if r.fact.when), None), of[0].published[:10], tuple(r.id for r in of)
        )
        for status, of in told.items()
    )
