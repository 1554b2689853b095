"""How a fact was derived, for a reader: its sentence with the quote marked, its rule, its slots and their words."""

from collections.abc import Iterator, Mapping, Sequence

from hoadam.interfaces.messages import say
from hoadam.interfaces.table import heading
from hoadam.interfaces.terminal import BOLD, cells, drawn, harmless, marked, styled, wrapped
from hoadam.interfaces.words import shown
from hoadam.model.fact import Evidence, Fact
from hoadam.store.sentence import sentence_span

INDENT = "  "
SOURCE_WORDS = 60  # columns of a supplying stretch that are shown
HIDDEN = ("kind", "quote", "start", "end", "evidence", "rule", "named")


def derivation(fact: Fact, text: str, width: int) -> Iterator[str]:
    """The lines on one fact of a text."""
    start, end = sentence_span(text, fact.start, fact.end)
    sentence = marked(text[start:end], fact.start - start, fact.end - start)
    yield styled(shown("kind", fact.kind), BOLD)
    yield from drawn([INDENT + line for line in wrapped(sentence, width - len(INDENT) - 2)], brackets=True)
    if fact.rule:
        yield from aligned(say("message", "rule"), harmless(fact.rule), width)
    for slot, value in fact.row().items():
        if slot not in HIDDEN and value not in (None, []):
            yield from aligned(heading(slot), harmless(shown(slot, value)) + supply(slot, fact, text), width)
    if not fact.named:
        yield from aligned("", say("message", "unnamed"), width)


def supply(slot: str, fact: Fact, text: str) -> str:
    """The words that supply a slot, each with its place in the text and with whom they are credited to."""
    spans: Mapping[str, Sequence[Evidence]] = fact.evidence
    told = [stretch(span, text) for span in spans.get(slot, ())]
    return f"  ← {'; '.join(told)}" if told else ""


def stretch(span: Evidence, text: str) -> str:
    """A supplying stretch: “words” and its offset, and the source it rests on where that is another."""
    words = harmless(text[span.start : span.end])
    cut = words if cells(words) <= SOURCE_WORDS else wrapped(words, SOURCE_WORDS)[0] + " …"
    credit = say("message", "said-by", speaker=shown("speaker", span.speaker)) if span.speaker else ""
    unnamed = say("message", "unnamed") if span.named is False else ""
    via = say("message", "via", outlets=", ".join(span.via)) if span.via else ""
    return ", ".join(filter(None, (f"“{cut}” {span.start}–{span.end}", credit, unnamed, via)))


def aligned(label: str, value: str, width: int) -> Iterator[str]:
    """A label with its value beside it, the value wrapped in its own column."""
    margin = 18
    for place, line in enumerate(wrapped(value, width - margin)):
        head = f"{INDENT}{label}" if place == 0 else ""
        yield head + " " * max(1, margin - cells(head)) + line
