"""BibTeX: the articles that facts rest on, to be cited."""

import hashlib
import re
from collections.abc import Iterator

from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.library import Cited, cited
from hoadam.interfaces.exports.plain import line, link
from hoadam.interfaces.exports.selection import OF_FACTS, Selection

# Unbalanced braces would end an entry even behind a backslash, so none is left standing for itself.
TEX = {
    "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}", **{letter: f"\\{letter}" for letter in "$&#%_"},
}  # fmt: skip
SAFE = re.compile(r"[A-Za-z0-9-]{1,64}")
LANGUAGES = {"vi": "vietnamese", "en": "english"}


def write(selection: Selection) -> Iterator[bytes]:
    """An entry an article."""
    return (entry(one).encode() for one in cited(selection))


def entry(one: Cited) -> str:
    """An article of a newspaper, with the ids of the facts that rest on it as a note."""
    article = one.article
    day = article.published[:10].split("-")
    fields = {
        "title": f"{{{text(article.title or article.outlet or article.id)}}}",
        "journal": text(article.outlet or ""),
        "date": "-".join(day),
        **dict(zip(("year", "month", "day"), day, strict=False)),
        "langid": LANGUAGES.get(article.lang or "", ""),
        "url": link(article.url) or "",
        "note": text("; ".join(one.facts)),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return "@article{" + ",\n".join((key(article.id), *lines)) + "\n}\n\n"


def text(value: str) -> str:
    """A value in which nothing is a command of TeX."""
    return "".join(TEX.get(letter, letter) for letter in line(value))


def key(article: str) -> str:
    """The key of an entry: the article's id where that can be one, else a hash of it."""
    return article if SAFE.fullmatch(article) else hashlib.sha256(article.encode()).hexdigest()[:16]


FORMAT = Format("bibtex", "application/x-bibtex; charset=utf-8", "bib", OF_FACTS, write)
