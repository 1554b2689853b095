"""A quantified assertion about the war or the ground."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "quantity", "object")


KIND = Kind(
    name="claim",
    order=6,
    slots={"claimant": None, "act": None, "quantity": None, "object": None, "place": None, "period": None},
    further={"of": None, "bound": None},
    scored=("claimant", "act", "quantity", "object", "place", "period"),
    agrees=agrees,
    words={
        "act": tuple("shot-down struck controls killed captured launched other".split()),
        "bound": tuple("exact at-least at-most about".split()),
    },
)
