"""On what a fact rests: its reports, those of one origin together."""

from dataclasses import dataclass

from hoadam.merge import together
from hoadam.model.report import Report
from hoadam.store import Account
from hoadam.views.told import report_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports (their ids) that rest on one source; `name` is the outlet that they relay or, else, that told it first.

    `name` is None for those whose source nobody knows; `relayed` says that the source is quoted by others.
    """

    name: str | None
    relayed: bool
    reports: tuple[str, ...]


def origins(account: Account) -> list[Origin]:
    """The independent origins of a fact in the order of their first report, then the unknown ones as one."""
    known, unknown = together(report_of(account, one) for one in account.told)
    found = [of_reports(group) for group in known]
    return [*found, Origin(None, False, tuple(one.id for one in unknown))] if unknown else found


def of_reports(group: list[Report]) -> Origin:
    """The origin of reports that rest on one source."""
    relayed = next((one.fact.via[0] for one in group if one.fact.via), None)
    first = group[0].outlet or group[0].article
    return Origin(relayed or first, relayed is not None, tuple(one.id for one in group))
