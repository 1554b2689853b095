"""A day by which somebody must have acted; `when` is that day."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "status", "when")


KIND = Kind(
    name="deadline",
    order=8,
    slots={"set_by": None, "for": None, "status": None},
    further={},
    scored=("set_by", "for", "status", "when"),
    agrees=agrees,
    words={"status": tuple("set extended dropped passed".split())},
)
