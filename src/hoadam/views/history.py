"""What became of a fact in the record: which reports came and went, what people decided."""

from dataclasses import dataclass
from typing import Any

from hoadam.store import Store
from hoadam.views.show import NoSuchId, named
from hoadam.views.told import json_value


@dataclass(frozen=True, slots=True)
class Happening:
    """`at` is record time. `what` is joined, left, accepted, corrected, withdrawn, same, apart or undone.

    Of a report `id` is the observation and `source` its outlet and day; of an act `id` is its own and `source` whose
    it is; `words` say what was changed and why.
    """

    at: str
    what: str
    id: str
    source: str
    words: str
    stands: bool

    def row(self) -> dict[str, Any]:
        """The row as a JSON object."""
        return dict(json_value(self))


def history(store: Store, id_: str) -> list[Happening]:
    """All that happened to a fact or an observation, oldest first."""
    sort, whole = named(store, id_)
    if sort == "article":
        raise NoSuchId(id_)
    fact = (store.heir(whole) or whole) if sort == "fact" else store.fact_of(whole)
    moves = store.moves(fact) if fact else []
    observations = sorted({move.observation for move in moves} | ({whole} if sort == "observation" else set()))
    found = [
        Happening(move.at, move.what, move.observation, " · ".join(filter(None, (move.outlet, move.day))), "", True)
        for move in moves
    ]
    for act in store.acts_on(observations):
        change = f"{act.slot} = {'' if act.value is None else act.value}" if act.slot else act.other or ""
        undone = f"j{act.undoes}" if act.undoes else ""
        words = "; ".join(filter(None, (change, undone, act.reason)))
        found.append(Happening(act.at, act.verb, act.id, act.author, words, store.stands(act.seq)))
    return sorted(found, key=lambda one: (one.at, one.id))
