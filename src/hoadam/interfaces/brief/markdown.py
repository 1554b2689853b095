"""The brief as Markdown with footnotes; no text of an article can act as markup."""

import re

from hoadam.interfaces.brief.page import Footnote, Page, Sentence

# What CommonMark and GitHub's dialect give a meaning inside a line, bare addresses included, and at its beginning.
ACTIVE = re.compile(r"([\\`*_\[\]<>|~^$&@]|:(?=//)|(?<=www)\.)", re.I)
OPENING = re.compile(r"^(\d*)([#+\-=>:.)])")
ADDRESS = re.compile(r"https?://[^\s<>\\]+")


def write(page: Page) -> bytes:
    """The page as UTF-8 Markdown."""
    blocks = [f"# {escaped(page.title)}", escaped(page.subtitle)]
    for section in page.sections:
        blocks.append(f"## {escaped(section.title)}")
        blocks.append("\n".join(map(item, section.sentences)) or f"*{escaped(page.empty)}*")
    blocks += [f"## {escaped(page.noted)}", f"*{escaped(page.quoting)}*", "\n".join(map(definition, page.footnotes))]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def item(one: Sentence) -> str:
    """A line of a list with its marks."""
    return "- " + "".join(escaped(part.text) + "".join(f"[^{number}]" for number in part.notes) for part in one.parts)


def definition(note: Footnote) -> str:
    """A footnote."""
    told = escaped(", ".join(filter(None, (note.outlet, note.published))))
    headline = f" {linked(note)}." if note.headline or note.url else ""
    words = f"{escaped(note.sentence[: note.start])}**{inner}**" if (inner := marked(note)) else ""
    sentence = words + escaped(note.sentence[note.end :]) if words else escaped(note.sentence)
    return f"[^{note.number}]: {told}:{headline} “{sentence}” `{note.fact}`"


def marked(note: Footnote) -> str:
    """The words of the fact, where bold type can be set around them."""
    words = note.sentence[note.start : note.end]
    return escaped(words) if words == words.strip() and words[:1].isalnum() and words[-1:].isalnum() else ""


def linked(note: Footnote) -> str:
    """The headline, leading to the address where that is a plain one."""
    text = escaped(note.headline or note.url or "")
    return f"[{text}](<{note.url}>)" if note.url and ADDRESS.fullmatch(note.url) else text


def escaped(text: str) -> str:
    """Text with every letter that Markdown could act on behind a backslash."""
    return OPENING.sub(r"\1\\\2", ACTIVE.sub(r"\\\1", text))
