"""Rows of views as a table that fits the terminal, each row with the sentence it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hoadam.interfaces.columns import LAYOUTS, SUMMARIES, Layout
from hoadam.interfaces.messages import say
from hoadam.interfaces.terminal import BOLD, DIM, cells, columns, drawn, harmless, marked, styled, wrapped
from hoadam.interfaces.words import printed, shown

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
    """An office of the people view, "foreign minister, USA", in the chosen language."""
    title, _, of = words.partition(", ")
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
    for line in [" · ".join(told), *(seated(one) for one in row.get("delegations", ())), members(row)]:
        yield from indented(harmless(line), width)
    start = row.get("start", 0) - row.get("sentence_start", 0)
    sentence = marked(row["sentence"], start, start + len(row.get("quote", "")))
    yield from drawn(indented(sentence, width - 2 * layout.quoted), brackets=layout.quoted)
    yield from (styled(line, DIM) for line in indented(harmless(source(row, layout)), width))


def indented(text: str, width: int) -> list[str]:
    """The text wrapped under its row."""
    return [INDENT + line for line in wrapped(text, width - len(INDENT))]


def detail(name: str, row: Row) -> str:
    """A detail in words."""
    if name == "met":
        return ", ".join(say("message", "reports", person=one["person"], count=one["reports"]) for one in row["met"])
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
    name = say("message", "head-of", person=one["person"]) if one["person"] == head else one["person"]
    titles = ", ".join(shown("title", title) for title in one["titles"])
    return f"{name}, {titles}" if titles and ")" in name else f"{name} ({titles})" if titles else name


def source(row: Row, layout: Layout) -> str:
    """Where a row comes from: outlet, day, whoever is credited (unless a column says so), and the id to ask more by."""
    via = say("message", "via", outlets=", ".join(row["via"])) if row.get("via") else None
    credited = None if "speaker" in layout.columns else credit(row)
    parts = (row["outlet"], printed(row["published"]), credited, via, row["id"][:ID_SHOWN])
    return "— " + " · ".join(part for part in parts if part)


def credit(row: Row) -> str | None:
    """Whose word a row is, where it is not the outlet's own."""
    if row.get("named") is False:
        return unnamed(row["speaker"])
    return say("message", "said-by", speaker=shown("speaker", row["speaker"])) if row.get("speaker") else None
