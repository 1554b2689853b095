"""What the record refuses to keep."""

from collections.abc import Sequence

from hoadam.errors import StoreFault
from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact


def verify(article: Article, facts: Sequence[Fact]) -> None:
    """StoreFault unless every fact is of a known kind, is its own words in the text, and rests on spans inside it."""
    try:
        "\n".join((article.id, article.text, article.title or "", article.outlet or "", article.url or "")).encode()
    except UnicodeEncodeError as fault:
        raise StoreFault(f"article {article.id!r} holds characters that are no text ({fault.reason})") from fault
    for fact in facts:
        if fact.kind not in KINDS:
            raise StoreFault(f"article {article.id}: no such kind: {fact.kind}")
        if not fact.quote or not 0 <= fact.start < fact.end or article.text[fact.start : fact.end] != fact.quote:
            raise StoreFault(f"article {article.id}: text[{fact.start}:{fact.end}] is not the quote of a {fact.kind}")
        for slot, spans in fact.evidence.items():
            if any(not 0 <= span.start < span.end <= len(article.text) for span in spans):
                raise StoreFault(f"article {article.id}: evidence for {slot} of a {fact.kind} lies outside the text")
