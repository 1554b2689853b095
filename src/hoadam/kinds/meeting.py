"""A particular meeting, call or visit: who, where, when, and how far it has come."""

from hoadam.kinds.kind import Kind, Row, share, equal, overlap


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return (
        share(a, b, "parties")
        or share(a, b, "people")
        or (not (a.get("parties") or a.get("people")) and equal(a, b, "place"))
    ) and overlap(a.get("when"), b.get("when"))


KIND = Kind(
    name="meeting",
    order=0,
    slots={"form": None, "status": None, "parties": (), "people": (), "place": None, "issues": ()},
    further={"mediators": (), "after": None},
    scored=("form", "status", "parties", "people", "place", "when", "issues"),
    agrees=agrees,
    words={
        "form": tuple("talks summit meeting call visit".split()),
        "status": tuple("held ongoing planned proposed postponed cancelled denied".split()),
    },
)
