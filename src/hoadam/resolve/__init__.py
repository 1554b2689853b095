"""Room 4: matches in, facts out, with everybody called by his or her canonical name. One public function: `resolve`."""

from hoadam.resolve.resolver import resolve

__all__ = ["resolve"]
