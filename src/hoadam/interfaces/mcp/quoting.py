"""An answer as text for a model: plain lines of our own, and all that articles say between marks that none can know."""

import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from hoadam.interfaces.messages import table

Answer = Mapping[str, Any]


def text(answer: Answer) -> str:
    """The answer as text; the mark is drawn by lot for this answer alone, so that no quotation can end itself."""
    return "\n".join(Marked(secrets.token_hex(6)).lines(answer))


def instructions() -> str:
    """What the server says of itself."""
    return str(table("mcp/tools.toml")["instructions"])


class Marked:
    """Writes an answer with one mark. Outside of it stand our words, counts, dates and ids of facts alone."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def lines(self, answer: Answer) -> Iterator[str]:
        """All lines of an answer of any tool."""
        yield f"{answer['notice']} They stand between <quotation {self.mark}> and </quotation {self.mark}>."
        before = True
        for block in self.blocks(answer):
            yield block
            before = False
        if before:
            yield "Nothing."
        if answer.get("next_offset") is not None:
            yield f"More: offset={answer['next_offset']}"

    def blocks(self, answer: Answer) -> Iterator[str]:
        """What the answer holds."""
        processes = [
            f"{one['name']}: {one['en']} / {one['vi']}; {one['facts']} facts" for one in answer.get("processes", ())
        ]
        if processes:
            yield self.quoted(*processes)
        yield from self.page(answer)
        if answer.get("article"):
            yield from self.article(answer["article"])
        held = [answer["item"]] if answer.get("item") else answer.get("items", [])
        for number, one in enumerate(held, 1):
            yield from self.item(number, one)
        for number, one in enumerate(answer.get("articles", ()), 1):
            yield f"{number}. an article; its facts: {', '.join(one['facts']) or 'none'}"
            yield self.quoted(one["headline"], f"“{one['quotation']}”", where(one))

    def page(self, answer: Answer) -> Iterator[str]:
        """The sections and notes of a brief; its sentences quote too."""
        if "sections" in answer:
            yield f"{answer['title']}\n{answer['subtitle']}"
        for section in answer.get("sections", ()):
            yield f"## {section['title']}"
            for one in section["sentences"]:
                yield f"fact {one['fact']}, notes {', '.join(map(str, one['notes']))}"
                yield self.quoted(one["text"])
        for note in answer.get("notes", ()):
            yield f"note {note['number']}: fact {note['fact']}"
            yield self.quoted(f"“{note['quotation']}”", where(note))

    def article(self, one: Answer) -> Iterator[str]:
        """An article with its text."""
        yield f"an article, {one['revisions']} revisions"
        yield self.quoted(where({**one, "article": one["id"]}), one["headline"], one["text"])
        if one["next_offset"] is not None:
            yield f"More of its text: offset={one['next_offset']}"

    def item(self, number: int, one: Answer) -> Iterator[str]:
        """A fact, or what rests on several, with its sentences."""
        support = f"{one['reports']} reports, {one['outlets']} outlets, {one['origins']} independent origins"
        disputed = f" · reports differ on: {', '.join(one['disputed'])}" if one["disputed"] else ""
        yield f"{number}. {one['kind']} · {one['when'] or 'undated'} · fact {one['fact'] or '-'} · {support}{disputed}"
        told = [line for report in one["evidence"] for line in (f"“{report['quotation']}”", where(report))]
        yield self.quoted(one["summary"], *told)

    def quoted(self, *words: str | None) -> str:
        """Lines between the marks."""
        return "\n".join((f"<quotation {self.mark}>", *filter(None, words), f"</quotation {self.mark}>"))


def where(one: Answer) -> str:
    """Outlet, with whom it relays, day, address, whom it credits, and the ids to ask more by."""
    via = f" via {', '.join(one['via'])}" if one.get("via") else ""
    credit = one.get("speaker") or ("unnamed source" if one.get("named") is False else None)
    ids = [f"{name} {one[name]}" for name in ("fact", "article") if one.get(name)]
    outlet = f"{one['outlet'] or 'unknown outlet'}{via}"
    return "— " + " · ".join(filter(None, (outlet, one["published"], one["url"], credit, *ids)))
