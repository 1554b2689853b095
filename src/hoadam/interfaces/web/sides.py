"""What two sides put against each other: delegations face to face, and numbers of one day and place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.words import knowledge

COLUMNS = 2  # claimants with a column of their own

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Face:
    """One side at a meeting: its delegation if any report seats one, and `others` there who hold an office of it."""

    side: str
    seat: Row | None
    others: tuple[str, ...]


def faces(meeting: Row) -> list[Face]:
    """The sides of a meeting: its parties, then whoever else sent a delegation."""
    seats = {seat["side"]: seat for seat in meeting["delegations"]}
    sides = dict.fromkeys([*meeting["parties"], *seats])
    unseated = {person: offices(person, meeting) for person in apart(meeting)}
    return [
        Face(side, seats.get(side), tuple(person for person, of in unseated.items() if side in of)) for side in sides
    ]


def standing(meeting: Row) -> list[str]:
    """The people of a meeting whose side neither a delegation nor an office tells."""
    sides = {*meeting["parties"], *(seat["side"] for seat in meeting["delegations"])}
    return [person for person in apart(meeting) if not sides & offices(person, meeting)]


def apart(meeting: Row) -> list[str]:
    """The people of a meeting who sit in no delegation."""
    seated = {member["person"] for seat in meeting["delegations"] for member in seat["members"]}
    return [person for person in meeting["people"] if person not in seated]


def offices(person: str, meeting: Row) -> set[str]:
    """The countries and bodies in whose office somebody is known to have been when a meeting was told of."""
    known = knowledge().people.get(person)
    return {office.of for office in known.held(meeting["published"][:10])} if known else set()


@dataclass(frozen=True, slots=True)
class Line:
    """Numbers of one thing on one day: `own` by the claimants that have columns, `others` of everybody else."""

    leading: Row
    own: tuple[tuple[Row, ...], ...]
    others: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The claimants that have columns, and the lines, the latest first."""

    claimants: tuple[str, ...]
    lines: tuple[Line, ...]


def ledger(claims: Sequence[Row], sides: Sequence[str] = (), limit: int | None = None) -> Ledger:
    """Rows of `views.claims` with the numbers that stand against each other in one line; `sides` come first."""
    groups = gathered(claims)[:limit]
    told = Counter(one["claimant"] for group in groups for one in group if one["claimant"])
    columns = sorted(told, key=lambda name: (name not in sides, -told[name], name))[:COLUMNS]
    return Ledger(tuple(columns), tuple(line(group, columns) for group in groups))


def gathered(claims: Sequence[Row]) -> list[list[Row]]:
    """Each claim with the numbers beside it, each once, the latest first."""
    by_id = {one["id"]: one for one in claims}
    done: set[str] = set()
    found = []
    for one in reversed(claims):
        if one["id"] not in done:
            group = [one, *(by_id.get(other["id"], other) for other in one["others"] if other["id"] not in done)]
            done |= {member["id"] for member in group}
            found.append(group)
    return found


def line(group: Sequence[Row], columns: Sequence[str]) -> Line:
    """Numbers in their columns."""
    own = tuple(tuple(one for one in group if one["claimant"] == name) for name in columns)
    return Line(group[0], own, tuple(one for one in group if one["claimant"] not in columns))
