"""The page of a brief in words, for every format: sections of sentences with the numbers of their notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hoadam.interfaces.brief.naming import Names, capital
from hoadam.interfaces.brief.telling import Telling
from hoadam.interfaces.brief.template import part
from hoadam.interfaces.messages import choose, language, say
from hoadam.interfaces.terminal import harmless
from hoadam.interfaces.words import date, printed
from hoadam.views.brief import Brief, Line, Note

ENDS = (".", "…", "!", "?", ".”", "…”", "!”", "?”")
LONGEST = 280  # letters of a sentence in a note; what is longer is cut around the fact


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence and the numbers of the notes behind it."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the brief; `fact` opens its evidence."""

    parts: tuple[Part, ...]
    fact: str

    @property
    def text(self) -> str:
        """The words without the numbers."""
        return "".join(one.text for one in self.parts)

    @property
    def notes(self) -> tuple[int, ...]:
        """All numbers, in order."""
        return tuple(number for one in self.parts for number in one.notes)


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section with its title; without sentences where there is nothing to say."""

    name: str
    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note in words: outlet with whom it relays, day, headline, address, ids, and the sentence as printed.

    From `start` to `end` of `sentence` stand the words of the fact.
    """

    number: int
    outlet: str
    published: str
    headline: str
    url: str | None
    fact: str
    article: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The brief in the words of `lang`; `quoting` says what quotation marks mean, `noted` heads the notes."""

    lang: str
    title: str
    subtitle: str
    sections: tuple[PageSection, ...]
    quoting: str
    noted: str
    empty: str
    footnotes: tuple[Footnote, ...]


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """This language for as long as it lasts."""
    before = language()
    choose(lang)
    try:
        yield
    finally:
        choose(before)


def wording(brief: Brief, lang: str) -> Page:
    """The page in `vi` or `en`: sentences composed from facts alone, each with its notes."""
    with speaking(lang):
        process, day = brief.process, date(brief.day)
        names = {"process": harmless(process.vi if lang == "vi" else process.en), "day": day}
        telling = Telling(Names(brief.offices), brief.day)
        subtitle = "since" if brief.since else "last"
        return Page(
            lang, say("brief", "title", **names), say("brief", subtitle, since=date(brief.since or ""), day=day),
            tuple(
                PageSection(
                    one.name, say("brief", one.name),
                    tuple(sentence(telling, line, counted=one.name == "agreed") for line in one.lines),
                )
                for one in brief.sections
            ),
            say("brief", "quoting"), say("brief", "noted"), say("brief", "empty"), tuple(map(footnote, brief.notes)),
        )  # fmt: skip


def sentence(telling: Telling, line: Line, counted: bool) -> Sentence:
    """A line as a sentence; `counted` tells its origins too."""
    if line.sides:
        head, sides = telling.dispute(line)
        parts = [Part(text, notes) for text, notes in sides]
        separated = line.kind == "slot"
        parts = [Part("; " * (separated and place > 0) + one.text, one.notes) for place, one in enumerate(parts)]
        parts[0] = Part(capital(head + parts[0].text), parts[0].notes)
    else:
        text = telling.sentence(line)
        if counted:
            text = f"{text} {part('origins', {'count': str(line.origins)})}"
        parts = [Part(capital(text), line.notes)]
    last = parts[-1]
    parts[-1] = Part(last.text if last.text.endswith(ENDS) else f"{last.text}.", last.notes)
    return Sentence(tuple(parts), line.fact)


def footnote(note: Note) -> Footnote:
    """A note in words."""
    via = say("brief", "via", outlets=", ".join(map(harmless, note.via))) if note.via else ""
    text, start, end = cut(note.sentence, note.start, note.end)
    before, words = harmless(text[:start]), harmless(text[start:end])
    spaced = " " if text[:start].endswith((" ", "\n")) else ""
    plain = harmless(text)
    begin = len(before) + len(spaced) if plain.startswith(before + spaced + words) else 0
    return Footnote(
        note.number, harmless(note.outlet or "") + via, printed(note.published), harmless(note.title or ""),
        harmless(note.url) if note.url else None, note.fact, note.article, plain, begin,
        begin + len(words) if plain.startswith(before + spaced + words) else 0,
    )  # fmt: skip


def cut(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence that is too long, cut at words around the fact; with where the fact stands in it then."""
    if len(text) <= LONGEST:
        return text, start, end
    room = max(0, LONGEST - (end - start)) // 2
    low = text.find(" ", start - room) + 1 if start > room else 0
    high = text.rfind(" ", end, end + room) if end + room < len(text) else len(text)
    low, high = min(low, start), max(high, end)
    head, tail = "… " if low else "", " …" if high < len(text) else ""
    return head + text[low:high] + tail, start - low + len(head), end - low + len(head)
