"""A plan on paper and what happens to it."""

from hoadam.kinds.kind import Kind, Row, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "event") and ((a.get("points") is not None and equal(a, b, "points")) or equal(a, b, "author"))


KIND = Kind(
    name="draft",
    order=3,
    slots={"author": None, "points": None, "was_points": None, "event": None},
    further={"by": None, "to": None, "done": None, "place": None},
    scored=("author", "points", "was_points", "event", "when"),
    agrees=agrees,
    words={
        "event": tuple("proposed sent leaked revised discussed accepted rejected".split()),
        "done": tuple("done planned denied".split()),
    },
)
