"""The kinds of fact, found by listing this folder: KINDS maps each name to its Kind, in the order of `record.md`."""

import importlib
import pkgutil

from hoadam.kinds.kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in sorted(
        (
            importlib.import_module(f"{__name__}.{found.name}").KIND
            for found in pkgutil.iter_modules(__path__)
            if found.name != "kind"
        ),
        key=lambda kind: kind.order,
    )
}

__all__ = ["KINDS", "Kind"]
