"""Who was named to an office or left it."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "person", "change")


KIND = Kind(
    name="appointment",
    order=7,
    slots={"person": None, "title": None, "of": None, "change": None, "replaces": None, "reason": None},
    further={"to": None, "tense": None},
    scored=("person", "title", "of", "change", "replaces"),
    agrees=agrees,
    words={"change": tuple("appointed nominated dismissed resigned".split())},
)
