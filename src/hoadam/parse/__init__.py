"""Room 2: an article in, its sentences, actors and spans out. One public function: `parse`."""

from hoadam.parse.parser import parse

__all__ = ["parse"]
