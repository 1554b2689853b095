"""A public office that a person holds, or kinship to one who does."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "person", "title") and (bool(a.get("title")) or equal(a, b, "relation"))


KIND = Kind(
    name="role",
    order=2,
    slots={"person": None, "title": None, "of": None, "relation": None},
    further={"to": None, "tense": None},
    scored=("person", "title", "of", "relation"),
    agrees=agrees,
    words={"tense": tuple("current former acting designate".split())},
)
