"""Room 3: what was parsed in, the rules that fired out. One public function: `matches_in`."""

from hoadam.extract.engine import matches_in

__all__ = ["matches_in"]
