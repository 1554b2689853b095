"""Small reports for the tests of merging."""

from typing import Any

from hoadam.kinds import KINDS
from hoadam.merge import report_of
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.report import Report

COMMON = ("speaker", "named", "via", "when", "office")


def report(id: str, kind: str, published: str = "2025-12-01", article: str = "", **held: Any) -> Report:
    """A report of its own article (named after it unless said otherwise), in an outlet of that name."""
    article = article or f"article-{id}"
    quote = held.pop("quote", "")
    text = held.pop("text", None)
    common = {name: held.pop(name) for name in COMMON if name in held}
    fact = Fact(kind, 0, len(quote), quote, {**KINDS[kind].empty(), **held}, **common)
    return report_of(id, fact, Article(article, f"outlet-{article}", published, "vi", None, None, ""), text)


def talks(id: str, published: str = "2025-12-01", **held: Any) -> Report:
    """Talks of the USA with Ukraine in Geneva, told as held."""
    slots = {"form": "talks", "status": "held", "parties": ("USA", "UKR"), "place": "Geneva, CHE"}
    return report(id, "meeting", published, **{**slots, **held})
