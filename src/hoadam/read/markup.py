"""HTML or XHTML of an article's body in, its paragraphs out. Every step is linear in the length of the markup."""

import html
import re

TOKEN = re.compile(
    r"(?P<comment><!--)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\"[^\"<]*\"|'[^'<]*'|[^<>\"'])*+>"
    r"|<[!?][^<>]*>"
    r"|(?P<text>[^<]++|<)"
)
INLINE = frozenset([
    "a", "abbr", "b", "bdi", "cite", "code", "data", "em", "font", "i", "img", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
])  # fmt: skip
UNSEEN = frozenset(("script", "style", "head", "template", "noscript"))
SPACE = re.compile(r"[ \t\r\n\f]+")  # not the no-break space, which is part of the wording


def plain(markup: str) -> str:
    """The words of the markup: paragraphs between blank lines, `br` as a line end, scripts and comments left out."""
    paragraphs, words = list[str](), list[str]()
    position, unseen = 0, ""
    while found := TOKEN.match(markup, position):
        position = found.end()
        name = (found["name"] or "").lower()
        if found["comment"]:
            end = markup.find("-->", position)
            position = end + 3 if end >= 0 else len(markup)
        elif unseen:
            unseen = "" if name == unseen and found["close"] else unseen
        elif found["text"]:
            words.append(SPACE.sub(" ", found["text"]))
        elif name in UNSEEN and not found["close"] and not found[0].endswith("/>"):
            unseen = name
        elif name == "br":
            words.append("\n")
        elif name and name not in INLINE:
            paragraphs.append("".join(words))
            words.clear()
    paragraphs.append("".join(words))
    return "\n\n".join(filter(None, map(_tidy, paragraphs)))


def _tidy(paragraph: str) -> str:
    lines = (re.sub(" {2,}", " ", line).strip(" ") for line in paragraph.split("\n"))
    return html.unescape("\n".join(lines)).strip()
