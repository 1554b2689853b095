"""Where each party stands on each issue, and how it has moved: issues down, parties across."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoadam.interfaces.messages import say
from hoadam.interfaces.web.pictures.picture import MARGIN, Datum, Link, Picture, nowhere
from hoadam.interfaces.web.pictures.svg import box, cut, group, line, titled, words
from hoadam.interfaces.web.render import text
from hoadam.interfaces.words import printed, shown

FIRST, CELL, LINE, HEAD = 190.0, 138.0, 19.0, 34.0
PARTIES, ISSUES = 9, 24
OTHER = "other"  # what no word of the vocabulary covers stands last
TURNS = 3  # the last so many of a cell are drawn

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by issue and party; both are in the order of how much is told of them."""

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: Mapping[tuple[str, str], Row]

    def turns(self, issue: str, party: str) -> Sequence[Row]:
        """The stances of a party on an issue, oldest first."""
        turns: Sequence[Row] = self.cells[issue, party]["turns"] if (issue, party) in self.cells else ()
        return turns


def grid(cells: Sequence[Row], parties: int = PARTIES, issues: int = ISSUES, first: Sequence[str] = ()) -> Grid:
    """The cells of `views.matrix` as a table of at most so many parties and issues; the parties of `first` lead."""
    told: dict[str, Counter[str]] = {"party": Counter(), "issue": Counter()}
    for cell in cells:
        for name, count in told.items():
            count[cell[name]] += sum(turn["reports"] for turn in cell["turns"])
    ordered = sorted(told["party"], key=lambda name: (name not in first, -told["party"][name], name))[:parties]
    shown_ = {(cell["issue"], cell["party"]): cell for cell in cells if cell["party"] in ordered}
    rows = sorted({issue for issue, _ in shown_}, key=lambda name: (name == OTHER, -told["issue"][name], name))[:issues]
    return Grid(tuple(rows), tuple(ordered), {key: cell for key, cell in shown_.items() if key[0] in rows})


def matrix(cells: Sequence[Row], link: Link = nowhere) -> Picture:
    """The picture of the cells of `views.matrix`."""
    held = grid(cells)
    width = FIRST + len(held.parties) * CELL + 2 * MARGIN
    drawn = [
        words(MARGIN + FIRST + place * CELL + 8, MARGIN + 20, cut(shown("party", party), CELL - 14, 13), "strong")
        for place, party in enumerate(held.parties)
    ]
    y = MARGIN + HEAD
    for issue in held.issues:
        high = max(min(len(held.turns(issue, party)), TURNS) for party in held.parties) * LINE + 12
        drawn.append(line(MARGIN, y, width - MARGIN, y, "tick"))
        drawn.append(words(MARGIN, y + 20, cut(sentence(shown("issue", issue)), FIRST - 8), "lane"))
        for place, party in enumerate(held.parties):
            drawn.append(cell((held.turns(issue, party)), MARGIN + FIRST + place * CELL, y, link))
        y += high
    return Picture(
        "matrix", text("matrix"), text("matrix-about"), width, y + MARGIN, "".join(drawn),
        tuple(say("heading", name) for name in ("issue", "party", "stance", "first", "last")),
        tuple(datum(one, turn) for one in cells for turn in one["turns"]),
    )  # fmt: skip


def cell(turns: Sequence[Row], x: float, y: float, link: Link) -> str:
    """The last stances of a party, each under the one before."""
    drawn = []
    for place, turn in enumerate(turns[-TURNS:]):
        moved = "↓ " if place or len(turns) > TURNS else ""
        top = y + 6 + place * LINE
        label = moved + shown("stance", turn["stance"])
        last = place == len(turns[-TURNS:]) - 1
        shape = box(x, top, CELL - 10, LINE - 2, f"stance stance-{turn['stance']}{'' if last else ' past'}")
        about = f"{shown('stance', turn['stance'])} · {printed(turn['since'])}–{printed(turn['last'])}"
        day = words(x + CELL - 16, top + 13, short(turn["since"]), "soft", "end")
        drawn.append(group(titled(about), shape, words(x + 6, top + 13, cut(label, 76)), day, href=link(turn["id"])))
    return "".join(drawn)


def short(day: str) -> str:
    """A day without its year."""
    return f"{day[8:10]}/{day[5:7]}"


def sentence(text_: str) -> str:
    """A text with a capital letter."""
    return text_[:1].upper() + text_[1:]


def datum(one: Row, turn: Row) -> Datum:
    """A row of the table."""
    held = (shown("issue", one["issue"]), shown("party", one["party"]), shown("stance", turn["stance"]))
    return Datum((*held, printed(turn["since"]), printed(turn["last"])), turn["id"])
