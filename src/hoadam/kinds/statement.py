"""What was said, in the words reported, without the frame around them."""

from hoadam.kinds.kind import Kind, Row, content, equal


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`: one speaker, and half of the shorter and a third of all words in common."""
    if not equal(a, b, "speaker"):
        return False
    one, other = content(a.get("quote")), content(b.get("quote"))
    common = len(one & other)
    return common * 2 >= max(1, min(len(one), len(other))) and common * 3 >= len(one | other)


KIND = Kind(
    name="statement",
    order=5,
    slots={"speech": None, "medium": None},
    further={"to": None, "issues": ()},
    scored=("speaker", "speech", "medium", "named", "via"),
    agrees=agrees,
    words={"speech": tuple("direct indirect".split())},
)
