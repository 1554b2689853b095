"""Between which days a fact lies, where the text says so and where only its publication does."""

from datetime import datetime, timedelta
from functools import lru_cache

from hoadam.model.article import Article
from hoadam.model.day import number
from hoadam.model.edtf import Edtf
from hoadam.model.fact import Fact
from hoadam.model.report import FIRST, LAST, Report

AHEAD = {
    "meeting": ("status", ("planned", "proposed")),
    "draft": ("done", ("planned",)),
    "agreement": ("event", ("planned", "proposed")),
    "deadline": ("status", ("set", "extended")),
}
OPEN = {
    "meeting": ("status", ("postponed", "cancelled", "denied")),
    "deadline": ("status", ("dropped",)),
    "draft": ("done", ("denied",)),
}
TIMELESS = ("role", "delegation")  # true before and after they are told
VAGUE = 10  # days: how far an approximate time reaches beyond its bounds
SHORT = 3  # days: a stated time as short as this tells a day; a longer one is a frame


def report_of(id: str, fact: Fact, article: Article, text: str | None = None) -> Report:
    """The report of an observation; `text` is the root of the article's near-copies, where it is one of several."""
    stated = stated_days(fact.when)
    low, high = stated or derived(fact, article.published[:10])
    text = text or article.id
    return Report(id, fact, article.id, article.outlet, article.published, text, low, high, derived=stated is None)


@lru_cache(65536)
def stated_days(when: str | None) -> tuple[str, str] | None:
    """The first and last day that an EDTF text can mean; None where it is none."""
    try:
        value = Edtf.parse(when or "")
    except ValueError:
        return None
    vague = timedelta(days=VAGUE if "~" in when or "%" in when else 0) if when else timedelta()
    return _day(value.low, -vague), _day(value.high, vague)


def _day(moment: datetime, more: timedelta) -> str:
    """The day of a bound, moved outwards; an open bound stays where it is."""
    open_ = moment in (datetime.min, datetime.max)
    return (moment if open_ else moment + more).date().isoformat()


def derived(fact: Fact, published: str) -> tuple[str, str]:
    """The days between which a fact without a time must lie, seen from the day of publication."""
    if fact.kind in TIMELESS or _says(fact, OPEN):
        return FIRST, LAST
    if fact.kind == "meeting" and fact.slots.get("status") == "ongoing":
        return published, published
    return (published, LAST) if _says(fact, AHEAD) else (FIRST, published)


def is_day(report: Report) -> bool:
    """Does the text state the day, or two or three days, and not a longer or vaguer time?"""
    if report.derived or "~" in (report.fact.when or "") or "?" in (report.fact.when or ""):
        return False
    return number(report.high) - number(report.low) < SHORT


def is_ahead(fact: Fact) -> bool:
    """Is it told as still to come?"""
    return _says(fact, AHEAD)


def _says(fact: Fact, table: dict[str, tuple[str, tuple[str, ...]]]) -> bool:
    slot, values = table.get(fact.kind, ("", ()))
    return fact.slots.get(slot) in values
