"""Languages: one folder each, found by listing. `load(code)` gives a Language, `language_of(text)` tells which."""

from hoadam.lang.load import languages, load

__all__ = ["languages", "load"]
