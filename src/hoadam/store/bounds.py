"""EDTF → the first and last day it can mean, for sorting and filters. A bound is never shown as a date."""

import calendar
import re

FIRST, LAST = "0000-01-01", "9999-12-31"
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# ISO 8601-2 seasons and quarters that stand where the month does: number -> first and last month.
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def days(date: str) -> tuple[str, str] | None:
    """The first and last day of a date of any precision; None where it is none."""
    match = DATE.match(re.sub(r"[~?%]", "", date))
    if match is None:
        return None
    year, month, day = match.groups()
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    first, last = SEASONS.get(int(month), (int(month), int(month))) if month else (1, 12)
    if not 1 <= first <= 12 or year == "0000":
        return None
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}"


def bounds(when: str | None, published: str) -> tuple[str, str]:
    """The days between which a fact lies (`YYYY-MM-DD`, both ends counted): undated facts lie on their publication."""
    stated = (when or "").split("/")
    low, high = days(stated[0]), days(stated[-1])
    if low is None and high is None:
        return (days(published) or (FIRST, FIRST))[:2]
    return (low[0] if low else FIRST), (high[1] if high else LAST)
