"""Languages: one folder each, found by listing. `load(code)` gives a Language, `language_of` tells which it is."""

from hoadam.lang.detect import language_of
from hoadam.lang.load import languages, load

__all__ = ["language_of", "languages", "load"]
