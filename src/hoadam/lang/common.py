"""The words that carry no content, of every language that lists them (`common.txt` in its folder)."""

from functools import cache
from pathlib import Path

from hoadam.lang.fold import fold

HERE = Path(__file__).parent


@cache
def common_words() -> frozenset[str]:
    """The folded words of grammar and frame of all languages, in lower case."""
    lines = [line for file in sorted(HERE.glob("*/common.txt")) for line in file.read_text("utf8").splitlines()]
    return frozenset(word for line in lines if not line.startswith("#") for word in fold(line.lower()).split())
