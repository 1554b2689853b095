"""Reading without a record, for Python: paths in, articles out; an article in, facts out."""

from collections.abc import Iterator
from pathlib import Path

from hoadam.flow import facts_of
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.refusal import Refusal
from hoadam.read import read as read_paths


def read(*paths: str | Path) -> Iterator[Article | Refusal]:
    """The articles of files and folders, in their order.

    Whatever cannot be read is a Refusal in its place (a notice, `refused` False, stands before the article that was
    read after a repair), and never ends the run: `[one for one in read(path) if isinstance(one, Article)]`.
    """
    return read_paths([str(path) for path in paths])


def extract(article: Article) -> tuple[Fact, ...]:
    """The facts that an article reports, in text order."""
    return facts_of(article)
