"""Rows of views as a table that fits the terminal, each row with the sentence it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hoadam.interfaces.columns import LAYOUTS, SUMMARIES, Layout
from hoadam.interfaces.messages import has, say
from hoadam.interfaces.terminal import BOLD, DIM, cells, columns, drawn, harmless, marked, styled, wrapped
from hoadam.interfaces.words import knowledge, printed, shown

GAP = "  "
INDENT = "  "
ID_SHOWN = 10  # of twenty digits: enough to be unique among a million facts
NARROWEST = 6

Row = Mapping[str, Any]


def table(view: str, rows: Sequence[Row]) -> Iterator[str]:
    """The lines of a table: a heading, then of each row its columns, its details, its sentence and its source."""
    width, layout = columns(), LAYOUTS[view]
    heading = [say("heading", name) for name in layout.columns]
    body = [[harmless(column(name, row)) for name in layout.columns] for row in rows]
    widths = fitted([heading, *body], width)
    yield from (styled(line, BOLD) for line in beside(heading, widths))
    yield GAP.join("─" * size for size in widths)
    for place, (texts, row) in enumerate(zip(body, rows, strict=True)):
        if place:
            yield ""
        yield from beside(texts, widths)
        yield from beneath(row, layout, width)


def column(name: str, row: Row) -> str:
    """What stands in a column of a row."""
    if name == "changed":
        return ", ".join(say("change", word) for word in row["what"])
    if name == "what":
        return " · ".join(filter(None, (slot(part, row) for part in SUMMARIES[row["kind"]])))
    if name == "offices":
        return "; ".join(office(one) for one in row["offices"])
    return slot(name, row)


def slot(name: str, row: Row) -> str:
    """A slot of a row in words; a number with its bound before it, an unnamed speaker as such."""
    held = {**row, **row.get("slots", {})}
    if name == "speaker" and not held["named"]:
        return unnamed(held["speaker"])
    text = shown(name, held.get(name))
    if name == "quantity" and held.get("bound"):
        text = f"{shown('bound', held['bound'])} {text}".strip()
    return text


def unnamed(speaker: str | None) -> str:
    """A source without a name, and the side it belongs to."""
    if speaker is None:
        return say("message", "unnamed")
    return say("message", "unnamed-of", speaker=shown("speaker", speaker))


def office(words: str) -> str:
    """An office of the people view, "foreign minister, USA", in the chosen language; its title may not be told."""
    title, _, of = ("", "", words) if words in knowledge().english else words.partition(", ")
    return ", ".join(filter(None, (shown("title", title), shown("of", of))))


def fitted(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what its widest text asks for, the widest columns giving way where it is too much."""
    widths = [max(cells(text) for text in texts) for texts in zip(*rows, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def beside(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Texts in columns, on as many lines as the longest needs."""
    columns_ = [wrapped(text, size) for text, size in zip(texts, widths, strict=True)]
    for line in range(max(1, *(len(lines) for lines in columns_))):
        parts = [lines[line] if line < len(lines) else "" for lines in columns_]
        yield GAP.join(part + " " * (size - cells(part)) for part, size in zip(parts, widths, strict=True)).rstrip()


def beneath(row: Row, layout: Layout, width: int) -> Iterator[str]:
    """What else a row holds, its delegations, its sentence with the quote marked, and where it comes from."""
    told = [f"{say('heading', name)}: {text}" for name in layout.details if (text := detail(name, row))]
    for line in [" · ".join(told), *further(row), members(row)]:
        yield from indented(harmless(line), width)
    start = row.get("start", 0) - row.get("sentence_start", 0)
    sentence = marked(row["sentence"], start, start + len(row.get("quote", "")))
    yield from drawn(indented(sentence, width - 2 * layout.quoted), brackets=layout.quoted)
    yield from (styled(line, DIM) for line in indented(harmless(source(row, layout)), width))


def further(row: Row) -> Iterator[str]:
    """What views put together beneath a row: steps, delegations, lineage, numbers beside it, wordings, disputes."""
    yield from (step(one) for one in row.get("history", ()) if len(row["history"]) > 1)
    yield from (seated(one) for one in row.get("delegations", ()))
    yield from lineage(row)
    yield from (f"{say('message', 'beside')}: {counter(one)}" for one in row.get("others", ()))
    yield from (wording(one) for one in row.get("wordings", ()) if one["quote"] != row["quote"])
    yield from (difference(one) for one in row.get("differences", ()))
    if row.get("disputed"):
        yield say("message", "disputed", slots=", ".join(heading(slot) for slot in row["disputed"]))


def heading(slot: str) -> str:
    """The heading of a slot; a slot without one is its own."""
    return say("heading", slot) if has("heading", slot) else slot


def step(one: Row) -> str:
    """A step of a meeting: its status, its date, the day it was told, its outlets."""
    when = printed(one["when"]) if one["when"] else ""
    status = " ".join(filter(None, (shown("status", one["status"]), when)))
    return say("message", "step", status=status, told=printed(one["told"]), outlets=", ".join(one["outlets"]))


def lineage(row: Row) -> Iterator[str]:
    """The plans that a plan comes from: 28 → 19 → 20."""
    if len(row.get("lineage", ())) > 1:
        yield f"{say('message', 'lineage')}: {' → '.join(map(str, row['lineage']))}"


def counter(one: Row) -> str:
    """Another claim in a line."""
    parts = (slot(name, {**one, "named": True}) for name in ("claimant", "act", "quantity", "object", "place"))
    return f"{' · '.join(filter(None, parts))} ({one['id'][:ID_SHOWN]})"


def wording(one: Row) -> str:
    """Another wording of a statement, with its outlet and day."""
    outlet = ", ".join(filter(None, (one["outlet"], printed(one["published"]))))
    return f"{say('message', 'wording')}: “{one['quote']}” ({outlet})"


def difference(one: Row) -> str:
    """What a slot held before and holds now."""
    before, now = (shown(one["slot"], one[side]) or "–" for side in ("before", "now"))
    return f"{heading(one['slot'])}: {before} → {now}"


def indented(text: str, width: int) -> list[str]:
    """The text wrapped under its row."""
    return [INDENT + line for line in wrapped(text, width - len(INDENT))]


def detail(name: str, row: Row) -> str:
    """A detail in words."""
    if name == "met":
        met = ((shown("person", one["person"]), one["meetings"]) for one in row["met"])
        return ", ".join(say("message", "reports", person=person, count=count) for person, count in met)
    return slot(name, row)


def seated(delegation: Row) -> str:
    """A delegation under its meeting: "Delegation of Ukraine: …"."""
    side = say("message", "delegation", side=shown("side", delegation["side"]))
    people = members(delegation)
    return f"{side}: {people}" if people else side


def members(row: Row) -> str:
    """The members of a delegation with their offices; empty where there are none."""
    return ", ".join(member(one, row["head"]) for one in row.get("members", ()))


def member(one: Row, head: str | None) -> str:
    """A member, marked where he or she leads, with the offices told."""
    leads = say("message", "head-of") if one["person"] == head else None
    told = "; ".join(filter(None, (leads, ", ".join(shown("title", title) for title in one["titles"]))))
    person = shown("person", one["person"])
    return f"{person} ({told})" if told else person


def source(row: Row, layout: Layout) -> str:
    """Where a row comes from: outlet, day, whoever is credited (unless a column says so), and the id to ask more by."""
    via = say("message", "via", outlets=", ".join(row["via"])) if row.get("via") else None
    credited = None if "speaker" in layout.columns else credit(row)
    parts = (row["outlet"], printed(row["published"]), credited, via, told_by(row), row["id"][:ID_SHOWN])
    return "— " + " · ".join(part for part in parts if part)


def told_by(row: Row) -> str | None:
    """By how many outlets and independent origins a fact is told, where it is more than one report."""
    if row.get("reports", 1) == 1:
        return None
    return say("message", "told-by", reports=row["reports"], outlets=row["outlets"], origins=row["origins"])


def credit(row: Row) -> str | None:
    """Whose word a row is, where it is not the outlet's own."""
    if row.get("named") is False:
        return unnamed(row["speaker"])
    return say("message", "said-by", speaker=shown("speaker", row["speaker"])) if row.get("speaker") else None
