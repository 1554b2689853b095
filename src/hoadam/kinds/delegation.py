"""Who sits for one side at a particular meeting."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "side")


KIND = Kind(
    name="delegation",
    order=1,
    slots={"side": None, "people": (), "head": None, "place": None},
    further={},
    scored=("side", "people", "head", "place", "when"),
    agrees=agrees,
    words={},
)
