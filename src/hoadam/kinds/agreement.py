"""A deal and its stage."""

from hoadam.kinds.kind import Kind, Row, equal, share


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "matter", "event") and (share(a, b, "parties") or not a.get("parties"))


KIND = Kind(
    name="agreement",
    order=9,
    slots={"parties": (), "matter": None, "event": None},
    further={},
    scored=("parties", "matter", "event", "when"),
    agrees=agrees,
    words={
        "matter": tuple("ceasefire prisoner-exchange peace trade funding other".split()),
        "event": tuple("planned proposed reached signed in-force extended suspended violated expired rejected".split()),
    },
)
