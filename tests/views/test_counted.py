"""What the record counts as it goes is what going through all its facts finds."""

from collections import Counter
from itertools import combinations

import pytest

from hoadam.interfaces.bench_made import made
from hoadam.knowledge.process import given
from hoadam.store import Query, Store, Tallied, lately, open_store
from hoadam.views import Filters, changes, decide, matrix, met, people
from hoadam.views.outside import outside
from tests.store.support import READER

ARTICLES = 240
EVERY_DAY = "0001"  # since then: excludes nothing, and is not what the record counts by itself


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A record in which much has happened: articles revised and read anew, people's decisions, processes."""
    store = open_store(tmp_path_factory.mktemp("counted") / "r.sqlite")
    told = list(made(ARTICLES))
    for first in range(0, ARTICLES, 40):
        store.add(told[first : first + 40], READER)
    store.define(given())
    store.add([(article, facts[1:]) for article, facts in told[10:30]], "tests+2")
    meetings = [one for one in store.facts(Query(("meeting",))) if len(one.told) > 1]
    decide.reject(store, meetings[0].id, "tests")
    decide.correct(store, meetings[1].id, "people=Marco Rubio", "tests")
    decide.apart(store, (meetings[2].told[0].id, meetings[2].told[1].id), "tests")
    decide.correct(store, store.facts(Query(("position",)))[0].id, "stance=accepts", "tests")
    return store


@pytest.mark.parametrize("process", [None, "russia-ukraine", "gaza"])
def test_people(store: Store, process: str | None) -> None:
    counted = people(store, Filters(process=process))
    assert counted == people(store, Filters(process=process, since=EVERY_DAY))
    assert people(store, Filters(process=process, limit=7, offset=3)) == counted[3:10]
    one = counted[len(counted) // 2].person
    assert people(store, Filters(process=process, person=one)) == [row for row in counted if row.person == one]


@pytest.mark.parametrize("process", [None, "russia-ukraine"])
def test_whom_somebody_met(store: Store, process: str | None) -> None:
    asked = [row.person for row in people(store, Filters(process=process, limit=12))]
    found = [met(store, name, Filters(process=process)) for name in asked]
    assert found == [met(store, name, Filters(process=process, since=EVERY_DAY)) for name in asked]
    assert any(found)


@pytest.mark.parametrize("conditions", [{}, {"process": "russia-ukraine"}, {"party": "USA"}, {"issue": "ceasefire"}])
def test_matrix(store: Store, conditions: dict[str, str]) -> None:
    cells = matrix(store, Filters(**conditions))  # type: ignore[arg-type]
    assert cells == matrix(store, Filters(**conditions, since=EVERY_DAY))  # type: ignore[arg-type]
    last = matrix(store, Filters(**conditions, limit=1))  # type: ignore[arg-type]
    assert [cell.turns for cell in last] == [cell.turns[-1:] for cell in cells]


def test_processes(store: Store) -> None:
    found = outside(store)
    accounts = store.facts(Query())
    assert found.unfiled == sum(not one.filed for one in accounts)
    assert [(one.name, count) for one, count in found.processes] == [
        (process.name, sum(process.name in one.filed for one in accounts)) for process in store.processes()
    ]
    pairs = Counter(
        pair
        for one in accounts
        if one.merged.kind in ("meeting", "agreement") and not one.filed
        for pair in combinations(sorted(one.merged.all("parties")), 2)
    )
    assert pairs and {(one, other): times for one, other, times in store.tallies(Tallied("pair", "-"))} == pairs


@pytest.mark.parametrize("moment", [0, 1, 3, 6, 7, 9, 11])
def test_changes_come_by_their_last_day(store: Store, moment: int) -> None:
    connection = store._connection  # type: ignore[attr-defined]
    looked_up = list(lately._looked_up(connection, moment))
    met = list(lately._met(connection, moment))
    assert [day for _, day in met] == sorted((day for _, day in met), reverse=True)
    assert sorted(looked_up) == sorted(met) and sorted(lately.changed(connection, moment)) == sorted(met)


def test_the_first_changes_are_the_latest_of_all(store: Store) -> None:
    every = changes(store, "last", reader="nobody")
    assert len(every) > 100
    assert changes(store, "last", Filters(limit=9), reader="nobody") == every[-9:]
    assert changes(store, "last", Filters(limit=9, offset=20), reader="nobody") == every[-29:-20]


def test_nothing_is_wrong_with_it(store: Store) -> None:
    assert [one for one in store.examine() if one.fault] == []
