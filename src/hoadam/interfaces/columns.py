"""Which slots a table shows of each view: beside one another in columns, and beneath them in words."""

from typing import NamedTuple


class Layout(NamedTuple):
    """`columns` stand beside one another, `details` beneath them where they hold something.

    Where rows of one sentence differ in their words alone, `quoted` marks these without colour too.
    """

    columns: tuple[str, ...]
    details: tuple[str, ...] = ()
    quoted: bool = False


LAYOUTS: dict[str, Layout] = {
    "timeline": Layout(("when", "kind", "what")),
    "meetings": Layout(("when", "form", "status", "parties", "place"), ("people", "issues", "mediators", "after")),
    "delegations": Layout(("when", "side", "place")),
    "changes": Layout(("when", "changed", "kind", "what")),
    "people": Layout(("person", "facts", "offices"), ("met",)),
    "drafts": Layout(("when", "event", "author", "points", "was_points"), ("by", "to", "done", "place")),
    "positions": Layout(("when", "party", "stance", "issue"), ("direction", "to", "content")),
    "statements": Layout(("when", "speaker", "speech", "medium"), ("to", "issues"), quoted=True),
    "claims": Layout(("when", "claimant", "act", "quantity", "object", "place"), ("of", "period")),
    "appointments": Layout(("when", "person", "change", "title", "of"), ("replaces", "to", "tense", "reason")),
    "deadlines": Layout(("when", "status", "set_by", "for")),
    "agreements": Layout(("when", "matter", "event", "parties")),
}

# What a line says of a fact of each kind.
SUMMARIES: dict[str, tuple[str, ...]] = {
    "meeting": ("form", "status", "parties", "people", "place"),
    "delegation": ("side", "people", "place"),
    "role": ("person", "title", "relation", "of"),
    "draft": ("author", "points", "event"),
    "position": ("party", "stance", "issue"),
    "statement": ("speaker", "medium"),
    "claim": ("claimant", "act", "quantity", "object", "place"),
    "appointment": ("person", "change", "title", "of"),
    "deadline": ("set_by", "status", "for"),
    "agreement": ("matter", "event", "parties"),
}
