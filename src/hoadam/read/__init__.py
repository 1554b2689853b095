"""Room 1: paths in, articles out, with one row for each input that could not be read."""

from hoadam.read.options import ReadOptions
from hoadam.read.reader import read

__all__ = ["ReadOptions", "read"]
