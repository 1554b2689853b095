"""Templates filled in, and what they may call."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from hoadam.interfaces.columns import LAYOUTS, SUMMARIES
from hoadam.interfaces.exports import FORMATS
from hoadam.interfaces.messages import filled, language, say, table
from hoadam.interfaces.reasons import reasoned
from hoadam.interfaces.table import credit, detail, further, heading, members, office, slot, told_by
from hoadam.interfaces.web.asked import address, segment
from hoadam.interfaces.web.desk import Desk
from hoadam.interfaces.web.folded import highlighted
from hoadam.interfaces.web.saved import kept, lasting, suggested
from hoadam.interfaces.words import knowledge, printed, shown, when
from hoadam.model.vocabulary import ISSUES as ISSUE_WORDS
from hoadam.store import Act

HERE = Path(__file__).parent
PARTIES = frozenset({"party", "parties", "side", "of", "author", "claimant", "set_by", "for", "mediators"})
PEOPLE = frozenset({"person", "people", "head", "replaces"})
EITHER = frozenset({"to", "by", "speaker"})  # a person, or a country or body
ISSUES = frozenset({"issue", "issues"})
VIEWS = {
    "meeting": "meetings", "delegation": "delegations", "draft": "drafts", "position": "positions",
    "statement": "statements", "claim": "claims", "appointment": "appointments", "deadline": "deadlines",
    "agreement": "agreements",
}  # fmt: skip
MENU = (
    ("/", "today"), ("/processes", "processes"), ("/timeline", "timeline"), ("/meetings", "meetings"),
    ("/drafts", "drafts"), ("/positions", "positions"), ("/statements", "statements"), ("/claims", "claims"),
    ("/people", "people"), ("/coming", "coming"),
)  # fmt: skip
OWN_PAGES = ("meeting", "draft")  # kinds whose facts have a page beside that of their evidence
LINES = {**SUMMARIES, "role": ("person", "title", "relation", "of"), "delegation": ("side", "head", "place")}

Row = Mapping[str, Any]


def text(key: str, **values: object) -> str:
    """Words of the desk in the chosen language, filled in."""
    return filled(table("web/texts.toml")[key][language()], values)


def page(desk: Desk, template: str, **values: Any) -> HTMLResponse:
    """A page, or the part of it that the script of the desk asks for (`fragment` tells the template which)."""
    words = environment().get_template(template).render(desk=desk, **values)
    return HTMLResponse(words, headers={"vary": "HX-Request, Cookie, Accept-Language"})


@cache
def environment() -> Environment:
    """The templates, everything that is put into them escaped."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined,
    )  # fmt: skip
    made.globals.update(
        text=text, say=say, heading=heading, shown=shown, when=when, printed=printed, linked=linked, line=line,
        beneath=beneath, marked=marked, credit=credit, told_by=told_by, further=further, members=members, slot=slot,
        segment=segment, address=address, safe_address=safe_address, kind_of_view=kind_of_view,
        menu=MENU, issues=ISSUE_WORDS, citation=citation, reasoned=reasoned, highlighted=highlighted,
        decided=decided, own_pages=OWN_PAGES, formats=FORMATS, office=office,
        kept=kept, lasting=lasting, suggested=suggested,
    )  # fmt: skip
    return made


def kind_of_view(view: str) -> str:
    """The kind whose facts a view shows; empty where it shows several."""
    return next((kind for kind, name in VIEWS.items() if name == view), "")


def linked(desk: Desk, name: str, value: Any) -> Markup:
    """The value of a slot in words; countries, people and issues lead to their pages."""
    if isinstance(value, (list, tuple)):
        return Markup(", ").join(linked(desk, name, one) for one in value)
    words, path = shown(name, value), path_of(name, value)
    return Markup('<a href="{}">{}</a>').format(desk.url(path), words) if path else escape(words)


def path_of(name: str, value: Any) -> str | None:
    """Where the page of a value lies, if it has one."""
    if not value or not isinstance(value, str):
        return None
    if name in ISSUES:
        return f"/issue/{segment(value)}"
    if name in PARTIES | EITHER and value in knowledge().english:
        return f"/party/{segment(value)}"
    return f"/person/{segment(value)}" if name in PEOPLE | EITHER else None


def line(desk: Desk, row: Row, kind: str) -> Iterator[tuple[str, Markup]]:
    """What a fact says, slot by slot."""
    held = {**row, **row.get("slots", {})}
    for name in LINES[kind]:
        words = slot(name, held)  # with a bound, and an unnamed speaker as such
        if words:
            yield name, linked(desk, name, held[name]) if words == shown(name, held[name]) else escape(words)


def beneath(desk: Desk, row: Row, kind: str) -> Iterator[tuple[str, Markup]]:
    """The further slots of a fact that its line leaves out, with their headings."""
    held = {**row, **row.get("slots", {})}
    layout = LAYOUTS.get(VIEWS.get(kind, ""))
    for name in layout.details if layout else ():
        if name not in LINES[kind] and name in held and (words := detail(name, held)):
            yield heading(name), linked(desk, name, held[name]) if words == shown(name, held[name]) else escape(words)


def marked(row: Row) -> Markup:
    """The sentence of a fact with its quote marked."""
    start = row["start"] - row["sentence_start"]
    sentence, end = row["sentence"], start + len(row["quote"])
    return Markup("{}<mark>{}</mark>{}").format(sentence[:start], sentence[start:end], sentence[end:])


def citation(quote: str, outlet: str | None, published: str, url: str | None) -> str:
    """A quotation with its outlet, day and address, to be put into another text."""
    told = (outlet, printed(published), safe_address(url))
    return f"“{quote}” — {', '.join(filter(None, told))}"


def decided(act: Act) -> str:
    """What a person changed, and why."""
    change = f"{heading(act.slot)} = {shown(act.slot, act.value) or '–'}" if act.slot else act.other or ""
    return "; ".join(filter(None, (change, f"j{act.undoes}" if act.undoes else "", act.reason)))


def safe_address(url: str | None) -> str | None:
    """An address that a link may lead to: the web's, nothing that a browser would run."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
