"""The formats of input, found by listing this folder: each module but `format` names its FORMAT."""

import importlib
import pkgutil

from hoadam.read.formats.format import Format

FORMATS: tuple[Format, ...] = tuple(
    importlib.import_module(f"{__name__}.{found.name}").FORMAT
    for found in pkgutil.iter_modules(__path__)
    if found.name != "format"
)

__all__ = ["FORMATS", "Format"]
