"""Room 3: what was parsed in, the rules that fired out; and the spans found on the way."""

from hoadam.extract.engine import matches_in
from hoadam.extract.glance import worth_reading
from hoadam.extract.spans import spans_in

__all__ = ["matches_in", "spans_in", "worth_reading"]
