"""GraphML: who met whom, a multigraph with one edge between two people (or two parties) for each meeting."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from hoadam.interfaces.exports.actor import Actor, actor
from hoadam.interfaces.exports.format import Format
from hoadam.interfaces.exports.plain import link, plain
from hoadam.interfaces.exports.selection import Selection
from hoadam.store import Account
from hoadam.store.naming import took_place
from hoadam.views.told import leading

SPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = ("label", "sort", "qid", "meetings")
EDGE = ("fact", "when", "place", "form", "status", "outlets", "origins", "sentence", "url")
NUMBERS = ("meetings", "outlets", "origins")


Named = tuple[str, str]  # the slot that holds an actor, and the name


class Edge(NamedTuple):
    """Two who met in a meeting."""

    one: Named
    other: Named
    data: dict[str, str | int | None]


def write(selection: Selection) -> Iterator[bytes]:
    """The graph: its attributes, its nodes by name, its edges in order of time."""
    edges: list[Edge] = []
    nodes: dict[Named, tuple[Actor, int]] = {}
    for account in selection.accounts():
        if account.merged.kind != "meeting":
            continue
        if not took_place(account.merged):
            selection.leave_out("not-held", "meeting")
            continue
        edges += meeting(account, nodes)
    places = {named: f"n{place}" for place, named in enumerate(sorted(nodes))}
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns={quoteattr(SPACE)}>\n'.encode()
    yield from (key(name, "node") for name in NODE)
    yield from (key(name, "edge") for name in EDGE)
    yield b'<graph id="met" edgedefault="undirected">\n'
    for named in places:
        yield node(places[named], *nodes[named])
    for count, edge in enumerate(edges):
        yield f'<edge id="e{count}" source="{places[edge.one]}" target="{places[edge.other]}">'.encode()
        yield b"".join(data(name, edge.data[name]) for name in EDGE) + b"</edge>\n"
    yield b"</graph>\n</graphml>\n"


def meeting(account: Account, nodes: dict[Named, tuple[Actor, int]]) -> Iterator[Edge]:
    """The edges of a meeting: each two of its people, each two of its parties; all of them are counted as nodes."""
    merged, told = account.merged, leading(account)
    shown: dict[str, str | int | None] = {
        "fact": account.id, "when": merged.best("when"), "place": merged.best("place"), "form": merged.best("form"),
        "status": merged.history[-1].status, "outlets": merged.counts.outlets, "origins": merged.counts.origins,
        "sentence": told.sentence, "url": link(told.url),
    }  # fmt: skip
    for slot in ("people", "parties"):
        company = [(slot, name) for name in sorted(set(merged.all(slot)))]
        for named in company:
            found, count = nodes.get(named) or (actor(named[1], slot == "people"), 0)
            nodes[named] = (found, count + 1)
        yield from (Edge(one, other, shown) for one, other in combinations(company, 2))


def key(name: str, of: str) -> bytes:
    """What an attribute is."""
    sort = "int" if name in NUMBERS else "string"
    return f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{sort}"/>\n'.encode()


def node(place: str, found: Actor, meetings: int) -> bytes:
    """Somebody who met somebody."""
    held = {"label": found.name, "sort": found.sort, "qid": found.qid, "meetings": meetings}
    return b"".join((f'<node id="{place}">'.encode(), *(data(name, held[name]) for name in NODE), b"</node>\n"))


def data(name: str, value: str | int | None) -> bytes:
    """The value of an attribute; nothing where there is none."""
    return b"" if value is None else f'<data key="{name}">{escape(plain(str(value)))}</data>'.encode()


FORMAT = Format(
    "graphml", "application/graphml+xml", "graphml", ("meetings", "facts", "timeline"), write, kinds=("meeting",)
)
