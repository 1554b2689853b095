"""EDTF → the first and last day it can mean, for sorting and filters. A bound is never shown as a date."""

from hoadam.model.edtf import Edtf


def days(when: str) -> tuple[str, str] | None:
    """The first and last day (`YYYY-MM-DD`) of a time; None where it is no EDTF that the record knows."""
    try:
        value = Edtf.parse(when)
    except ValueError:
        return None
    return value.low.date().isoformat(), value.high.date().isoformat()


def bounds(when: str | None, published: str) -> tuple[str, str]:
    """The days between which a fact lies, both counted in: an undated fact lies on the day of its publication."""
    stated = days(when) if when else None
    return stated or days(published[:10]) or (published[:10], published[:10])
