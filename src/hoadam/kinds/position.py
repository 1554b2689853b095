"""Where a party stands on an issue."""

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.vocabulary import ISSUES


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "party", "issue", "stance")


KIND = Kind(
    name="position",
    order=4,
    slots={"party": None, "issue": None, "stance": None},
    further={"content": None, "to": None, "direction": None},
    scored=("party", "issue", "stance", "speaker"),
    agrees=agrees,
    words={
        "stance": tuple("demands offers accepts rejects undecided".split()),
        "direction": tuple("for against".split()),
        "issue": ISSUES,
    },
)
