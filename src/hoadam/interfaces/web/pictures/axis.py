"""Days as places on a line: which days a picture shows, where each lies, and which it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hoadam.interfaces.web.pictures.svg import line, words
from hoadam.interfaces.words import date as printed

STEPS = (1, 2, 7, 14)  # days between names, before months do
LABEL = 84  # pixels that a name of a day asks for
OUTLIERS = 0.04  # of the days at either end may lie outside, where they stretch the picture out
STRETCH = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last` between two places, in pixels."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: int, part: float = 0.5) -> float:
        """Where a day lies, its beginning (0), middle or end (1); days outside lie at the edges."""
        per = (self.right - self.left) / (self.last - self.first + 1)
        return min(max(self.left + (day - self.first + part) * per, self.left), self.right)

    def holds(self, day: int) -> bool:
        """Is it a day of the picture?"""
        return self.first <= day <= self.last


def number(day: str) -> int:
    """A day as a number that counts on."""
    return date.fromisoformat(day[:10]).toordinal()


def axis(days: Sequence[int], left: float, right: float) -> Axis:
    """An axis over these days; a few that lie far off are left at its edges."""
    ordered = sorted(days)
    if not ordered:
        return Axis(1, 1, left, right)
    few = int(len(ordered) * OUTLIERS)
    core = ordered[few : len(ordered) - few]
    wide = max(core[-1] - core[0], 6) * STRETCH
    near = core if ordered[-1] - ordered[0] > wide else ordered
    pad = max((near[-1] - near[0]) // 40, 1)
    return Axis(near[0] - pad, near[-1] + pad, left, right)


def ticks(axis: Axis) -> Iterator[tuple[int, str]]:
    """The days that are named, with their names."""
    span, most = axis.last - axis.first + 1, int((axis.right - axis.left) // LABEL)
    step = next((one for one in STEPS if span / one <= most), 0)
    if step:
        start = -(-axis.first // step) * step
        yield from ((day, printed(date.fromordinal(day).isoformat())) for day in range(start, axis.last + 1, step))
        return
    first = date.fromordinal(axis.first)
    months = span // 30 + 1
    every = next((one for one in (1, 2, 3, 6, 12) if months / one <= most), 12 * -(-months // (12 * max(most, 1))))
    for count in range(first.year * 12 + first.month - 1, first.year * 12 + first.month + months + 1):
        day = date(count // 12, count % 12 + 1, 1)
        if count % every == 0 and axis.holds(day.toordinal()):
            yield day.toordinal(), printed(f"{day:%Y-%m}")


def scale(axis: Axis, top: float, bottom: float) -> str:
    """The line of days, a thin line and a name for some of them."""
    drawn = [line(axis.left, top, axis.right, top, "rule")]
    for day, name in ticks(axis):
        at = axis.at(day, 0)
        drawn.append(line(at, top, at, bottom, "tick"))
        drawn.append(words(at + 4, top - 6, name, "soft"))
    return "".join(drawn)
