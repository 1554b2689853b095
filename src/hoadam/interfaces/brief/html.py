"""The brief as one HTML file that prints on one sheet; nothing in it is fetched and no script runs."""

from html import escape
from string import Template

from hoadam.interfaces.brief.page import Footnote, Page, Part, Sentence
from hoadam.interfaces.messages import table

FRAME = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$title</title>
<style>
$style</style>
</head>
<body>
<h1>$title</h1>
<p class="subtitle">$subtitle</p>
$sections
<h2>$noted</h2>
<p class="quoting">$quoting</p>
<ol class="notes">
$notes
</ol>
</body>
</html>
""")


def write(page: Page) -> bytes:
    """The page as UTF-8 HTML."""
    sections = "\n".join(
        f"<h2>{escape(one.title)}</h2>\n"
        + ("<ul>\n" + "\n".join(map(item, one.sentences)) + "\n</ul>" if one.sentences else empty(page))
        for one in page.sections
    )
    return FRAME.substitute(
        lang=page.lang, title=escape(page.title), subtitle=escape(page.subtitle), sections=sections,
        noted=escape(page.noted), quoting=escape(page.quoting), notes="\n".join(map(note, page.footnotes)),
        style=table("brief/style.toml")["css"],
    ).encode()  # fmt: skip


def empty(page: Page) -> str:
    """What stands where a section has no sentence."""
    return f"<p>{escape(page.empty)}</p>"


def item(one: Sentence) -> str:
    """A line with its numbers, each leading to its note."""
    return f"<li>{''.join(map(stretch, one.parts))}</li>"


def stretch(one: Part) -> str:
    """A part of a line."""
    numbers = " ".join(f'<a href="#note-{number}">{number}</a>' for number in one.notes)
    return escape(one.text) + (f"<sup>{numbers}</sup>" if numbers else "")


def note(one: Footnote) -> str:
    """A note: outlet, day, headline, sentence with the fact's words marked, id."""
    told = escape(", ".join(filter(None, (one.outlet, one.published))))
    headline = escape(one.headline or one.url or "")
    if one.url and one.url.startswith(("https://", "http://")):
        headline = f'<a href="{escape(one.url)}" rel="noreferrer">{headline}</a>'
    words = (one.sentence[: one.start], one.sentence[one.start : one.end], one.sentence[one.end :])
    before, inner, after = map(escape, words)
    marked = f"{before}<mark>{inner}</mark>{after}" if inner else before + after
    return (
        f'<li id="note-{one.number}">{told}: {headline}{". " if headline else ""}“{marked}” '
        f"<code>{escape(one.fact)}</code></li>"
    )
