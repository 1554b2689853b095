"""Who met whom: everybody on a circle, those who met next to each other, a line for every two that met."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, pi, sin
from typing import Any

from hoadam.interfaces.messages import say
from hoadam.interfaces.web.pictures.picture import Datum, Link, Picture, nowhere
from hoadam.interfaces.web.pictures.svg import cut, group, node, titled, words
from hoadam.interfaces.web.render import text
from hoadam.interfaces.words import knowledge, printed, shown

WIDTH, HEIGHT = 860.0, 620.0
ACROSS, DOWN = 245.0, 240.0  # radii
MOST = 22  # names on the circle
LABEL = 165.0

Row = Mapping[str, Any]
Place = tuple[float, float, float]  # x, y and the angle


def network(pairs: Sequence[Row], link: Link = nowhere, centre: str | None = None) -> Picture:
    """The picture of rows of `views.pairs`; whoever is named as `centre` stands in the middle."""
    places = placed(pairs, centre)
    within = [row for row in pairs if row["one"] in places and row["other"] in places]
    drawn = [edge(row, places, link, centre) for row in within]
    met = weights(pairs)
    drawn += [person(name, place, met[name], name == centre) for name, place in places.items()]
    about = text("network-about", count=len(places), pairs=len(pairs))
    counted = (say("heading", name) for name in ("meetings", "first", "last"))
    return Picture(
        "network", text("network"), about, WIDTH, HEIGHT, "".join(drawn),
        (text("one-of-two"), text("other-of-two"), *counted),
        tuple(datum(row) for row in pairs),
    )  # fmt: skip


def around(person: str, encounters: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows of `views.met` as pairs: the person with everybody met, and these with each other where both were there."""
    rows = [
        {"one": person, "other": one["person"], **{name: one[name] for name in ("meetings", "first", "last", "ids")}}
        for one in encounters
    ]
    for one, other in combinations(encounters, 2):
        both = [id_ for id_ in one["ids"] if id_ in other["ids"]]
        if both:
            days = {"first": max(one["first"], other["first"]), "last": min(one["last"], other["last"])}
            rows.append({"one": one["person"], "other": other["person"], "meetings": len(both), **days, "ids": both})
    return rows


def network_picture(person: str, encounters: Sequence[Row], link: Link = nowhere) -> Picture:
    """Whom a person met, from rows of `views.met`, with the person in the middle."""
    return network(around(person, encounters), link, person)


def weights(pairs: Sequence[Row]) -> Counter[str]:
    """In how many meetings of two each name is."""
    found: Counter[str] = Counter()
    for row in pairs:
        found[row["one"]] += row["meetings"]
        found[row["other"]] += row["meetings"]
    return found


def placed(pairs: Sequence[Row], centre: str | None) -> dict[str, Place]:
    """A place for each name: on a circle, beginning at its top."""
    names = list(ordered(pairs, centre))
    step = 2 * pi / max(len(names), 1)
    x, y = WIDTH / 2, HEIGHT / 2
    found = {}
    for count, name in enumerate(names):
        angle = count * step - pi / 2
        found[name] = (x + ACROSS * cos(angle), y + DOWN * sin(angle), angle)
    if centre is not None:
        found[centre] = (x, y, pi / 2)
    return found


def ordered(pairs: Sequence[Row], centre: str | None) -> Iterator[str]:
    """The commonest names, each after the one it met most often."""
    met = weights([row for row in pairs if centre not in (row["one"], row["other"])] or pairs)
    total = weights(pairs)
    wanted = sorted((name for name in total if name != centre), key=lambda name: (-total[name], name))[:MOST]
    tie = {frozenset((row["one"], row["other"])): row["meetings"] for row in pairs}
    last: str | None = None
    while wanted:
        wanted.sort(key=lambda name: (-tie.get(frozenset((name, last)), 0), -met[name], name))
        last = wanted.pop(0)
        yield last


def edge(row: Row, places: Mapping[str, Place], link: Link, centre: str | None) -> str:
    """A line between two, the thicker the more often they met; pale where it leaves out whoever is in the middle."""
    (x1, y1, _), (x2, y2, _) = places[row["one"]], places[row["other"]]
    x, y = (x1 + x2 + WIDTH / 2) / 3, (y1 + y2 + HEIGHT / 2) / 3
    thick = 1 + min(row["meetings"], 12) * 0.6
    shade = "edge" if centre in (None, row["one"], row["other"]) else "edge aside"
    path = node("path", d=f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}", class_=shade, stroke_width=thick)
    return group(titled(said(row)), path, href=link(row["ids"][-1]))


def person(name: str, place: Place, met: int, centre: bool) -> str:
    """A name with its dot."""
    x, y, angle = place
    size = 4 + min(met, 40) ** 0.5
    dot = node("circle", cx=x, cy=y, r=size, class_="centre" if centre else "person")
    label = cut(called(name), LABEL)
    if centre or abs(cos(angle)) < 0.05:
        below = sin(angle) > 0
        return group(
            titled(called(name)), dot, words(x, y + (size + 16 if below else -size - 6), label, "halo", "middle")
        )
    way = 1 if cos(angle) > 0 else -1
    anchor = "start" if way > 0 else "end"
    return group(titled(called(name)), dot, words(x + way * (size + 6), y + 4, label, "halo", anchor))


def called(name: str) -> str:
    """A person, country or body by the name that readers use."""
    return shown("party" if name in knowledge().english else "person", name)


def said(row: Row) -> str:
    """A pair in words."""
    days = dict.fromkeys((printed(row["first"]), printed(row["last"])))
    return (
        f"{called(row['one'])} – {called(row['other'])}: {text('times-met', count=row['meetings'])}, {'–'.join(days)}"
    )


def datum(row: Row) -> Datum:
    """A row of the table."""
    days = (printed(row["first"]), printed(row["last"]))
    names = (called(row[one]) for one in ("one", "other"))
    return Datum((*names, str(row["meetings"]), *days), row["ids"][-1])
