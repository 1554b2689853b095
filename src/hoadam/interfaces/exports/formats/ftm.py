"""FollowTheMoney: people, bodies, events and articles as entities, for Aleph and its kin."""

from collections.abc import Callable, Iterator, Set
from typing import Any, NamedTuple

from hoadam.interfaces.exports.actor import Actor, actor
from hoadam.interfaces.exports.codes import alpha2
from hoadam.interfaces.exports.entity import Entity, dates, entity, made, moment, printed, who
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.library import Library
from hoadam.interfaces.exports.plain import link
from hoadam.interfaces.exports.selection import OF_FACTS, Selection, event
from hoadam.interfaces.exports.summary import title
from hoadam.interfaces.output import json_line
from hoadam.interfaces.words import when
from hoadam.store import Account
from hoadam.views.told import leading

PEOPLE = ("people", "person", "head", "replaces")
PARTIES = ("parties", "mediators", "side", "author", "party", "claimant", "set_by", "for", "of", "to", "by")
ENDED = ("dismissed", "resigned")


class Told(NamedTuple):
    """A fact as the writers of entities take it: its row, its slots, its actors by slot, what it shares with others."""

    account: Account
    row: dict[str, Any]
    slots: dict[str, Any]
    actors: dict[str, list[Actor]]
    common: dict[str, Any]


def write(selection: Selection) -> Iterator[bytes]:
    """An entity a line, each once."""
    library, known = Library(selection.record.store), set[str]()
    for account in selection.accounts():
        for one in entities(account, library, known):
            if one["id"] not in known:
                known.add(one["id"])
                yield f"{json_line(one)}\n".encode()


def entities(account: Account, library: Library, known: Set[str]) -> Iterator[Entity]:
    """The articles and actors of a fact, the fact itself, and what ties them together; not all that is known again."""
    told = gathered(account)
    articles = {made("article", one.article): one for one in account.told}
    yield from (printed(library.article(one)) for id_, one in articles.items() if id_ not in known)
    everyone = {one.id: one for several in told.actors.values() for one in several}
    yield from (who(one) for id_, one in everyone.items() if id_ not in known)
    yield from WRITERS[account.merged.kind](told)
    for id_, one in articles.items():
        yield from (
            mention(id_, actor_) for actor_ in everyone.values() if made("mention", id_, actor_.id) not in known
        )
        if account.merged.kind in THINGS:
            yield entity(
                made("source", id_, account.id), "Documentation", document=id_, entity=account.id, role="source",
                date=moment(one.published),
            )  # fmt: skip


def mention(article: str, one: Actor) -> Entity:
    """That an article names somebody."""
    return entity(
        made("mention", article, one.id), "Mention", document=article, name=one.name, resolved=one.id,
        contextCountry=alpha2(one.country),
    )  # fmt: skip


def gathered(account: Account) -> Told:
    """A fact with its actors; a speaker counts as one."""
    one, row = leading(account), event(account).row()
    slots = row["slots"]
    people = (*PEOPLE, "of") if slots.get("relation") else PEOPLE
    actors = {
        slot: [actor(name, slot in people, one.published[:10]) for name in listed(slots.get(slot))]
        for slot in (*PEOPLE, *PARTIES)
    }
    if row["named"]:
        actors["speaker"] = [actor(name, day=one.published[:10]) for name in listed(row["speaker"])]
    common = {
        "summary": one.sentence, "sourceUrl": link(one.url), "publisher": one.outlet,
        "proof": [made("article", told.article) for told in account.told],
        "modifiedAt": moment(max(told.learned for told in account.told)),
    }  # fmt: skip
    return Told(account, row, slots, actors, common)


def listed(value: Any) -> list[str]:
    """The members of a slot."""
    return list(value) if isinstance(value, list) else [value] if value else []


def ids(told: Told, *slots: str) -> list[str]:
    """The ids of the actors in these slots."""
    return [one.id for slot in slots for one in told.actors.get(slot, ())]


def happening(told: Told) -> Iterator[Entity]:
    """A meeting, an agreement, a deadline: something that happens, or is to."""
    slots, place = told.slots, told.slots.get("place")
    said = (told.row["kind"], slots.get("status") or slots.get("event"), slots.get("matter"))
    yield entity(
        told.account.id, "Event", name=title(told.row), recordId=told.account.id,
        location=place and place.replace(";", ","),
        country=alpha2(place.rpartition(", ")[2]) if place else None,
        involved=ids(told, "people", "parties", "set_by", "for"), organizer=ids(told, "mediators"),
        keywords=[*filter(None, said), *listed(slots.get("issues")), *told.row["processes"]],
        notes=when(told.row["when"]) if told.row["when"] else None, **dates(told.row["when"]), **told.common,
    )  # fmt: skip


def note(told: Told) -> Iterator[Entity]:
    """A statement, a position, a claim: words of somebody's, which the entity holds without taking them for true."""
    said = ("issue", "stance", "act", "medium")
    yield entity(
        told.account.id, "Note", name=title(told.row), description=told.row["quote"],
        entity=ids(told, "speaker", "party", "claimant"),
        keywords=[told.row["kind"], *(told.slots.get(slot) for slot in said), *listed(told.slots.get("issues")),
                  *told.row["processes"]],
        **told.common,
    )  # fmt: skip


def plan(told: Told) -> Iterator[Entity]:
    """An event in the life of a plan, as the document that it is about, with its author."""
    yield entity(
        told.account.id, "Document", title=title(told.row), fileName=told.account.id,
        author=[one.name for one in told.actors["author"]], keywords=["draft", told.slots["event"]],
        date=dates(told.row["when"]).get("date"), **told.common,
    )  # fmt: skip
    for one in told.actors["author"]:
        yield entity(
            made("author", told.account.id, one.id), "Documentation", document=told.account.id, entity=one.id,
            role="author",
        )  # fmt: skip


def office(told: Told) -> Iterator[Entity]:
    """A person in an office, or the kin of another person."""
    slots, holders = told.slots, told.actors["person"]
    if not holders or not slots.get("title"):
        yield from kin(told)
        return
    of = told.actors["of"]
    name = ", ".join((slots["title"], *(one.name for one in of)))
    post = made("post", name)
    yield entity(post, "Position", name=name, country=[alpha2(one.country) for one in of],
                 organization=[one.id for one in of if one.sort not in ("person", "unknown")])  # fmt: skip
    change, day = slots.get("change"), dates(told.row["when"])
    ended = change in ENDED
    first = day.get("startDate") or (None if ended else day.get("date"))
    last = day.get("endDate") or (day.get("date") if ended else None)
    yield entity(
        told.account.id, "Occupancy", holder=holders[0].id, post=post, status=change or slots.get("tense"),
        startDate=None if ended else first, endDate=last, description=slots.get("reason"), **told.common,
    )  # fmt: skip


def kin(told: Told) -> Iterator[Entity]:
    """A kinship, where both people are named."""
    for person in told.actors["person"]:
        for other in told.actors["of"] if told.slots.get("relation") else ():
            yield entity(
                told.account.id, "Family", person=other.id, relative=person.id, relationship=told.slots["relation"],
                **told.common,
            )  # fmt: skip


def delegation(told: Told) -> Iterator[Entity]:
    """Each member of a delegation as an agent of its side."""
    heads = ids(told, "head")
    for one in {one.id: one for one in (*told.actors["head"], *told.actors["people"])}.values():
        for side in told.actors["side"]:
            yield entity(
                made("seat", told.account.id, one.id, side.id), "Representation", agent=one.id, client=side.id,
                role="head" if one.id in heads else "member", **dates(told.row["when"]), **told.common,
            )  # fmt: skip


WRITERS: dict[str, Callable[[Told], Iterator[Entity]]] = {
    "meeting": happening, "agreement": happening, "deadline": happening, "statement": note, "position": note,
    "claim": note, "draft": plan, "role": office, "appointment": office, "delegation": delegation,
}  # fmt: skip
THINGS = ("meeting", "agreement", "deadline", "statement", "position", "claim", "draft")
FORMAT = Format("ftm", "application/jsonl", "ftm.json", OF_FACTS, write)
