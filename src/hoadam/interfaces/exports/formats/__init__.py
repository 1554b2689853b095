"""The formats, found by listing this folder: FORMATS maps each name to its Format."""

import importlib
import pkgutil

from hoadam.interfaces.exports.format import Format

FORMATS: dict[str, Format] = {
    found.FORMAT.name: found.FORMAT
    for found in (importlib.import_module(f"{__name__}.{listed.name}") for listed in pkgutil.iter_modules(__path__))
}

__all__ = ["FORMATS"]
