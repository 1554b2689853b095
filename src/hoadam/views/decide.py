"""What people decide: corrections, rejections, the same, apart; each a row that stays, and can be undone by another."""

import re
from dataclasses import replace
from typing import Any

from hoadam.errors import NotFound, UsageFault
from hoadam.kinds import KINDS
from hoadam.model.edtf import Edtf
from hoadam.store import Account, Act, Store
from hoadam.views.filters import PARTY_SLOTS, PERSON_SLOTS
from hoadam.views.names import Unknown, parties_named, people_named
from hoadam.views.show import NoSuchId, named

COMMON = {"speaker": None, "via": (), "when": None, "office": None, "named": True}
NUMBERS = ("points", "was_points", "quantity")
BLANK = Act(0, "", "", None, None, None, "", "", None, "")


class Impossible(UsageFault):
    """What cannot be decided of a fact as it stands."""

    http_status = 409


class BadSlot(Impossible):
    """A `kind` has no slot `slot`; `near` are those it has."""

    def __init__(self, kind: str, slot: str) -> None:
        self.kind, self.slot = kind, slot
        self.near = (*COMMON, *KINDS[kind].empty())
        super().__init__(f"a {kind} has no slot {slot!r}; it has {', '.join(self.near)}")


class BadValue(Impossible):
    """`value` cannot stand in `slot`; `near` are values that can."""

    def __init__(self, slot: str, value: str, near: tuple[str, ...] = ()) -> None:
        self.slot, self.value, self.near = slot, value, near
        super().__init__(f"{value!r} cannot stand in {slot}" + (f"; known are {', '.join(near)}" if near else ""))


class NoSuchAct(NotFound):
    """There is no act `asked`."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"no correction or judgement {asked!r}; `hoadam history ID` prints their ids")


class AlreadyUndone(Impossible):
    """The act `asked` does not stand any more."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"{asked} is undone already")


def correct(store: Store, id_: str, change: str, author: str, reason: str = "") -> Act:
    """Correct a slot of a fact (of all its reports) or of one observation: `place=Geneva, CHE`; empty where nothing."""
    slot, equals, words = change.partition("=")
    if not equals:
        raise BadValue(change, "", ("slot=value",))
    target, observations, kind = aimed(store, id_)
    value = valued(store, kind, slot.strip(), words.strip())
    act = replace(BLANK, verb="corrected", target=target, slot=slot.strip(), value=value, author=author, reason=reason)
    return store.decide(act, [observations])


def reject(store: Store, id_: str, author: str, reason: str = "") -> Act:
    """Withdraw a fact (all its reports) or one observation."""
    target, observations, _ = aimed(store, id_)
    return store.decide(replace(BLANK, verb="withdrawn", target=target, author=author, reason=reason), [observations])


def accept(store: Store, id_: str, author: str, reason: str = "") -> Act:
    """Hold a fact to be right as it stands: it leaves the queue of doubts until another report joins it."""
    target, observations, _ = aimed(store, id_)
    return store.decide(replace(BLANK, verb="accepted", target=target, author=author, reason=reason), [observations])


def same(store: Store, ids: tuple[str, str], author: str, reason: str = "") -> Act:
    """Hold two facts or observations to be one."""
    return _paired(store, "same", ids, replace(BLANK, author=author, reason=reason))


def apart(store: Store, ids: tuple[str, str], author: str, reason: str = "") -> Act:
    """Hold two facts or observations to be two."""
    return _paired(store, "apart", ids, replace(BLANK, author=author, reason=reason))


def _paired(store: Store, verb: str, ids: tuple[str, str], act: Act) -> Act:
    one, other = (aimed(store, id_) for id_ in ids)
    if one[2] != other[2]:
        raise Impossible(f"{one[0]} is a {one[2]}, {other[0]} a {other[2]}; only facts of one kind can be one")
    if one[1][0] == other[1][0]:
        raise Impossible(f"{ids[0]} and {ids[1]} are one fact; name two of its reports, as `hoadam show` prints them")
    act = replace(act, verb=verb, target=one[0], other=other[0])
    if verb == "apart":
        return store.decide(act, [one[1], other[1]])
    return store.decide(act, [one[1][:1], other[1][:1]])


def undo(store: Store, asked: str, author: str, reason: str = "") -> Act:
    """Undo an act (`j12`), an undoing included."""
    number = re.fullmatch(r"j?(\d+)", asked)
    known = {act.seq: act for act in store.acts()}
    act = known.get(int(number[1])) if number else None
    if act is None:
        raise NoSuchAct(asked)
    if not store.stands(act.seq):
        raise AlreadyUndone(asked)
    undone = replace(BLANK, verb="undone", target=act.target, author=author, reason=reason, undoes=act.seq)
    return store.decide(undone, [])


def aimed(store: Store, id_: str) -> tuple[str, list[str], str]:
    """The whole id that is meant, the observations that it stands for, and their kind."""
    sort, whole = named(store, id_)
    if sort == "article":
        raise UsageFault(f"{id_} is an article; name a fact or an observation of it")
    fact = store.heir(whole) if sort == "fact" else store.fact_of(whole)
    held: list[Account] = store.facts_of([fact]) if fact else []
    if not held:
        raise NoSuchId(id_)
    told = [one.id for one in held[0].told] if sort == "fact" else [whole]
    return (held[0].id if sort == "fact" else whole), told, held[0].merged.kind


def valued(store: Store, kind: str, slot: str, words: str) -> Any:
    """The value that somebody typed, as the slot holds it; BadSlot or BadValue where it cannot."""
    slots = {**COMMON, **KINDS[kind].empty()}
    if slot not in slots:
        raise BadSlot(kind, slot)
    if isinstance(slots[slot], tuple):
        return [_one(store, kind, slot, part.strip()) for part in words.split(";") if part.strip()]
    if slot == "named":
        if words.lower() not in ("true", "false"):
            raise BadValue(slot, words, ("true", "false"))
        return words.lower() == "true"
    return _one(store, kind, slot, words) if words else None


def _one(store: Store, kind: str, slot: str, words: str) -> Any:
    vocabulary = KINDS[kind].words.get(slot)
    if vocabulary:
        if words not in vocabulary:
            raise BadValue(slot, words, tuple(vocabulary))
        return words
    if slot in NUMBERS:
        return _number(slot, words)
    if slot == "when":
        try:
            return str(Edtf.parse(words))
        except ValueError as fault:
            raise BadValue(slot, words, ("2025-12-03", "2025-12", "2025-12-21/2025-12-22")) from fault
    return _name(store, slot, words)


def _number(slot: str, words: str) -> int | float:
    try:
        return float(words) if "." in words else int(words)
    except ValueError as fault:
        raise BadValue(slot, words, ("19", "17.5")) from fault


def _name(store: Store, slot: str, words: str) -> str:
    """A country, a body or a person by its canonical name; any other words as they are."""
    for known, slots in ((parties_named, PARTY_SLOTS), (people_named, PERSON_SLOTS)):
        if slot in slots:
            try:
                found = known(words, store)
            except Unknown:
                continue
            if len(found) == 1:
                return found[0]
    return words
