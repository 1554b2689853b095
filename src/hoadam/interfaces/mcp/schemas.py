"""JSON Schemas of the tools: what they take, from `tools.toml`, and what they give."""

from collections.abc import Mapping
from typing import Any

from hoadam.interfaces.messages import table
from hoadam.model.vocabulary import ISSUES

FILTERS = (
    "since", "until", "party", "person", "issue", "outlet", "named", "process", "as_of", "known_at", "limit", "offset",
)  # fmt: skip

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
TEXTS: Schema = {"type": "array", "items": TEXT}
ANY: Schema = {"type": "object"}


def tools() -> Mapping[str, Mapping[str, Any]]:
    """The tools by name, as `tools.toml` describes them."""
    rows: Mapping[str, Mapping[str, Any]] = table("mcp/tools.toml")["tool"]
    return rows


def argument(name: str) -> Schema:
    """The schema of an argument."""
    schema = dict(table("mcp/tools.toml")["argument"][name])
    return {**schema, "enum": list(ISSUES)} if name == "issue" else schema


def arguments(tool: str) -> tuple[str, ...]:
    """The names of a tool's arguments, its own first."""
    row = tools()[tool]
    return (*row.get("arguments", ()), *(FILTERS if row.get("filtered") else ()))


def takes(tool: str) -> Schema:
    """What a tool takes, and nothing beyond; its own arguments are needed, but for those that say where to go on."""
    row = tools()[tool]
    own = [name for name in row.get("arguments", ()) if name not in ("limit", "offset", "day")]
    return {
        "type": "object", "properties": {name: argument(name) for name in arguments(tool)},
        "required": row.get("required", own), "additionalProperties": False,
    }  # fmt: skip


def closed(**properties: Schema) -> Schema:
    """An object that has all of these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def several(items: Schema) -> Schema:
    """An array."""
    return {"type": "array", "items": items}


def quotation() -> Schema:
    """A text of an article."""
    return {"type": ["string", "null"], "description": table("mcp/tools.toml")["notice"]}


def evidence() -> Schema:
    """One report of a fact: the sentence, and where it stands."""
    return closed(
        fact=TEXT, quotation=quotation(), outlet=MAYBE, published=TEXT, url=MAYBE, article=TEXT, speaker=MAYBE,
        named={"type": "boolean"}, via=TEXTS,
    )  # fmt: skip


def item() -> Schema:
    """A row of a view: what the fact holds, how well it is supported, and the sentences it rests on."""
    return closed(
        fact=MAYBE, kind=TEXT, when=MAYBE, summary=TEXT, slots=ANY, details=ANY, reports=COUNT, outlets=COUNT,
        origins=COUNT, disputed=TEXTS, evidence=several(evidence()),
    )  # fmt: skip


def gives(tool: str) -> Schema:
    """What a tool gives."""
    notice, further = TEXT, {"type": ["integer", "null"], "minimum": 0}
    if tool == "brief":
        sentence = closed(text=TEXT, notes=several(COUNT), fact=TEXT)
        section = closed(name=TEXT, title=TEXT, sentences=several(sentence))
        note = closed(number=COUNT, fact=TEXT, headline=quotation(), quotation=quotation(), outlet=MAYBE,
                      published=TEXT, url=MAYBE, article=TEXT, via=TEXTS)  # fmt: skip
        return closed(notice=notice, title=TEXT, subtitle=TEXT, sections=several(section), notes=several(note))
    if tool == "processes":
        return closed(notice=notice, processes=several(closed(name=TEXT, en=TEXT, vi=TEXT, sides=several(TEXTS),
                                                              others=TEXTS, facts=COUNT)))  # fmt: skip
    if tool == "search":
        found = closed(headline=quotation(), quotation=quotation(), outlet=MAYBE, published=TEXT, url=MAYBE,
                       article=TEXT, facts=TEXTS)  # fmt: skip
        return closed(notice=notice, articles=several(found), next_offset=further)
    if tool == "show":
        article = closed(id=TEXT, headline=quotation(), outlet=MAYBE, published=TEXT, url=MAYBE, text=quotation(),
                         next_offset=further, revisions=COUNT)  # fmt: skip
        return closed(notice=notice, item={"anyOf": [item(), {"type": "null"}]}, items=several(item()),
                      article={"anyOf": [article, {"type": "null"}]})  # fmt: skip
    return closed(notice=notice, items=several(item()), next_offset=further)
