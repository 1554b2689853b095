"""How a fact was derived, for a reader: its sentence with the quote marked, its rule, its slots and their words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
        told = "" if slot in HIDDEN or value in (None, []) else harmless(shown(slot, value))
        if slot == "speaker" and not fact.named:
            told = ", ".join(filter(None, (told, say("message", "unnamed"))))
        if told:
            yield from aligned(heading(slot), told + supply(slot, fact, text), width)


def supply(slot: str, fact: Fact, text: str) -> str:
    """The words that supply a slot (←), each with its place and credits, and the words that those go back to (⇐)."""
    spans: Mapping[str, Sequence[Evidence]] = fact.evidence
    told = [stretch(span, text) for span in joined(spans.get(slot, ()))]
    behind = [stretch(Evidence(*span), text) for span in fact.antecedents.get(slot, ())]
    words = f"  ← {'; '.join(told)}" if told else ""
    return words + (f"  ⇐ {'; '.join(behind)}" if behind else "")


def joined(spans: Sequence[Evidence]) -> list[Evidence]:
    """The stretches, those that follow each other and have the same credits as one."""
    found: list[Evidence] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last is not None
            and 0 <= span.start - last.end <= 1
            and replace(span, start=last.start) == replace(last, end=span.end)
        ):
            found[-1] = replace(last, end=span.end)
        else:
            found.append(span)
    return found


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
