"""What each tool answers: a record and checked arguments in, the structured answer out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from hoadam.interfaces.brief import wording
from hoadam.interfaces.ledger import turn
from hoadam.interfaces.mcp.items import Facts, Item, cited, clean, gathered, summary, told
from hoadam.interfaces.mcp.schemas import argument, arguments, tools
from hoadam.interfaces.messages import table
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import office
from hoadam.interfaces.terminal import harmless
from hoadam.interfaces.words import shown
from hoadam.kinds import KINDS
from hoadam.views import Cell, Encounter, Filters, ShownArticle, ShownFact
from hoadam.views.outside import outside
from hoadam.views.told import Told, json_value

PIECE = 20_000  # characters of an article in one answer
NAMES = {field.name for field in fields(Filters)}

Given = Mapping[str, Any]
Answer = dict[str, Any]


def answer(tool: str, record: Record, given: Given) -> Answer:
    """The structured answer of a tool; `given` are its arguments, those left out at their defaults."""
    asked = {**{name: argument(name).get("default") for name in arguments(tool)}, **given}
    made = ANSWERS.get(tool, listed)(tool, record, asked)
    text = made.get("article", {}) if tool == "show" else None
    words = text["text"] if text else None
    made = dict(clean({"notice": table("mcp/tools.toml")["notice"], **made}))
    if words is not None:  # an article keeps its paragraphs, each of them made harmless
        made["article"]["text"] = "\n".join(map(harmless, words.split("\n")))
    return made


def filters_of(asked: Given, limit: int | None = None) -> Filters:
    """The filters among the arguments, one row more than is wanted."""
    held = {name: value for name, value in asked.items() if name in NAMES and value is not None}
    return Filters(**{**held, "limit": limit if limit is not None else held.get("limit", 0) + 1})


def turned(asked: Given, rows: Sequence[Any], last: bool = True) -> tuple[Sequence[Any], int | None]:
    """The rows that are wanted of those that came, and the offset of the next ones."""
    limit = asked["limit"]
    if len(rows) <= limit:
        return rows, None
    return rows[-limit:] if last else rows[:limit], asked["offset"] + limit


def listed(tool: str, record: Record, asked: Given) -> Answer:
    """Facts in order of time, the latest of them."""
    filters = filters_of(asked)
    if tool == "changes":
        found: Sequence[Told] = record.changes(asked["new_since"], filters)
    else:
        found = getattr(record, tools()[tool]["view"])(filters)
    rows, further = turned(asked, found)
    kind = tools()[tool].get("kind")
    items = [told(row, kind or str(getattr(row, "kind", ""))) for row in rows]
    return {"items": items, "next_offset": further}


def coming(_: str, record: Record, asked: Given) -> Answer:
    """What is due, the soonest first."""
    rows, further = turned(asked, record.coming(filters_of(asked), asked["day"]), last=False)
    return {"items": [told(row, row.kind) for row in rows], "next_offset": further}


def people(_: str, record: Record, asked: Given) -> Answer:
    """People, each with the sentence that names an office."""
    filters = filters_of(asked)
    rows, further = turned(asked, record.people(filters), last=False)
    facts = Facts(record.store, filters)
    items = [
        gathered(
            "person", f"{one.person} ({'; '.join(map(office, one.offices))})", json_value(one), facts.rows([one.id])
        )
        for one in rows
    ]
    for item in items:
        for name in ("sentence", "outlet", "published", "article", "id"):
            item["details"].pop(name)
    return {"items": items, "next_offset": further}


def met(_: str, record: Record, asked: Given) -> Answer:
    """Whom somebody met, with sentences of those meetings."""
    filters = filters_of(asked)
    rows, further = turned(asked, record.met(asked["name"], filters), last=False)
    facts = Facts(record.store, filters)
    items = [gathered("encounter", encountered(one), json_value(one), facts.rows(one.ids)) for one in rows]
    return {"items": items, "next_offset": further}


def matrix(_: str, record: Record, asked: Given) -> Answer:
    """Issue by party, with a sentence for each turn."""
    filters = filters_of(asked).unlimited()
    cells = record.matrix(filters)[asked["offset"] :][: asked["limit"] + 1]
    rows, further = turned(asked, cells, last=False)
    facts = Facts(record.store, filters)
    items = [
        gathered(
            "cell", f"{shown('issue', one.issue)} · {shown('party', one.party)}: {moved(one)}", json_value(one),
            facts.rows(stance.id for stance in one.turns),
        )
        for one in rows
    ]  # fmt: skip
    return {"items": items, "next_offset": further}


def encountered(one: Encounter) -> str:
    """Somebody met: how often, when, where, in what company."""
    parts = (
        f"{one.person}: {one.meetings}", f"{one.first}/{one.last}", shown("place", one.places), ", ".join(one.company),
    )  # fmt: skip
    return " · ".join(filter(None, parts))


def moved(one: Cell) -> str:
    """The turns of a party on an issue."""
    return " → ".join(turn(json_value(stance)) for stance in one.turns)


def processes(_: str, record: Record, __: Given) -> Answer:
    """The negotiations of the record."""
    found = [
        {"name": one.name, "en": one.en, "vi": one.vi, "sides": json_value(one.sides), "others": list(one.others),
         "facts": count}
        for one, count in outside(record.store).processes
    ]  # fmt: skip
    return {"processes": found}


def search(_: str, record: Record, asked: Given) -> Answer:
    """Articles by their words."""
    found = record.search(asked["words"], asked["offset"] + asked["limit"] + 1)[asked["offset"] :]
    rows, further = turned(asked, found, last=False)
    articles = [
        {"headline": one.title, "quotation": one.sentence, "outlet": one.outlet, "published": one.published,
         "url": one.url, "article": one.article, "facts": list(one.facts)}
        for one in rows
    ]  # fmt: skip
    return {"articles": articles, "next_offset": further}


def show(_: str, record: Record, asked: Given) -> Answer:
    """A fact with its reports, or an article with its facts."""
    found = record.show(asked["id"])
    if isinstance(found, ShownArticle):
        return of_article(record, found, asked["offset"])
    return {"item": of_fact(found), "items": [], "article": None}


def of_fact(found: ShownFact) -> Item:
    """A fact with the sentence of every report, what each rests on, and what contradicts it."""
    row, merged = Told.of(found.account), found.account.merged
    held = found.row()
    slots = {name: held[name] for name in KINDS[merged.kind].empty()}
    reports = [cited(row.id, one.told) for one in found.sources]
    details = {name: held[name] for name in ("support", "history", "counts", "contradicts", "processes", "current")} | {
        "origins": [{"report": one.told.id, "origin": one.origin, "same_as": one.reasons} for one in found.sources]
    }
    kind = merged.kind
    return {
        "fact": row.id, "kind": kind, "when": row.when, "summary": summary(kind, {**row.row(), "slots": slots}),
        "slots": slots, "details": details, "reports": row.reports, "outlets": row.outlets, "origins": row.origins,
        "disputed": list(row.disputed), "evidence": reports,
    }  # fmt: skip


def of_article(record: Record, found: ShownArticle, offset: int) -> Answer:
    """An article, its text from an offset on, and its facts."""
    one = found.article
    ids = [fact for told_ in found.facts if (fact := record.store.fact_of(told_.id))]
    facts = [record.show(id_) for id_ in dict.fromkeys(ids)]
    article = {
        "id": one.id, "headline": one.title, "outlet": one.outlet, "published": one.published, "url": one.url,
        "text": one.text[offset : offset + PIECE], "revisions": found.revisions,
        "next_offset": offset + PIECE if len(one.text) > offset + PIECE else None,
    }  # fmt: skip
    return {"item": None, "items": [of_fact(f) for f in facts if isinstance(f, ShownFact)], "article": article}


def brief(_: str, record: Record, asked: Given) -> Answer:
    """One page on a negotiation."""
    made = record.brief(asked["process"], asked["published_since"], Filters(as_of=asked["as_of"]))
    page = wording(made, asked["lang"])
    sections = [
        {"name": one.name, "title": one.title,
         "sentences": [{"text": s.text, "notes": list(s.notes), "fact": s.fact} for s in one.sentences]}
        for one in page.sections
    ]  # fmt: skip
    notes = [
        {"number": one.number, "fact": one.fact, "headline": one.title, "quotation": one.sentence,
         "outlet": one.outlet, "published": one.published, "url": one.url, "article": one.article,
         "via": list(one.via)}
        for one in made.notes
    ]  # fmt: skip
    return {"title": page.title, "subtitle": page.subtitle, "sections": sections, "notes": notes}


ANSWERS: dict[str, Callable[[str, Record, Given], Answer]] = {
    "coming": coming, "people": people, "met": met, "matrix": matrix, "processes": processes, "search": search,
    "show": show, "brief": brief,
}  # fmt: skip
