"""PLOVER: event data as JSON Lines, for whoever works with POLECAT and its kin."""

from collections.abc import Iterator
from typing import Any

from hoadam.interfaces.exports.actor import Actor
from hoadam.interfaces.exports.codes import alpha2, issue
from hoadam.interfaces.exports.coding import QUADS, Coded, coded
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.plain import link
from hoadam.interfaces.exports.selection import OF_FACTS, Selection
from hoadam.interfaces.exports.span import span
from hoadam.interfaces.output import json_line
from hoadam.store import Account, Observation
from hoadam.views.told import leading, slots_of

CODES = {"bloc": "IGO", "international": "IGO", "armed-group": "IMG"}


def write(selection: Selection) -> Iterator[bytes]:
    """An event a line; kinds and statuses without a class, and facts without an actor, are counted."""
    for account in selection.accounts():
        told, kind = leading(account), account.merged.kind
        dates = dated(account, told)
        event = coded(kind, slots_of(account), dates["date"])
        if event is None:
            selection.leave_out("no-code", kind)
        elif not event.source:
            selection.leave_out("no-actor", kind)
        else:
            yield f"{json_line(record(account, told, event, dates))}\n".encode()


def dated(account: Account, told: Observation) -> dict[str, str]:
    """The days that are stated, with the EDTF beside them; where none is, the day of publication, marked as such."""
    when = account.merged.best("when")
    if when is None:
        return {"date": account.told[0].published[:10], "date_basis": "published"}
    lies = span(when, told.published)
    end = {"enddate": lies.last.isoformat()} if lies.last != lies.first else {}
    return {"date": lies.first.isoformat(), **end, "date_basis": "stated", "edtf": when}


def record(account: Account, told: Observation, event: Coded, dates: dict[str, str]) -> dict[str, Any]:
    """A record in PLOVER's own fields, then those that the record of hoadam has besides."""
    slots, merged = slots_of(account), account.merged
    own = {
        "id": account.id, **dates, "source": [shown(one) for one in event.source],
        "recipient": [shown(one) for one in event.recipient], "event": [event.event], "mode": list(event.mode),
        "context": list(event.context), "quad_code": QUADS[event.event], "event_loc": located(slots.get("place")),
        "event_text": [told.fact.quote], "dead": event.dead, "text": told.sentence,
        "text_info": {"start": told.sentence_at, "end": told.sentence_at + len(told.sentence)},
        "cite_info": filled({"publication": told.outlet, "url": link(told.url), "corpus": told.article}),
        "coder": f"hoadam {told.reader}", "coded_date": told.learned[:10],
    }  # fmt: skip
    codes = sorted({code for name in (slots.get("issue"), *slots.get("issues", ())) for code in issue(name)["pax"]})
    return filled(own) | {
        "hoadam": {
            "kind": merged.kind, "speaker": told.fact.speaker, "named": told.fact.named, "via": list(told.fact.via),
            "reports": len(account.told), "outlets": merged.counts.outlets, "origins": merged.counts.origins,
            "disputed": list(merged.disputed), "processes": list(account.filed), "pax": codes,
        }
    }  # fmt: skip


def filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, [])}


def shown(one: Actor) -> dict[str, str]:
    """An actor object: a country, a body by its sort, or a person of the country whose office is held."""
    code = one.country or CODES.get(one.sort)
    return filled({
        "code": code, "sector": "GOV" if one.country else None, "actor_text": one.name, "identifier_id": one.qid,
        "identifier_text": one.name if one.qid else None,
    })  # fmt: skip


def located(place: str | None) -> dict[str, str] | None:
    """A location object; the country where its code is known."""
    if not place:
        return None
    town, _, code = place.rpartition(", ")
    letters = alpha2(code)
    if not letters:
        return {"name": place}
    return {"name": town or code, "country code": letters.upper(), "cc3": code}


FORMAT = Format("plover", "application/jsonl", "jsonl", OF_FACTS, write)
