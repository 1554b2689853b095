"""When an article was published, as inputs write it, in; the form that `record.md` asks for out."""

import re
from datetime import datetime

from hoadam.read.unreadable import Unreadable

DATE = r"(?P<date>(?P<year>\d{4})-\d\d-\d\d)"
TIME = r"(?P<clock>[01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?P<second>:[0-5]\d(?:\.\d+)?)?"
MOMENT = re.compile(rf"{DATE}(?:[Tt ]{TIME} ?(?P<offset>[Zz]|(?P<hours>[+-]\d\d):?(?P<minutes>\d\d))?)?", re.ASCII)
EXPECTED = "RFC 3339 with an offset (2025-12-01T08:30:00+07:00) or a date alone (2025-12-01), from 1900 to 2100"
YEARS = range(1900, 2101)


def moment(written: str) -> str:
    """RFC 3339, or the date alone; small differences of spelling (`+0700`, no seconds) are evened out."""
    found = MOMENT.fullmatch(written.strip())
    if not found or int(found["year"]) not in YEARS:
        raise _absurd(written, "correct `published`")
    if not found["clock"]:
        return _real(found["date"], written)
    if not found["offset"]:
        raise _absurd(written, "add the offset, such as +07:00 for Vietnam, or give the date alone")
    offset = f"{found['hours']}:{found['minutes']}" if found["hours"] else "Z"
    return _real(f"{found['date']}T{found['clock']}{found['second'] or ':00'}{offset}", written)


def _real(value: str, written: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise _absurd(written, "correct `published`") from error
    return value


def _absurd(written: str, advice: str) -> Unreadable:
    return Unreadable(f"`published` is {written[:40]!a}", EXPECTED, advice)
